// The sketch keeps count, sum and maximum exactly, and quantiles within its stated error of keeping everything.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rankOf, Sketch, SKETCH_ERROR } from '../../src/metrics/sketch.js';

function sketchOf(values: readonly number[]): Sketch {
  const sketch = new Sketch();
  for (const value of values) sketch.record(value);
  return sketch;
}

/** The q-quantile with everything kept. */
function exact(values: readonly number[], q: number): number {
  return values.toSorted((a, b) => a - b)[rankOf(q, values.length) - 1]!;
}

const duration = fc.oneof(
  fc.constant(0),
  fc.double({ min: 2 ** -7, max: 2 ** 25, noNaN: true, maxExcluded: true }),
  // Spread over the magnitudes that waits have.
  fc.double({ min: -4, max: 16, noNaN: true }).map((x) => Math.exp(x)),
);

describe('a sketch', () => {
  test('agrees with keeping everything, within its stated error', () => {
    expect(SKETCH_ERROR).toBeLessThan(0.004);
    fc.assert(
      fc.property(
        fc.array(duration, { minLength: 1, maxLength: 300 }),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 5 }),
        (values, shares) => {
          const sketch = sketchOf(values);
          const ascending = shares.toSorted((a, b) => a - b);
          const quantiles = sketch.quantiles(ascending);
          expect(quantiles).toHaveLength(shares.length);
          quantiles.forEach((quantile, i) => {
            const truth = exact(values, ascending[i]!);
            expect(Math.abs(quantile - truth)).toBeLessThanOrEqual(SKETCH_ERROR * truth * (1 + 1e-12));
          });
          expect(sketch.count).toBe(values.length);
          expect(sketch.max).toBe(Math.max(...values));
          expect(sketch.sum).toBe(values.reduce((sum, value) => sum + value, 0));
        },
      ),
    );
  });

  test('merges: any split and order gives the same quantiles as one sketch', () => {
    fc.assert(
      fc.property(fc.array(duration, { minLength: 1 }), fc.array(duration), (a, b) => {
        const merged = new Sketch();
        merged.add(sketchOf(b));
        merged.add(sketchOf(a));
        const whole = sketchOf([...a, ...b]);
        for (const q of [0, 0.5, 0.9, 1]) expect(merged.quantile(q)).toBe(whole.quantile(q));
        expect(merged.count).toBe(whole.count);
        expect(merged.max).toBe(whole.max);
      }),
    );
  });

  test('knows an exact zero, and no data from zero', () => {
    expect(sketchOf([0, 0, 0, 8]).quantile(0.75)).toBe(0);
    expect(sketchOf([0, 0, 0, 8]).quantile(0.76)).toBeCloseTo(8, 1);
    expect(new Sketch().quantile(0.5)).toBeNull();
    expect(new Sketch().quantiles([0.5, 0.9])).toEqual([]);
    expect(new Sketch().mean()).toBeNull();
    expect(sketchOf([0]).mean()).toBe(0);
  });

  test('keeps what lies outside its range at the edges', () => {
    expect(sketchOf([1e-9, 1e-9]).quantile(0.5)).toBe(1e-9);
    expect(sketchOf([1e9]).quantile(0.5)).toBeGreaterThan(2 ** 24);
  });

  test('forgets all when cleared, and refuses what is no duration', () => {
    const sketch = sketchOf([3, 4]);
    sketch.clear();
    expect([sketch.count, sketch.sum, sketch.max, sketch.quantile(1)]).toEqual([0, 0, 0, null]);
    expect(() => sketch.record(-1)).toThrow('durations are ≥ 0');
    expect(() => sketch.record(NaN)).toThrow('durations are ≥ 0');
  });
});
