/** Pooling gain and switching loss told apart, by a counterfactual that the tool runs itself. */
import { MODES_BY_NAME } from '../modes/registry.js';
import type { WorkRules } from '../scenario/types.js';
import type { CandidateResult, Pooling, PoolingPart } from './comparison.js';
import { POOLING_MEASURES, type Headline } from './headline.js';
import { estimate } from './interval.js';
import { isContender, type Candidate } from './jobs.js';
import { alike, hasGrowingQueue } from './judge.js';
import { differences } from './paired.js';

const UNHINDERED: Pick<WorkRules, 'slowdown' | 'switching'> = {
  slowdown: { factors: [1], perExtra: 0 },
  switching: { withinWorkspace: 0, betweenWorkspaces: 0, noticeDelay: 0 },
};

/** For each candidate that pools what another candidate of its scenario keeps apart: the same, with switching and slow-down off. */
export function poolingAsides(candidates: readonly Candidate[]): Candidate[] {
  return candidates.flatMap((pooled) =>
    unpooledOf(pooled, candidates) === undefined
      ? []
      : [
          {
            name: `${pooled.name}, switching and slow-down off`,
            scenario: { ...pooled.scenario, work: { ...pooled.scenario.work, ...UNHINDERED } },
            mode: pooled.mode,
            aside: { of: pooled.name, kind: 'unhindered' },
          },
        ],
  );
}

/** `results`: of all candidates that could be played, asides among them. */
export function poolings(candidates: readonly Candidate[], results: readonly CandidateResult[]): Pooling[] {
  const resultOf = (name: string | undefined): CandidateResult | undefined =>
    results.find((one) => one.name === name);
  return candidates.flatMap((unhindered) => {
    if (unhindered.aside?.kind !== 'unhindered') return [];
    const pooled = candidates.find(({ name }) => name === unhindered.aside?.of);
    const unpooled = pooled && unpooledOf(pooled, candidates);
    const three = [pooled, unhindered, unpooled].map((candidate) => resultOf(candidate?.name));
    const [as, free, apart] = three;
    if (as === undefined || free === undefined || apart === undefined) return [];
    const parts = POOLING_MEASURES.flatMap((headline) => partOf(headline, as, free, apart) ?? []);
    return [{ pooled: as.name, unpooled: apart.name, parts }];
  });
}

function unpooledOf(pooled: Candidate, candidates: readonly Candidate[]): Candidate | undefined {
  const against = MODES_BY_NAME.get(pooled.mode)?.pools?.against;
  const isSame = ({ scenario: { people, streams, work } }: Candidate): boolean =>
    people === pooled.scenario.people && streams === pooled.scenario.streams && work === pooled.scenario.work;
  return candidates.find((other) => other.mode === against && isContender(other) && isSame(other));
}

/** Null where one of them has no data, or its channel carries other streams. */
function partOf(
  { scope, measure }: Headline,
  as: CandidateResult,
  free: CandidateResult,
  apart: CandidateResult,
): PoolingPart | null {
  const three = [as, free, apart];
  if (alike(three, scope).length < three.length) return null;
  const values = three.map(({ estimates }) => estimates[scope]?.[measure]?.values ?? []);
  // Only replications in which all three have data: the parts are to add up to the whole.
  const [a = [], f = [], d = []] = values.map((own) =>
    own.map((value, r) => (values.some((one) => (one[r] ?? null) === null) ? null : value)),
  );
  const gain = estimate(differences(f, d));
  const loss = estimate(differences(a, f));
  const together = estimate(differences(a, d));
  if (gain === null || loss === null || together === null) return null;
  return { scope, measure, gain, loss, together, grows: three.some((one) => hasGrowingQueue(one, scope)) };
}
