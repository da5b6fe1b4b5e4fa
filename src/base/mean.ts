/** Means of the laws of `distribution.ts`, capped ones included. */
import jstat from 'jstat';
import type { CountDistribution, Distribution } from './distribution.js';
import { normalCdf } from './normal.js';
import { lognormalParameters, weibullScale } from './parameters.js';

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
