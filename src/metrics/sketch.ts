/** A histogram of durations with log-spaced buckets read off the bits of the double: small, mergeable, quantiles within 0.4 %. */
import type { Seconds, Share } from '../base/units.js';

/** Buckets per doubling: the first 7 bits of the mantissa. */
const MANTISSA_BITS = 7;
const PER_DOUBLING = 1 << MANTISSA_BITS;
/** Below 2⁻⁷ s all durations but 0 share the first bucket; from 2²⁵ s (a year) on they share the last. */
const LOWEST_EXPONENT = -7;
const DOUBLINGS = 32;
const BUCKETS = DOUBLINGS * PER_DOUBLING;
/** Buckets made at once: four doublings of time. */
const GROWTH = 4 * PER_DOUBLING;
const NONE = new Uint32Array(0);
const HIGH_WORD_SHIFT = 20 - MANTISSA_BITS;
const FIRST_KEY = (1023 + LOWEST_EXPONENT) << MANTISSA_BITS;

/** Largest relative error of a quantile between 2⁻⁷ s and 2²⁵ s; below, the error is under 2⁻⁷ s. */
export const SKETCH_ERROR = 1 / (2 * PER_DOUBLING + 1);

const double = new Float64Array(1);
/** Every platform that runs JavaScript today stores the low word first. */
const words = new Uint32Array(double.buffer);

export class Sketch {
  /** Values recorded, their exact sum and maximum (0 when there is none). */
  count = 0;
  sum: Seconds = 0;
  max: Seconds = 0;
  #zeros = 0;
  /** As far as the longest value needs: of thousands of logins' sketches most stay small or empty. */
  #buckets = NONE;
  /** The first bucket in use: whoever walks them begins there. */
  #lowest = BUCKETS;

  /** @throws when the value is negative or not a number: no duration is. */
  record(value: Seconds): void {
    this.count++;
    if (value > 0) {
      this.sum += value;
      if (value > this.max) this.max = value;
      double[0] = value;
      const key = (words[1]! >>> HIGH_WORD_SHIFT) - FIRST_KEY;
      const bucket = key < 0 ? 0 : key < BUCKETS ? key : BUCKETS - 1;
      if (bucket < this.#lowest) this.#lowest = bucket;
      if (bucket >= this.#buckets.length) this.#grow(bucket);
      this.#buckets[bucket]! += 1;
    } else if (value === 0) {
      this.#zeros++;
    } else {
      refuse(value);
    }
  }

  /** Takes in all that `other` has recorded; the order of merging never matters to counts and quantiles. */
  add(other: Sketch): void {
    this.count += other.count;
    this.sum += other.sum;
    this.max = Math.max(this.max, other.max);
    this.#zeros += other.#zeros;
    const { length } = other.#buckets;
    if (length > this.#buckets.length) this.#grow(length - 1);
    for (let i = other.#lowest; i < length; i++) this.#buckets[i]! += other.#buckets[i]!;
    this.#lowest = Math.min(this.#lowest, other.#lowest);
  }

  clear(): void {
    this.count = this.sum = this.max = this.#zeros = 0;
    this.#buckets.fill(0);
    this.#lowest = BUCKETS;
  }

  mean(): Seconds | null {
    return this.count > 0 ? this.sum / this.count : null;
  }

  /** The value of rank ⌈q · count⌉, within `SKETCH_ERROR`; null when nothing has been recorded. */
  quantile(q: Share): Seconds | null {
    return this.quantiles([q])[0] ?? null;
  }

  /** The quantiles of several shares, in ascending order, by one walk; empty when nothing has been recorded. */
  quantiles(shares: readonly Share[]): Seconds[] {
    if (this.count === 0) return [];
    const buckets = this.#buckets;
    let bucket = this.#lowest - 1;
    let passed = this.#zeros;
    return shares.map((q) => {
      const rank = rankOf(q, this.count);
      if (rank <= this.#zeros) return 0;
      while (passed < rank && bucket < buckets.length - 1) passed += buckets[++bucket]!;
      return Math.min(middle(bucket), this.max);
    });
  }

  /** Makes room for this bucket. */
  #grow(bucket: number): void {
    const grown = new Uint32Array((Math.floor(bucket / GROWTH) + 1) * GROWTH);
    grown.set(this.#buckets);
    this.#buckets = grown;
  }
}

/** Apart from `record`: inlined, the compiler made the text of every value. */
function refuse(value: number): never {
  throw new RangeError(`a duration of ${value} s was recorded: durations are ≥ 0`);
}

/** Rank, from 1, of the q-quantile among `count` sorted values; a hair of tolerance keeps 0.07 · 100 at 7. */
export function rankOf(q: Share, count: number): number {
  return Math.max(1, Math.ceil(q * count - 1e-9));
}

/** The point of bucket i whose relative distance to both ends is the same. */
function middle(i: number): Seconds {
  const low = 2 ** (LOWEST_EXPONENT + Math.floor(i / PER_DOUBLING)) * (1 + (i % PER_DOUBLING) / PER_DOUBLING);
  const high = low + 2 ** (LOWEST_EXPONENT + Math.floor(i / PER_DOUBLING)) / PER_DOUBLING;
  return (2 * low * high) / (low + high);
}
