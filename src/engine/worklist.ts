/** A stack of small integers, each in it at most once. */
export class Worklist {
  readonly #items: Int32Array;
  readonly #in: Uint8Array;
  #size = 0;

  constructor(count: number) {
    this.#items = new Int32Array(count);
    this.#in = new Uint8Array(count);
  }

  add(item: number): void {
    if (this.#in[item] === 1) return;
    this.#in[item] = 1;
    this.#items[this.#size++] = item;
  }

  isEmpty(): boolean {
    return this.#size === 0;
  }

  /** The item added last; −1 when there is none. */
  take(): number {
    if (this.#size === 0) return -1;
    const item = this.#items[--this.#size]!;
    this.#in[item] = 0;
    return item;
  }
}
