// Every law: what is drawn has the mean and the spread of the theory, and does not depend on how much is drawn at once.
import { expect, test } from 'vitest';
import type { CountDistribution, Distribution } from '../../src/base/distribution.js';
import { mean, meanCount } from '../../src/base/mean.js';
import { inverseNormal, normalCdf } from '../../src/base/normal.js';
import { randomBlocks, type Uniform, type Uniforms } from '../../src/base/random.js';
import { countSampler, sampler, type Sampler } from '../../src/base/sampler.js';
import { momentsOf } from '../support/sample.js';

const DRAWS = 200_000;

const take = (draw: Sampler, n: number): Float64Array => {
  const out = new Float64Array(n);
  draw(out, 0, n);
  return out;
};

const uniformsOf = (rng: Uniform): Uniforms => ({
  next: rng,
  fill: (out, from, to) => {
    for (let i = from; i < to; i++) out[i] = rng();
  },
});

/** Law, mean, variance. */
const LAWS: readonly (readonly [string, Distribution, number, number])[] = [
  ['constant', { kind: 'constant', value: 7 }, 7, 0],
  ['exponential', { kind: 'exponential', mean: 40 }, 40, 1600],
  ['lognormal', { kind: 'lognormal', mean: 55, cv: 0.8 }, 55, (55 * 0.8) ** 2],
  ['lognormal without spread', { kind: 'lognormal', mean: 55, cv: 0 }, 55, 0],
  ['gamma, cv above 1', { kind: 'gamma', mean: 10, cv: 1.5 }, 10, 225],
  ['gamma, cv below 1', { kind: 'gamma', mean: 10, cv: 0.3 }, 10, 9],
  ['gamma without spread', { kind: 'gamma', mean: 10, cv: 0 }, 10, 0],
  ['Erlang', { kind: 'erlang', mean: 12, k: 4 }, 12, 36],
  // Γ(1 + 1/2) = √π/2, Γ(2) = 1: variance mean²·(4/π − 1).
  ['Weibull', { kind: 'weibull', mean: 30, shape: 2 }, 30, 900 * (4 / Math.PI - 1)],
  // Γ(3) = 2, Γ(5) = 24: variance mean²·5.
  ['Weibull, heavy', { kind: 'weibull', mean: 30, shape: 0.5 }, 30, 4500],
  ['uniform', { kind: 'uniform', min: 10, max: 40 }, 25, 75],
  [
    'hyperexponential',
    {
      kind: 'hyperexponential',
      branches: [
        { share: 0.9, mean: 10 },
        { share: 0.1, mean: 200 },
      ],
    },
    29,
    2 * (0.9 * 100 + 0.1 * 40_000) - 29 ** 2,
  ],
  // Weights 1 : 3 : 0 : 4.
  [
    'empirical',
    { kind: 'empirical', values: [5, 10, 99, 20], weights: [1, 3, 0, 4] },
    14.375,
    1925 / 8 - 14.375 ** 2,
  ],
  [
    'mixture',
    {
      kind: 'mixture',
      parts: [
        { share: 0.7, of: { kind: 'constant', value: 3 } },
        { share: 0.3, of: { kind: 'exponential', mean: 20 } },
      ],
    },
    8.1,
    0.7 * 9 + 0.3 * 800 - 8.1 ** 2,
  ],
  // min(exponential 1, 1): mean 1 − 1/e, second moment 2(1 − 2/e).
  [
    'at most',
    { kind: 'atMost', limit: 1, of: { kind: 'exponential', mean: 1 } },
    1 - 1 / Math.E,
    2 * (1 - 2 / Math.E) - (1 - 1 / Math.E) ** 2,
  ],
];

test.each(LAWS)(
  '%s: mean and variance of 200,000 draws are those of the theory (4 s.e.)',
  (name, law, expectedMean, variance) => {
    expect(mean(law)).toBeCloseTo(expectedMean, 9);
    const sample = momentsOf(take(sampler(law, randomBlocks('sampler', name)), DRAWS));
    expect(Math.abs(sample.mean - expectedMean)).toBeLessThanOrEqual(4 * sample.meanError + 1e-9);
    expect(Math.abs(sample.variance - variance)).toBeLessThanOrEqual(4 * sample.varianceError + 1e-9);
  },
);

/** Stop chances 0.5, 0.2, then 0.25 for ever: mean 1 + 0.5 + 0.5·0.8/0.25. */
const HAZARD: CountDistribution = { kind: 'hazard', stop: [0.5, 0.2, 0.25] };

