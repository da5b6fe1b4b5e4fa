/** Pairs and verdicts of the headline measures. */
import { MEASURES } from '../metrics/measures.js';
import { CHANNELS, type Channel } from '../scenario/types.js';
import type { CandidateResult, Comparison, PairedDifference, Standing } from './comparison.js';
import { HEADLINES, type Headline } from './headline.js';
import { pairedDifferences, type Better, type Contender } from './paired.js';
import { standings, UNJUDGED } from './standings.js';

/** A candidate whose queue grows in the scope is shown in pairs, but not judged and not judged against. */
export function judge(candidates: readonly CandidateResult[]): Pick<Comparison, 'pairs' | 'verdicts'> {
  const pairs: PairedDifference[] = [];
  const verdicts: Record<string, Record<string, Record<string, Standing>>> = {};
  for (const headline of HEADLINES) {
    const { scope, measure } = headline;
    const contenders = contendersOf(comparable(candidates, headline), headline);
    if (contenders.length < 2) continue;
    const better = betterOf(headline);
    pairs.push(...pairedDifferences(scope, measure, better, contenders));
    const spoilt = new Set(candidates.filter((one) => hasGrowingQueue(one, scope)).map(({ name }) => name));
    const judged = contenders.filter(({ name }) => !spoilt.has(name));
    (verdicts[scope] ??= {})[measure] = {
      ...Object.fromEntries(contenders.map(({ name }) => [name, UNJUDGED])),
      ...standings(better, judged),
    };
  }
  return { pairs, verdicts };
}

export function hasGrowingQueue({ growingQueues }: CandidateResult, scope: string): boolean {
  return growingQueues.some(({ scopes }) => scopes.includes(scope));
}

/** Told per conversation, of which one problem makes more as messaging than as chat. */
const PER_CONVERSATION: readonly string[] = ['costPerHandled'];

function comparable(
  candidates: readonly CandidateResult[],
  { scope, measure }: Headline,
): readonly CandidateResult[] {
  return PER_CONVERSATION.includes(measure) ? carryingAlike(candidates, CHANNELS) : alike(candidates, scope);
}

/**
 * A channel's scope is one thing only among candidates whose channel carries the same streams: where chat goes as
 * messaging, its consumers are in the mean. Kept are those who carry what most carry, or of equals what the first does.
 */
export function alike(candidates: readonly CandidateResult[], scope: string): readonly CandidateResult[] {
  const channel = CHANNELS.find((one) => one === scope);
  return channel === undefined ? candidates : carryingAlike(candidates, [channel]);
}

function carryingAlike(
  candidates: readonly CandidateResult[],
  channels: readonly Channel[],
): readonly CandidateResult[] {
  const groups = new Map<string, CandidateResult[]>();
  for (const one of candidates) {
    const carried = channels.map((channel) => one.carries[channel]);
    if (carried.every((streams) => streams.length === 0)) continue;
    const key = JSON.stringify(carried);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].reduce((most, group) => (group.length > most.length ? group : most), []);
}

function contendersOf(candidates: readonly CandidateResult[], { scope, measure }: Headline): Contender[] {
  return candidates.flatMap(({ name, estimates }) => {
    const found = estimates[scope]?.[measure];
    return found === undefined ? [] : [{ name, estimate: found }];
  });
}

function betterOf({ measure }: Headline): Better {
  return MEASURES.find(({ id }) => id === measure)?.better ?? null;
}
