/** Time-weighted lengths per stream: the queue, and all that is open. */
import type { Floor } from '../engine/observer.js';

export class StreamTime {
  /** Conversation-seconds spent in the queue, and open. */
  readonly queueSeconds: Float64Array;
  readonly openSeconds: Float64Array;
  readonly #floor: Floor;
  readonly #open: Int32Array;
  readonly #queueSince: Float64Array;
  readonly #openSince: Float64Array;

  constructor(floor: Floor) {
    const n = floor.scenario.streams.length;
    this.#floor = floor;
    this.queueSeconds = new Float64Array(n);
    this.openSeconds = new Float64Array(n);
    this.#open = new Int32Array(n);
    this.#queueSince = new Float64Array(n);
    this.#openSince = new Float64Array(n);
  }

  elapseQueue(s: number): void {
    const { now } = this.#floor;
    const length = this.#floor.queued[s]!;
    if (length > 0) this.queueSeconds[s]! += length * (now - this.#queueSince[s]!);
    this.#queueSince[s] = now;
  }

  opened(s: number): void {
    this.#elapseOpen(s);
    this.#open[s]! += 1;
  }

  closed(s: number): void {
    this.#elapseOpen(s);
    this.#open[s]! -= 1;
  }

  elapseAll(): void {
    for (let s = 0; s < this.#open.length; s++) {
      this.elapseQueue(s);
      this.#elapseOpen(s);
    }
  }

  restart(): void {
    this.queueSeconds.fill(0);
    this.openSeconds.fill(0);
  }

  #elapseOpen(s: number): void {
    const { now } = this.#floor;
    this.openSeconds[s]! += this.#open[s]! * (now - this.#openSince[s]!);
    this.#openSince[s] = now;
  }
}
