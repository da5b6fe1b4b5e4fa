/** What an audit writes down: open conversations, hands, and time integrals kept twice. */
import type { Seconds } from '../../src/base/units.js';

/** `wrapUp`: over for the consumer, waits for hands; then `wrappingUp`. */
export type Stage = 'queued' | 'waiting' | 'worked' | 'idle' | 'wrapUp' | 'wrappingUp';

/** What the books hold on an open conversation. */
export interface Entry {
  readonly name: string;
  readonly stream: number;
  readonly channel: number;
  readonly arrivedAt: Seconds;
  stage: Stage;
  since: Seconds;
  login: number;
  ghost: boolean;
  answers: number;
  exchange: number;
  answeredAt: Seconds;
  wroteAt: Seconds;
  /** While idle: from when it weighs less. */
  inactiveFrom: Seconds;
  /** Seconds of the wait for the next answer spent in a queue. */
  queuedFor: Seconds;
  /** Person who answered the thread last, or −1. */
  knownTo: number;
}

export interface Hands {
  readonly c: number;
  readonly since: Seconds;
  readonly doing: number;
  readonly login: number;
}

/** Time integrals of what the floor shows, against the sums of what the books say. */
export class Twice {
  readonly shown: Float64Array;
  readonly booked: Float64Array;
  constructor(
    readonly what: string,
    count: number,
  ) {
    this.shown = new Float64Array(count);
    this.booked = new Float64Array(count);
  }
  agree(horizon: Seconds): void {
    this.shown.forEach((shown, i) => {
      const off = Math.abs(shown - this.booked[i]!);
      if (off > 1e-6 * (1 + horizon)) fail(`${this.what} ${i}: floor ${shown}, books ${this.booked[i]!}`);
    });
  }
}

export function fail(says: string): never {
  throw new Error(`audit: ${says}`);
}