const COUNTS: readonly (readonly [string, CountDistribution, readonly number[]])[] = [
  ['constant', { kind: 'constant', value: 3 }, [0, 0, 1]],
  ['geometric', { kind: 'geometric', mean: 4 }, [1, 2, 3, 4, 5, 6].map((n) => 0.25 * 0.75 ** (n - 1))],
  ['geometric of one', { kind: 'geometric', mean: 1 }, [1]],
  [
    'shifted Poisson',
    { kind: 'poisson', mean: 3 },
    [1, 2, 2, 4 / 3, 2 / 3].map((term) => term * Math.exp(-2)),
  ],
  ['shifted Poisson of one', { kind: 'poisson', mean: 1 }, [1]],
  ['empirical', { kind: 'empirical', values: [2, 5], weights: [30, 10] }, [0, 0.75, 0, 0, 0.25]],
  ['hazard', HAZARD, [0.5, 0.1, 0.1, 0.075, 0.05625]],
];

test.each(COUNTS)(
  '%s count: each number has its chance, and the mean is known (4 s.e.)',
  (name, law, chances) => {
    const counts = take(countSampler(law, randomBlocks('counts', name)), DRAWS);
    chances.forEach((chance, i) => {
      const share = counts.filter((count) => count === i + 1).length / DRAWS;
      expect(Math.abs(share - chance)).toBeLessThanOrEqual(
        4 * Math.sqrt((chance * (1 - chance)) / DRAWS) + 1e-12,
      );
    });
    const { mean: sampleMean, meanError } = momentsOf(counts);
    expect(Math.abs(sampleMean - meanCount(law))).toBeLessThanOrEqual(4 * meanError);
  },
);

const SAMPLERS: readonly (readonly [string, () => Sampler])[] = [
  ...LAWS.map(([name, law]) => [name, () => sampler(law, randomBlocks('blocks'))] as const),
  ...COUNTS.map(([name, law]) => [`${name} count`, () => countSampler(law, randomBlocks('blocks'))] as const),
];

test.each(SAMPLERS)('%s: one by one, in blocks or all at once, the numbers are the same', (_name, open) => {
  const n = 200;
  const single = open();
  const ones = new Float64Array(n);
  for (let i = 0; i < n; i++) single(ones, i, i + 1);
  const growing = open();
  const blocks = new Float64Array(n);
  for (let i = 0, size = 1; i < n; i += size++) growing(blocks, i, Math.min(n, i + size));
  expect(ones).toEqual(take(open(), n));
  expect(blocks).toEqual(ones);
});

test('a large Poisson mean does not underflow', () => {
  const draw = countSampler({ kind: 'poisson', mean: 1001 }, randomBlocks('large'));
  const sample = momentsOf(take(draw, 50_000));
  expect(Math.abs(sample.mean - 1001)).toBeLessThan(4 * sample.meanError);
  expect(Math.abs(sample.variance - 1000)).toBeLessThan(4 * sample.varianceError);
});

test('the inverse normal is exact to 15 digits and undone by the distribution function', () => {
  expect(inverseNormal(0.5)).toBe(0);
  expect(inverseNormal(0.975)).toBeCloseTo(1.959963984540054, 14);
  expect(inverseNormal(0.9)).toBeCloseTo(1.2815515655446004, 14);
  expect(inverseNormal(1e-10)).toBeCloseTo(-6.361340902404056, 13);
  expect(inverseNormal(1e-20)).toBeCloseTo(-9.262340089798408, 13);
  for (let p = 1e-6; p < 1; p += 0.001) expect(Math.abs(normalCdf(inverseNormal(p)) - p)).toBeLessThan(3e-11);
});

test('one uniform per draw where a law is inverted, so that runs with other parameters stay in step', () => {
  const used = (law: Distribution) => {
    let calls = 0;
    const rng = randomBlocks('calls');
    const counted = uniformsOf(() => {
      calls++;
      return rng.next();
    });
    take(sampler(law, counted), 100);
    return calls / 100;
  };
  expect(used({ kind: 'constant', value: 1 })).toBe(0);
  expect(used({ kind: 'exponential', mean: 1 })).toBe(1);
  expect(used({ kind: 'lognormal', mean: 1, cv: 3 })).toBe(1);
  expect(used({ kind: 'weibull', mean: 1, shape: 3 })).toBe(1);
  expect(used({ kind: 'empirical', values: [1, 2], weights: [1, 1] })).toBe(1);
  expect(used({ kind: 'hyperexponential', branches: [{ share: 1, mean: 40 }] })).toBe(2);
});

test('the extremes of a uniform give finite numbers', () => {
  const laws: Distribution[] = LAWS.map(([, law]) => law).filter(({ kind }) => kind !== 'gamma');
  for (const law of laws) {
    for (const u of [0, 1 - 2 ** -32]) {
      const value = take(
        sampler(
          law,
          uniformsOf(() => u),
        ),
        1,
      )[0]!;
      expect(Number.isFinite(value)).toBe(true);
      expect(value).toBeGreaterThanOrEqual(0);
    }
  }
});
