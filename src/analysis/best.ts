/** Candidates at the best settings found, beside themselves as given: what the search was worth on demand it has not seen. */
import type { MeasureId } from '../metrics/measures.js';
import type { BestSetting, BestSettings, CandidateResult } from './comparison.js';
import { estimate } from './interval.js';
import type { Candidate } from './jobs.js';
import type { Objective } from './objective.js';
import { differences } from './paired.js';
import type { Found } from './search.js';
import { PILOT } from './trials.js';

export interface Searched {
  readonly objective: Objective;
  readonly found: readonly Found[];
}

/** Those whose settings the search has changed, as they were given. */
export function asGivenAsides({ found }: Searched): Candidate[] {
  return found
    .filter(({ bestText, givenText }) => bestText !== givenText)
    .map(({ given }) => ({
      ...given,
      name: asideName(given.name),
      aside: { of: given.name, kind: 'as given' },
    }));
}

/** `results`: of all candidates that could be played, asides among them. */
export function bestSettings(
  { objective, found }: Searched,
  results: readonly CandidateResult[],
): BestSettings {
  const scores = (name: string): (number | null)[] | null => {
    const result = results.find((one) => one.name === name);
    return result === undefined ? null : scoresOf(result, objective);
  };
  const modes = found.flatMap(({ best: { name }, bestText, givenText, flat, tried }): BestSetting[] => {
    const [best, given] = [scores(name), scores(asideName(name))];
    if (best === null) return [];
    const sign = objective.better === 'lower' ? 1 : -1;
    const gained =
      given === null ? null : estimate(differences(given, best).map((d) => (d === null ? null : sign * d)));
    return [{ candidate: name, settings: bestText, given: givenText, improvement: gained, flat, tried }];
  });
  const { words, unit, better } = objective;
  return { objective: words, unit, better, pilot: PILOT, modes };
}

function asideName(name: string): string {
  return `${name}, settings as given`;
}

/** The objective, replication by replication. */
function scoresOf({ estimates }: CandidateResult, objective: Objective): (number | null)[] {
  const count = Math.max(
    0,
    ...Object.values(estimates).flatMap((measures) =>
      Object.values(measures).map(({ values }) => values.length),
    ),
  );
  return Array.from({ length: count }, (_, r) =>
    objective.of((scope: string, measure: MeasureId) => estimates[scope]?.[measure]?.values[r] ?? null),
  );
}
