/** Statistics of one long series: where its beginning ends (MSER-5), and an interval from batch means. */
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
 * than ten batches, or when von Neumann's ratio shows that neighbouring batches are alike. `weights`: how many conversations
 * each observation is the mean of, so that a batch's mean is that of its conversations; by default all weigh the same.
 */
export function batchMeans(
  series: readonly number[],
  batches = BATCHES,
  weights: readonly number[] = series.map(() => 1),
): BatchMeans | Refusal {
  if (batches < MINIMUM_BATCHES) {
    return { refused: `${batches} batches are too few for an interval: at least ${MINIMUM_BATCHES}` };
  }
  if (series.length < batches) {
    return { refused: `the run is too short: ${series.length} observations for ${batches} batches` };
  }
  const size = Math.floor(series.length / batches);
  const start = series.length - size * batches;
  const products = batchesOf(
    series.map((value, i) => value * (weights[i] ?? 0)),
    start,
    size,
  );
  const sizes = batchesOf(weights, start, size);
  if (sizes.includes(0)) return { refused: 'a batch has no conversations: run longer' };
  const means = products.map((product, i) => product / (sizes[i] ?? 1));
  if (alikeness(means) > LAG_LIMIT) {
    return {
      refused: 'neighbouring batches of the run are alike, so the interval would be too narrow: run longer',
    };
  }
  const width = halfWidth(means) ?? Infinity;
  return { mean: mean(means), deviation: standardDeviation(means), halfWidth: width, batches };
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
