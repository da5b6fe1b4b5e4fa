// Every kind of 95 % interval holds a known truth in 93 to 97 % of many macro-replications; a wrong one is caught.
import { expect, test } from 'vitest';
import { coverageCases, coverageOf, wrongAtThree } from './coverageCases.js';

test.each(coverageCases)('$kind covers: $model', (one) => {
  const { share, given, asked } = coverageOf(one, one.short);
  expect(share).toBeGreaterThanOrEqual(0.93);
  expect(share).toBeLessThanOrEqual(0.97);
  expect(given).toBeGreaterThanOrEqual(0.8 * asked);
});

test('z instead of t at three replications is caught: far too few of its intervals hold', () => {
  expect(coverageOf(wrongAtThree, wrongAtThree.short).share).toBeLessThan(0.88);
});
