/** A mean and its t interval over independent replications. */
import jstat from 'jstat';
import { mean, sampleVariance } from 'simple-statistics';
import type { Estimate } from './comparison.js';

export const CONFIDENCE = 0.95;

const quantiles = new Map<string, number>();

/** Quantile of Student's t, good to 1e-8 relative (jstat). */
export function tQuantile(p: number, degreesOfFreedom: number): number {
  const key = `${p} ${degreesOfFreedom}`;
  let t = quantiles.get(key);
  if (t === undefined) {
    t = jstat.studentt.inv(p, degreesOfFreedom);
    quantiles.set(key, t);
  }
  return t;
}

export { mean };

/** Sample standard deviation (n − 1); NaN for fewer than two values. */
export function standardDeviation(values: readonly number[]): number {
  return Math.sqrt(variance(values));
}

/** Sample variance (n − 1), exactly 0 when all values are equal; NaN for fewer than two values. */
export function variance(values: readonly number[]): number {
  if (values.length < 2) return NaN;
  return values.every((value) => value === values[0]) ? 0 : sampleVariance([...values]);
}

/** t_{tail, n−1} · s / √n for independent values, `tail` being what is left out on each side; null for fewer than two. */
export function halfWidth(values: readonly number[], tail = (1 - CONFIDENCE) / 2): number | null {
  const n = values.length;
  if (n < 2) return null;
  return halfWidthOf(n, standardDeviation(values), tail);
}

/** The same of `n` values, two or more, whose standard deviation is known. */
export function halfWidthOf(n: number, deviation: number, tail = (1 - CONFIDENCE) / 2): number {
  return (tQuantile(1 - tail, n - 1) * deviation) / Math.sqrt(n);
}

/** The 95 % t interval; null when no value has data. */
export function estimate(values: readonly (number | null)[]): Estimate | null {
  const seen = values.filter((value) => value !== null);
  if (seen.length === 0) return null;
  return { mean: mean(seen), halfWidth: halfWidth(seen), n: seen.length, values };
}
