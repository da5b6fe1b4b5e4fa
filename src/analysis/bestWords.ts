/** Which settings the search found, what they are worth, and how flat the best is, in sentences. */
import type { BestSetting, BestSettings, Comparison, Flat } from './comparison.js';
import { capitalised, list, sizeWithInterval } from './words.js';

/** One sentence or two per candidate; none when settings are as given. */
export function bestSentences({ best }: Pick<Comparison, 'best'>): string[] {
  return best?.modes.map((mode) => sentenceOf(mode, best)) ?? [];
}

function sentenceOf(mode: BestSetting, best: BestSettings): string {
  const { candidate, settings, given, improvement, flat, tried } = mode;
  if (settings === '') return `${capitalised(candidate)} has no settings to search.`;
  if (settings === given)
    return `${capitalised(candidate)} is best as given among ${tried.length} settings tried (${given}). ${flatness(flat)}`;
  const worth =
    improvement === null
      ? 'what that is worth cannot be said'
      : worthOf(improvement.mean, improvement.halfWidth, best);
  return `${capitalised(candidate)} is shown with ${settings}, the best of ${tried.length} settings tried, instead of ${given}: ${worth}. ${flatness(flat)}`;
}

function worthOf(mean: number, halfWidth: number | null, { unit }: BestSettings): string {
  const size = sizeWithInterval(unit, mean, halfWidth);
  const kept = 'on replications that had no part in the search';
  if (halfWidth === null) return `${size} ${mean < 0 ? 'worse' : 'better'} in the one replication`;
  if (Math.abs(mean) <= halfWidth) return `no difference that the runs can tell ${kept}`;
  return `${size} ${mean < 0 ? 'worse' : 'better'} ${kept}`;
}

function flatness(flat: readonly Flat[]): string {
  return `As good: ${flat.map(rangeOf).join('; ')}.`;
}

function rangeOf({ setting, ordered, asGood }: Flat): string {
  const [first = '', ...others] = asGood;
  if (others.length === 0) return `${setting} only ${first}`;
  return ordered && others.length > 1
    ? `${setting} from ${first} to ${asGood.at(-1) ?? ''}`
    : `${setting} ${list(asGood)}`;
}
