/** Waiting lists of conversations in order of rank: queues, held places and piles, linked through the slots. */
import type { Conversations } from './conversations.js';

const NONE = -1;

export class Lists {
  readonly head: Int32Array;
  readonly #tail: Int32Array;
  readonly #conversations: Conversations;

  constructor(count: number, conversations: Conversations) {
    this.head = new Int32Array(count).fill(NONE);
    this.#tail = new Int32Array(count).fill(NONE);
    this.#conversations = conversations;
  }

  /** Inserts behind all of lower or equal rank; nearly always at the end. */
  insert(list: number, c: number, rank: number): void {
    const k = this.#conversations;
    let before = this.#tail[list]!;
    while (before !== NONE && k.rank[before]! > rank) before = k.before[before]!;
    const after = before === NONE ? this.head[list]! : k.after[before]!;
    k.list[c] = list;
    k.rank[c] = rank;
    k.before[c] = before;
    k.after[c] = after;
    if (before === NONE) this.head[list] = c;
    else k.after[before] = c;
    if (after === NONE) this.#tail[list] = c;
    else k.before[after] = c;
  }

  remove(c: number): void {
    const k = this.#conversations;
    const list = k.list[c]!;
    const before = k.before[c]!;
    const after = k.after[c]!;
    if (before === NONE) this.head[list] = after;
    else k.after[before] = after;
    if (after === NONE) this.#tail[list] = before;
    else k.before[after] = before;
    k.list[c] = NONE;
  }
}
