// Several observers as one.
import { expect, test } from 'vitest';
import type { Floor } from '../../src/engine/observer.js';
import { combine } from '../../src/engine/observers.js';
import { Silent } from '../support/silent.js';

/** Wants the clock to stop at every multiple of `step`, and keeps where it did. */
class Every extends Silent {
  readonly stops: number[] = [];
  #floor!: Floor;

  constructor(private readonly step: number) {
    super();
  }

  override begin(floor: Floor): void {
    this.#floor = floor;
  }

  override checkpoint(): number {
    this.stops.push(this.#floor.now);
    return this.#floor.now + this.step;
  }
}

test('the clock stops for each observer where it asked to, and not where another did', () => {
  const [tens, fifteens] = [new Every(10), new Every(15)];
  const both = combine([tens, fifteens]);
  const floor = { now: 0 };
  both.begin(floor as Floor);
  for (let next = both.checkpoint(); next <= 45; next = both.checkpoint()) floor.now = next;
  expect(tens.stops).toEqual([0, 10, 20, 30, 40]);
  expect(fifteens.stops).toEqual([0, 15, 30, 45]);
});
