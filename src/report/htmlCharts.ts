/** The pictures in the report: a figure with its finding, room for the drawing, and the same numbers as a table. */
import type { Chart } from '../charts/chart.js';
import { CHARTS } from '../charts/registry.js';
import { THEMES } from '../charts/theme.js';
import type { Comparison } from '../analysis/comparison.js';
import { packed, type Column } from './packed.js';
import { html, NOTHING, table, type Html } from './html.js';

export interface NamedChart extends Chart {
  readonly name: string;
}

/** What the page's script is given; it stands in the page as JSON. */
export interface PageData {
  /** In the order of the filter's boxes. */
  readonly candidates: readonly string[];
  readonly charts: readonly { readonly name: string; /** Packed. */ readonly spec: unknown }[];
  /** Of all charts' data. */
  readonly columns: readonly Column[];
  readonly themes: typeof THEMES;
}

export function chartsOf(comparison: Comparison): NamedChart[] {
  return CHARTS.flatMap(({ name, draw }) => {
    const chart = draw(comparison);
    return chart === null ? [] : { name, ...chart };
  });
}

export function chartsSection(charts: readonly NamedChart[]): Html {
  if (charts.length === 0) return NOTHING;
  return html`<section id="pictures">
    <h2>The pictures</h2>
    <noscript
      ><p class="note">
        Without scripts the pictures are not drawn; each has its numbers in a table.
      </p></noscript
    >
    ${charts.map(figure)}
  </section>`;
}

function figure({ name, title, subtitle, table: numbers }: NamedChart): Html {
  const isNumber = numbers.columns.map((_, i) => numbers.rows.every((row) => typeof row[i] !== 'string'));
  return html`<figure id="chart-${name}" class="chart" aria-labelledby="title-${name}">
    <figcaption>
      <h3 id="title-${name}">${title}</h3>
      <p class="drawn">${subtitle}</p>
    </figcaption>
    <div class="paper"></div>
    <div class="picture" tabindex="0" role="region" aria-label="Picture: ${title}"></div>
    <p class="tools">
      <button type="button" data-save="svg">Save as SVG</button>
      <button type="button" data-save="png">Save as PNG</button>
      <button type="button" data-save="json">Save as Vega-Lite</button>
    </p>
    <details>
      <summary>The same as a table</summary>
      ${table(
        title,
        numbers.columns.map((label, i) => ({ label, isNumber: isNumber[i] ?? false })),
        numbers.rows.map((row) => row.map((cell) => cell ?? '–')),
      )}
    </details>
  </figure> `;
}

export function pageData({ candidates }: Comparison, charts: readonly NamedChart[]): PageData {
  const { specs, columns } = packed(charts.map(({ spec }) => spec));
  return {
    candidates: candidates.map(({ name }) => name),
    charts: charts.map(({ name }, i) => ({ name, spec: specs[i] })),
    columns,
    themes: THEMES,
  };
}
