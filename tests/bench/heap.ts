// The bare kernels' event queue: a binary heap over two typed arrays, sifting a hole; ties in no particular order.

export class Heap {
  readonly #times: Float64Array;
  readonly #events: Int32Array;
  #size = 0;

  constructor(capacity: number) {
    this.#times = new Float64Array(capacity);
    this.#events = new Int32Array(capacity);
  }

  get time(): number {
    return this.#times[0]!;
  }

  get event(): number {
    return this.#events[0]!;
  }

  push(time: number, event: number): void {
    const times = this.#times;
    const events = this.#events;
    let at = this.#size++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (times[parent]! <= time) break;
      times[at] = times[parent]!;
      events[at] = events[parent]!;
      at = parent;
    }
    times[at] = time;
    events[at] = event;
  }

  pop(): void {
    const size = --this.#size;
    this.#sink(this.#times[size]!, this.#events[size]!, size);
  }

  /** Pop, then push, at the price of one sift. */
  replace(time: number, event: number): void {
    this.#sink(time, event, this.#size);
  }

  #sink(time: number, event: number, size: number): void {
    const times = this.#times;
    const events = this.#events;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      if (child + 1 < size && times[child + 1]! < times[child]!) child++;
      if (times[child]! >= time) break;
      times[at] = times[child]!;
      events[at] = events[child]!;
      at = child;
    }
    times[at] = time;
    events[at] = event;
  }
}
