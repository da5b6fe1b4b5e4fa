/** What other scenarios, or other points of a sweep, change under each mode, in sentences. */
import { MEASURES, type MeasureDefinition } from '../metrics/measures.js';
import type { CandidateResult, Comparison, PairedDifference } from './comparison.js';
import { TOLD, type Headline } from './headline.js';
import { hasGrowingQueue } from './judge.js';
import { isLevel } from './paired.js';
import { list, sizeWithInterval } from './words.js';

type Told = Pick<Comparison, 'candidates' | 'pairs'>;

/** How a difference of each is said: the one that is larger, against the other. */
const SAID: readonly { readonly headline: Headline; readonly subject: string; readonly larger: string }[] = [
  { headline: TOLD.chatAnswer, subject: 'First chat answers', larger: 'later' },
  { headline: TOLD.messagingAnswer, subject: 'First messaging answers', larger: 'later' },
  { headline: TOLD.cost, subject: 'Cost per handled conversation', larger: 'dearer' },
];

/** Some mode is played on more than one scenario. */
export function isOfScenarios({ candidates }: Pick<Comparison, 'candidates'>): boolean {
  return modesOf(candidates).length < candidates.length;
}

/** Several scenarios, each under several modes: only candidates of one mode differ in one thing. */
export function isGrid({ candidates }: Pick<Comparison, 'candidates'>): boolean {
  return modesOf(candidates).length > 1 && isOfScenarios({ candidates });
}

export function metTheSameDemand({ candidates }: Told): string[] {
  return isOfScenarios({ candidates }) && candidates.every(({ sharesDemand }) => sharesDemand)
    ? ['The scenarios met the same demand, consumer by consumer.']
    : [];
}

/** Empty when there is one mode only, as then the candidates are the scenarios. */
export function scenarioFindings(told: Told): string[] {
  return isGrid(told) ? withinModes(told).map(({ sentence }) => sentence) : [];
}

export interface WithinModes {
  readonly headline: Headline;
  readonly sentence: string;
  /** Some difference is beyond chance. */
  readonly isProven: boolean;
}

/** One sentence per measure: the largest proven difference between the candidates of each mode. */
export function withinModes(told: Told): WithinModes[] {
  const modes = modesOf(told.candidates);
  return SAID.flatMap((said) => sentenceOn(told, modes, said) ?? []);
}

function sentenceOn(
  told: Told,
  modes: readonly string[],
  { headline, subject, larger }: (typeof SAID)[number],
): WithinModes | null {
  const proven: string[] = [];
  const level: string[] = [];
  const open: string[] = [];
  for (const mode of modes) {
    const pairs = pairsWithin(told, mode, headline);
    const [clearest] = pairs
      .filter(({ better }) => better !== null)
      .sort((a, b) => Math.abs(b.difference.mean) - Math.abs(a.difference.mean));
    if (clearest !== undefined) proven.push(`under ${mode} ${clause(told, clearest, larger)}`);
    else if (pairs.length > 0) (pairs.every(isLevel) ? level : open).push(mode);
  }
  if (proven.length + level.length + open.length === 0) return null;
  const parts = [
    ...proven,
    ...(level.length === 0 ? [] : [`under ${list(level)} there is no difference at all`]),
    ...(open.length === 0 ? [] : [`under ${list(open)} the runs cannot tell`]),
  ];
  return { headline, sentence: `${subject}: ${parts.join('; ')}.`, isProven: proven.length > 0 };
}

function clause(told: Told, pair: PairedDifference, larger: string): string {
  const { a, b, difference, adjustedHalfWidth, measure } = pair;
  const [more, less] = difference.mean > 0 ? [a, b] : [b, a];
  const unit = MEASURES.find(({ id }: MeasureDefinition) => id === measure)?.unit ?? 'number';
  const size = sizeWithInterval(unit, difference.mean, adjustedHalfWidth);
  return `${scenarioOf(told, more)} is ${size} ${larger} than ${scenarioOf(told, less)}`;
}

/** A queue that grows without bound has no mean wait to compare. */
function pairsWithin(
  { candidates, pairs }: Told,
  mode: string,
  { scope, measure }: Headline,
): PairedDifference[] {
  const sound = candidates
    .filter((one) => one.mode === mode && !hasGrowingQueue(one, scope))
    .map(({ name }) => name);
  return pairs.filter(
    (pair) =>
      pair.scope === scope && pair.measure === measure && sound.includes(pair.a) && sound.includes(pair.b),
  );
}

/** The mode of the candidate of that name. */
export function modeOf({ candidates }: Pick<Comparison, 'candidates'>, name: string): string {
  return candidates.find((one) => one.name === name)?.mode ?? '';
}

/** `tuesday` of the candidate `tuesday: blended`. */
export function scenarioOf(told: Pick<Comparison, 'candidates'>, name: string): string {
  const ending = `: ${modeOf(told, name)}`;
  return name.endsWith(ending) ? name.slice(0, -ending.length) : name;
}

function modesOf(candidates: readonly CandidateResult[]): string[] {
  return [...new Set(candidates.map(({ mode }) => mode))];
}
