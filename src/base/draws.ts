/** Numbers drawn ahead in batches: the same numbers in the same order as drawn one by one, for less. */
import type { Sampler } from './sampler.js';

/** A scenario has thousands of these, so one that is seldom asked stays small. */
const FIRST_BATCH = 8;
const BATCH = 64;

const NOTHING = new Float64Array(0);

export class Draws {
  private batch = NOTHING;
  private taken = 0;
  private draw: Sampler | null = null;

  /** `open` is asked for the sampler when the first number is. */
  constructor(private readonly open: () => Sampler) {}

  next(): number {
    if (this.taken === this.batch.length) this.drawBatch();
    return this.batch[this.taken++]!;
  }

  private drawBatch(): void {
    this.draw ??= this.open();
    const { length } = this.batch;
    if (length < BATCH) this.batch = new Float64Array(length === 0 ? FIRST_BATCH : BATCH);
    this.draw(this.batch, 0, this.batch.length);
    this.taken = 0;
  }
}

/** A law that always gives the same number is that number. */
export type Drawn = Draws | number;

export function take(law: Drawn): number {
  // Times 1, so that the compiler too knows it for a number and does not box what is taken.
  return typeof law === 'number' ? law * 1 : law.next();
}
