/** How many people of a group work each of its shift patterns. */
import { formatShare } from '../base/format.js';
import type { Path } from './document.js';
import type { Pattern } from './resolveShifts.js';
import type { Resolving } from './resolving.js';

/** How many of `size` people work each pattern: by count, by share, or in equal parts; the rest by largest remainder. */
export function dealt(
  context: Resolving,
  path: Path,
  patterns: readonly Pattern[],
  size: number,
): readonly number[] {
  const counts = handCounts(context, path, patterns, size);
  for (const [index, { path: at, share, count }] of patterns.entries()) {
    if (patterns.length === 1 && share === undefined && count === undefined) break;
    const people = `${counts[index] ?? 0} of ${size} people`;
    if (share === undefined)
      context.notes.note([...at, 'count'], people, count === undefined ? 'equal parts' : null);
    else context.notes.note([...at, 'share'], `${formatShare(share)}: ${people}`, null);
  }
  return counts;
}

function handCounts(
  { findings }: Resolving,
  path: Path,
  patterns: readonly Pattern[],
  size: number,
): readonly number[] {
  const byCount = patterns.filter(({ count }) => count !== undefined).length;
  const byShare = patterns.filter(({ share }) => share !== undefined).length;
  if (byCount + byShare > 0 && byCount !== patterns.length && byShare !== patterns.length) {
    findings.error(
      path,
      'some patterns say how many work them, others do not',
      'give every pattern a share, or every one a count',
    );
    return patterns.map(() => 0);
  }
  if (byCount > 0) {
    const counts = patterns.map(({ count = 0 }) => count);
    const sum = counts.reduce((total, count) => total + count, 0);
    if (sum !== size)
      findings.error(
        path,
        `the patterns' counts add up to ${sum}, but the group has ${size} people`,
        `make them add up to ${size}; without any count or share, the people are dealt in equal parts`,
      );
    return counts;
  }
  const shares = patterns.map(({ share }) => share ?? 1 / patterns.length);
  const sum = shares.reduce((total, share) => total + share, 0);
  if (Math.abs(sum - 1) > 0.005) {
    findings.error(
      path,
      `the patterns' shares add up to ${Number((sum * 100).toFixed(1))}%`,
      'make them add up to 100%',
    );
  }
  return largestRemainder(shares, size);
}

/** Whole numbers that add up to `size`, as near to the shares as can be (Hamilton's method). */
export function largestRemainder(shares: readonly number[], size: number): readonly number[] {
  const sum = shares.reduce((total, share) => total + share, 0);
  const exact = shares.map((share) => (sum === 0 ? 0 : (share / sum) * size));
  const counts = exact.map((value) => Math.floor(value + 1e-9));
  const order = exact.map((_, index) => index).sort((a, b) => remainder(b) - remainder(a) || a - b);
  let left = sum === 0 ? 0 : size - counts.reduce((total, count) => total + count, 0);
  function remainder(index: number): number {
    return (exact[index] ?? 0) - (counts[index] ?? 0);
  }
  for (const index of order) {
    if (left-- <= 0) break;
    counts[index] = (counts[index] ?? 0) + 1;
  }
  return counts;
}
