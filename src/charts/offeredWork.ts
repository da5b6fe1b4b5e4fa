/** Work that arrives in each interval against the people there to do it, each with one pair of hands. */
import type { CandidateResult, Comparison } from '../analysis/comparison.js';
import { chart, type Chart, type ChartDefinition, type Drawing } from './chart.js';
import { clockAxis, placesOf, toTheEnd, CLOCK_TIP } from './clock.js';
import {
  CHANNEL_TITLES,
  channelColour,
  panelsOverTime,
  signedIn,
  fiveDigits,
  candidateFacet,
} from './pieces.js';
import { list } from '../analysis/words.js';
import { MOST_TOLD, onAverage } from './words.js';

export const offeredWork: ChartDefinition = {
  name: 'offered-work',
  summary: 'Work offered in each interval against the people signed in',
  draw,
};

/** Stands where the work has its channel. */
const PEOPLE = 'people signed in';

/** One interval of one candidate: hands that its work would keep busy, by channel, and hands there are. */
interface Slot {
  readonly candidate: string;
  readonly label: string;
  readonly work: readonly { readonly channel: string; readonly hands: number }[];
  readonly people: number;
}

function draw(comparison: Comparison): Chart | null {
  const slots = comparison.candidates.flatMap(slotsOf);
  if (slots.length === 0) return null;
  const channels = Object.values(CHANNEL_TITLES);
  return chart(
    {
      title: titleOf(slots),
      subtitle:
        'Undivided work that arrived in each interval, wrap-ups in, as the number of people it would keep busy, ' +
        `stacked by channel; the line is the people signed in, each counted once. ${onAverage(comparison)}`,
    },
    drawing(slots, comparison),
    {
      columns: ['Candidate', 'Interval', ...channels.map((title) => `Work, ${title}`), 'People signed in'],
      rows: slots.map(({ candidate, label, work, people }) => [
        ...[candidate, label],
        ...channels.map((title) => hundredth(work.find(({ channel }) => channel === title)?.hands)),
        hundredth(people),
      ]),
    },
  );
}

function drawing(slots: readonly Slot[], { candidates }: Comparison): Drawing {
  const names = candidates.map(({ name }) => name);
  const labels = slots.map(({ label }) => label);
  const { columns, width } = panelsOverTime(names.length, labels);
  const placeOf = placesOf(labels);
  const legend = Object.values(CHANNEL_TITLES).filter((title) =>
    slots.some(({ work }) => work.some(({ channel }) => channel === title)),
  );
  const x = { field: 'time', type: 'temporal', scale: { type: 'utc' }, axis: clockAxis(labels, width) };
  const y = { field: 'hands', type: 'quantitative', title: 'people', stack: null };
  const tooltip = [
    { field: 'candidate' },
    CLOCK_TIP,
    { field: 'channel' },
    { field: 'hands', format: '.1f', title: 'people' },
  ];
  const step = { interpolate: 'step-after' };
  return {
    data: { values: toTheEnd(slots.flatMap((slot) => valuesOf(slot, placeOf(slot.label).from))) },
    facet: candidateFacet(names),
    columns,
    spec: {
      ...{ width, height: 200 },
      layer: [
        {
          transform: [{ filter: `datum.channel !== '${PEOPLE}'` }],
          mark: { type: 'area', ...step },
          encoding: {
            x,
            y: { ...y, stack: 'zero' },
            order: { field: 'order', type: 'quantitative' },
            color: channelColour({ title: null, values: legend }),
            tooltip,
          },
        },
        {
          transform: [{ filter: `datum.channel === '${PEOPLE}'` }],
          // A pointed corner at the top would lift the panel's name.
          mark: { type: 'line', ...step, style: 'ink', strokeJoin: 'round' },
          encoding: { x, y, tooltip },
        },
      ],
    },
  };
}

function valuesOf({ candidate, work, people }: Slot, time: number) {
  const common = { candidate, time };
  return [
    ...work.map(({ channel, hands }) => ({
      ...{
        ...common,
        channel,
        hands: fiveDigits(hands),
        order: channel === CHANNEL_TITLES.messaging ? 1 : 0,
      },
    })),
    { ...common, channel: PEOPLE, hands: fiveDigits(people), order: 2 },
  ];
}

function hundredth(value: number | undefined): number | null {
  return value === undefined ? null : Number(value.toFixed(2));
}

function slotsOf({ name, intervals }: CandidateResult): Slot[] {
  const starts = [...new Set(intervals.map(({ start }) => start))];
  const length = Math.max(0, ...starts.map((start, i) => (starts[i + 1] ?? start) - start));
  return starts.flatMap((start) => {
    const rows = intervals.filter((row) => row.start === start);
    const [first] = rows;
    if (first === undefined || length === 0) return [];
    const work = rows.map(({ channel, offeredWorkSeconds }) => ({
      ...{ channel: CHANNEL_TITLES[channel], hands: offeredWorkSeconds / length },
    }));
    const people = signedIn(rows).reduce((sum, one) => sum + one.people, 0);
    return [{ candidate: name, label: first.label, work, people }];
  });
}

/** In how many staffed intervals more work arrives than the people there can do, on average. */
function titleOf(slots: readonly Slot[]): string {
  const names = [...new Set(slots.map(({ candidate }) => candidate))];
  const over = names.map((name) => {
    const own = slots.filter(({ candidate, people }) => candidate === name && people >= 1);
    const short = own.filter(({ work, people }) => work.reduce((sum, { hands }) => sum + hands, 0) > people);
    return { name, short: short.length, of: own.length };
  });
  const worst = over.filter(({ short }) => short > 0);
  if (worst.length === 0)
    return 'In every staffed interval more people are signed in than the arriving work would keep busy';
  const told = worst.map(
    ({ name, short, of }, i) => `${short} of ${of}${i === 0 ? ' staffed intervals' : ''} with ${name}`,
  );
  const shorts = worst.map(({ short }) => short);
  const many = `up to ${Math.max(...shorts)} staffed intervals with ${worst.length} of ${over.length} candidates`;
  return `More work arrives than the people signed in can do in ${worst.length > MOST_TOLD ? many : list(told)}`;
}
