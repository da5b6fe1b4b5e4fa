/** How many pairs an interval allows for, in the words that every page uses. */
import type { PairedDifference } from './comparison.js';

type Pair = Pick<PairedDifference, 'scope' | 'measure' | 'a'>;

/**
 * `, allowing for the 3 pairs compared`, closes a sentence; `the 3 to 6 pairs` of several measures. Empty for one pair.
 * `among`: names those with whom the first of a pair is compared, where not all are with all.
 */
export function allowingFor(pairs: readonly Pair[], among: (name: string) => string = () => ''): string {
  const counts = new Map<string, number>();
  for (const { scope, measure, a } of pairs) {
    const family = `${scope}\n${measure}\n${among(a)}`;
    counts.set(family, (counts.get(family) ?? 0) + 1);
  }
  const [fewest, most] = [Math.min(...counts.values()), Math.max(...counts.values())];
  if (counts.size === 0 || most < 2) return '';
  return `, allowing for the ${fewest === most ? most : `${fewest} to ${most}`} pairs compared`;
}
