/** After how many reporting intervals traffic and staffing repeat: a question about the long run has an answer only if they do. */
import { DAY } from '../base/units.js';
import { CAPABILITIES, expectedArrivals, staffedSeconds } from './offeredWork.js';
import type { Scenario } from './types.js';

export interface Cycle {
  /** Reporting intervals in it; 1: every interval is like the next. */
  readonly intervals: number;
  readonly words: string;
}

/** Sums in floating point leave this much between two equal expectations. */
const ROUNDING = 1e-6;

/** Null: nothing repeats by the week. Replayed arrivals never do; days of 23 or 25 hours break it. */
export function cycleOf(scenario: Scenario): Cycle | null {
  const { intervalBounds, interval } = scenario.calendar;
  const perDay = Math.round(DAY / interval);
  const rows = [
    ...scenario.streams.map((stream) => expectedArrivals(stream, intervalBounds)),
    ...CAPABILITIES.map((capability) => staffedSeconds(scenario)[capability]),
  ];
  if (scenario.streams.some(({ arrivals }) => arrivals.kind === 'replay')) return null;
  const cycles: readonly Cycle[] = [
    { intervals: 1, words: 'interval' },
    { intervals: perDay, words: 'day' },
    { intervals: 7 * perDay, words: 'week' },
  ];
  return cycles.find(({ intervals }) => rows.every((row) => repeats(row, intervals))) ?? null;
}

/** At least twice, to be seen. */
function repeats(row: readonly number[], step: number): boolean {
  const size = Math.max(...row);
  return (
    row.length >= 2 * step &&
    row.every((value, i) => i < step || Math.abs(value - (row[i - step] ?? value)) <= ROUNDING * size)
  );
}
