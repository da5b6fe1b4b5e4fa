/** Who comes first of many: a tree of matches, each of which keeps the lower key of its two sides and how many share it. */
export class Tournament {
  /** The root is node 1, the sides of node n are 2n and 2n + 1, and entrant i is node `#leaves + i`. */
  readonly #leaves: number;
  readonly #first: Float64Array;
  readonly #second: Float64Array;
  readonly #sharing: Int32Array;

  constructor(entrants: number) {
    this.#leaves = 2 ** Math.ceil(Math.log2(Math.max(1, entrants)));
    this.#first = new Float64Array(2 * this.#leaves).fill(Infinity);
    this.#second = new Float64Array(2 * this.#leaves).fill(Infinity);
    this.#sharing = new Int32Array(2 * this.#leaves);
  }

  /** Entrants that share the lowest key; 0: nobody takes part. */
  get sharing(): number {
    return this.#sharing[1]!;
  }

  /** Entrant i takes part with this key; `first` is compared before `second`, lower is better. */
  enter(i: number, first: number, second: number): void {
    this.#replay(i, first, second, 1);
  }

  withdraw(i: number): void {
    this.#replay(i, Infinity, Infinity, 0);
  }

  /** Of those who share the lowest key, in order, the one with `skip` before it. */
  winner(skip: number): number {
    const first = this.#first;
    const second = this.#second;
    let left = skip;
    let node = 1;
    while (node < this.#leaves) {
      node *= 2;
      const wins = Number(first[node] === first[1]) & Number(second[node] === second[1]);
      const sharing = this.#sharing[node]! * wins;
      const right = Number(left >= sharing);
      left -= sharing * right;
      node += right;
    }
    return node - this.#leaves;
  }

  /** Plays i's matches anew, up to the first that ends as before. */
  #replay(i: number, a: number, b: number, n: number): void {
    const first = this.#first;
    const second = this.#second;
    const sharing = this.#sharing;
    for (let node = this.#leaves + i; ; node >>= 1) {
      if (first[node] === a && second[node] === b && sharing[node] === n) return;
      first[node] = a;
      second[node] = b;
      sharing[node] = n;
      if (node === 1) return;
      const rival = node ^ 1;
      const c = first[rival]!;
      const d = second[rival]!;
      // Sums and not branches: who wins nobody can foresee, nor can the processor.
      const same = Number(c === a);
      const loses = Number(c < a) | (same & Number(d < b));
      const ties = same & Number(d === b);
      const best = node ^ loses;
      a = first[best]!;
      b = second[best]!;
      n = sharing[best]! + ties * sharing[rival]!;
    }
  }
}
