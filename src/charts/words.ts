/** Numbers and candidates as a title or a table says them. */
import { DAY, HOUR, MINUTE, type Seconds } from '../base/units.js';
import type { Comparison, Estimate } from '../analysis/comparison.js';
import { alike } from '../analysis/judge.js';
import { list } from '../analysis/words.js';
import type { Unit } from '../metrics/measures.js';
import { CHANNELS } from '../scenario/types.js';

/** `42 s`, `4 min 10 s`, `2 h 5 min`, `3 d 4 h`: the two largest units, for reading. */
export function duration(seconds: Seconds): string {
  const size = Math.round(Math.abs(seconds));
  const sign = seconds < 0 && size > 0 ? '−' : '';
  if (size < 10 && size > 0) return `${sign}${Math.abs(seconds).toFixed(1)} s`;
  const two = (large: number, unit: string, small: number, part: string): string =>
    small === 0 ? `${sign}${large} ${unit}` : `${sign}${large} ${unit} ${small} ${part}`;
  if (size < 2 * MINUTE) return `${sign}${size} s`;
  if (size < HOUR) return two(Math.floor(size / MINUTE), 'min', size % MINUTE, 's');
  const minutes = Math.round(size / MINUTE);
  if (size < 2 * DAY) return two(Math.floor(minutes / 60), 'h', minutes % 60, 'min');
  const hours = Math.round(size / HOUR);
  return two(Math.floor(hours / 24), 'd', hours % 24, 'h');
}

/** `54.3 ± 3.5 s`, `2 min 10 s ± 8 s`. */
export function durationWithin({ mean, halfWidth }: Pick<Estimate, 'mean' | 'halfWidth'>): string {
  if (halfWidth === null) return duration(mean);
  if (mean >= 2 * MINUTE) return `${duration(mean)} ± ${duration(Math.round(halfWidth))}`;
  const digits = halfWidth < 10 ? 1 : 0;
  return `${mean.toFixed(digits)} ± ${halfWidth.toFixed(digits)} s`;
}

/** `−11.2 ± 12.7 s`, `+0.7 ± 0.7 points`: a difference with its sign, in the unit that fits its size. */
export function change(unit: Unit, mean: number, halfWidth: number | null): string {
  const { factor, word } = spoken(unit, Math.max(Math.abs(mean), halfWidth ?? 0));
  const [size, half] = [mean * factor, (halfWidth ?? 0) * factor];
  const digits = Math.max(
    ...[half, Math.abs(size)].map((one) => (one === 0 || one >= 10 ? 0 : one < 1 ? 2 : 1)),
  );
  const sign = size < 0 ? '−' : '+';
  const text = `${mean === 0 ? '' : sign}${Math.abs(size).toFixed(digits)}`;
  return `${halfWidth === null ? text : `${text} ± ${half.toFixed(digits)}`} ${word}`.trimEnd();
}

function spoken(unit: Unit, size: number): { readonly factor: number; readonly word: string } {
  if (unit === 'share') return { factor: 100, word: 'points' };
  if (unit !== 'seconds') return { factor: 1, word: '' };
  if (size < 4 * MINUTE) return { factor: 1, word: 's' };
  return size < 4 * HOUR ? { factor: 1 / MINUTE, word: 'min' } : { factor: 1 / HOUR, word: 'h' };
}

/** `86.2 %`. */
export function share(value: number, digits = 1): string {
  return `${(100 * value).toFixed(digits)} %`;
}

/** With more candidates than so many a title says from where to where they reach; the picture names them. */
export const MOST_TOLD = 4;

/** Closes a subtitle: `Mean of 20 replications.` */
export function onAverage({ replications }: Comparison): string {
  return replications === 1 ? 'One replication.' : `Mean of ${replications} replications.`;
}

/** ` Not alike: messaging-only carries web chat as messaging.`: whose bars must not be read against the others'. */
export function unlike({ candidates }: Comparison): string {
  const told = CHANNELS.flatMap((channel) => {
    const most = alike(candidates, channel);
    return candidates
      .filter((one) => one.carries[channel].length > 0 && !most.includes(one))
      .map(({ name, carries }) => {
        const also = carries[channel].filter((stream) => !most[0]?.carries[channel].includes(stream));
        return `${name} carries ${list(also)} as ${channel}`;
      });
  });
  return told.length === 0 ? '' : ` Not alike: ${told.join('; ')}.`;
}
