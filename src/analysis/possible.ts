/** What a mean can be at all. A t interval knows nothing of it: from few replications it may reach beyond 0 % or 100 %. */
import type { Unit } from '../metrics/measures.js';
import type { Estimate } from './comparison.js';

export interface Ends {
  readonly low: number;
  readonly high: number;
  /** The interval as computed reaches further. */
  readonly isCut: boolean;
}

type Interval = Pick<Estimate, 'mean' | 'halfWidth'>;

/** An interval's ends within what is possible; the truth lies there, so what is cut off changes nothing about how often it is held. */
export function possibleEnds(unit: Unit, interval: Interval): Ends {
  return within(interval, isSigned(unit) ? -Infinity : 0, unit === 'share' ? 1 : Infinity);
}

/** The same of a difference, or of a sum of differences: shares are no more than 100 points apart. */
export function possibleDifference(unit: Unit, interval: Interval): Ends {
  return unit === 'share' ? within(interval, -1, 1) : within(interval, -Infinity, Infinity);
}

/** Numbers without a unit may be correlations. */
function isSigned(unit: Unit): boolean {
  return unit === 'number' || unit === 'ratio';
}

function within({ mean, halfWidth }: Interval, least: number, most: number): Ends {
  const [low, high] = [mean - (halfWidth ?? 0), mean + (halfWidth ?? 0)];
  const isCut = low < least || high > most;
  return { low: Math.max(least, low), high: Math.min(most, high), isCut };
}
