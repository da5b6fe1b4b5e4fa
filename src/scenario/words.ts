/** Resolved values in a planner's words, as `explain` shows them. */
import type { CountDistribution, Distribution } from '../base/distribution.js';
import { formatDuration, formatShare } from '../base/format.js';
import type { Affinity, Target } from './types.js';

/** A law of durations: `lognormal, mean 40s, cv 0.8`. */
export function lawWords(law: Distribution): string {
  switch (law.kind) {
    case 'constant':
      return formatDuration(law.value);
    case 'exponential':
      return `exponential, mean ${formatDuration(law.mean)}`;
    case 'lognormal':
    case 'gamma':
      return `${law.kind}, mean ${formatDuration(law.mean)}, cv ${law.cv}`;
    case 'erlang':
      return `erlang, mean ${formatDuration(law.mean)}, k ${law.k}`;
    case 'weibull':
      return `weibull, mean ${formatDuration(law.mean)}, shape ${law.shape}`;
    case 'uniform':
      return `uniform, ${formatDuration(law.min)} to ${formatDuration(law.max)}`;
    case 'hyperexponential':
      return law.branches
        .map(({ share, mean }) => `${formatShare(share)} exponential, mean ${formatDuration(mean)}`)
        .join(' + ');
    case 'empirical':
      return `empirical, ${law.values.length} values`;
    case 'mixture':
      return law.parts.map(({ share, of }) => `${formatShare(share)} ${lawWords(of)}`).join(' + ');
    case 'atMost':
      return `${lawWords(law.of)}, at most ${formatDuration(law.limit)}`;
  }
}

/** A law of durations that may be absent. */
export function lawOrNoneWords(law: Distribution | null): string {
  return law === null ? 'none' : lawWords(law);
}

/** A law of counts: `geometric, mean 7`. */
export function countWords(law: CountDistribution): string {
  switch (law.kind) {
    case 'constant':
      return String(law.value);
    case 'geometric':
    case 'poisson':
      return `${law.kind}, mean ${law.mean}`;
    case 'empirical':
      return `empirical, ${law.values.length} values`;
    case 'hazard':
      return `hazard, ${law.stop.map(formatShare).join(' ')}`;
  }
}

/** `80% in 1m`. */
export function targetWords({ share, within }: Target): string {
  return `${formatShare(share)} in ${formatDuration(within)}`;
}

/** `prefer`, `hold 30m`. */
export function affinityWords(affinity: Affinity): string {
  return affinity.kind === 'hold' ? `hold ${formatDuration(affinity.upTo)}` : affinity.kind;
}

/** `off` for null. */
export function durationOrOff(value: number | null): string {
  return value === null ? 'off' : formatDuration(value);
}

/** `none` for null. */
export function shareOrNone(value: number | null): string {
  return value === null ? 'none' : `under ${formatShare(value)}`;
}
