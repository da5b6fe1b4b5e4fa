/** Open conversations as a struct of arrays: a slot per conversation, reused when it is over. */

/** Where a conversation stands. */
export const PHASE = {
  free: 0,
  /** Waits for a login, in its stream's queue or held for one login. */
  queued: 1,
  /** Assigned; waits for the person's hands. */
  waiting: 2,
  /** The person works on it. */
  worked: 3,
  /** Answered; the consumer has the word. */
  idle: 4,
  /** Over for the consumer; its wrap-up waits for hands. */
  wrapUp: 5,
  /** Between two conversations of a thread: not open, nobody has it, a follow-up will come. */
  dormant: 6,
} as const;

/** What a conversation was opened by. */
export const ORIGIN = { new: 0, consumerFollowUp: 1, agentFollowUp: 2 } as const;

const START_SLOTS = 256;

export class Conversations {
  size = START_SLOTS;
  phase = new Uint8Array(START_SLOTS);
  /** Running number of the thread in arrival order; with `part` it names a conversation alike in every mode. */
  thread = new Int32Array(START_SLOTS);
  /** 0 for the first conversation of the thread, then 1, 2, … */
  part = new Uint16Array(START_SLOTS);
  origin = new Uint8Array(START_SLOTS);
  stream = new Uint16Array(START_SLOTS);
  /** The channel that carries it (CHAT or MESSAGING): with `chatAsMessaging` not the stream's own. */
  channel = new Uint8Array(START_SLOTS);
  /** Login that has it, or −1. */
  login = new Int32Array(START_SLOTS);
  /** Login that had the thread last (affinity), or −1. */
  knownBy = new Int32Array(START_SLOTS);
  /** First login of the whole thread, or −1, and how often the thread was given to another than that. */
  firstLogin = new Int32Array(START_SLOTS);
  loginChanges = new Uint16Array(START_SLOTS);
  arrivedAt = new Float64Array(START_SLOTS);
  /** Arrival of the thread's first conversation. */
  threadArrivedAt = new Float64Array(START_SLOTS);
  /** First consumer message not yet answered; NaN while the agent owes nothing. An agent's follow-up: when it fell due. */
  wroteAt = new Float64Array(START_SLOTS);
  /** Seconds of the current wait (since `wroteAt`) spent in a queue so far, closed stretches only. */
  queuedSeconds = new Float64Array(START_SLOTS);
  /** Start of the present stretch in the queue. */
  queuedAt = new Float64Array(START_SLOTS);
  /** When the present answer is due. */
  dueAt = new Float64Array(START_SLOTS);
  /** First assignment of this conversation; NaN before. */
  assignedAt = new Float64Array(START_SLOTS);
  /** Start of the present piece of work. */
  workStartedAt = new Float64Array(START_SLOTS);
  /** Index of the exchange in question, and how many the script has. */
  exchange = new Int32Array(START_SLOTS);
  exchanges = new Int32Array(START_SLOTS);
  /** Answers sent in this conversation (a resumption inside a script starts with `exchange` > 0 but `answers` 0). */
  answers = new Int32Array(START_SLOTS);
  /** 1: the consumer has left without a sign. */
  ghost = new Uint8Array(START_SLOTS);
  /** 1: the consumer walked out while the answer was being written. */
  walked = new Uint8Array(START_SLOTS);
  /** Messaging: 1 while it weighs 1. */
  active = new Uint8Array(START_SLOTS);
  /** The script's uniform for ties. */
  tie = new Float64Array(START_SLOTS);
  /** Offset of this conversation's header in the script store; −1 when it needs none any more. */
  script = new Int32Array(START_SLOTS);
  /** Offset of the block that holds the whole thread. */
  block = new Int32Array(START_SLOTS);
  /** When the consumer gives up (patience, or patience for one reply); Infinity: not. */
  leavesAt = new Float64Array(START_SLOTS);
  /** The other thing that will happen next, and what it is (`TIMER`). */
  timerAt = new Float64Array(START_SLOTS);
  timer = new Uint8Array(START_SLOTS);
  /** End of the consumer's silence and when the closing job would close, while idle. */
  writesAt = new Float64Array(START_SLOTS);
  closesAt = new Float64Array(START_SLOTS);
  /** Seconds of wrap-up that its end has left to do. */
  wrapUpSeconds = new Float64Array(START_SLOTS);
  /** Neighbours in whichever one waiting list it is in; −1: none. */
  before = new Int32Array(START_SLOTS);
  after = new Int32Array(START_SLOTS);
  /** The list it is in, or −1. */
  list = new Int32Array(START_SLOTS);
  /** Its place in the order of that list. */
  rank = new Float64Array(START_SLOTS);

  #free: Int32Array = new Int32Array(START_SLOTS);
  #freeCount = 0;
  #next = 0;

  /** A free slot; all arrays may have grown, so hold none of them across this call. */
  take(): number {
    if (this.#freeCount > 0) return this.#free[--this.#freeCount]!;
    if (this.#next === this.size) this.#grow();
    return this.#next++;
  }

  release(c: number): void {
    this.phase[c] = PHASE.free;
    this.#free[this.#freeCount++] = c;
  }

  /** Login that sent the last answer of this conversation; −1: it has had none. */
  answeredBy(c: number): number {
    return this.answers[c] === 0 ? -1 : this.knownBy[c]!;
  }

  /** Slots ever in use at once. */
  get highWater(): number {
    return this.#next;
  }

  #grow(): void {
    const size = this.size * 2;
    const arrays = this as unknown as Record<string, unknown>;
    for (const [name, old] of Object.entries(this)) {
      if (old instanceof Float64Array) arrays[name] = copyInto(new Float64Array(size), old);
      else if (old instanceof Int32Array) arrays[name] = copyInto(new Int32Array(size), old);
      else if (old instanceof Uint16Array) arrays[name] = copyInto(new Uint16Array(size), old);
      else if (old instanceof Uint8Array) arrays[name] = copyInto(new Uint8Array(size), old);
    }
    this.#free = copyInto(new Int32Array(size), this.#free);
    this.size = size;
  }
}

function copyInto<T extends { set(source: ArrayLike<number>): void }>(
  target: T,
  source: ArrayLike<number>,
): T {
  target.set(source);
  return target;
}
