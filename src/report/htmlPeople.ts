/** Fragmented reporting in the report: sentences on named people for every candidate, then every person in a table to sort. */
import type { CandidateResult, Comparison } from '../analysis/comparison.js';
import { HOUR } from '../base/units.js';
import type { PersonRow } from '../metrics/runReport.js';
import { personStories } from '../metrics/personStories.js';
import { told } from './findingsMd.js';
import { html, list, NOTHING, numberColumns, row, type Html } from './html.js';

const NO_DATA = '–';

interface PersonColumn {
  readonly label: string;
  readonly meaning: string;
  readonly value: (row: PersonRow) => string;
}

const percent = (share: number | null): string =>
  share === null ? NO_DATA : `${(100 * share).toFixed(0)} %`;
const number = (value: number | null, digits: number): string =>
  value === null ? NO_DATA : value.toFixed(digits);

const NAMES = ['Person', 'Group', 'Way of staffing'];

const COLUMNS: readonly PersonColumn[] = [
  {
    ...{ label: 'Hours', meaning: 'On shift, breaks out' },
    value: ({ shiftSeconds }) => number(shiftSeconds / HOUR, 1),
  },
  {
    ...{ label: 'Busy', meaning: 'Working, of any kind, of the time on shift' },
    value: ({ utilisation }) => percent(utilisation),
  },
  { label: 'Chats', meaning: 'Chats handled', value: ({ handledChats }) => number(handledChats, 1) },
  {
    ...{ label: 'Messaging', meaning: 'Messaging conversations handled' },
    value: ({ handledMessaging }) => number(handledMessaging, 1),
  },
  {
    ...{ label: 'Per hour', meaning: 'Handled per hour on shift' },
    value: ({ handledPerHour }) => number(handledPerHour, 1),
  },
  {
    ...{ label: 'At once', meaning: 'Open conversations, mean while signed in' },
    value: ({ concurrency }) => number(concurrency, 1),
  },
  {
    ...{ label: 'Rows', meaning: 'Report rows that carry the person’s work' },
    value: ({ reportRows }) => number(reportRows, 1),
  },
  {
    ...{ label: 'In chat report', meaning: 'Of the work, in the fullest row of the chat report' },
    value: ({ visibleShareChat }) => percent(visibleShareChat),
  },
  {
    ...{ label: 'In messaging report', meaning: 'Of the work, in the fullest row of the messaging report' },
    value: ({ visibleShareMessaging }) => percent(visibleShareMessaging),
  },
];

export function peopleSection({ candidates }: Comparison): Html {
  if (candidates.length === 0) return NOTHING;
  const count = candidates.reduce((sum, { people }) => sum + people.length, 0);
  return html`<section id="reports">
    <h2>What the reports would let you believe</h2>
    <p>
      A manager sees report rows: one per login in the chat report, one in the messaging report. This is how
      far they are from what people did, on average over the replications.
    </p>
    ${candidates.map(ofCandidate)}
    <details id="everybody">
      <summary>Everybody: ${count} rows, to sort by any column</summary>
      <div class="scroll" tabindex="0" role="region" aria-label="Everybody">
        <table class="sortable ${numberColumns([...NAMES.map(() => false), ...COLUMNS.map(() => true)])}">
          <caption class="quiet">
            What each person did, and what the reports show of it
          </caption>
          <thead>
            <tr>
              ${NAMES.map((label) => html`<th scope="col">${label}</th>`)}${COLUMNS.map(
                ({ label, meaning }) => html`<th scope="col" title="${meaning}">${label}</th>`,
              )}
            </tr>
          </thead>
          <tbody>
            ${candidates.map(({ name, people }, c) => people.map((row) => personRow(row, name, c)))}
          </tbody>
        </table>
      </div>
    </details>
  </section>`;
}

function ofCandidate(candidate: CandidateResult, c: number): Html {
  const stories = personStories(candidate);
  return html`<div data-c="${c}">
    <h3>${candidate.name}</h3>
    ${list(told({ ...candidate, notes: [] }))}
    ${
      stories.length === 0
        ? NOTHING
        : html`<h4>On single people</h4>
            ${list(stories)}`
    }
  </div> `;
}

function personRow(person: PersonRow, candidate: string, c: number): Html {
  const cells = [person.person, person.group, candidate, ...COLUMNS.map(({ value }) => value(person))];
  return row(cells, html` data-c="${c}"`);
}
