/** What each person's report rows show of the person: one strip per person, the part that one report accounts for in its colour. */
import type { CandidateResult, Comparison } from '../analysis/comparison.js';
import { capitalised, list, percent } from '../analysis/words.js';
import type { Share } from '../base/units.js';
import { CHANNELS, type Channel } from '../scenario/types.js';
import { chart, type Chart, type ChartDefinition, type Drawing } from './chart.js';
import { panels, themed, fiveDigits, candidateFacet } from './pieces.js';
import { MOST_TOLD, onAverage, share } from './words.js';

export const fragmentation: ChartDefinition = {
  name: 'fragmentation',
  summary: 'What a manager sees of each person who reads one row of one report',
  draw,
};

const REPORTS: Readonly<Record<Channel, string>> = {
  chat: 'fullest row of the chat report',
  messaging: 'fullest row of the messaging report',
};
/** With more people every second, third, … is drawn. */
const MOST_PEOPLE = 90;
/** With more the strips are too thin for names. */
const MOST_NAMES = 30;

interface Strip {
  readonly candidate: string;
  readonly person: string;
  readonly shown: Readonly<Record<Channel, Share>>;
}

function draw(comparison: Comparison): Chart | null {
  const strips = comparison.candidates.flatMap(stripsOf);
  if (strips.length === 0) return null;
  const people = [...new Set(strips.map(({ person }) => person))];
  const every = Math.ceil(people.length / MOST_PEOPLE);
  const drawn = people.filter((_, i) => i % every === 0);
  return chart(
    {
      title: titleOf(comparison),
      subtitle:
        `One strip per person${every > 1 ? `, every ${every}th of ${people.length}` : ''}: the part of their work for ` +
        'conversations that the fullest row of each report accounts for. Blank is in other rows of that report. ' +
        onAverage(comparison),
    },
    drawing(
      strips.filter(({ person }) => drawn.includes(person)),
      drawn,
      comparison,
    ),
    {
      columns: ['Person', 'Candidate', ...CHANNELS.map((channel) => capitalised(REPORTS[channel]))],
      rows: strips.map(({ person, candidate, shown }) => [
        ...[person, candidate],
        ...CHANNELS.map((channel) => share(shown[channel], 0)),
      ]),
    },
  );
}

function stripsOf({ name, people }: CandidateResult): Strip[] {
  return people
    .filter(({ visibleShare }) => visibleShare !== null)
    .map(({ person, visibleShareChat, visibleShareMessaging }) => ({
      ...{ candidate: name, person },
      shown: { chat: visibleShareChat ?? 0, messaging: visibleShareMessaging ?? 0 },
    }));
}

function drawing(strips: readonly Strip[], people: readonly string[], { candidates }: Comparison): Drawing {
  const names = candidates.map(({ name }) => name);
  const isNamed = people.length <= MOST_NAMES;
  const { columns, width } = panels(names.length);
  const legend = CHANNELS.filter((channel) => strips.some(({ shown }) => shown[channel] > 0)).map(
    (channel) => REPORTS[channel],
  );
  return {
    data: {
      values: strips.flatMap(({ candidate, person, shown }) =>
        CHANNELS.map((channel, order) => ({
          ...{ candidate, person, order, report: REPORTS[channel] },
          ...{ share: fiveDigits(shown[channel]) },
        })),
      ),
    },
    facet: candidateFacet(names),
    columns,
    spec: {
      width,
      height: { step: isNamed ? 16 : 6 },
      mark: { type: 'bar', height: { band: isNamed ? 0.75 : 0.8 } },
      encoding: {
        y: {
          ...{ field: 'person', type: 'nominal', sort: people },
          ...(isNamed
            ? { title: null }
            : { title: `${people.length} people`, axis: { labels: false, grid: false } }),
        },
        x: {
          ...{ field: 'share', type: 'quantitative', title: null, stack: 'zero' },
          ...{ scale: { domain: [0, 1] }, axis: { format: '.0%', values: [0, 0.5, 1], labelFlush: true } },
        },
        color: {
          ...{ field: 'report', type: 'nominal', legend: { title: null, values: legend } },
          // The middle colour of the three is of both channels.
          scale: { domain: [REPORTS.chat, '', REPORTS.messaging], range: themed('channel') },
        },
        order: { field: 'order', type: 'quantitative' },
        tooltip: [
          { field: 'person' },
          { field: 'candidate' },
          { field: 'report' },
          { field: 'share', format: '.0%', title: 'shows' },
        ],
      },
    },
  };
}

/** Candidates of one reading share a mention. */
function titleOf({ candidates }: Comparison): string {
  const seen = candidates.flatMap(({ name, estimates }) => {
    const mean = estimates['reports']?.['visibleShareMean']?.mean;
    return mean === undefined ? [] : [{ name, mean, told: percent(mean) }];
  });
  if (seen.length > MOST_TOLD) {
    const [least, most] = [Math.min, Math.max].map((of) => percent(of(...seen.map(({ mean }) => mean))));
    return `A person's fullest report row shows ${least === most ? least : `${least} to ${most}`} of their work`;
  }
  const shares = [...new Set(seen.map(({ told }) => told))];
  const parts = shares.map((told, one) => {
    const names = seen.filter((other) => other.told === told).map(({ name }) => name);
    return `${told}${one === 0 ? ' of their work' : ''} with ${list(names)}`;
  });
  return `A person's fullest report row shows ${parts.join(', ')}`;
}
