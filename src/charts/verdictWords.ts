/** What a title may claim: differences whose intervals leave out zero, between queues that do not grow without bound. */
import type { Comparison, PairedDifference } from '../analysis/comparison.js';
import { TOLD, type Headline } from '../analysis/headline.js';
import { hasGrowingQueue } from '../analysis/judge.js';
import { capitalised, list, sizeWithInterval } from '../analysis/words.js';
import { MEASURES, type MeasureDefinition } from '../metrics/measures.js';
import { CHANNELS, type ByChannel, type Channel } from '../scenario/types.js';
import { duration } from './words.js';

export const CHANNEL_NOUNS: ByChannel<string> = { chat: 'chats', messaging: 'messaging' };

const ANSWERS: ByChannel<Headline> = { chat: TOLD.chatAnswer, messaging: TOLD.messagingAnswer };

/** "Blended answers messaging 6.4 min sooner than dedicated, but chats 20 s later", or honestly less. */
export function answerTitle(comparison: Comparison): string {
  const found = CHANNELS.flatMap((channel) => {
    const pair = clearest(comparison, ANSWERS[channel]);
    return pair === null ? [] : [{ channel, pair }];
  }).sort((a, b) => Math.abs(b.pair.difference.mean) - Math.abs(a.pair.difference.mean));
  const [first] = found;
  if (first === undefined) return nothingProven(comparison);
  const { winner, loser } = sides(first.pair);
  const beside = CHANNELS.find((channel) => channel !== first.channel) ?? first.channel;
  const main = `${winner} answers ${CHANNEL_NOUNS[first.channel]} ${sizeOf(first.pair)} sooner than ${loser}`;
  return capitalised(main + besides(comparison, beside, winner, loser));
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
  return 'These runs cannot tell who answers sooner';
}

function meansOf({ candidates }: Comparison): string {
  const told = CHANNELS.flatMap((channel) => {
    const mean = candidates[0]?.estimates[channel]?.[ANSWERS[channel].measure]?.mean;
    return mean === undefined ? [] : [`${CHANNEL_NOUNS[channel]} wait ${duration(mean)}`];
  });
  return told.length === 0 ? 'no first answers' : `${list(told)} for a first answer`;
}

function besides(comparison: Comparison, channel: Channel, winner: string, loser: string): string {
  const { scope, measure } = ANSWERS[channel];
  const pair = comparison.pairs.find(
    (one) =>
      one.scope === scope &&
      one.measure === measure &&
      [one.a, one.b].every((name) => name === winner || name === loser),
  );
  const isSound = comparison.candidates.every(
    (one) => (one.name !== winner && one.name !== loser) || !hasGrowingQueue(one, scope),
  );
  if (pair === undefined || !isSound) return '';
  const noun = CHANNEL_NOUNS[channel];
  if (pair.better === null) return `; for ${noun} the runs cannot tell`;
  return sides(pair).winner === winner
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

export function provenPairs(
  { candidates, pairs }: Comparison,
  { scope, measure }: Headline,
): PairedDifference[] {
  const spoilt = candidates.filter((one) => hasGrowingQueue(one, scope)).map(({ name }) => name);
  return pairs.filter(
    (pair) =>
      pair.scope === scope &&
      pair.measure === measure &&
      pair.better !== null &&
      !spoilt.includes(pair.a) &&
      !spoilt.includes(pair.b),
  );
}

export function sides({ a, b, better }: PairedDifference): {
  readonly winner: string;
  readonly loser: string;
} {
  return better === 'a' ? { winner: a, loser: b } : { winner: b, loser: a };
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
