/** One chart as a page of its own: the picture, and the same numbers as a table; no scripts, no network. */
import type { Chart } from '../charts/chart.js';
import { html, raw, table } from './html.js';

const STYLE = `
:root { color-scheme: light dark; }
body { font: 14px/1.5 'DejaVu Sans', Verdana, sans-serif; margin: 1rem auto; max-width: 60rem; padding: 0 1rem; }
svg { display: block; height: auto; max-width: 100%; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
caption { text-align: left; padding-bottom: 0.5rem; }
th, td { border-top: 1px solid color-mix(in srgb, currentcolor 25%, transparent); padding: 0.2rem 0.8rem 0.2rem 0; text-align: left; }
@media print { details { display: none; } }
`;

/** `svg`: the chart as drawn. */
export function chartPage({ title, subtitle, table: numbers }: Chart, svg: string): string {
  const columns = numbers.columns.map((label) => ({ label, isNumber: false }));
  const rows = numbers.rows.map((row) => row.map((cell) => cell ?? '–'));
  return `${
    html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width" />
          <title>${title}</title>
          <style>
            ${raw(STYLE)}
          </style>
        </head>
        <body>
          <main>
            <figure role="img" aria-label="${title}. ${subtitle}">${raw(svg)}</figure>
            <details>
              <summary>The same as a table</summary>
              ${table(title, columns, rows)}
            </details>
          </main>
        </body>
      </html>`.html
  }\n`;
}
