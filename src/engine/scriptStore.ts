/** The scripts of the threads that are open: blocks in one array, by sizes that are powers of two, reused when free. */
import type { Section } from '../traffic/script.js';

const SMALLEST = 4;
const SIZES = 27;
const NONE = -1;

export class ScriptStore {
  data = new Float64Array(1 << 12);
  #used = 0;
  /** Head of the free list per size; a free block holds the next one's offset in its first number. */
  readonly #free = new Int32Array(SIZES).fill(NONE);

  /** Copies the section; gives its block, whose script begins at `block + 1`. */
  keep(section: Section): number {
    const needed = section.length + 1;
    const size = Math.max(SMALLEST, 32 - Math.clz32(needed - 1));
    const block = this.#take(size);
    const data = this.data;
    const from = section.data;
    data[block] = size;
    for (let i = 0, to = block + 1; i < section.length; i++, to++) data[to] = from[i]!;
    return block;
  }

  release(block: number): void {
    const size = this.data[block]!;
    this.data[block] = this.#free[size]!;
    this.#free[size] = block;
  }

  #take(size: number): number {
    const free = this.#free[size]!;
    if (free !== NONE) {
      this.#free[size] = this.data[free]!;
      return free;
    }
    const block = this.#used;
    this.#used += 1 << size;
    if (this.#used > this.data.length) {
      const grown = new Float64Array(Math.max(this.data.length * 2, this.#used));
      grown.set(this.data);
      this.data = grown;
    }
    return block;
  }
}
