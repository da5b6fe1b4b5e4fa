/** Differences between candidates on the same demand, replication by replication. */
import type { Estimate, PairedDifference } from './comparison.js';
import { CONFIDENCE, estimate, halfWidth, variance } from './interval.js';

export type Better = 'lower' | 'higher' | null;

/** Relative to the values' own size: what summing in floating point alone can leave between two equal numbers. */
const ROUNDING = 1e-9;

/** One measure of one scope, as each candidate has it. */
export interface Contender {
  readonly name: string;
  readonly estimate: Estimate;
}

/** Every pair of contenders, in their order; the half-widths hold together for all these pairs with 95 % (Bonferroni). */
export function pairedDifferences(
  scope: string,
  measure: string,
  better: Better,
  contenders: readonly Contender[],
): PairedDifference[] {
  const count = (contenders.length * (contenders.length - 1)) / 2;
  const tail = (1 - CONFIDENCE) / 2 / count;
  return contenders.flatMap((a, i) =>
    contenders.slice(i + 1).flatMap((b) => {
      const difference = estimate(differences(a.estimate.values, b.estimate.values));
      if (difference === null) return [];
      const adjustedHalfWidth = halfWidth(present(difference.values), tail);
      return [
        {
          scope,
          measure,
          a: a.name,
          b: b.name,
          difference,
          adjustedHalfWidth,
          better: betterOf(difference.mean, adjustedHalfWidth, better),
          varianceReduction: varianceReduction(a.estimate.values, b.estimate.values),
        },
      ];
    }),
  );
}

/** Of a pair of which one is better. */
export function sides({ a, b, better }: PairedDifference): {
  readonly winner: string;
  readonly loser: string;
} {
  return better === 'a' ? { winner: a, loser: b } : { winner: b, loser: a };
}

/** The same in every replication: no number of them would tell the two apart. */
export function isLevel({ difference, adjustedHalfWidth }: PairedDifference): boolean {
  return difference.mean === 0 && adjustedHalfWidth === 0;
}

/** a − b where both have data; what rounding alone explains is 0. */
export function differences(a: readonly (number | null)[], b: readonly (number | null)[]): (number | null)[] {
  return a.map((left, r) => {
    const right = b[r] ?? null;
    if (left === null || right === null) return null;
    const difference = left - right;
    return Math.abs(difference) <= ROUNDING * Math.max(Math.abs(left), Math.abs(right)) ? 0 : difference;
  });
}

export function present(values: readonly (number | null)[]): number[] {
  return values.filter((value) => value !== null);
}

function betterOf(difference: number, width: number | null, better: Better): 'a' | 'b' | null {
  if (better === null || width === null || Math.abs(difference) <= width) return null;
  return difference < 0 === (better === 'lower') ? 'a' : 'b';
}

/** Null with fewer than two common replications, or where the difference never varies. */
function varianceReduction(a: readonly (number | null)[], b: readonly (number | null)[]): number | null {
  const paired = differences(a, b);
  const common = (values: readonly (number | null)[]): number[] =>
    present(values.filter((_, r) => (paired[r] ?? null) !== null));
  const varies = variance(present(paired));
  return varies > 0 ? (variance(common(a)) + variance(common(b))) / varies : null;
}
