/** The pending events: one per subject at most, in total order (time, priority, sequence). */
import type { Seconds } from '../base/units.js';

/** What goes first when several things are due at one instant. */
export const PRIORITY = {
  /** Hands that come free at t can serve what arrives at t. */
  hands: 0,
  /** A consumer's word, or silence, is older news than who comes and goes. */
  consumer: 1,
  /** Who signs in at t is there for the arrival at t; who leaves at t is not. */
  roster: 2,
  /** Warm-up ends before the next arrival is routed. */
  login: 3,
  arrival: 4,
} as const;

const PRIORITY_STEP = 2 ** 48;

/**
 * A binary heap of subjects over typed arrays. `take` leaves a hole at the root that the next `schedule` fills: most
 * events schedule one successor, and a fill costs half a removal and an insertion.
 */
export class EventQueue {
  #times: Float64Array;
  #subjects: Int32Array;
  #position: Int32Array;
  /** Priority and sequence in one number, read only where times are equal. */
  #tie: Float64Array;
  #size = 0;
  #hole = false;
  #sequence = 0;

  constructor(subjects: number) {
    this.#times = new Float64Array(subjects);
    this.#subjects = new Int32Array(subjects);
    this.#position = new Int32Array(subjects).fill(-1);
    this.#tie = new Float64Array(subjects);
  }

  /** Makes room for subjects 0 … count − 1. */
  grow(count: number): void {
    const enlarge = <T extends Float64Array | Int32Array>(old: T, fresh: T): T => {
      fresh.set(old);
      return fresh;
    };
    this.#times = enlarge(this.#times, new Float64Array(count));
    this.#subjects = enlarge(this.#subjects, new Int32Array(count));
    this.#position = enlarge(this.#position, new Int32Array(count).fill(-1));
    this.#tie = enlarge(this.#tie, new Float64Array(count));
  }

  /** Time of the next event; Infinity when nothing is pending. */
  nextTime(): Seconds {
    if (this.#hole) this.#fill();
    return this.#size > 0 ? this.#times[0]! : Infinity;
  }

  /** Removes the next event and gives its subject; −1 when nothing is pending. */
  take(): number {
    if (this.#hole) this.#fill();
    if (this.#size === 0) return -1;
    const subject = this.#subjects[0]!;
    this.#position[subject] = -1;
    this.#hole = true;
    return subject;
  }

  /** Sets, or moves, the one pending event of a subject. */
  schedule(subject: number, time: Seconds, priority: number): void {
    // While the heap is being mended, the subject must still lie where its old place in the order is.
    if (this.#hole && this.#position[subject]! >= 0) this.#fill();
    this.#tie[subject] = priority * PRIORITY_STEP + this.#sequence++;
    const at = this.#position[subject]!;
    if (at >= 0) {
      this.#siftDown(this.#siftUp(at, subject, time), subject, time);
    } else if (this.#hole) {
      this.#hole = false;
      this.#siftDown(0, subject, time);
    } else {
      this.#siftUp(this.#size++, subject, time);
    }
  }

  cancel(subject: number): void {
    let at = this.#position[subject]!;
    if (at < 0) return;
    if (this.#hole) {
      this.#fill();
      at = this.#position[subject]!;
    }
    this.#position[subject] = -1;
    this.#size--;
    if (at === this.#size) return;
    const last = this.#subjects[this.#size]!;
    const time = this.#times[this.#size]!;
    this.#siftDown(this.#siftUp(at, last, time), last, time);
  }

  #fill(): void {
    this.#hole = false;
    this.#size--;
    if (this.#size > 0) this.#siftDown(0, this.#subjects[this.#size]!, this.#times[this.#size]!);
  }

  /** Puts the subject at `at` or above it; gives where. */
  #siftUp(at: number, subject: number, time: Seconds): number {
    const times = this.#times;
    const subjects = this.#subjects;
    const position = this.#position;
    const tie = this.#tie;
    const order = tie[subject]!;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const other = times[parent]!;
      if (other < time || (other === time && tie[subjects[parent]!]! < order)) break;
      times[at] = other;
      position[(subjects[at] = subjects[parent]!)] = at;
      at = parent;
    }
    times[at] = time;
    subjects[at] = subject;
    position[subject] = at;
    return at;
  }

  /** Puts the subject at `at` or below it. */
  #siftDown(at: number, subject: number, time: Seconds): void {
    const times = this.#times;
    const subjects = this.#subjects;
    const position = this.#position;
    const tie = this.#tie;
    const size = this.#size;
    const order = tie[subject]!;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      if (child + 1 < size) {
        // Which of two is earlier nobody can foresee, nor can the processor: adding the answer spares it the guess.
        const left = times[child]!;
        const right = times[child + 1]!;
        if (right !== left) child += Number(right < left);
        else if (tie[subjects[child + 1]!]! < tie[subjects[child]!]!) child++;
      }
      const other = times[child]!;
      if (other > time || (other === time && tie[subjects[child]!]! > order)) break;
      times[at] = other;
      position[(subjects[at] = subjects[child]!)] = at;
      at = child;
    }
    times[at] = time;
    subjects[at] = subject;
    position[subject] = at;
  }
}
