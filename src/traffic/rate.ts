/** The arrival rate over the horizon, cut into pieces on which it is a straight line. */
import type { Seconds } from '../base/units.js';
import type { Arrivals } from '../scenario/types.js';

export interface RatePiece {
  readonly start: Seconds;
  readonly end: Seconds;
  /** Arrivals per second at both ends. */
  readonly from: number;
  readonly to: number;
}

type PoissonArrivals = Extract<Arrivals, { kind: 'poisson' }>;

/**
 * The rate of a Poisson stream; with `dayFactors` each local day's rate is multiplied by that day's factor, so it may jump at
 * midnight.
 */
export function ratePieces(
  arrivals: PoissonArrivals,
  dayStarts: readonly Seconds[],
  dayFactors: Float64Array | null,
): RatePiece[] {
  const { bounds, expected } = arrivals;
  const pieces =
    arrivals.shape === 'linear' ? linearPieces(bounds, expected) : constantPieces(bounds, expected);
  return dayFactors === null ? pieces : pieces.flatMap((piece) => cutByDay(piece, dayStarts, dayFactors));
}

/** Expected arrivals within a piece. */
export function massOf(piece: RatePiece): number {
  return ((piece.from + piece.to) / 2) * (piece.end - piece.start);
}

function constantPieces(bounds: readonly Seconds[], expected: readonly number[]): RatePiece[] {
  return expected.map((count, i) => constantPiece(bounds[i]!, bounds[i + 1]!, count));
}

function constantPiece(start: Seconds, end: Seconds, count: number): RatePiece {
  const rate = count / (end - start);
  return { start, end, from: rate, to: rate };
}

/**
 * Two lines per interval, through a value at each bound and one in the middle.
 *
 * At a bound: on the straight line between the mean rates of the two intervals, each standing at its interval's middle. Where
 * the next interval is empty (closed) or there is none, on the line from the interval on the other side, but not below 0.
 * In the middle: what keeps the interval's expected count exactly, 2 × its mean rate − the mean of its two bounds. Where that
 * is below 0 no such line exists, and the interval keeps a constant rate.
 */
function linearPieces(bounds: readonly Seconds[], expected: readonly number[]): RatePiece[] {
  const length = expected.map((_, i) => bounds[i + 1]! - bounds[i]!);
  const rate = expected.map((count, i) => count / length[i]!);
  /** At the bound between interval `i` and its neighbour `j`, seen from the open interval `i`. */
  const atBound = (i: number, j: number): number => {
    const across = rate[j] ?? 0;
    if (across > 0) return rate[i]! + ((across - rate[i]!) * length[i]!) / (length[i]! + length[j]!);
    const inner = i + i - j;
    if ((rate[inner] ?? 0) === 0) return rate[i]!;
    return Math.max(0, rate[i]! + ((rate[i]! - rate[inner]!) * length[i]!) / (length[i]! + length[inner]!));
  };
  return expected.flatMap((count, i) => {
    const start = bounds[i]!;
    const end = bounds[i + 1]!;
    if (count === 0) return [constantPiece(start, end, 0)];
    const from = atBound(i, i - 1);
    const to = atBound(i, i + 1);
    const between = 2 * rate[i]! - (from + to) / 2;
    if (between < 0) return [constantPiece(start, end, count)];
    const middle = (start + end) / 2;
    return [
      { start, end: middle, from, to: between },
      { start: middle, end, from: between, to },
    ];
  });
}

function cutByDay(piece: RatePiece, dayStarts: readonly Seconds[], dayFactors: Float64Array): RatePiece[] {
  const rateAt = (at: Seconds) =>
    piece.from + ((piece.to - piece.from) * (at - piece.start)) / (piece.end - piece.start);
  const cut: RatePiece[] = [];
  for (let day = 0; day < dayFactors.length; day++) {
    const start = Math.max(piece.start, dayStarts[day]!);
    const end = Math.min(piece.end, dayStarts[day + 1]!);
    const factor = dayFactors[day]!;
    if (start < end) cut.push({ start, end, from: factor * rateAt(start), to: factor * rateAt(end) });
  }
  return cut;
}
