/** One long run instead of many days: where its beginning ends (MSER-5), and an interval from batch means. */
import type { Seconds } from '../base/units.js';
import type { IntervalRow } from '../metrics/runReport.js';
import type { Channel } from '../scenario/types.js';
import { halfWidth, mean, standardDeviation } from './interval.js';

/** MSER looks at means of this many observations. */
const MSER_BATCH = 5;
const BATCHES = 20;
const MINIMUM_BATCHES = 10;
/** One-sided 5 % point of the normal law: batch means more alike than this are not independent. */
const LAG_LIMIT = 1.6448536269514722;

export interface Truncation {
  /** Observations to drop from the front. */
  readonly dropped: number;
  /** The least squared standard error, over the truncations tried. */
  readonly statistic: number;
  /** False: the least was found at the end of the search; the run is too short to say where its beginning ends. */
  readonly settled: boolean;
}

/** MSER-5 (White, Cobb & Spratt 2000): the truncation, up to half the series, that leaves the mean its least squared standard error. */
export function mser5(series: readonly number[]): Truncation {
  const batches = batchesOf(series, 0, MSER_BATCH);
  const last = Math.floor(batches.length / 2) - 1;
  let found = 0;
  let statistic = Infinity;
  for (let d = 0; d <= last; d++) {
    const rest = batches.slice(d);
    const error = (standardDeviation(rest) ** 2 * (rest.length - 1)) / rest.length ** 2;
    if (error < statistic) {
      found = d;
      statistic = error;
    }
  }
  return { dropped: found * MSER_BATCH, statistic, settled: last > 0 && found < last };
}

export interface BatchMeans {
  readonly mean: number;
  /** Standard deviation of the batch means. */
  readonly deviation: number;
  readonly halfWidth: number;
  readonly batches: number;
}

/** Why no interval is given, as a sentence. */
export interface Refusal {
  readonly refused: string;
}

/**
 * Non-overlapping batch means with a t interval; what does not fill the batches is dropped from the front. Refused with fewer
 * than ten batches, or when von Neumann's ratio shows that neighbouring batches are alike.
 */
export function batchMeans(series: readonly number[], batches = BATCHES): BatchMeans | Refusal {
  if (batches < MINIMUM_BATCHES) {
    return { refused: `${batches} batches are too few for an interval: at least ${MINIMUM_BATCHES}` };
  }
  if (series.length < batches) {
    return { refused: `the run is too short: ${series.length} observations for ${batches} batches` };
  }
  const size = Math.floor(series.length / batches);
  const means = batchesOf(series, series.length - size * batches, size);
  const width = halfWidth(means) ?? Infinity;
  if (alikeness(means) > LAG_LIMIT) {
    return {
      refused: 'neighbouring batches of the run are alike, so the interval would be too narrow: run longer',
    };
  }
  return { mean: mean(means), deviation: standardDeviation(means), halfWidth: width, batches };
}

/** What a long run says about one series of its intervals, and by which method. */
export interface SteadyState {
  readonly warmUp: Seconds;
  /** How the warm-up was chosen, in words. */
  readonly method: string;
  readonly result: BatchMeans | Refusal;
}

/** `warmUp`: a fixed period, or null to let MSER-5 choose it on the same series. */
export function steadyState(
  rows: readonly IntervalRow[],
  channel: Channel,
  field: 'queueLength' | 'openConversations',
  interval: Seconds,
  warmUp: Seconds | null,
): SteadyState {
  const series = rows.filter((row) => row.channel === channel).map((row) => row[field]);
  if (warmUp !== null) {
    const dropped = Math.ceil(warmUp / interval);
    return {
      warmUp,
      method: 'fixed warm-up, batch means',
      result: batchMeans(series.slice(dropped)),
    };
  }
  const { dropped, settled } = mser5(series);
  return {
    warmUp: dropped * interval,
    method: 'warm-up by MSER-5, batch means',
    result: settled
      ? batchMeans(series.slice(dropped))
      : { refused: 'MSER-5 found no end of the warm-up in the first half of the run: run longer' },
  };
}

/** Means of the whole batches of `size` from `start` on. */
function batchesOf(series: readonly number[], start: number, size: number): number[] {
  const count = Math.floor((series.length - start) / size);
  return Array.from({ length: count }, (_, i) =>
    mean(series.slice(start + i * size, start + (i + 1) * size)),
  );
}

/** von Neumann's ratio as a standard normal z under independence; large when neighbours are alike. */
function alikeness(values: readonly number[]): number {
  const n = values.length;
  const spread = standardDeviation(values) ** 2 * (n - 1);
  if (spread === 0) return 0;
  const steps = values.slice(1).reduce((sum, value, i) => sum + (value - (values[i] ?? value)) ** 2, 0);
  return (1 - steps / spread / 2) * Math.sqrt((n * n - 1) / (n - 2));
}
