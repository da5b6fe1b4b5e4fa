/** What a title may claim: differences whose intervals leave out zero, between queues that do not grow without bound. */
import type { Comparison, PairedDifference } from '../analysis/comparison.js';
import { TOLD, type Headline } from '../analysis/headline.js';
import { hasGrowingQueue } from '../analysis/judge.js';
import { isLevel, sides } from '../analysis/paired.js';
import { isGrid, isOfScenarios, modeOf, scenarioOf } from '../analysis/scenarioFindings.js';
import { capitalised, list, sizeWithInterval } from '../analysis/words.js';
import { MEASURES, type MeasureDefinition } from '../metrics/measures.js';
import { CHANNELS, type ByChannel, type Channel } from '../scenario/types.js';
import { duration } from './words.js';

export const CHANNEL_NOUNS: ByChannel<string> = { chat: 'chats', messaging: 'messaging' };
/** Of which something is said in the plural. */
export const CONVERSATIONS: ByChannel<string> = { chat: 'chats', messaging: 'messages' };

const ANSWERS: ByChannel<Headline> = { chat: TOLD.chatAnswer, messaging: TOLD.messagingAnswer };

/** "Blended answers messaging 6.4 min sooner than dedicated, but chats 20 s later", or honestly less. */
export function answerTitle(comparison: Comparison): string {
  const found = CHANNELS.flatMap((channel) => {
    const pair = clearest(comparison, ANSWERS[channel]);
    return pair === null ? [] : [{ channel, pair }];
  }).sort((a, b) => Math.abs(b.pair.difference.mean) - Math.abs(a.pair.difference.mean));
  const [first] = found;
  if (first === undefined) return nothingProven(comparison);
  const everywhere = underEveryMode(comparison, first.channel, first.pair);
  if (everywhere !== null) return everywhere;
  const { under, winner, loser } = named(comparison, first.pair);
  const beside = CHANNELS.find((channel) => channel !== first.channel) ?? first.channel;
  const main = `${under}${winner} answers ${CHANNEL_NOUNS[first.channel]} ${sizeOf(first.pair)} sooner than ${loser}`;
  return capitalised(main + besides(comparison, beside, first.pair));
}

/** What one scenario does better than another whatever the mode, said at once; null: it is not proven under each of several. */
function underEveryMode(comparison: Comparison, channel: Channel, first: PairedDifference): string | null {
  if (!isGrid(comparison)) return null;
  const { winner, loser } = named(comparison, first);
  const isOurs = (pair: PairedDifference): boolean => {
    const other = named(comparison, pair);
    return other.winner === winner && other.loser === loser;
  };
  const proven = provenPairs(comparison, ANSWERS[channel]).filter(isOurs);
  const modes = new Set(
    comparison.candidates.filter(({ carries }) => carries[channel].length > 0).map(({ mode }) => mode),
  );
  if (modes.size < 2 || proven.length < modes.size) return null;
  const sizes = proven.map((pair) => `${sizeOf(pair)} under ${modeOf(comparison, pair.a)}`);
  return capitalised(`${winner} answers ${CHANNEL_NOUNS[channel]} sooner than ${loser}: ${list(sizes)}`);
}

/** Says why there is no difference to tell. */
function nothingProven(comparison: Comparison): string {
  const { candidates, replications } = comparison;
  const [only, second] = candidates;
  if (only !== undefined && second === undefined) return `${capitalised(only.name)}: ${meansOf(comparison)}`;
  const growing = candidates.flatMap((one) =>
    one.growingQueues.map(({ sentence }) => ({ name: one.name, sentence })),
  );
  const [worst] = growing;
  if (worst !== undefined) {
    const names = growing.filter(({ sentence }) => sentence === worst.sentence).map(({ name }) => name);
    return capitalised(`${list([...new Set(names)])}: ${worst.sentence}`);
  }
  if (replications < 2) return 'One replication: no difference in waits is claimed';
  const pairs = CHANNELS.flatMap((channel) => pairsTold(comparison, ANSWERS[channel]));
  if (pairs.length > 0 && pairs.every(isLevel)) return 'First answers come just as soon in every replication';
  return cannotTell(comparison, 'answers sooner');
}

