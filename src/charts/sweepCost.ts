/** What each point of a sweep costs against how it serves, mode by mode: the corner to be in is top left. */
import type { Estimate, GrowingQueue } from '../analysis/comparison.js';
import { TOLD } from '../analysis/headline.js';
import { possibleEnds } from '../analysis/possible.js';
import { replicationCount } from '../analysis/words.js';
import { CHANNELS, type Channel } from '../scenario/types.js';
import { chart, type Chart, type Drawing } from './chart.js';
import { haveRoom, NAME_MARK } from './names.js';
import {
  candidateColour,
  candidateLegend,
  candidateShape,
  CHANNEL_TITLES,
  cutNote,
  fiveDigits,
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

/** Names of more points than these are a thicket, even where each has room. */
const MOST_NAMES = 12;
/** Of a plot, in pixels. */
const HEIGHT = 300;

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
  const plots = drawn.map((channel) =>
    placed(
      channel,
      rows.filter((row) => row.channel === channel),
      panels(drawn.length, { gap: 70 }).width,
    ),
  );
  return chart(
    {
      title: titleOf(rows),
      subtitle:
        'Cost per conversation handled, all channels, against the share of first answers within the target; a line joins ' +
        `the points of a mode that differ in what was set last. Mean of ${replicationCount(sweep.replications)}. ` +
        `Points whose queue grows are left out${plots.every(({ allNamed }) => allNamed) ? '' : '; the table names all points'}.` +
        cutNote(rows.map(({ service }) => possibleEnds('share', service))),
    },
    { hconcat: plots.map((one) => plot(sweep, one)) },
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

interface Plot {
  readonly channel: Channel;
  readonly width: number;
  readonly costs: readonly [number, number];
  readonly service: ReturnType<typeof shareAxis>;
  readonly values: readonly Readonly<Record<string, unknown>>[];
  readonly allNamed: boolean;
}

/** Where everything of a channel stands, and which points have room for their names. */
function placed(channel: Channel, rows: readonly Row[], width: number): Plot {
  const means = rows.map(({ cost }) => cost.mean);
  const [least, most] = [Math.min(...means), Math.max(...means)];
  const room = Math.max(0.1 * (most - least), 0.005 * most);
  const costs = [least - room, most + room].map(fiveDigits) as [number, number];
  const ends = rows.map((row) => possibleEnds('share', row.service));
  const service = shareAxis('service level', ends);
  const along = (value: number, [from = 0, to = 1]: readonly number[]): number =>
    (value - from) / (to - from);
  const named = haveRoom(
    rows.map(({ point, cost, service: { mean } }) => ({
      x: width * along(cost.mean, costs),
      y: HEIGHT * (1 - along(mean, service.scale.domain)),
      name: point,
    })),
  );
  const areFew = rows.length <= MOST_NAMES;
  const values = rows.map(({ candidate, point, order, cost, service: { mean } }, i) => ({
    ...{ candidate, point, order, line: lineOf(point), cost: cost.mean, service: mean, ...ends[i] },
    name: areFew && named[i] === true ? point : '',
  }));
  return { channel, width, costs, service, values, allNamed: areFew && !named.includes(false) };
}

function plot({ modes }: DrawnSweep, { channel, width, costs, service, values }: Plot): Drawing {
  const named = { candidates: modes.map((name) => ({ name })) };
  const x = {
    ...{ field: 'cost', type: 'quantitative', title: 'cost per conversation handled' },
    ...{ scale: { domain: costs, zero: false, nice: false }, axis: { format: '.2f' } },
  };
  const y = { field: 'service', ...service };
  // The lines are pale, and not what they stand for.
  const legend = { ...candidateLegend(named), symbolOpacity: 1 };
  const color = { ...candidateColour(named), legend };
  const tooltip = [{ field: 'candidate' }, { field: 'point' }];
  return {
    title: panelTitle(CHANNEL_TITLES[channel]),
    data: { values },
    ...{ width, height: HEIGHT },
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
      ...(values.some(({ name }) => name !== '')
        ? [{ mark: { type: 'text', ...NAME_MARK }, encoding: { x, y, text: { field: 'name' }, color } }]
        : []),
    ],
  };
}

/** What was set before the last setting: `a=1, b=2` lies on the line of `a=1`. */
function lineOf(point: string): string {
  return point.split(', ').slice(0, -1).join(', ');
}
