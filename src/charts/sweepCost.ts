/** What each point of a sweep costs against how it serves, mode by mode: the corner to be in is top left. */
import type { Estimate, GrowingQueue } from '../analysis/comparison.js';
import { TOLD } from '../analysis/headline.js';
import { possibleEnds } from '../analysis/possible.js';
import { replicationCount } from '../analysis/words.js';
import { CHANNELS, type Channel } from '../scenario/types.js';
import { chart, type Chart, type Drawing } from './chart.js';
import {
  candidateColour,
  candidateLegend,
  candidateShape,
  CHANNEL_TITLES,
  cutNote,
  panels,
  panelTitle,
  shareAxis,
} from './pieces.js';
import { share } from './words.js';

/** What sweep.json holds of a sweep, as far as it is drawn. */
export interface DrawnSweep {
  readonly modes: readonly string[];
  readonly replications: number;
  readonly points: readonly {
    readonly name: string;
    readonly results: readonly {
      readonly mode: string;
      readonly growingQueues: readonly GrowingQueue[];
      readonly estimates: Readonly<Record<string, Readonly<Record<string, Means>>>>;
    }[];
  }[];
}

type Means = Pick<Estimate, 'mean' | 'halfWidth'>;

/** Names of more points than these lie on top of each other. */
const MOST_NAMES = 12;

interface Row {
  readonly candidate: string;
  readonly point: string;
  readonly order: number;
  readonly channel: Channel;
  readonly cost: Means;
  readonly service: Means;
}

/** Null: no costs, or nothing to compare. A point whose queue grows is left out: its means say how long the run was. */
export function sweepCost(sweep: DrawnSweep): Chart | null {
  const rows = CHANNELS.flatMap((channel) => rowsOf(sweep, channel));
  const drawn = CHANNELS.filter((channel) => rows.some((row) => row.channel === channel));
  if (rows.every(({ cost }) => cost.mean === 0)) return null;
  return chart(
    {
      title: titleOf(rows),
      subtitle:
        'Cost per conversation handled, all channels, against the share of first answers within the target; a line joins ' +
        `the points of a mode that differ in what was set last. Mean of ${replicationCount(sweep.replications)}. ` +
        `Points whose queue grows are left out${areNamed(rows) ? '' : '; the table names all points'}.` +
        cutNote(rows.map(({ service }) => possibleEnds('share', service))),
    },
    { hconcat: drawn.map((channel) => plot(sweep, channel, rows, drawn.length)) },
    {
      columns: ['Channel', 'Mode', 'Point', 'Cost per handled', 'Service level'],
      rows: rows.map(({ channel, candidate, point, cost, service }) => [
        ...[CHANNEL_TITLES[channel], candidate, point],
        ...[cost.mean.toFixed(2), `${(100 * service.mean).toFixed(1)} %`],
      ]),
    },
  );
}

/** What is seen, not what is proven: verdicts on the points stand in the sweep's own table. */
function titleOf(rows: readonly Row[]): string {
  const cheapest = rows.reduce((best, row) => (row.cost.mean < best.cost.mean ? row : best));
  const seen = CHANNELS.flatMap((channel) => {
    const own = rows.filter((row) => row.channel === channel);
    if (own.length === 0) return [];
    const best = own.reduce((most, row) => (row.service.mean > most.service.mean ? row : most));
    const noun = channel === 'chat' ? 'chats' : 'messages';
    return [`most ${noun} in time: ${best.candidate} at ${best.point} (${share(best.service.mean, 0)})`];
  });
  const least = `Seen cheapest: ${cheapest.candidate} at ${cheapest.point} (${cheapest.cost.mean.toFixed(2)})`;
  return [least, ...seen].join('; ');
}

function rowsOf({ points }: DrawnSweep, channel: Channel): Row[] {
  return points.flatMap(({ name, results }, order) =>
    results.flatMap(({ mode, estimates, growingQueues }) => {
      const cost = estimates[TOLD.cost.scope]?.[TOLD.cost.measure];
      const service = estimates[channel]?.['serviceLevel'];
      const grows = growingQueues.some(({ scopes }) => scopes.includes(channel));
      if (cost === undefined || service === undefined || grows) return [];
      return [{ candidate: mode, point: name, order, channel, cost, service }];
    }),
  );
}

function plot({ modes }: DrawnSweep, channel: Channel, rows: readonly Row[], count: number): Drawing {
  const named = { candidates: modes.map((name) => ({ name })) };
  const values = rows
    .filter((row) => row.channel === channel)
    .map(({ candidate, point, order, cost, service }) => ({
      ...{ candidate, point, order, line: lineOf(point), cost: cost.mean, service: service.mean },
      ...possibleEnds('share', service),
    }));
  const x = {
    ...{ field: 'cost', type: 'quantitative', title: 'cost per conversation handled' },
    ...{ scale: { zero: false, padding: 30 }, axis: { format: '.2f' } },
  };
  const y = { field: 'service', ...shareAxis('service level', values) };
  // The lines are pale, and not what they stand for.
  const legend = { ...candidateLegend(named), symbolOpacity: 1 };
  const color = { ...candidateColour(named), legend };
  const tooltip = [{ field: 'candidate' }, { field: 'point' }];
  const label = { align: 'left', dx: 8, dy: -6, fontSize: 10 };
  return {
    title: panelTitle(CHANNEL_TITLES[channel]),
    data: { values },
    ...{ width: panels(count, { gap: 70 }).width, height: 300 },
    layer: [
      {
        mark: { type: 'line', strokeWidth: 1.5, opacity: 0.6 },
        encoding: { x, y, color, detail: { field: 'line' }, order: { field: 'order' } },
      },
      {
        mark: { type: 'rule', strokeWidth: 1.5, opacity: 0.6 },
        encoding: { x, y: { ...y, field: 'low' }, y2: { field: 'high' }, color },
      },
      {
        mark: { type: 'point', filled: true, size: 70, opacity: 1 },
        encoding: { x, y, color, shape: { ...candidateShape(named), legend }, tooltip },
      },
      ...(areNamed(rows)
        ? [{ mark: { type: 'text', ...label }, encoding: { x, y, text: { field: 'point' }, color } }]
        : []),
    ],
  };
}

/** What was set before the last setting: `a=1, b=2` lies on the line of `a=1`. */
function lineOf(point: string): string {
  return point.split(', ').slice(0, -1).join(', ');
}

function areNamed(rows: readonly Row[]): boolean {
  return CHANNELS.every((channel) => rows.filter((row) => row.channel === channel).length <= MOST_NAMES);
}
