/** Conversations open at once over the day, stacked by channel, against the people signed in to hold them. */
import type { CandidateResult, Comparison } from '../analysis/comparison.js';
import { chart, type Chart, type ChartDefinition, type Drawing } from './chart.js';
import { crossTable } from './crossTable.js';
import { clockAxis, placesOf, toTheEnd, CLOCK_TIP } from './clock.js';
import {
  BOTH,
  CHANNEL_TITLES,
  channelColour,
  panelsOverTime,
  panelTitle,
  signedIn,
  fiveDigits,
  candidateFacet,
} from './pieces.js';
import { onAverage } from './words.js';

export const concurrency: ChartDefinition = {
  name: 'concurrency',
  summary: 'Open conversations over the day against the people signed in',
  draw,
};

type Kind = 'open' | 'people';

interface Value {
  readonly candidate: string;
  readonly label: string;
  readonly channel: string;
  readonly kind: Kind;
  readonly value: number;
}

/** The same for both plots, so that their panels stand below each other. */
const AXIS_EXTENT = 34;

function draw(comparison: Comparison): Chart | null {
  const values = comparison.candidates.flatMap(valuesOf);
  if (values.length === 0) return null;
  return chart(
    {
      title: titleOf(values),
      subtitle:
        'Conversations open, in queue or with a login, stacked by channel: a message that nobody has closed yet is ' +
        `open, too. Below, the people signed in, each counted once. ${onAverage(comparison)}`,
    },
    {
      vconcat: [
        plot('Open conversations', 'open', values, comparison),
        plot('People signed in', 'people', values, comparison),
      ],
    },
    crossTable(
      ['Candidate', 'Interval'],
      values.map(({ candidate, label, kind, channel, value }) => ({
        line: [candidate, label],
        column: `${kind === 'open' ? 'Open' : 'Signed in'}, ${channel}`,
        cell: Number(value.toFixed(2)),
      })),
    ),
  );
}

function valuesOf({ name, intervals }: CandidateResult): Value[] {
  const labels = [...new Set(intervals.map(({ label }) => label))];
  return labels.flatMap((label) => {
    const rows = intervals.filter((row) => row.label === label);
    return [
      ...rows.map(({ channel, openConversations }) => ({
        ...{ candidate: name, label, kind: 'open' as const },
        ...{ channel: CHANNEL_TITLES[channel], value: openConversations },
      })),
      ...signedIn(rows).map(({ channel, people }) => ({
        ...{ candidate: name, label, kind: 'people' as const, channel, value: people },
      })),
    ];
  });
}

function plot(title: string, kind: Kind, values: readonly Value[], { candidates }: Comparison): Drawing {
  const own = values.filter((one) => one.kind === kind && (one.channel !== BOTH || one.value > 0));
  const names = candidates.map(({ name }) => name);
  const labels = own.map(({ label }) => label);
  const { columns, width } = panelsOverTime(names.length, labels);
  const placeOf = placesOf(labels);
  const legend = [CHANNEL_TITLES.chat, BOTH, CHANNEL_TITLES.messaging].filter((channel) =>
    values.some((one) => one.channel === channel && one.value > 0),
  );
  const axis = { minExtent: AXIS_EXTENT, maxExtent: AXIS_EXTENT, tickCount: 4 };
  return {
    title: panelTitle(title),
    data: {
      values: toTheEnd(
        own.map(({ candidate, label, channel, value }) => ({
          ...{ candidate, channel, time: placeOf(label).from, value: fiveDigits(value) },
          order: channel === CHANNEL_TITLES.messaging ? 1 : 0,
        })),
      ),
    },
    facet: candidateFacet(names),
    columns,
    spec: {
      ...{ width, height: kind === 'open' ? 170 : 90 },
      mark: { type: 'area', interpolate: 'step-after' },
      encoding: {
        x: { field: 'time', type: 'temporal', scale: { type: 'utc' }, axis: clockAxis(labels, width) },
        y: { field: 'value', type: 'quantitative', title: null, stack: 'zero', axis },
        color: channelColour({ title: null, values: legend }),
        order: { field: 'order', type: 'quantitative' },
        tooltip: [
          { field: 'candidate' },
          CLOCK_TIP,
          { field: 'channel' },
          { field: 'value', format: '.1f', title: 'mean' },
        ],
      },
    },
  };
}

/** The most that are open at once on average, and when. */
function titleOf(values: readonly Value[]): string {
  const open = values.filter(({ kind }) => kind === 'open');
  const names = [...new Set(open.map(({ candidate }) => candidate))];
  const peaks = names.map((name) => peakOf(open.filter(({ candidate }) => candidate === name)));
  const [low, high] = [Math.min, Math.max].map((of) => Math.round(of(...peaks.map((peak) => peak.open))));
  const count = low === high ? `${high ?? 0}` : `${low ?? 0} to ${high ?? 0}`;
  const times = [...new Set(peaks.map(({ label }) => label.slice(11, 16)))];
  const when = times.length === 1 ? `At their peak, ${times[0] ?? ''},` : 'At their peaks';
  return `${when} ${count} conversations are open on average`;
}

function peakOf(own: readonly Value[]): { readonly label: string; readonly open: number } {
  const sums = new Map<string, number>();
  for (const { label, value } of own) sums.set(label, (sums.get(label) ?? 0) + value);
  return [...sums].reduce((most, [label, open]) => (open > most.open ? { label, open } : most), {
    label: '',
    open: -1,
  });
}
