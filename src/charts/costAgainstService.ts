/** What each candidate costs against how it serves: the corner to be in is top left. */
import type { Comparison, Estimate, PairedDifference } from '../analysis/comparison.js';
import { TOLD } from '../analysis/headline.js';
import { alike } from '../analysis/judge.js';
import { isLevel } from '../analysis/paired.js';
import { possibleEnds } from '../analysis/possible.js';
import { capitalised } from '../analysis/words.js';
import { CHANNELS, type Channel } from '../scenario/types.js';
import { chart, type Chart, type ChartDefinition, type Drawing } from './chart.js';
import {
  candidateColour,
  candidateLegend,
  candidateShape,
  carriedChannels,
  CHANNEL_TITLES,
  cutNote,
  panels,
  panelTitle,
  shareAxis,
} from './pieces.js';
import {
  cannotTell,
  clearest,
  CONVERSATIONS,
  named,
  pairsTold,
  provenPairs,
  sizeOf,
} from './verdictWords.js';
import { onAverage, share } from './words.js';

const SERVICE = 'serviceLevel';

export const costAgainstService: ChartDefinition = {
  name: 'cost-against-service',
  summary: 'Cost per conversation against the service level, candidate by candidate',
  draw,
};

interface Point {
  readonly candidate: string;
  readonly channel: Channel;
  readonly cost: Estimate;
  readonly service: Estimate;
}

function draw(comparison: Comparison): Chart | null {
  const channels = carriedChannels(comparison.candidates);
  const points = channels.flatMap((channel) => pointsOf(comparison, channel));
  if (comparison.candidates.length < 2 || points.every(({ cost }) => cost.mean === 0)) return null;
  const drawn = channels.filter((channel) => points.some((point) => point.channel === channel));
  const notAll = drawn.some(
    (channel) => alike(comparison.candidates, channel).length < comparison.candidates.length,
  );
  return chart(
    {
      title: titleOf(comparison),
      subtitle:
        'Cost per conversation handled, all channels, against the share of first answers within the target; crosses are ' +
        `95 % intervals. ${onAverage(comparison)}${notAll ? ' A channel shows only candidates that carry the same in it.' : ''}` +
        cutNote(points.map(({ service }) => possibleEnds('share', service))),
    },
    {
      hconcat: drawn.map((channel) =>
        plot(
          channel,
          points.filter((point) => point.channel === channel),
          drawn.length,
          comparison,
        ),
      ),
    },
    {
      columns: ['Channel', 'Candidate', 'Cost per handled', 'Service level'],
      rows: points.map(({ channel, candidate, cost, service }) => [
        ...[CHANNEL_TITLES[channel], candidate],
        ...[money(cost), within(service)],
      ]),
    },
  );
}

function pointsOf({ candidates }: Comparison, channel: Channel): Point[] {
  return alike(candidates, channel).flatMap((one) => {
    const cost = one.estimates[TOLD.cost.scope]?.[TOLD.cost.measure];
    const service = one.estimates[channel]?.[SERVICE];
    if (cost === undefined || service === undefined) return [];
    return [{ candidate: one.name, channel, cost, service }];
  });
}

function plot(channel: Channel, points: readonly Point[], count: number, comparison: Comparison): Drawing {
  const values = points.map(({ candidate, cost, service }) => ({
    ...{ candidate, cost: cost.mean, service: service.mean, told: `${money(cost)}, ${within(service)}` },
    ...{ cheap: possibleEnds('money', cost).low, dear: possibleEnds('money', cost).high },
    ...possibleEnds('share', service),
  }));
  const x = {
    field: 'cost',
    type: 'quantitative',
    title: 'cost per conversation handled',
    scale: { zero: false, padding: 30 },
  };
  const y = { field: 'service', ...shareAxis('service level', values) };
  // The crosses are pale, and not what they stand for.
  const legend = { ...candidateLegend(comparison), symbolOpacity: 1 };
  const color = { ...candidateColour(comparison), legend };
  const tooltip = [{ field: 'candidate' }, { field: 'told', title: 'cost, service' }];
  return {
    title: panelTitle(CHANNEL_TITLES[channel]),
    data: { values },
    ...{ width: panels(count, { gap: 70 }).width, height: 260 },
    layer: [
      {
        mark: { type: 'rule', strokeWidth: 1.5, opacity: 0.6 },
        encoding: { x: { ...x, field: 'cheap' }, x2: { field: 'dear' }, y, color },
      },
      {
        mark: { type: 'rule', strokeWidth: 1.5, opacity: 0.6 },
        encoding: { x, y: { ...y, field: 'low' }, y2: { field: 'high' }, color },
      },
      {
        mark: { type: 'point', filled: true, size: 90, opacity: 1 },
        encoding: { x, y, color, shape: { ...candidateShape(comparison), legend }, tooltip },
      },
    ],
  };
}

function money({ mean, halfWidth }: Estimate): string {
  return halfWidth === null ? mean.toFixed(2) : `${mean.toFixed(2)} ± ${halfWidth.toFixed(2)}`;
}

function within({ mean, halfWidth }: Estimate): string {
  return halfWidth === null ? share(mean) : `${(100 * mean).toFixed(1)} ± ${(100 * halfWidth).toFixed(1)} %`;
}

/** The proven difference in cost, and what the same two do to chats in time. */
function titleOf(comparison: Comparison): string {
  const pair = clearest(comparison, TOLD.cost);
  if (pair === null) {
    const pairs = pairsTold(comparison, TOLD.cost);
    return pairs.length > 0 && pairs.every(isLevel)
      ? 'A conversation handled costs the same in every replication'
      : cannotTell(comparison, 'is cheaper');
  }
  const { under, winner, loser } = named(comparison, pair);
  const main = `${under}${winner} costs ${sizeOf(pair)} less per conversation handled than ${loser}`;
  return capitalised(main + inTime(comparison, pair));
}

/** What the same two prove about answering in time, on the first channel that both are judged on. */
function inTime(comparison: Comparison, { a, b, ...cost }: PairedDifference): string {
  const ours = CHANNELS.flatMap((scope) => {
    const pair = pairsTold(comparison, { scope, measure: SERVICE }).find((one) => one.a === a && one.b === b);
    return pair === undefined ? [] : [{ scope, pair }];
  });
  const [first] = ours;
  if (first === undefined) return '';
  const { scope, pair } = first;
  const noun = CONVERSATIONS[scope];
  if (isLevel(pair)) return ` and answers as many ${noun} in time`;
  if (!provenPairs(comparison, { scope, measure: SERVICE }).includes(pair))
    return `; which answers more ${noun} in time cannot be told`;
  const size = sizeOf(pair);
  return pair.better === cost.better
    ? ` and answers ${size} more of the ${noun} in time`
    : `, but answers ${size} fewer of the ${noun} in time`;
}
