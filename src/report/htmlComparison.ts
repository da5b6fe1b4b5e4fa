/** The report's first page: the answer with its certainty, the table that proves it, what each way decided, and further findings. */
import { answers, type Answer } from '../analysis/answer.js';
import { bestSentences } from '../analysis/bestWords.js';
import type { Comparison } from '../analysis/comparison.js';
import {
  comparisonGroups,
  estimateText,
  shownIn,
  type ComparisonCell,
  type ComparisonRow,
} from './comparisonRows.js';
import { bestNote, bracketNotes, rangeNotes } from './intervalNotes.js';
import type { Scale } from './quantity.js';
import { html, list, NOTHING, type Html } from './html.js';

export function answerSection(comparison: Comparison): Html {
  const found = answers(comparison);
  if (found.length === 0)
    return html`<section id="answer">
      <h2>The answer</h2>
      <p>No replication was finished, so nothing can be said.</p>
    </section>`;
  return html`<section id="answer">
    <h2>The answer</h2>
    <ol class="answers">
      ${found.map(statement)}
    </ol>
  </section>`;
}

function statement({ about, sentence, certainty, why }: Answer): Html {
  const sure = certainty === 'beyond chance' || certainty === 'estimate';
  return html`<li>
    <h3>${about}</h3>
    <p class="says">${sentence}</p>
    <p class="certainty"><b class="${sure ? 'sure' : 'unsure'}">${certainty}</b> ${why}</p>
  </li> `;
}

export function comparisonSection(comparison: Comparison): Html {
  const { candidates, replications } = comparison;
  if (candidates.length === 0) return NOTHING;
  const groups = comparisonGroups(comparison);
  const rest = others(comparison);
  const cells = groups.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  const notes = [
    replications < 2
      ? 'One replication has no interval.'
      : 'Each number is a mean over the replications; ± is the half-width of its 95 % interval.',
    ...(cells.some(({ isBest }) => isBest) ? [`★ ${bestNote(comparison)}`] : []),
    ...rangeNotes(shownIn(groups)),
    ...(cells.some(({ grows }) => grows)
      ? ['“grows”: the queue grows without bound, so its mean wait would say nothing.']
      : []),
  ];
  return html`<section id="comparison">
    <h2>Side by side</h2>
    <div class="scroll" tabindex="0" role="region" aria-label="Comparison of all ways of staffing">
      <table class="comparison">
        <caption class="quiet">
          Comparison of all ways of staffing
        </caption>
        <thead>
          <tr>
            <th scope="col">Measure</th>
            <th scope="col" class="unit">Unit</th>
            ${candidates.map(({ name }, c) => html`<th scope="col" class="n" data-c="${c}">${name}</th>`)}
          </tr>
        </thead>
        ${groups.map(
          ({ title, rows }) =>
            html`<tbody>
              <tr class="group">
                <th scope="rowgroup" colspan="${candidates.length + 2}">${title}</th>
              </tr>
              ${rows.map(rowOf)}
            </tbody> `,
        )}
      </table>
    </div>
    <p class="note">${notes.join(' ')}</p>
    ${titled('What each way decided', decisions(comparison))} ${titled('Settings', bestSentences(comparison))}
    ${titled('What else the runs say', rest, bracketNotes(comparison, rest))}
  </section>`;
}

function rowOf({ label, measure, isPart, scale, cells }: ComparisonRow): Html {
  const kind = isPart ? html` class="part"` : NOTHING;
  return html`<tr${kind}><th scope="row" title="${measure.meaning}">${label}</th><td class="unit">${scale.unit}</td>${cells.map(
    (cell, c) => html`<td class="n" data-c="${c}">${cellText(cell, scale)}</td>`,
  )}</tr>
`;
}

function cellText({ estimate, grows, isBest }: ComparisonCell, scale: Scale): Html {
  if (estimate === null) return html`–`;
  if (grows) return html`grows`;
  const text = estimateText(estimate, scale);
  return isBest ? html`<b>${text} <span class="best" title="best beyond chance">★</span></b>` : html`${text}`;
}

/** The findings that the answer has not told already. */
function others(comparison: Comparison): string[] {
  const told = answers(comparison).map(({ sentence }) => sentence);
  return comparison.findings.filter((finding) => !told.some((sentence) => sentence.includes(finding)));
}

function titled(title: string, sentences: readonly string[], notes: readonly string[] = []): Html {
  return sentences.length === 0
    ? NOTHING
    : html`<h3>${title}</h3>
        ${list(sentences)}${notes.map((note) => html`<p class="note">${note}</p>`)}`;
}

function decisions({ candidates, unavailable }: Comparison): string[] {
  return [
    ...candidates.flatMap(({ name, notes }) => (notes.length === 0 ? [] : `${name}: ${notes.join('; ')}`)),
    ...unavailable.map(({ name, reason }) => `${name} is not shown: ${reason}`),
  ];
}
