/** Draws from the laws of `distribution.ts`, and their means. */
import { randomGamma } from 'd3-random';
import jstat from 'jstat';
import type { CountDistribution, Distribution } from './distribution.js';
import { drawNormal, normalCdf } from './normal.js';
import type { Uniform } from './random.js';

export type Sampler = () => number;

/**
 * A function that draws from `law`. By inversion, with one uniform per draw, wherever that is cheap: two runs with other
 * parameters then stay in step. Erlang takes k uniforms, the branched laws one more than the branch; gamma rejects (Marsaglia
 * and Tsang, in d3-random) and takes a varying number; a constant takes none.
 */
export function sampler(law: Distribution, rng: Uniform): Sampler {
  switch (law.kind) {
    case 'constant': {
      const { value } = law;
      return () => value;
    }
    case 'exponential':
      return exponential(law.mean, rng);
    case 'lognormal':
      return lognormal(law.mean, law.cv, rng);
    case 'gamma':
      if (law.cv === 0) return () => law.mean;
      return randomGamma.source(rng)(law.cv ** -2, law.mean * law.cv ** 2);
    case 'erlang':
      return erlang(law.mean, law.k, rng);
    case 'weibull': {
      const scale = weibullScale(law.mean, law.shape);
      return () => scale * (-Math.log(1 - rng())) ** (1 / law.shape);
    }
    case 'uniform':
      return () => law.min + (law.max - law.min) * rng();
    case 'hyperexponential': {
      const branch = chooser(
        law.branches.map(({ share }) => share),
        rng,
      );
      return () => -Math.log(1 - rng()) * law.branches[branch()]!.mean;
    }
    case 'empirical': {
      const choose = chooser(law.weights, rng);
      return () => law.values[choose()]!;
    }
    case 'mixture': {
      const choose = chooser(
        law.parts.map(({ share }) => share),
        rng,
      );
      const draws = law.parts.map((part) => sampler(part.of, rng));
      return () => draws[choose()]!();
    }
    case 'atMost': {
      const draw = sampler(law.of, rng);
      return () => Math.min(law.limit, draw());
    }
  }
}

/** A function that draws counts ≥ 1 from `law`, by inversion: one uniform per draw, none for a constant. */
export function countSampler(law: CountDistribution, rng: Uniform): Sampler {
  switch (law.kind) {
    case 'constant':
      return () => law.value;
    case 'geometric':
      return law.mean === 1 ? () => 1 : geometric(1 / law.mean, rng);
    case 'poisson': {
      const choose = chooser(poissonWeights(law.mean - 1), rng);
      return () => 1 + choose();
    }
    case 'empirical': {
      const choose = chooser(law.weights, rng);
      return () => law.values[choose()]!;
    }
    case 'hazard':
      return hazard(law.stop, rng);
  }
}

function exponential(mean: number, rng: Uniform): Sampler {
  return () => -Math.log(1 - rng()) * mean;
}

function lognormal(mean: number, cv: number, rng: Uniform): Sampler {
  const { mu, sigma } = lognormalParameters(mean, cv);
  return () => Math.exp(mu + sigma * drawNormal(rng));
}

function erlang(mean: number, k: number, rng: Uniform): Sampler {
  return () => {
    let sum = 0;
    for (let i = 0; i < k; i++) sum -= Math.log(1 - rng());
    return (sum * mean) / k;
  };
}

function geometric(stop: number, rng: Uniform): Sampler {
  const perLog = 1 / Math.log1p(-stop);
  return () => 1 + Math.floor(Math.log(1 - rng()) * perLog);
}

/** The listed exchanges by table; beyond them the last chance goes on, which is geometric. */
function hazard(stop: readonly number[], rng: Uniform): Sampler {
  const reached = [1];
  for (const chance of stop) reached.push(reached.at(-1)! * (1 - chance));
  const perLog = 1 / Math.log1p(-stop.at(-1)!);
  return () => {
    const left = 1 - rng();
    for (let n = 1; n < reached.length; n++) if (left > reached[n]!) return n;
    return stop.length + 1 + Math.floor(Math.log(left / reached.at(-1)!) * perLog);
  };
}

