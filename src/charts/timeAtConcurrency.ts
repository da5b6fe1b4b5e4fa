/** How much of their signed-in time people have how many conversations open at once. */
import type { Comparison } from '../analysis/comparison.js';
import type { Share } from '../base/units.js';
import { list } from '../analysis/words.js';
import { chart, WIDTH, type Chart, type ChartDefinition } from './chart.js';
import { candidateColour, fiveDigits } from './pieces.js';
import { MOST_TOLD, onAverage, share } from './words.js';

export const timeAtConcurrency: ChartDefinition = {
  name: 'time-at-concurrency',
  summary: 'Share of signed-in time with 0, 1, 2, … conversations open',
  draw,
};

/** Above so many bars, neighbours share one. */
const MOST_BARS = 32;

interface Bar {
  readonly candidate: string;
  readonly from: number;
  readonly to: number;
  readonly share: Share;
  /** With half of the time below and half above: the same in every bar of a candidate. */
  readonly median: number;
}

function draw(comparison: Comparison): Chart | null {
  const seen = comparison.candidates.filter(({ concurrencyShares }) => concurrencyShares.length > 0);
  if (seen.length === 0) return null;
  const longest = Math.max(...seen.map(({ concurrencyShares }) => lastThatCounts(concurrencyShares) + 1));
  const size = Math.ceil(longest / MOST_BARS);
  const bars = seen.flatMap(({ name, concurrencyShares }) =>
    barsOf(concurrencyShares, size, longest).map((bar): Bar => ({ candidate: name, ...bar })),
  );
  const medians = seen.map(({ name, concurrencyShares }) => ({
    candidate: name,
    median: medianOf(concurrencyShares),
  }));
  const names = comparison.candidates.map(({ name }) => name);
  const x = {
    ...{ field: 'from', type: 'quantitative', title: 'conversations open at once' },
    ...{ scale: { nice: false }, axis: { format: 'd', tickMinStep: 1 } },
  };
  const y = { field: 'share', type: 'quantitative', title: null, axis: { format: '.0%', tickCount: 3 } };
  return chart(
    {
      title: titleOf(medians),
      subtitle:
        'Share of signed-in time, breaks out, with so many conversations open on the login in use' +
        `${size > 1 ? `, ${size} to a bar` : ''}; the line marks half of the time. ${onAverage(comparison)}`,
    },
    {
      data: { values: bars.map((bar) => ({ ...bar, share: fiveDigits(bar.share), open: rangeOf(bar) })) },
      facet: {
        row: {
          ...{ field: 'candidate', type: 'nominal', sort: names, title: null },
          header: {
            labelAngle: 0,
            labelAlign: 'left',
            labelAnchor: 'start',
            labelOrient: 'top',
            labelPadding: 2,
          },
        },
      },
      resolve: { axis: { x: 'shared' } },
      spec: {
        ...{ width: WIDTH - 60, height: 70 },
        layer: [
          {
            mark: { type: 'bar', binSpacing: 1 },
            encoding: {
              ...{ x: { ...x, bin: 'binned' }, x2: { field: 'to' }, y, color: candidateColour(comparison) },
              tooltip: [
                { field: 'candidate' },
                { field: 'open' },
                { field: 'share', format: '.1%', title: 'of the time' },
              ],
            },
          },
          {
            transform: [{ calculate: 'datum.median + 0.5', as: 'middle' }],
            mark: { type: 'rule', style: 'zero' },
            encoding: { x: { field: 'middle', type: 'quantitative' } },
          },
        ],
      },
    },
    {
      columns: ['Candidate', 'Open at once', 'Share of signed-in time'],
      rows: bars.map((bar) => [bar.candidate, rangeOf(bar), share(bar.share)]),
    },
  );
}

function barsOf(shares: readonly Share[], size: number, longest: number): Omit<Bar, 'candidate'>[] {
  const count = Math.ceil(longest / size);
  const median = medianOf(shares);
  return Array.from({ length: count }, (_, i) => {
    const [from, to] = [i * size, (i + 1) * size];
    // The tail too thin to see is in the last bar.
    const own = shares.slice(from, i === count - 1 ? undefined : to);
    return { from, to, share: own.reduce((sum, one) => sum + one, 0), median };
  });
}

/** Of the numbers with a thousandth of the time or more, the largest. */
function lastThatCounts(shares: readonly Share[]): number {
  return shares.findLastIndex((one) => one >= 0.001);
}

function medianOf(shares: readonly Share[]): number {
  let sum = 0;
  return shares.findIndex((one) => (sum += one) >= 0.5);
}

function rangeOf({ from, to }: Bar): string {
  return to - from === 1 ? String(from) : `${from} to ${to - 1}`;
}

/** Candidates with the same median share a mention. */
function titleOf(medians: readonly { readonly candidate: string; readonly median: number }[]): string {
  const sizes = [...new Set(medians.map(({ median }) => median))];
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  if (medians.length > MOST_TOLD)
    return `Half of their time people have at most ${least === most ? most : `${least} to ${most}`} conversations open`;
  const told = sizes.map((size) => {
    const names = medians.filter(({ median }) => median === size).map(({ candidate }) => candidate);
    return `${size} with ${list(names)}`;
  });
  return `Half of their time people have at most so many conversations open: ${told.join(', ')}`;
}
