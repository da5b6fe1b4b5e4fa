/** When threads of one traffic stream arrive: a Poisson process whose rate changes over time, or exact replay. */
import { Draws } from '../base/draws.js';
import type { Uniforms } from '../base/random.js';
import { sampler } from '../base/sampler.js';
import type { Seconds } from '../base/units.js';
import type { Arrivals } from '../scenario/types.js';
import { massOf, ratePieces, type RatePiece } from './rate.js';

export interface ArrivalTimes {
  /** The next arrival, never before the last one; Infinity when there is none. */
  next(): Seconds;
}

/** `dayFactors`: what each local day's rate is multiplied by, or null. A replay ignores it. */
export function arrivalTimes(
  arrivals: Arrivals,
  dayStarts: readonly Seconds[],
  dayFactors: Float64Array | null,
  rng: Uniforms,
): ArrivalTimes {
  if (arrivals.kind === 'replay') return new Replay(arrivals.times);
  return new PoissonProcess(ratePieces(arrivals, dayStarts, dayFactors), rng);
}

class Replay implements ArrivalTimes {
  private readonly sorted: Float64Array;
  private given = 0;

  constructor(times: readonly Seconds[]) {
    this.sorted = Float64Array.from(times).sort();
  }

  next(): Seconds {
    return this.sorted[this.given++] ?? Infinity;
  }
}

/**
 * Inversion of the cumulative rate: unit exponential steps, walked along the expected number of arrivals. One uniform per
 * arrival, and a higher rate brings each arrival forward, so that runs at two volumes stay in step.
 */
class PoissonProcess implements ArrivalTimes {
  private readonly mass: Float64Array;
  private readonly steps: Draws;
  private index = 0;
  /** Expected arrivals between the start of the current piece and the last arrival. */
  private passed = 0;
  private last: Seconds = -Infinity;

  constructor(
    private readonly pieces: readonly RatePiece[],
    rng: Uniforms,
  ) {
    this.mass = Float64Array.from(pieces, massOf);
    this.steps = new Draws(() => sampler({ kind: 'exponential', mean: 1 }, rng));
  }

  next(): Seconds {
    const { mass } = this;
    let passed = this.passed + this.steps.next();
    while (this.index < mass.length && passed >= mass[this.index]!) passed -= mass[this.index++]!;
    this.passed = passed;
    if (this.index === mass.length) return Infinity;
    // Rounding in the square root could step back by one bit.
    this.last = Math.max(this.last, timeAt(this.pieces[this.index]!, passed));
    return this.last;
  }
}

/** The instant up to which `due` arrivals are expected since the piece's start: from·x + slope·x²/2 = due. */
function timeAt(piece: RatePiece, due: number): Seconds {
  const length = piece.end - piece.start;
  const slope = (piece.to - piece.from) / length;
  const root = Math.sqrt(Math.max(0, piece.from ** 2 + 2 * slope * due));
  const offset = due === 0 ? 0 : (2 * due) / (piece.from + root);
  return piece.start + Math.min(offset, length);
}