/** Draws an index in proportion to the weights, which need not sum to 1. */
function chooser(weights: readonly number[], rng: Uniform): Sampler {
  const total = sum(weights);
  let running = 0;
  const cumulative = Float64Array.from(weights, (weight) => (running += weight) / total);
  return () => {
    const u = rng();
    let low = 0;
    let high = cumulative.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (u < cumulative[middle]!) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}

/** Poisson chances of 0, 1, 2, … up to where less than a uniform's step is left. */
function poissonWeights(mean: number): number[] {
  if (mean === 0) return [1];
  const weights: number[] = [];
  const end = mean + 12 * Math.sqrt(mean) + 20;
  let logFactorial = 0;
  for (let k = 0; k <= end; k++) {
    if (k > 0) logFactorial += Math.log(k);
    weights.push(Math.exp(k * Math.log(mean) - mean - logFactorial));
  }
  return weights;
}

/** The mean of a law. Closed forms; for `atMost` see `meanAtMost`. */
export function mean(law: Distribution): number {
  switch (law.kind) {
    case 'constant':
      return law.value;
    case 'uniform':
      return (law.min + law.max) / 2;
    case 'hyperexponential':
      return weightedMean(law.branches, (branch) => branch.mean);
    case 'empirical':
      return weightedMean(pairs(law), (pair) => pair.value);
    case 'mixture':
      return weightedMean(law.parts, (part) => mean(part.of));
    case 'atMost':
      return meanAtMost(law.of, law.limit);
    default:
      return law.mean;
  }
}

/** The mean of a law of counts. */
export function meanCount(law: CountDistribution): number {
  switch (law.kind) {
    case 'constant':
      return law.value;
    case 'empirical':
      return weightedMean(pairs(law), (pair) => pair.value);
    case 'hazard': {
      let reached = 1;
      let total = 0;
      for (const chance of law.stop) {
        total += reached;
        reached *= 1 - chance;
      }
      return total + reached / law.stop.at(-1)!;
    }
    default:
      return law.mean;
  }
}

/** E min(X, limit) = ∫ P(X > t) dt over 0 … limit, in closed form; the incomplete gamma function adds a relative error under 1e-9. */
function meanAtMost(law: Distribution, limit: number): number {
  if (limit === 0 || mean(law) === 0) return 0;
  switch (law.kind) {
    case 'constant':
      return Math.min(law.value, limit);
    case 'exponential':
      return exponentialAtMost(law.mean, limit);
    case 'lognormal':
      return lognormalAtMost(law.mean, law.cv, limit);
    case 'gamma':
      return gammaAtMost(law.mean, law.cv ** -2, limit);
    case 'erlang':
      return gammaAtMost(law.mean, law.k, limit);
    case 'weibull': {
      const scaled = (limit / weibullScale(law.mean, law.shape)) ** law.shape;
      return law.mean * jstat.lowRegGamma(1 + 1 / law.shape, scaled) + limit * Math.exp(-scaled);
    }
    case 'uniform':
      return uniformAtMost(law.min, law.max, limit);
    case 'hyperexponential':
      return weightedMean(law.branches, (branch) => exponentialAtMost(branch.mean, limit));
    case 'empirical':
      return weightedMean(pairs(law), (pair) => Math.min(pair.value, limit));
    case 'mixture':
      return weightedMean(law.parts, (part) => meanAtMost(part.of, limit));
    case 'atMost':
      return meanAtMost(law.of, Math.min(law.limit, limit));
  }
}

function exponentialAtMost(mean: number, limit: number): number {
  return mean === 0 ? 0 : -mean * Math.expm1(-limit / mean);
}

function lognormalAtMost(mean: number, cv: number, limit: number): number {
  if (cv === 0) return Math.min(mean, limit);
  const { mu, sigma } = lognormalParameters(mean, cv);
  const z = (Math.log(limit) - mu) / sigma;
  return mean * normalCdf(z - sigma) + limit * normalCdf(-z);
}

function gammaAtMost(mean: number, shape: number, limit: number): number {
  if (shape === Infinity) return Math.min(mean, limit);
  const scaled = (limit / mean) * shape;
  return mean * jstat.lowRegGamma(shape + 1, scaled) + limit * (1 - jstat.lowRegGamma(shape, scaled));
}

function uniformAtMost(min: number, max: number, limit: number): number {
  if (limit <= min) return limit;
  if (limit >= max) return (min + max) / 2;
  return ((limit ** 2 - min ** 2) / 2 + limit * (max - limit)) / (max - min);
}

function lognormalParameters(mean: number, cv: number): { mu: number; sigma: number } {
  const variance = Math.log1p(cv ** 2);
  return { mu: Math.log(mean) - variance / 2, sigma: Math.sqrt(variance) };
}

function weibullScale(mean: number, shape: number): number {
  return mean / Math.exp(jstat.gammaln(1 + 1 / shape));
}

function pairs(law: {
  readonly values: readonly number[];
  readonly weights: readonly number[];
}): { readonly value: number; readonly share: number }[] {
  return law.values.map((value, i) => ({ value, share: law.weights[i]! }));
}

function weightedMean<T extends { readonly share: number }>(
  parts: readonly T[],
  value: (part: T) => number,
): number {
  return sum(parts.map((part) => part.share * value(part))) / sum(parts.map((part) => part.share));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
