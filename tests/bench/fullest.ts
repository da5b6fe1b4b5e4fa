// How many conversations are open at once, and what one of them takes in memory: a listener for a run that nobody times.
import { Silent } from '../support/silent.js';

/** Fewer than these say nothing: what is reserved at the start outweighs them. */
const FEW = 1_000;
/** What lives is weighed anew each time so many more are open than the last time: weighing takes a collection. */
const GROWTH = 1.1;

export class Fullest extends Silent {
  /** Most open at once. */
  most = 0;
  /** What each took when there were most of them, to within `GROWTH`; null: there were few. */
  bytesEach: number | null = null;
  #open = 0;
  #weighAt = FEW;
  #bytesAtStart = 0;

  /** `weigh`: bytes in use after a collection. */
  constructor(private readonly weigh: () => number) {
    super();
  }

  override begin(): void {
    this.#bytesAtStart = this.weigh();
  }

  override arrived(): void {
    this.most = Math.max(this.most, ++this.#open);
    if (this.#open < this.#weighAt) return;
    this.bytesEach = (this.weigh() - this.#bytesAtStart) / this.#open;
    this.#weighAt = this.#open * GROWTH;
  }

  override ended(): void {
    this.#open--;
  }
}
