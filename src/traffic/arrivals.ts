/** When threads of one traffic stream arrive: a Poisson process whose rate changes over time, or exact replay. */
import type { Uniform } from '../base/random.js';
import type { Seconds } from '../base/units.js';
import type { Arrivals } from '../scenario/types.js';
import { massOf, ratePieces, type RatePiece } from './rate.js';

/** The next arrival, never before the last one; Infinity when there is none. */
export type ArrivalTimes = () => Seconds;

/** `dayFactors`: what each local day's rate is multiplied by, or null. A replay ignores it. */
export function arrivalTimes(
  arrivals: Arrivals,
  dayStarts: readonly Seconds[],
  dayFactors: Float64Array | null,
  rng: Uniform,
): ArrivalTimes {
  if (arrivals.kind === 'replay') return replay(arrivals.times);
  return poisson(ratePieces(arrivals, dayStarts, dayFactors), rng);
}

function replay(times: readonly Seconds[]): ArrivalTimes {
  const sorted = Float64Array.from(times).sort();
  let next = 0;
  return () => sorted[next++] ?? Infinity;
}

/**
 * Inversion of the cumulative rate: unit exponential steps, walked along the expected number of arrivals. One uniform per
 * arrival, and a higher rate brings each arrival forward, so that runs at two volumes stay in step.
 */
function poisson(pieces: readonly RatePiece[], rng: Uniform): ArrivalTimes {
  const mass = Float64Array.from(pieces, massOf);
  let index = 0;
  /** Expected arrivals between the start of the current piece and the last arrival. */
  let passed = 0;
  let last = -Infinity;
  return () => {
    passed -= Math.log(1 - rng());
    while (index < mass.length && passed >= mass[index]!) passed -= mass[index++]!;
    if (index === mass.length) return Infinity;
    // Rounding in the square root could step back by one bit.
    last = Math.max(last, timeAt(pieces[index]!, passed));
    return last;
  };
}

/** The instant up to which `due` arrivals are expected since the piece's start: from·x + slope·x²/2 = due. */
function timeAt(piece: RatePiece, due: number): Seconds {
  const length = piece.end - piece.start;
  const slope = (piece.to - piece.from) / length;
  const root = Math.sqrt(Math.max(0, piece.from ** 2 + 2 * slope * due));
  const offset = due === 0 ? 0 : (2 * due) / (piece.from + root);
  return piece.start + Math.min(offset, length);
}
