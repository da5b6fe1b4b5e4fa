/** A handful of plain sentences of what a comparison proves, and of what it cannot tell. */
import { MEASURES, type MeasureDefinition } from '../metrics/measures.js';
import { CHANNELS, type ByChannel, type Channel } from '../scenario/types.js';
import type { CandidateResult, Comparison, PairedDifference } from './comparison.js';
import { HEADLINES, TOLD } from './headline.js';
import { alike, hasGrowingQueue } from './judge.js';
import { isLevel, sides } from './paired.js';
import { metTheSameDemand, scenarioFindings } from './scenarioFindings.js';
import { precisionSentence } from './precisionWords.js';
import { poolingSentence } from './poolingWords.js';
import { capitalised, list, lowered, moreReplications, percent, sizeWithInterval } from './words.js';

/** All of a comparison but the findings themselves. */
export type Told = Omit<Comparison, 'findings'>;

const MOST = 6;
/** Beyond so many more replications the sentence says how close the candidates are instead. */
const WORTH_RUNNING = 1000;
/** A smaller part of the dearer cost is no finding, however well it is proven. */
const NOTABLE = 0.02;
/** A factor below this saves too few replications to be worth a sentence. */
const WORTH_SAYING = 1.5;
const CHANNEL_NOUNS: ByChannel<string> = { chat: 'chats', messaging: 'messaging' };

export function findings(told: Told): string[] {
  const ofScenarios = scenarioFindings(told);
  if (ofScenarios.length > 0)
    return [
      ...howMuchIsKnown(told),
      ...otherDemand(told),
      ...metTheSameDemand(told),
      ...growingQueues(told),
      ...ofScenarios,
    ].slice(0, MOST);
  return [
    ...howMuchIsKnown(told),
    ...otherDemand(told),
    ...metTheSameDemand(told),
    ...growingQueues(told),
    ...notAlike(told),
    ...answering(told),
    ...told.pooling.flatMap((one) => poolingSentence(one) ?? []),
    ...cost(told),
    ...fragmentation(told),
    ...cannotTell(told),
    ...pairingWorth(told),
  ].slice(0, MOST);
}

function howMuchIsKnown(told: Told): string[] {
  if (told.candidates.length === 0) return [];
  if (told.replications === 0) return ['No replication was finished, so nothing can be said.'];
  if (told.replications === 1) return ['One replication has no interval, so no difference is claimed.'];
  const sentence = precisionSentence(told);
  return sentence === null ? [] : [sentence];
}

/** Candidates with the same trouble share a sentence. */
export function growingQueues({ candidates }: Told): string[] {
  const sentences = new Set(candidates.flatMap((one) => one.growingQueues.map(({ sentence }) => sentence)));
  return [...sentences].map((sentence) => {
    const names = candidates
      .filter((one) => one.growingQueues.some((queue) => queue.sentence === sentence))
      .map(({ name }) => name);
    return `${list(names)}: ${sentence}.`;
  });
}

/** Per channel the clearest proven difference in first answers, and what the same two do on the other channel. */
export function answering(told: Told): string[] {
  const { scope: messaging, measure } = TOLD.messagingAnswer;
  const { scope: chat } = TOLD.chatAnswer;
  const first = clearest(told, messaging, measure);
  const second = clearest(told, chat, measure);
  const sentence = (pair: PairedDifference, channel: Channel, beside: Channel): string => {
    const { winner, loser } = sides(pair);
    const sooner = `${winner} answers ${CHANNEL_NOUNS[channel]} ${sizeOf(pair)} sooner than ${loser}`;
    return capitalised(`${sooner}${besides(told, beside, winner, loser)}.`);
  };
  const sentences = first === null ? [] : [sentence(first, messaging, chat)];
  const isSamePair = first !== null && second !== null && first.a === second.a && first.b === second.b;
  if (second !== null && !isSamePair) sentences.push(sentence(second, chat, messaging));
  return sentences;
}

function besides(told: Told, channel: Channel, winner: string, loser: string): string {
  const pair = pairsOf(told, channel, TOLD.chatAnswer.measure).find(
    ({ a, b }) => (a === winner && b === loser) || (a === loser && b === winner),
  );
  if (pair === undefined) return '';
  const noun = CHANNEL_NOUNS[channel];
  if (pair.better === null) {
    return isLevel(pair)
      ? ` and ${noun} just as soon`
      : `; the runs cannot tell which answers ${noun} sooner`;
  }
  return sides(pair).winner === winner
    ? ` and ${noun} ${sizeOf(pair)} sooner`
    : `, but ${noun} ${sizeOf(pair)} later`;
}

export function cost(told: Told): string[] {
  const pair = clearest(told, TOLD.cost.scope, TOLD.cost.measure);
  if (pair === null) return [];
  const { winner, loser } = sides(pair);
  const dearer = meanOf(told, loser, TOLD.cost.scope, TOLD.cost.measure) ?? 0;
  if (Math.abs(pair.difference.mean) < NOTABLE * dearer) return [];
  return [capitalised(`${winner} costs ${sizeOf(pair)} less per handled conversation than ${loser}.`)];
}

