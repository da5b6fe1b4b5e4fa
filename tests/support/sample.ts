/** Sample moments with their standard errors, so that a test can say how far from theory is too far. */

export interface Moments {
  readonly mean: number;
  readonly variance: number;
  /** Standard errors of the two. */
  readonly meanError: number;
  readonly varianceError: number;
}

export function momentsOf(values: ArrayLike<number>): Moments {
  const n = values.length;
  const average = (f: (value: number) => number) => {
    let total = 0;
    for (let i = 0; i < n; i++) total += f(values[i]!);
    return total / n;
  };
  const mean = average((value) => value);
  const variance = average((value) => (value - mean) ** 2);
  const fourth = average((value) => (value - mean) ** 4);
  return {
    mean,
    variance,
    meanError: Math.sqrt(variance / n),
    varianceError: Math.sqrt(Math.max(0, fourth - variance ** 2) / n),
  };
}

export function correlation(x: ArrayLike<number>, y: ArrayLike<number>): number {
  const a = momentsOf(x);
  const b = momentsOf(y);
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += (x[i]! - a.mean) * (y[i]! - b.mean);
  return sum / x.length / Math.sqrt(a.variance * b.variance);
}

/**
 * Chi-square of counts against their expectations, as a score: (χ² − k) ÷ √(2k), about standard normal for k cells whose
 * total is free (Poisson counts).
 */
export function chiSquareScore(counts: ArrayLike<number>, expected: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < counts.length; i++) sum += (counts[i]! - expected[i]!) ** 2 / expected[i]!;
  return (sum - counts.length) / Math.sqrt(2 * counts.length);
}
