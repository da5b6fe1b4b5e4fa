/** What the formulas of two laws need, from the mean and the spread that a scenario states. */
import jstat from 'jstat';

/** Mean and standard deviation of the logarithm. */
export function lognormalParameters(mean: number, cv: number): { mu: number; sigma: number } {
  const variance = Math.log1p(cv ** 2);
  return { mu: Math.log(mean) - variance / 2, sigma: Math.sqrt(variance) };
}

/** The factor by which the law of scale 1 has that mean. */
export function weibullScale(mean: number, shape: number): number {
  return mean / Math.exp(jstat.gammaln(1 + 1 / shape));
}
