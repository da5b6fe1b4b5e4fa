/** The answer in three statements, each with its certainty: what consumers feel, what it costs, what the reports still show. */
import type { CandidateResult, Comparison, PairedDifference } from './comparison.js';
import { answering, cost, fragmentation, growingQueues } from './findings.js';
import { TOLD, type Headline } from './headline.js';
import { allowingFor } from './pairWords.js';
import { isOfScenarios, withinModes } from './scenarioFindings.js';
import { MEASURES } from '../metrics/measures.js';
import { capitalised, list, moreReplications, sizeWithInterval } from './words.js';

export type Certainty = 'beyond chance' | 'cannot tell' | 'no interval' | 'estimate';

export interface Answer {
  readonly about: 'Consumers' | 'Cost' | 'Reports';
  readonly sentence: string;
  readonly certainty: Certainty;
  /** What the certainty rests on, as a sentence. */
  readonly why: string;
}

/** Three, in the order in which a director asks; fewer where there is no data at all. */
export function answers(comparison: Comparison): Answer[] {
  const { candidates, replications } = comparison;
  if (candidates.length === 0 || replications === 0) return [];
  const [only] = candidates;
  if (only !== undefined && candidates.length === 1) return ofOne(only);
  if (isOfScenarios(comparison)) return ofScenarios(comparison);
  return [
    told(comparison, 'Consumers', consumers(comparison), TOLD.chatAnswer),
    told(comparison, 'Cost', cost(comparison), TOLD.cost),
    told(comparison, 'Reports', fragmentation(comparison), TOLD.rowsPerPerson),
  ];
}

/** A queue that grows is the news before any wait; of two sentences on waits, the one on chats, where consumers stand in line. */
function consumers(comparison: Comparison): string[] {
  const growing = growingQueues(comparison);
  return growing.length > 0 ? growing : answering(comparison).slice(-1);
}

function told(
  comparison: Comparison,
  about: Answer['about'],
  proven: readonly string[],
  headline: Headline,
): Answer {
  const pairs = pairsOf(comparison, headline);
  if (proven.length > 0) return { about, sentence: proven.join(' '), ...beyondChance(comparison, pairs) };
  return { about, sentence: level(pairs, headline), ...uncertain(comparison, headline) };
}

function ofScenarios(comparison: Comparison): Answer[] {
  return withinModes(comparison).map(({ headline, sentence, isProven }) => ({
    about: headline === TOLD.cost ? 'Cost' : 'Consumers',
    sentence,
    ...(isProven ? beyondChance(comparison, pairsOf(comparison, headline)) : uncertain(comparison, headline)),
  }));
}

function beyondChance(
  { replications, candidates }: Comparison,
  pairs: readonly PairedDifference[],
): Pick<Answer, 'certainty' | 'why'> {
  const same = candidates.every(({ sharesDemand }) => sharesDemand)
    ? `${replications} replications of the same demand`
    : `${replications} replications`;
  return {
    certainty: 'beyond chance',
    why: `Over ${same} the 95 % interval of the difference leaves out zero${allowingFor(pairs)}.`,
  };
}

function uncertain(
  { replications, verdicts }: Comparison,
  { scope, measure }: Headline,
): Pick<Answer, 'certainty' | 'why'> {
  if (replications < 2)
    return {
      certainty: 'no interval',
      why: 'One replication has no interval: run more with --replications.',
    };
  const standings = Object.values(verdicts[scope]?.[measure] ?? {});
  const more = Math.max(0, ...standings.map(({ moreReplications: count }) => count ?? 0));
  const would = more === 0 ? '' : `; ${moreReplications(more)} would tell, if it stays as it is`;
  return {
    certainty: 'cannot tell',
    why: `${replications} replications leave a difference of zero possible${would}.`,
  };
}

/** No difference is proven, or none is large enough to matter: how large it can be. */
function level(pairs: readonly PairedDifference[], { measure }: Headline): string {
  const { label, unit } = definitionOf(measure);
  const names = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))];
  if (names.length < 2) return `${label}: there is nothing to compare.`;
  const apart = pairs.map(
    ({ difference, adjustedHalfWidth }) => Math.abs(difference.mean) + (adjustedHalfWidth ?? 0),
  );
  const most = sizeWithInterval(unit, Math.max(...apart), null);
  return `${label}: ${list(names)} are no more than ${most} apart, as far as the runs can tell.`;
}

function ofOne(candidate: CandidateResult): Answer[] {
  const asked = [
    ['Consumers', TOLD.chatAnswer, 'answers chats after'],
    ['Consumers', TOLD.messagingAnswer, 'answers messaging after'],
    ['Cost', TOLD.cost, 'costs, per handled conversation,'],
  ] as const;
  return asked.flatMap(([about, { scope, measure }, says]) => {
    const estimate = candidate.estimates[scope]?.[measure];
    if (estimate === undefined) return [];
    const size = sizeWithInterval(definitionOf(measure).unit, estimate.mean, estimate.halfWidth);
    const grows = candidate.growingQueues.find(({ scopes }) => scopes.includes(scope));
    const sentence = grows?.sentence ?? `${candidate.name} ${says} ${size} on average`;
    return {
      ...{ about, sentence: `${capitalised(sentence)}.` },
      ...(estimate.halfWidth === null
        ? ({ certainty: 'no interval', why: 'One replication has no interval.' } as const)
        : ({
            certainty: 'estimate',
            why: `In brackets: the 95 % interval over ${estimate.n} replications.`,
          } as const)),
    };
  });
}

function pairsOf({ pairs }: Comparison, { scope, measure }: Headline): PairedDifference[] {
  return pairs.filter((pair) => pair.scope === scope && pair.measure === measure);
}

function definitionOf(measure: string): (typeof MEASURES)[number] {
  const found = MEASURES.find(({ id }) => id === measure);
  if (found === undefined) throw new Error(`there is no measure "${measure}"`);
  return found;
}
