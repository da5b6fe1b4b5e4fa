/** Everything random about one thread, drawn when it arrives: a header and its exchanges as flat numbers. */
import type { Seconds } from '../base/units.js';

/**
 * A thread is a run of conversations, each a header of `HEADER` numbers and then `COUNT` pairs (gap, effort); the next
 * conversation's header follows at once. The last has FOLLOW = FOLLOW_NONE.
 */
export const COUNT = 0;
/** Seconds from arrival; Infinity: never leaves. */
export const PATIENCE = 1;
/** 1: a leaver leaves silently. */
export const SILENT = 2;
/** Seconds that opening a silent leaver costs. */
export const SILENT_EFFORT = 3;
/** Seconds one reply may take; Infinity: any. */
export const REPLY_PATIENCE = 4;
/** Seconds; 0: none. */
export const WRAP_UP = 5;
/** 1: the agent closes right after the last answer. */
export const AGENT_CLOSES = 6;
export const FOLLOW = 7;
/** Seconds from the end of this conversation to the next of the thread. */
export const FOLLOW_AFTER = 8;
export const HEADER = 9;
/** A pair per exchange: consumer gap before it (0 for the first), effort. */
export const PAIR = 2;
export const GAP = 0;
export const EFFORT = 1;

export const FOLLOW_NONE = 0;
export const FOLLOW_CONSUMER = 1;
export const FOLLOW_AGENT = 2;

/** One thread's numbers in a buffer that grows and is used again for the next thread. */
export class Section {
  data = new Float64Array(256);
  length = 0;

  /** Makes room for `extra` more numbers. */
  reserve(extra: number): void {
    if (this.length + extra <= this.data.length) return;
    const grown = new Float64Array(Math.max(this.data.length * 2, this.length + extra));
    grown.set(this.data);
    this.data = grown;
  }
}

/** The reusable record that `Demand.next` fills. */
export class Script {
  /** Running number of the thread in arrival order, from 0: the same in every mode. */
  thread = -1;
  /** Index into `Scenario.streams`. */
  stream = -1;
  /** Arrival; negative for the opening backlog. */
  at: Seconds = 0;
  /** One uniform in [0, 1) for ties. */
  tie = 0;
  /** The thread on its own channel. */
  readonly native = new Section();
  /** The same consumer and problem as messaging; length 0 when the stream has no `asMessaging`. */
  readonly asMessaging = new Section();
}

/** What the engine consumes: scripts in arrival order, wholly determined by (scenario, seed, replication). */
export interface Demand {
  /** Fills `script` with the next thread; false when there is none. */
  next(script: Script): boolean;
  /** A hash of all threads given out so far, both sections included; complete once `next` has returned false. */
  fingerprint(): string;
}