export function fragmentation(told: Told): string[] {
  const { scope, measure } = TOLD.rowsPerPerson;
  const pair = clearest(told, scope, measure);
  if (pair === null) return [];
  const { winner, loser } = sides(pair);
  const rows = (name: string): string => meanOf(told, name, scope, measure)?.toFixed(1) ?? '';
  const shown = (name: string): string => {
    const share = meanOf(told, name, TOLD.visibleShare.scope, TOLD.visibleShare.measure);
    return share === undefined ? '' : ` (the fullest shows ${percent(share)} of it)`;
  };
  return [
    `A person's work lies in ${rows(loser)} report rows with ${loser}${shown(loser)}, ` +
      `in ${rows(winner)} with ${winner}${shown(winner)}.`,
  ];
}

/** The first headline measure on which nobody is best yet, and what it would take to tell. */
function cannotTell(told: Told): string[] {
  for (const { scope, measure } of HEADLINES) {
    const open = Object.entries(told.verdicts[scope]?.[measure] ?? {}).filter(
      ([, { verdict, atMostBehind }]) => verdict === 'cannot tell yet' && atMostBehind !== null,
    );
    if (open.length < 2) continue;
    const { label, unit } = definitionOf(measure);
    const names = list(open.map(([name]) => name));
    const about = `${capitalised(scope)}, ${lowered(label)}:`;
    const more = Math.max(...open.map(([, standing]) => standing.moreReplications ?? Infinity));
    if (more <= WORTH_RUNNING) {
      return [
        `${about} cannot tell yet which of ${names} is best; ` +
          `${moreReplications(more)} would, if the difference stays as it is.`,
      ];
    }
    const apart = Math.max(...open.map(([, { atMostBehind }]) => atMostBehind ?? 0));
    return [
      `${about} ${names} are within ${sizeWithInterval(unit, apart, null)} of the best, too close to tell.`,
    ];
  }
  return [];
}

/** Whose channel is another thing than the others', and so is not ranked with theirs. */
function notAlike({ candidates }: Told): string[] {
  return CHANNELS.flatMap((channel) => {
    const ranked = alike(candidates, channel);
    return candidates
      .filter((one) => one.carries[channel].length > 0 && !ranked.includes(one))
      .map(({ name, carries }) => {
        const also = carries[channel].filter((stream) => !ranked[0]?.carries[channel].includes(stream));
        return capitalised(
          `${name} carries ${list(also)} as ${channel}, so its ${channel} is not ranked with the others'.`,
        );
      });
  });
}

function otherDemand({ candidates }: Told): string[] {
  const apart = candidates.filter(({ sharesDemand }) => !sharesDemand).map(({ name }) => name);
  if (apart.length === 0) return [];
  const first = candidates[0]?.name ?? '';
  return [`${list(apart)} met other demand than ${first}: their differences contain its chance.`];
}

/** The middle one of the pairs told. */
function pairingWorth({ candidates, pairs }: Told): string[] {
  const worth = pairs
    .filter(({ measure }) => measure === TOLD.chatAnswer.measure)
    .flatMap(({ varianceReduction }) => varianceReduction ?? [])
    .sort((a, b) => a - b);
  const middle = worth[Math.floor(worth.length / 2)] ?? 0;
  return middle < WORTH_SAYING || candidates.some(({ sharesDemand }) => !sharesDemand)
    ? []
    : [
        'All met exactly the same consumers: had each met others, it would have taken about ' +
          `${Number(middle.toPrecision(2))} times as many replications to know their first responses' differences as well.`,
      ];
}

/** Of the proven differences between candidates whose queues do not grow: the largest. */
function clearest(told: Told, scope: string, measure: string): PairedDifference | null {
  const sound = new Set(
    told.candidates.filter((one) => !hasGrowingQueue(one, scope)).map(({ name }) => name),
  );
  let found: PairedDifference | null = null;
  for (const pair of pairsOf(told, scope, measure)) {
    if (pair.better === null || !sound.has(pair.a) || !sound.has(pair.b)) continue;
    if (found === null || Math.abs(pair.difference.mean) > Math.abs(found.difference.mean)) found = pair;
  }
  return found;
}

function pairsOf(told: Told, scope: string, measure: string): PairedDifference[] {
  return told.pairs.filter((pair) => pair.scope === scope && pair.measure === measure);
}

function sizeOf({ measure, difference, adjustedHalfWidth }: PairedDifference): string {
  return sizeWithInterval(definitionOf(measure).unit, difference.mean, adjustedHalfWidth);
}

function definitionOf(measure: string): MeasureDefinition {
  const found = MEASURES.find(({ id }) => id === measure);
  if (found === undefined) throw new Error(`there is no measure "${measure}"`);
  return found;
}

function meanOf(told: Told, name: string, scope: string, measure: string): number | undefined {
  const found: CandidateResult | undefined = told.candidates.find((one) => one.name === name);
  return found?.estimates[scope]?.[measure]?.mean;
}
