// Draws ahead: nobody can tell, except by the clock.
import { expect, test } from 'vitest';
import { Draws, take } from '../../src/base/draws.js';
import { randomBlocks } from '../../src/base/random.js';
import { sampler } from '../../src/base/sampler.js';

const LAW = { kind: 'gamma', mean: 40, cv: 0.8 } as const;

test('numbers drawn ahead are those of the law in their order', () => {
  const n = 1000;
  const drawn = new Float64Array(n);
  sampler(LAW, randomBlocks('ahead'))(drawn, 0, n);
  const draws = new Draws(() => sampler(LAW, randomBlocks('ahead')));
  expect(Float64Array.from({ length: n }, () => draws.next())).toEqual(drawn);
});

test('a law nobody asks has no stream of random numbers', () => {
  let opened = 0;
  const draws = new Draws(() => {
    opened++;
    return sampler(LAW, randomBlocks('late'));
  });
  expect(opened).toBe(0);
  for (let i = 0; i < 1000; i++) take(draws);
  expect(opened).toBe(1);
});

test('a law that is a number gives it, the sign of zero included', () => {
  expect([take(7), take(Infinity), take(0), take(-0)]).toEqual([7, Infinity, 0, -0]);
});
