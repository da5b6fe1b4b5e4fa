/** How intervals are to be read, in sentences that stand under tables and findings; each only where it applies. */
import type { Comparison, Estimate, PairedDifference } from '../analysis/comparison.js';
import { TOLD, type Headline } from '../analysis/headline.js';
import { allowingFor } from '../analysis/pairWords.js';
import { modeOf } from '../analysis/scenarioFindings.js';
import { possibleEnds } from '../analysis/possible.js';
import type { Sweep } from '../analysis/swept.js';
import type { Unit } from '../metrics/measures.js';
import { quantity, type Scale } from './quantity.js';

/** `(6 to 12)` */
const INTERVAL = /\([\d.]+ to [\d.]+\)/;
/** Whose differences findings tell with an interval. */
const IN_BRACKETS: readonly Headline[] = [TOLD.chatAnswer, TOLD.messagingAnswer, TOLD.cost];

/** What the brackets in sentences are; nothing where there are none, or where one pair alone is compared. */
export function bracketNotes(
  { pairs, pooling }: Pick<Comparison, 'pairs' | 'pooling'>,
  sentences: readonly string[],
): string[] {
  const alone = pooling.length > 0 ? '; those of pooling and switching hold each by itself' : '';
  return inBrackets(sentences, allowingFor(pairs.filter(isTold)), alone);
}

/** The same of a sweep, whose points are compared under each mode. */
export function sweepBracketNotes({
  pairs,
  points,
  findings,
}: Pick<Sweep, 'pairs' | 'points' | 'findings'>): string[] {
  const candidates = points.flatMap((point) => point.results);
  const among = (name: string): string => modeOf({ candidates }, name);
  return inBrackets(findings, allowingFor(pairs.filter(isTold), among), '');
}

function inBrackets(sentences: readonly string[], allowing: string, alone: string): string[] {
  const hasAny = sentences.some((sentence) => INTERVAL.test(sentence));
  return allowing === '' || !hasAny ? [] : [`In brackets: 95 % intervals${allowing}${alone}.`];
}

function isTold({ scope, measure }: PairedDifference): boolean {
  return IN_BRACKETS.some((one) => one.scope === scope && one.measure === measure);
}

/** What makes a value the best of its row. */
export function bestNote({ candidates }: Comparison): string {
  const same = candidates.every(({ sharesDemand }) => sharesDemand) ? ' on the same demand' : '';
  const all = candidates.length > 2 ? ', allowing for all of them' : '';
  return `best beyond chance, by the 95 % interval of its difference from every other${same}${all}.`;
}

export interface Shown {
  readonly estimate: Pick<Estimate, 'mean' | 'halfWidth'>;
  readonly unit: Unit;
  readonly scale: Scale;
}

/** Of numbers as they are printed: what rounding hides troubles nobody. */
export function rangeNotes(shown: readonly Shown[]): string[] {
  return shown.some(isBeyond) ? ['Where ± reaches below 0 or above 100 %, the interval ends there.'] : [];
}

function isBeyond({ estimate: { mean, halfWidth }, unit, scale }: Shown): boolean {
  if (halfWidth === null) return false;
  const printed = (value: number): number => Number(quantity(value, scale)) / scale.factor;
  return possibleEnds(unit, { mean: printed(mean), halfWidth: printed(halfWidth) }).isCut;
}
