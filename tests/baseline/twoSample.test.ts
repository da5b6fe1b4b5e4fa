// The two-sample interval against a published case, and at its borders.
import { describe, expect, test } from 'vitest';
import { mean, standardDeviation, tQuantile } from '../../src/analysis/interval.js';
import { twoSampleHalfWidth, type Sample } from '../../src/baseline/twoSample.js';

const sampleOf = (values: readonly number[]): Sample => ({
  mean: mean(values),
  sd: standardDeviation(values),
  n: values.length,
});

/** Student's sleep data (1908), as R's `sleep`; `t.test(extra ~ group, data = sleep)` prints the interval below. */
const FIRST = sampleOf([0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2]);
const SECOND = sampleOf([1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]);
const [LOW, HIGH] = [-3.3654832, 0.2054832];

describe('the 95 % interval of a difference of two means', () => {
  test("is that of R's t.test, whose degrees of freedom are 17.776", () => {
    const width = twoSampleHalfWidth(FIRST, SECOND, 0.025) ?? NaN;
    const difference = FIRST.mean - SECOND.mean;
    expect(difference - width).toBeCloseTo(LOW, 6);
    expect(difference + width).toBeCloseTo(HIGH, 6);
  });

  test('with equal spreads and sizes is the pooled one, on 2n − 2 degrees of freedom', () => {
    const sample = { mean: 0, sd: 3, n: 8 };
    expect(twoSampleHalfWidth(sample, sample, 0.025)).toBeCloseTo(
      tQuantile(0.975, 14) * 3 * Math.sqrt(2 / 8),
      9,
    );
  });

  test('against a sample without spread is the one-sample interval', () => {
    const width = twoSampleHalfWidth({ mean: 1, sd: 0, n: 5 }, { mean: 1, sd: 2, n: 9 }, 0.025);
    expect(width).toBeCloseTo((tQuantile(0.975, 8) * 2) / 3, 9);
  });

  test('is nothing wide where nothing varies, and not there for one value', () => {
    expect(twoSampleHalfWidth({ mean: 1, sd: 0, n: 5 }, { mean: 2, sd: 0, n: 5 }, 0.025)).toBe(0);
    expect(twoSampleHalfWidth({ mean: 1, sd: null, n: 1 }, SECOND, 0.025)).toBeNull();
  });
});
