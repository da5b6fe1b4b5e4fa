/** Whether scenarios can be compared: they must span the same time, or their counts, hours and costs are of different things. */
import { formatDuration } from '../base/format.js';
import type { Scenario } from './types.js';

export interface Difference {
  /** The field of the scenario file. */
  readonly field: string;
  /** The two values, as a file says them. */
  readonly a: string;
  readonly b: string;
}

const SPAN: Readonly<Record<string, (scenario: Scenario) => string>> = {
  start: ({ calendar }) => calendar.startDate,
  days: ({ calendar }) => String(calendar.dayStarts.length - 1),
  timezone: ({ calendar }) => calendar.timezone,
  warmUp: ({ warmUp }) => formatDuration(warmUp),
};

/** What keeps two scenarios from being compared; empty when nothing does. */
export function spanDifferences(a: Scenario, b: Scenario): Difference[] {
  return Object.entries(SPAN)
    .map(([field, valueOf]) => ({ field, a: valueOf(a), b: valueOf(b) }))
    .filter((values) => values.a !== values.b);
}

/** With other targets, service levels are answers to other questions. */
export function haveSameTargets(a: Scenario, b: Scenario): boolean {
  return JSON.stringify(a.targets) === JSON.stringify(b.targets);
}
