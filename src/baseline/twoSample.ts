/** Whether two samples of replications differ by more than chance explains. */
import { tQuantile } from '../analysis/interval.js';

export interface Sample {
  readonly mean: number;
  /** Standard deviation (n − 1); null: fewer than two values. */
  readonly sd: number | null;
  readonly n: number;
}

/**
 * Half-width of the interval of mean(b) − mean(a) for independent samples whose variances may differ (Welch 1947, degrees
 * of freedom after Satterthwaite): t_{tail, ν} · √(sa²/na + sb²/nb), `tail` being what is left out on each side. Null when
 * a sample has fewer than two values. Samples on the same demand move together, and then it is wider than it need be.
 */
export function twoSampleHalfWidth(a: Sample, b: Sample, tail: number): number | null {
  if (a.sd === null || b.sd === null || a.n < 2 || b.n < 2) return null;
  const va = a.sd ** 2 / a.n;
  const vb = b.sd ** 2 / b.n;
  if (va + vb === 0) return 0;
  const freedom = (va + vb) ** 2 / (va ** 2 / (a.n - 1) + vb ** 2 / (b.n - 1));
  return tQuantile(1 - tail, freedom) * Math.sqrt(va + vb);
}
