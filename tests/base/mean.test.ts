// The means of laws: what integration and draws give.
import { describe, expect, test } from 'vitest';
import type { Distribution } from '../../src/base/distribution.js';
import { mean, meanCount } from '../../src/base/mean.js';
import { randomBlocks } from '../../src/base/random.js';
import { sampler } from '../../src/base/sampler.js';
import { momentsOf } from '../support/sample.js';

test('the mean of the hazard law is its sum of survival', () => {
  expect(meanCount({ kind: 'hazard', stop: [0.5, 0.2, 0.25] })).toBeCloseTo(1 + 0.5 + 1.6, 12);
});

/** The law inverted at the middle of each of so many equal cells. */
function quantilesOf(law: Distribution, cells: number): Float64Array {
  const middles = {
    next: () => NaN,
    fill: (out: Float64Array) => {
      for (let i = 0; i < cells; i++) out[i] = (i + 0.5) / cells;
    },
  };
  const quantiles = new Float64Array(cells);
  sampler(law, middles)(quantiles, 0, cells);
  return quantiles;
}

describe('the mean of a capped law', () => {
  const inverted: readonly Distribution[] = [
    { kind: 'exponential', mean: 40 },
    { kind: 'lognormal', mean: 55, cv: 0.8 },
    { kind: 'weibull', mean: 30, shape: 0.7 },
    { kind: 'uniform', min: 10, max: 40 },
    { kind: 'empirical', values: [5, 10, 20, 500], weights: [1, 3, 4, 1] },
    { kind: 'atMost', limit: 30, of: { kind: 'exponential', mean: 40 } },
  ];

  test.each(inverted)('$kind: is the integral of its capped quantiles (1e-5)', (law) => {
    const cells = 200_000;
    const quantiles = quantilesOf(law, cells);
    for (const limit of [5, 20, 60, 1000]) {
      let total = 0;
      for (let i = 0; i < cells; i++) total += Math.min(limit, quantiles[i]!);
      const capped = mean({ kind: 'atMost', limit, of: law });
      // The last cell of an unbounded law carries what its midpoint cannot see.
      const tolerance = limit === 1000 ? 1e-3 : 1e-5;
      expect(Math.abs(capped / (total / cells) - 1)).toBeLessThan(tolerance);
    }
  });

  test('gamma, Erlang and exponential agree where they are one law (1e-9)', () => {
    for (const limit of [0, 1, 30, 40, 1e9]) {
      const capped = (of: Distribution) => mean({ kind: 'atMost', limit, of });
      const exponential = capped({ kind: 'exponential', mean: 40 });
      expect(capped({ kind: 'gamma', mean: 40, cv: 1 })).toBeCloseTo(exponential, 7);
      expect(capped({ kind: 'erlang', mean: 40, k: 1 })).toBeCloseTo(exponential, 7);
      expect(capped({ kind: 'weibull', mean: 40, shape: 1 })).toBeCloseTo(exponential, 7);
      const hyper = { kind: 'hyperexponential', branches: [{ share: 1, mean: 40 }] } as const;
      expect(capped({ kind: 'mixture', parts: [{ share: 2, of: hyper }] })).toBeCloseTo(exponential, 7);
      expect(capped({ kind: 'gamma', mean: 40, cv: 0.5 })).toBeCloseTo(
        capped({ kind: 'erlang', mean: 40, k: 4 }),
        7,
      );
    }
  });

  test('Erlang: is the mean of capped draws (4 s.e.)', () => {
    const law: Distribution = { kind: 'atMost', limit: 35, of: { kind: 'erlang', mean: 40, k: 3 } };
    const drawn = new Float64Array(200_000);
    sampler(law, randomBlocks('capped'))(drawn, 0, drawn.length);
    const sample = momentsOf(drawn);
    expect(Math.abs(sample.mean - mean(law))).toBeLessThan(4 * sample.meanError);
  });
});
