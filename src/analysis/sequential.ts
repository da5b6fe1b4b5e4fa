/** When to stop: replications until the intervals are narrow enough for their means. */
import type { Estimate } from './comparison.js';

/** Below this the sample's own variance is too uncertain to stop on (Law, Simulation Modeling and Analysis, ch. 9). */
export const MINIMUM_REPLICATIONS = 10;

/** Looking after each single replication stops on lucky dips; looking at geometric points does so less often. */
const GROWTH = 1.5;

export interface PrecisionGoal {
  /** Relative half-width γ asked for, such as 0.05. */
  readonly relative: number;
  readonly measures: readonly { readonly scope: string; readonly measure: string }[];
  readonly atLeast: number;
  readonly atMost: number;
}

/** How many replications to have at the first look, and at the look after `n`; never more than the ceiling. */
export function nextLook(goal: PrecisionGoal, n: number): number {
  const floor = Math.max(MINIMUM_REPLICATIONS, goal.atLeast);
  const next = n === 0 ? floor : Math.max(floor, Math.ceil(n * GROWTH));
  return Math.min(next, Math.max(n, goal.atMost));
}

/**
 * Half-width ÷ |estimated mean| is compared with γ/(1 + γ), not γ: if the truth lies in the interval, the estimate is then
 * off by at most γ relative to the *true* mean (Law).
 */
export function isPreciseEnough(relativeWidth: number | null, goal: PrecisionGoal): boolean {
  return relativeWidth !== null && relativeWidth <= goal.relative / (1 + goal.relative);
}

/**
 * A relative half-width w as a precision γ = w/(1 − w), the most by which the estimate is then off relative to the true mean;
 * null with no interval, and where it reaches down to 0.
 */
export function precisionOf(relativeWidth: number | null): number | null {
  return relativeWidth === null || relativeWidth >= 1 ? null : relativeWidth / (1 - relativeWidth);
}

/** The widest relative half-width; null with nothing to judge, and where one has no interval or a mean of 0. */
export function widest(estimates: readonly Estimate[]): number | null {
  const largest = Math.max(...estimates.map(relativeWidth));
  return Number.isFinite(largest) ? largest : null;
}

function relativeWidth({ mean, halfWidth }: Estimate): number {
  if (halfWidth === null) return Infinity;
  return halfWidth === 0 ? 0 : halfWidth / Math.abs(mean);
}
