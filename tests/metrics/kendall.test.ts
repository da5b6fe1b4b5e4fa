// Agreement of two rankings on examples counted by hand.
import { describe, expect, test } from 'vitest';
import { kendallTau, missedBottomQuartile } from '../../src/metrics/kendall.js';

describe("Kendall's tau-b", () => {
  test('is 1 for the same order, −1 for the reverse', () => {
    expect(kendallTau([1, 2, 3, 4], [10, 20, 30, 40])).toBe(1);
    expect(kendallTau([1, 2, 3, 4], [4, 3, 2, 1])).toBe(-1);
  });

  test('counts pairs: of six, five agree and one does not', () => {
    expect(kendallTau([1, 2, 3, 4], [1, 2, 4, 3])).toBeCloseTo(4 / 6, 12);
  });

  test('ties on one side: five of six pairs differ there, all agree', () => {
    expect(kendallTau([1, 2, 3, 4], [1, 2, 2, 4])).toBeCloseTo(5 / Math.sqrt(6 * 5), 12);
  });

  test('says nothing when nobody differs', () => {
    expect(kendallTau([1, 2], [5, 5])).toBeNull();
    expect(kendallTau([1], [1])).toBeNull();
  });
});

describe('the bottom quartile', () => {
  const truth = [1, 2, 3, 4, 5, 6, 7, 8];

  test('all found, half found, none found', () => {
    expect(missedBottomQuartile(truth, [1, 2, 3, 4, 5, 6, 7, 8])).toBe(0);
    expect(missedBottomQuartile(truth, [1, 9, 3, 4, 5, 6, 7, 8])).toBe(0.5);
    expect(missedBottomQuartile(truth, [9, 9, 3, 4, 5, 6, 7, 8])).toBe(1);
  });

  test('people tied at the edge are found as often as by drawing lots', () => {
    // One place is left for three people with 2, one of whom belongs there.
    expect(missedBottomQuartile(truth, [1, 2, 2, 2, 5, 6, 7, 8])).toBeCloseTo((1 - 1 / 3) / 2, 12);
  });

  test('five people: the quartile is two of them', () => {
    expect(missedBottomQuartile([1, 2, 3, 4, 5], [1, 5, 2, 3, 4])).toBe(0.5);
    expect(missedBottomQuartile([], [])).toBeNull();
  });
});
