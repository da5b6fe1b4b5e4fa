/** Draws from the laws of `distribution.ts`, many numbers at a call. */
import { randomGamma } from 'd3-random';
import type { CountDistribution, Distribution } from './distribution.js';
import { normalOf } from './normal.js';
import { lognormalParameters, weibullScale } from './parameters.js';
import type { Uniforms } from './random.js';

/**
 * Draws the numbers `from` … `to − 1` of `out`. A law that takes one uniform per draw has a block of them written there and
 * transforms it in place: no call and no boxed number per draw.
 */
export type Sampler = (out: Float64Array, from: number, to: number) => void;

/**
 * A function that draws from `law`. By inversion, with one uniform per draw, wherever that is cheap: two runs with other
 * parameters then stay in step. Erlang takes k uniforms, the branched laws one more than the branch; gamma rejects (Marsaglia
 * and Tsang, in d3-random) and takes a varying number; a constant takes none.
 */
export function sampler(law: Distribution, rng: Uniforms): Sampler {
  switch (law.kind) {
    case 'constant':
      return constant(law.value);
    case 'exponential':
      return exponential(law.mean, rng);
    case 'lognormal':
      return lognormal(law.mean, law.cv, rng);
    case 'gamma':
      return law.cv === 0 ? constant(law.mean) : gamma(law.cv ** -2, law.mean * law.cv ** 2, rng);
    case 'erlang':
      return erlang(law.mean, law.k, rng);
    case 'weibull':
      return weibull(law.mean, law.shape, rng);
    case 'uniform':
      return between(law.min, law.max, rng);
    case 'hyperexponential':
      return hyperexponential(law.branches, rng);
    case 'empirical':
      return empirical(law.values, law.weights, rng);
    case 'mixture':
      return mixture(law.parts, rng);
    case 'atMost':
      return atMost(law.limit, sampler(law.of, rng));
  }
}

/** A function that draws counts ≥ 1 from `law`, by inversion: one uniform per draw, none for a constant. */
export function countSampler(law: CountDistribution, rng: Uniforms): Sampler {
  switch (law.kind) {
    case 'constant':
      return constant(law.value);
    case 'geometric':
      return law.mean === 1 ? constant(1) : geometric(1 / law.mean, rng);
    case 'poisson':
      return poisson(law.mean - 1, rng);
    case 'empirical':
      return empirical(law.values, law.weights, rng);
    case 'hazard':
      return hazard(law.stop, rng);
  }
}

/** Uniform in [0, 1). */
export function uniform(rng: Uniforms): Sampler {
  return (out, from, to) => {
    rng.fill(out, from, to);
  };
}

function constant(value: number): Sampler {
  return (out, from, to) => {
    out.fill(value, from, to);
  };
}

function exponential(mean: number, rng: Uniforms): Sampler {
  return (out, from, to) => {
    rng.fill(out, from, to);
    for (let i = from; i < to; i++) out[i] = -Math.log(1 - out[i]!) * mean;
  };
}

function lognormal(mean: number, cv: number, rng: Uniforms): Sampler {
  const { mu, sigma } = lognormalParameters(mean, cv);
  return (out, from, to) => {
    rng.fill(out, from, to);
    for (let i = from; i < to; i++) out[i] = Math.exp(mu + sigma * normalOf(out[i]!));
  };
}

function gamma(shape: number, scale: number, rng: Uniforms): Sampler {
  const draw = randomGamma.source(() => rng.next())(shape, scale);
  return (out, from, to) => {
    for (let i = from; i < to; i++) out[i] = draw();
  };
}

function erlang(mean: number, k: number, rng: Uniforms): Sampler {
  return (out, from, to) => {
    for (let i = from; i < to; i++) {
      let sum = 0;
      for (let phase = 0; phase < k; phase++) sum -= Math.log(1 - rng.next());
      out[i] = (sum * mean) / k;
    }
  };
}

function weibull(mean: number, shape: number, rng: Uniforms): Sampler {
  const scale = weibullScale(mean, shape);
  return (out, from, to) => {
    rng.fill(out, from, to);
    for (let i = from; i < to; i++) out[i] = scale * (-Math.log(1 - out[i]!)) ** (1 / shape);
  };
}

function between(min: number, max: number, rng: Uniforms): Sampler {
  return (out, from, to) => {
    rng.fill(out, from, to);
    for (let i = from; i < to; i++) out[i] = min + (max - min) * out[i]!;
  };
}

function hyperexponential(
  branches: readonly { readonly share: number; readonly mean: number }[],
  rng: Uniforms,
): Sampler {
  const choose = chooser(shares(branches));
  return (out, from, to) => {
    for (let i = from; i < to; i++) out[i] = -Math.log(1 - rng.next()) * branches[choose(rng.next())]!.mean;
  };
}

function empirical(values: readonly number[], weights: readonly number[], rng: Uniforms): Sampler {
  const choose = chooser(weights);
  return (out, from, to) => {
    rng.fill(out, from, to);
    for (let i = from; i < to; i++) out[i] = values[choose(out[i]!)]!;
  };
}

/** The choice and what it chooses take turns at the generator. */
function mixture(
  parts: readonly { readonly share: number; readonly of: Distribution }[],
  rng: Uniforms,
): Sampler {
  const choose = chooser(shares(parts));
  const draws = parts.map((part) => sampler(part.of, rng));
  return (out, from, to) => {
    for (let i = from; i < to; i++) draws[choose(rng.next())]!(out, i, i + 1);
  };
}

function atMost(limit: number, draw: Sampler): Sampler {
  return (out, from, to) => {
    draw(out, from, to);
    for (let i = from; i < to; i++) out[i] = Math.min(limit, out[i]!);
  };
}

function geometric(stop: number, rng: Uniforms): Sampler {
  const perLog = 1 / Math.log1p(-stop);
  return (out, from, to) => {
    rng.fill(out, from, to);
    for (let i = from; i < to; i++) out[i] = 1 + Math.floor(Math.log(1 - out[i]!) * perLog);
  };
}

function poisson(mean: number, rng: Uniforms): Sampler {
  const choose = chooser(poissonWeights(mean));
  return (out, from, to) => {
    rng.fill(out, from, to);
    for (let i = from; i < to; i++) out[i] = 1 + choose(out[i]!);
  };
}

/** The listed exchanges by table; beyond them the last chance goes on, which is geometric. */
function hazard(stop: readonly number[], rng: Uniforms): Sampler {
  const reached = [1];
  for (const chance of stop) reached.push(reached.at(-1)! * (1 - chance));
  const perLog = 1 / Math.log1p(-stop.at(-1)!);
  const count = (left: number): number => {
    for (let n = 1; n < reached.length; n++) if (left > reached[n]!) return n;
    return stop.length + 1 + Math.floor(Math.log(left / reached.at(-1)!) * perLog);
  };
  return (out, from, to) => {
    rng.fill(out, from, to);
    for (let i = from; i < to; i++) out[i] = count(1 - out[i]!);
  };
}

function shares(parts: readonly { readonly share: number }[]): number[] {
  return parts.map(({ share }) => share);
}

/** The index that a uniform chooses in proportion to the weights, which need not sum to 1. */
function chooser(weights: readonly number[]): (u: number) => number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let running = 0;
  const cumulative = Float64Array.from(weights, (weight) => (running += weight) / total);
  return (u) => {
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
