/** How well one ranking of people agrees with another. */
import type { Share } from '../base/units.js';

/**
 * Kendall's tau-b, ties allowed: 1 same order, −1 reversed, 0 unrelated; null when either side has no two different values.
 * Kendall (1945), "The treatment of ties in ranking problems".
 */
export function kendallTau(a: readonly number[], b: readonly number[]): number | null {
  let agreeing = 0;
  let differingInA = 0;
  let differingInB = 0;
  for (let i = 1; i < a.length; i++) {
    for (let j = 0; j < i; j++) {
      const x = Math.sign(a[i]! - a[j]!);
      const y = Math.sign(b[i]! - b[j]!);
      agreeing += x * y;
      differingInA += x * x;
      differingInB += y * y;
    }
  }
  const scale = Math.sqrt(differingInA * differingInB);
  return scale > 0 ? agreeing / scale : null;
}

/**
 * Share of the bottom quartile by `truth` that is not in the bottom quartile by `shown`; null without people. People tied at the
 * edge of the shown quartile are found as often as drawing lots among them would.
 */
export function missedBottomQuartile(truth: readonly number[], shown: readonly number[]): Share | null {
  const size = Math.ceil(truth.length / 4);
  if (size === 0) return null;
  const lowest = truth.map((_, i) => i).sort((i, j) => truth[i]! - truth[j]! || i - j);
  const edge = shown.toSorted((x, y) => x - y)[size - 1]!;
  const below = shown.filter((value) => value < edge).length;
  const tied = shown.filter((value) => value === edge).length;
  const found = lowest
    .slice(0, size)
    .reduce((sum, i) => sum + (shown[i]! < edge ? 1 : shown[i] === edge ? (size - below) / tied : 0), 0);
  return 1 - found / size;
}
