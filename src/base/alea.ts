/** Baagøe's Alea in blocks: the numbers of the library's Alea, several times as fast. */

const FACTOR = 2091639;
const STEP = 2 ** -32;

/** Whoever takes one by one is given them from a block of so many. */
const AHEAD = 32;
const NOTHING = new Float64Array(0);

/** Three numbers and a carry: what `seedrandom` calls the state of its Alea. */
export interface AleaState {
  readonly s0: number;
  readonly s1: number;
  readonly s2: number;
  readonly c: number;
}

/**
 * A number is the fraction of FACTOR times the third last plus the carry; the whole part is the next carry. All of it is exact.
 * Splitting fraction from whole before the carry is added, as here, leaves each number's product ready early: that the
 * carry makes the sum reach 1 is rare, and the processor bets on it. Splitting the sum lets each number wait for the last.
 */
export class Alea {
  /** The last three numbers, oldest first, and the carry times STEP. In an array, for the compiler to know that they are numbers. */
  private readonly state: Float64Array;
  /** Drawn for `next` and not yet given. */
  private ahead = NOTHING;
  private given = 0;

  constructor({ s0, s1, s2, c }: AleaState) {
    this.state = Float64Array.of(s0, s1, s2, c * STEP);
  }

  next(): number {
    if (this.given === this.ahead.length) this.lookAhead();
    return this.ahead[this.given++]!;
  }

  fill(out: Float64Array, from: number, to: number): void {
    let i = from;
    while (i < to && this.given < this.ahead.length) out[i++] = this.ahead[this.given++]!;
    this.generate(out, i, to);
  }

  private lookAhead(): void {
    if (this.ahead === NOTHING) this.ahead = new Float64Array(AHEAD);
    this.generate(this.ahead, 0, AHEAD);
    this.given = 0;
  }

  private generate(out: Float64Array, from: number, to: number): void {
    const { state } = this;
    let oldest = state[0]!;
    let middle = state[1]!;
    let newest = state[2]!;
    let carry = state[3]!;
    for (let i = from; i < to; i++) {
      const product = FACTOR * oldest;
      const whole = Math.floor(product);
      let number = product - whole + carry;
      carry = whole * STEP;
      if (number >= 1) {
        number -= 1;
        carry += STEP;
      }
      oldest = middle;
      middle = newest;
      newest = number;
      out[i] = number;
    }
    state[0] = oldest;
    state[1] = middle;
    state[2] = newest;
    state[3] = carry;
  }
}
