// Intervals end where a share can: and cutting them changes nothing about how often they hold the truth.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allowingFor } from '../../src/analysis/pairWords.js';
import { possibleDifference, possibleEnds } from '../../src/analysis/possible.js';
import { sizeWithInterval } from '../../src/analysis/words.js';

const some = (min: number, max: number) => fc.double({ min, max, noNaN: true });

test('whatever truth is possible, the cut interval holds it if and only if the whole one does', () => {
  fc.assert(
    fc.property(some(0, 1), some(0, 3), some(0, 1), (mean, halfWidth, truth) => {
      const { low, high, isCut } = possibleEnds('share', { mean, halfWidth });
      const isWithin = truth >= mean - halfWidth && truth <= mean + halfWidth;
      expect(truth >= low && truth <= high).toBe(isWithin);
      expect(isCut).toBe(mean - halfWidth < 0 || mean + halfWidth > 1);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
    }),
  );
});

test('a wait ends at nothing, a difference of shares at 100 points, a rank correlation nowhere', () => {
  expect(possibleEnds('seconds', { mean: 3, halfWidth: 5 })).toEqual({ low: 0, high: 8, isCut: true });
  expect(possibleDifference('share', { mean: -0.5, halfWidth: 2 })).toEqual({
    low: -1,
    high: 1,
    isCut: true,
  });
  expect(possibleDifference('seconds', { mean: -3, halfWidth: 5 })).toMatchObject({ low: -8, isCut: false });
  expect(possibleEnds('number', { mean: 0.1, halfWidth: 0.4 })).toMatchObject({ isCut: false });
  expect(possibleEnds('share', { mean: 0.9, halfWidth: null })).toEqual({
    low: 0.9,
    high: 0.9,
    isCut: false,
  });
});

test('a sentence tells no share above 100 points and no wait below nothing', () => {
  expect(sizeWithInterval('share', 0.8, 0.3)).toBe('80 points (50 to 100)');
  expect(sizeWithInterval('seconds', 100, 104)).toBe('100 s (0 to 204)');
  expect(sizeWithInterval('seconds', 9.96, 1)).toBe('10 s (9 to 11)');
});

test('pairs are counted by measure, and one pair is nothing to allow for', () => {
  const pairs = (scope: string, count: number) =>
    Array.from({ length: count }, (_, i) => ({ scope, measure: 'firstResponseMean', a: `${i}` }));
  expect(allowingFor([])).toBe('');
  expect(allowingFor([...pairs('chat', 1), ...pairs('messaging', 1)])).toBe('');
  expect(allowingFor([...pairs('chat', 3), ...pairs('messaging', 3)])).toBe(
    ', allowing for the 3 pairs compared',
  );
  expect(allowingFor([...pairs('chat', 3), ...pairs('messaging', 6)])).toBe(
    ', allowing for the 3 to 6 pairs compared',
  );
  expect(allowingFor(pairs('chat', 2), (name) => name)).toBe('');
});
