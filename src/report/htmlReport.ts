/** report.html: a comparison for somebody who decides, as one page that needs nothing but itself. */
import type { Comparison } from '../analysis/comparison.js';
import { html, json, NOTHING, raw, type Html } from './html.js';
import type { Inputs } from './assumptionsJson.js';
import { assumptionsSection, reproduceSection } from './htmlAssumptions.js';
import { chartsOf, chartsSection, pageData } from './htmlCharts.js';
import { answerSection, comparisonSection } from './htmlComparison.js';
import { filterForm } from './htmlFilter.js';
import { peopleSection } from './htmlPeople.js';
import { STYLE } from './htmlStyle.js';
import type { Manifest } from './manifest.js';

export const REPORT = 'report.html';

/** No picture shows more; all of them would be a third of the page. */
const DIGITS = 6;

/** A script that the page carries, and what its text hashes to: nothing else may run there. */
export interface Script {
  readonly type: 'text/javascript' | 'module';
  readonly text: string;
  /** Base64. */
  readonly sha256: string;
}

export interface ReportParts {
  readonly comparison: Comparison;
  readonly inputs: readonly Inputs[];
  readonly made: Manifest;
}

export function htmlReport({ comparison, inputs, made }: ReportParts, scripts: readonly Script[]): string {
  const { scenario } = comparison;
  const charts = chartsOf(comparison);
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy(scripts)}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="generator" content="blendsim ${made.blendsim}" />
        <title>${scenario}: ways of staffing compared</title>
        <style>
          ${raw(STYLE)}
        </style>
      </head>
      <body>
        <a class="skip" href="#answer">To the answer</a>
        ${header(comparison, charts.length > 0)}
        <main>
          ${answerSection(comparison)} ${filterForm(comparison)} ${comparisonSection(comparison)}
          ${chartsSection(charts)} ${peopleSection(comparison)} ${assumptionsSection(inputs)}
          ${reproduceSection(comparison, made)}
        </main>
        <footer>
          <p>
            Made by blendsim ${made.blendsim}. Nothing in this page is loaded from elsewhere, and nothing
            leaves it.
          </p>
        </footer>
        <script type="application/json" id="report-data">
          ${json(pageData(comparison, charts), DIGITS)}
        </script>
        ${scripts.map(element)}
      </body>
    </html> `.html;
}

/** To the letter, since the letters are hashed. */
function element({ text, type }: Script): Html {
  return raw(`<script type="${type}">${text}</script>`);
}

/** No network, no eval, no script but these; styles are the page's own and those that drawing sets. */
function policy(scripts: readonly Script[]): string {
  const known = scripts.map(({ sha256 }) => `'sha256-${sha256}'`).join(' ');
  return `default-src 'none'; script-src ${known}; style-src 'unsafe-inline'; img-src data: blob:; base-uri 'none'; form-action 'none'`;
}

function header({ scenario, question, replications, seed }: Comparison, hasPictures: boolean): Html {
  const sections = [
    ['answer', 'The answer'],
    ['comparison', 'Side by side'],
    ...(hasPictures ? [['pictures', 'The pictures'] as const] : []),
    ['reports', 'What reports show'],
    ['assumptions', 'What it rests on'],
    ['reproduce', 'Make it again'],
  ] as const;
  return html`<header>
    <h1>${scenario}</h1>
    ${question === null ? NOTHING : html`<p class="question">${question}</p>`}
    <p class="runs">${replications} replication${replications === 1 ? '' : 's'}, seed ${seed}</p>
    <nav aria-label="Sections">${sections.map(([id, title]) => html`<a href="#${id}">${title}</a> `)}</nav>
  </header>`;
}
