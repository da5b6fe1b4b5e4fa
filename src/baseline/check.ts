/** A baseline against the same runs today: what moved, by how much, and whether chance explains it. */
import { CONFIDENCE } from '../analysis/interval.js';
import { CHANNELS } from '../scenario/types.js';
import { COUNTS, type Baseline, type BaselineMeasure, type BaselineMode } from './baseline.js';
import type { Tolerance } from './tolerance.js';
import { twoSampleHalfWidth } from './twoSample.js';

/** One number that is no longer what it was. */
export interface Moved {
  readonly mode: string;
  /** A channel, or the scope of a measure; null: the mode as a whole. */
  readonly scope: string | null;
  /** A measure or count by its id, or `events`. */
  readonly measure: string;
  /** What of it: of a measure whose mean stayed, its spread or how many replications had data. */
  readonly of: 'mean' | 'sd' | 'n' | 'total';
  /** null: it was not there, or is there no more. */
  readonly was: number | null;
  readonly now: number | null;
  /** By how many half-widths of its interval the mean moved; null: cannot be told, as of counts, or with one replication. */
  readonly halfWidths: number | null;
}

export function isBeyondChance({ halfWidths }: Moved): boolean {
  return halfWidths !== null && halfWidths > 1;
}

export interface Checked {
  /** The numbers held, and they are of the scenario that was recorded. */
  readonly passed: boolean;
  /** No number moved by more than the tolerance allows. */
  readonly held: boolean;
  /** False when the scenario was edited since, a CSV file of it, or a default. */
  readonly sameScenario: boolean;
  readonly sameDemand: boolean;
  readonly moved: readonly Moved[];
  /** Numbers compared. */
  readonly compared: number;
  /** Measures over which the intervals hold together. */
  readonly tested: number;
}

export function checkBaseline(was: Baseline, now: Baseline, tolerance: Tolerance): Checked {
  const modes = [...new Set([...Object.keys(was.modes), ...Object.keys(now.modes)])];
  const tested = modes.reduce((sum, mode) => sum + pairsOf(was.modes[mode], now.modes[mode]).length, 0);
  // Bonferroni: all intervals hold together.
  const tail = (1 - CONFIDENCE) / 2 / Math.max(1, tested);
  const all = modes.flatMap((mode) => compareMode(mode, was.modes[mode], now.modes[mode], tail));
  const moved = all.filter((one) => one.was !== one.now);
  const sameScenario = was.scenario.fingerprint === now.scenario.fingerprint;
  const sameDemand = was.demand === now.demand;
  const held =
    tolerance === 'exact'
      ? sameDemand && moved.length === 0
      : moved.every((one) => !isBeyondChance(one) && one.was !== null && one.now !== null);
  const passed = sameScenario && held;
  return { passed, held, sameScenario, sameDemand, moved, compared: all.length, tested };
}

interface Pair {
  readonly scope: string;
  readonly measure: string;
  readonly was: BaselineMeasure | undefined;
  readonly now: BaselineMeasure | undefined;
}

function pairsOf(was: BaselineMode | undefined, now: BaselineMode | undefined): Pair[] {
  const scopes = new Set([...Object.keys(was?.measures ?? {}), ...Object.keys(now?.measures ?? {})]);
  return [...scopes].flatMap((scope) => {
    const [a = {}, b = {}] = [was?.measures[scope], now?.measures[scope]];
    return [...new Set([...Object.keys(a), ...Object.keys(b)])].map((measure) => ({
      ...{ scope, measure, was: a[measure], now: b[measure] },
    }));
  });
}

function compareMode(
  mode: string,
  was: BaselineMode | undefined,
  now: BaselineMode | undefined,
  tail: number,
): Moved[] {
  const count = (scope: string | null, measure: string, a?: number, b?: number): Moved => ({
    ...{ mode, scope, measure, of: 'total', was: a ?? null, now: b ?? null, halfWidths: null },
  });
  const counts = CHANNELS.flatMap((channel) => {
    const [a, b] = [was?.counts[channel], now?.counts[channel]];
    return a === undefined && b === undefined
      ? []
      : COUNTS.map((name) => count(channel, name, a?.[name], b?.[name]));
  });
  const measures = pairsOf(was, now).map((pair) => compareMeasure(mode, pair, tail));
  return [count(null, 'events', was?.events, now?.events), ...counts, ...measures];
}

function compareMeasure(mode: string, { scope, measure, was, now }: Pair, tail: number): Moved {
  const about = { mode, scope, measure };
  if (was === undefined || now === undefined)
    return { ...about, of: 'mean', was: was?.mean ?? null, now: now?.mean ?? null, halfWidths: null };
  const of = (['mean', 'n', 'sd'] as const).find((field) => was[field] !== now[field]) ?? 'mean';
  const width = twoSampleHalfWidth(was, now, tail);
  const by = Math.abs(now.mean - was.mean);
  const halfWidths = width === null ? null : by === 0 ? 0 : by / width;
  return { ...about, of, was: was[of], now: now[of], halfWidths };
}
