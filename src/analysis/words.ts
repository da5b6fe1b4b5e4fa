/** Numbers as a sentence needs them: rounded, in the unit that people would use. */
import { HOUR, MINUTE } from '../base/units.js';
import type { Unit } from '../metrics/measures.js';

interface Spoken {
  readonly factor: number;
  readonly unit: string;
}

/**
 * `6.4 min (4.1 to 8.7)`: the size of a proven difference, or of a wait, and, where there is one, its interval, all in the
 * unit that fits the size. The interval ends where no size can be: below nothing, or above 100 points.
 */
export function sizeWithInterval(unit: Unit, difference: number, halfWidth: number | null): string {
  const size = Math.abs(difference);
  const { factor, unit: word } = spokenDifference(unit, size);
  const digits = Math.max(decimals(size * factor), firstDecimal((halfWidth ?? 0) * factor));
  const text = (value: number, atLeast = 0): string =>
    plain((value * factor).toFixed(Math.max(digits, atLeast)));
  const main = `${text(size)} ${word}`.trimEnd();
  if (halfWidth === null || halfWidth === 0) return main;
  const least = Math.max(0, size - halfWidth);
  const most = Math.min(unit === 'share' ? 1 : Infinity, size + halfWidth);
  // An interval that leaves out zero must not look as if it had it in.
  return `${main} (${text(least, firstDecimal(least * factor))} to ${text(most)})`;
}

/** `58 %`. */
export function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

/** `1 replication`, `20 replications`. */
export function replicationCount(count: number): string {
  return `${count} replication${count === 1 ? '' : 's'}`;
}

/** To two significant digits, since it is a guess: `about 40 more replications`. */
export function moreReplications(count: number): string {
  const rounded = Number(count.toPrecision(2));
  return `about ${rounded} more replication${rounded === 1 ? '' : 's'}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function list(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

/** `First response, P90` inside a sentence: `first response, P90`. */
export function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function spokenDifference(unit: Unit, size: number): Spoken {
  switch (unit) {
    case 'seconds':
      if (size < 2 * MINUTE) return { factor: 1, unit: 's' };
      return size < 2 * HOUR ? { factor: 1 / MINUTE, unit: 'min' } : { factor: 1 / HOUR, unit: 'h' };
    case 'share':
      return { factor: 100, unit: 'points' };
    case 'hours':
      return { factor: 1, unit: 'h' };
    case 'perHour':
      return { factor: 1, unit: 'an hour' };
    case 'count':
    case 'number':
    case 'ratio':
    case 'money':
      return { factor: 1, unit: '' };
  }
}

function decimals(size: number): number {
  // 9.96 would be written 10.0.
  if (size >= 9.95 || size === 0) return 0;
  return size >= 1 ? 1 : 2;
}

/** Decimals that show the first digit of a small number, three at most. */
function firstDecimal(size: number): number {
  return size > 0 ? Math.min(3, Math.max(0, Math.ceil(-Math.log10(size)))) : 0;
}

/** Rounding must not leave a minus before nothing. */
function plain(text: string): string {
  return Number(text) === 0 ? text.replace('-', '') : text;
}
