/** What the statistics remember of each open conversation, and of its thread while the thread lives: arrays by slot. */

const START = 256;

/** Bits of `Marks.flags`. */
export const MARK = {
  open: 1,
  /** Arrived after the warm-up. */
  counted: 2,
  /** Has had a login. */
  assigned: 4,
  /** All of its work is done. */
  handled: 8,
} as const;

export class Marks {
  size = START;
  flags = new Uint8Array(START);
  /** Start of the present stretch in the queue (NaN: in none), and when the present login got it. */
  queuedSince = new Float64Array(START);
  assignedSince = new Float64Array(START);

  /** A conversation begins in slot c. */
  open(c: number, counted: boolean, slots: number): void {
    if (c >= this.size) this.#grow(slots);
    this.flags[c] = counted ? MARK.open | MARK.counted : MARK.open;
    this.queuedSince[c] = NaN;
    this.assignedSince[c] = NaN;
  }

  has(c: number, mark: number): boolean {
    return (this.flags[c]! & mark) !== 0;
  }

  /** Sets the mark and says whether it was missing. */
  first(c: number, mark: number): boolean {
    const flags = this.flags[c]!;
    this.flags[c] = flags | mark;
    return (flags & mark) === 0;
  }

  close(c: number): void {
    this.flags[c]! &= ~MARK.open;
  }

  #grow(slots: number): void {
    this.size = slots;
    this.flags = grown(this.flags, new Uint8Array(slots));
    this.queuedSince = grown(this.queuedSince, new Float64Array(slots));
    this.assignedSince = grown(this.assignedSince, new Float64Array(slots));
  }
}

/** `room` with the contents of `old` at its beginning. */
export function grown<T extends Uint8Array | Int32Array | Float64Array>(old: T, room: T): T {
  room.set(old);
  return room;
}