/** Closes the question that a title leaves open: who, or which scenario, "is cheaper". */
export function cannotTell(comparison: Comparison, question: string): string {
  if (isGrid(comparison)) return `Under no mode can these runs tell which scenario ${question}`;
  return `These runs cannot tell ${isOfScenarios(comparison) ? 'which scenario' : 'who'} ${question}`;
}

function meansOf({ candidates }: Comparison): string {
  const told = CHANNELS.flatMap((channel) => {
    const mean = candidates[0]?.estimates[channel]?.[ANSWERS[channel].measure]?.mean;
    return mean === undefined ? [] : [`${CONVERSATIONS[channel]} wait ${duration(mean)}`];
  });
  return told.length === 0 ? 'no first answers' : `${list(told)} for a first answer`;
}

/** What the two of a pair do on another channel. */
function besides(comparison: Comparison, channel: Channel, { a, b, ...first }: PairedDifference): string {
  const { scope } = ANSWERS[channel];
  const pair = pairsTold(comparison, ANSWERS[channel]).find((one) => one.a === a && one.b === b);
  const isSound = comparison.candidates.every(
    (one) => (one.name !== a && one.name !== b) || !hasGrowingQueue(one, scope),
  );
  if (pair === undefined || !isSound) return '';
  const noun = CHANNEL_NOUNS[channel];
  if (isLevel(pair)) return ` and ${noun} just as soon`;
  if (pair.better === null) return `; for ${noun} the runs cannot tell`;
  return pair.better === first.better
    ? ` and ${noun} ${sizeOf(pair)} sooner`
    : `, but ${noun} ${sizeOf(pair)} later`;
}

/** Of the proven differences of one measure, between candidates whose queues do not grow: the largest. */
export function clearest(comparison: Comparison, headline: Headline): PairedDifference | null {
  const proven = provenPairs(comparison, headline);
  return proven.reduce<PairedDifference | null>(
    (most, pair) =>
      most !== null && Math.abs(most.difference.mean) >= Math.abs(pair.difference.mean) ? most : pair,
    null,
  );
}

export function provenPairs(comparison: Comparison, headline: Headline): PairedDifference[] {
  const spoilt = comparison.candidates
    .filter((one) => hasGrowingQueue(one, headline.scope))
    .map(({ name }) => name);
  return pairsTold(comparison, headline).filter(
    ({ a, b, better }) => better !== null && !spoilt.includes(a) && !spoilt.includes(b),
  );
}

/** The pairs of a measure that differ in one thing: a mode, or a scenario, and not in both at once. */
export function pairsTold(comparison: Comparison, { scope, measure }: Headline): PairedDifference[] {
  const ofMeasure = comparison.pairs.filter((pair) => pair.scope === scope && pair.measure === measure);
  return isGrid(comparison)
    ? ofMeasure.filter(({ a, b }) => modeOf(comparison, a) === modeOf(comparison, b))
    : ofMeasure;
}

export interface Named {
  /** `under blended, ` where each of several modes has its pairs; else empty. */
  readonly under: string;
  readonly winner: string;
  readonly loser: string;
}

/** The better one and the other as a sentence names them: of scenarios under several modes, the mode once. */
export function named(comparison: Comparison, pair: PairedDifference): Named {
  const { winner, loser } = sides(pair);
  if (!isGrid(comparison)) return { under: '', winner, loser };
  return {
    under: `under ${modeOf(comparison, winner)}, `,
    winner: scenarioOf(comparison, winner),
    loser: scenarioOf(comparison, loser),
  };
}

/** `27 s`, `6.4 min`, `3 points`. */
export function sizeOf({ measure, difference }: PairedDifference): string {
  return sizeWithInterval(measureOf(measure).unit, difference.mean, null);
}

export function measureOf(measure: string): MeasureDefinition {
  const found = MEASURES.find(({ id }) => id === measure);
  if (found === undefined) throw new Error(`there is no measure "${measure}"`);
  return found;
}
