/** Two to four plain sentences of what a sweep proves, and of what it cannot tell. */
import { CHANNELS } from '../scenario/types.js';
import { TOLD, type Headline } from './headline.js';
import { hasGrowingQueue } from './judge.js';
import { withinModes } from './scenarioFindings.js';
import type { SweepPoint, SweptPoints } from './swept.js';
import { list } from './words.js';

const MOST = 4;
/** Differences along the points: of so many measures. */
const MOST_ALONG = 2;
/** More points than this are counted, not named. */
const NAMED = 4;
const ANSWERED: readonly { readonly headline: Headline; readonly what: string }[] = [
  { headline: TOLD.chatAnswer, what: 'Chats are answered soonest' },
  { headline: TOLD.messagingAnswer, what: 'Messaging is answered soonest' },
];

export function sweepFindings(swept: SweptPoints): string[] {
  if (swept.replications === 0) return ['No replication was finished, so nothing can be said.'];
  return [
    ...(swept.replications === 1 ? ['One replication has no interval, so no difference is claimed.'] : []),
    ...demand(swept),
    ...growing(swept),
    ...alongPoints(swept),
    ...ANSWERED.flatMap(({ headline, what }) => alongModes(swept, headline, what)),
  ].slice(0, MOST);
}

function demand({ points }: SweptPoints): string[] {
  const [first, ...others] = points;
  if (first === undefined || others.length === 0) return [];
  const apart = points.filter(({ sharesDemand }) => !sharesDemand);
  if (apart.length === 0) return ['All points met the same demand, consumer by consumer.'];
  const who = apart.length === others.length ? 'The other points' : named(apart, points);
  return [`${who} met other demand than ${first.name}: differences from it contain the chance of both.`];
}

function growing({ points, modes }: SweptPoints): string[] {
  return CHANNELS.flatMap((channel) => {
    const cells = modes.flatMap((mode) => {
      const where = points.filter(({ results }) =>
        results.some((one) => one.mode === mode && hasGrowingQueue(one, channel)),
      );
      return where.length === 0 ? [] : [`under ${mode} at ${named(where, points)}`];
    });
    return cells.length === 0 ? [] : [`The ${channel} queue grows all day ${list(cells)}.`];
  });
}

/** What is proven; where nothing is, one sentence says so. */
function alongPoints({ points, pairs }: SweptPoints): string[] {
  const told = withinModes({ candidates: points.flatMap(({ results }) => results), pairs });
  const proven = told.filter(({ isProven }) => isProven);
  const chosen = proven.length === 0 ? told.slice(0, 1) : proven.slice(0, MOST_ALONG);
  return chosen.map(({ sentence }) => sentence);
}

/** Which mode is best at which points. */
function alongModes(swept: SweptPoints, { scope, measure }: Headline, what: string): string[] {
  const { points, modes } = swept;
  const bestAt = swept.alongModes.map((verdicts, p) => {
    const standings = verdicts[scope]?.[measure] ?? {};
    const best = Object.keys(standings).find((name) => standings[name]?.verdict === 'best');
    return points[p]?.results.find(({ name }) => name === best)?.mode;
  });
  const at = (mode: string | undefined): SweepPoint[] => points.filter((_, p) => bestAt[p] === mode);
  const winners = modes.filter((mode) => at(mode).length > 0);
  if (winners.length === 0) return [];
  const parts = winners.map((mode) => `by ${mode} at ${named(at(mode), points)}`);
  const open = at(undefined);
  const rest = open.length === 0 ? [] : [`at ${named(open, points)} the runs cannot tell`];
  return [`${what} ${[...parts, ...rest].join('; ')}.`];
}

function named(some: readonly SweepPoint[], all: readonly SweepPoint[]): string {
  if (some.length === all.length) return all.length === 1 ? (all[0]?.name ?? '') : 'every point';
  return some.length <= NAMED ? list(some.map(({ name }) => name)) : `${some.length} of ${all.length} points`;
}
