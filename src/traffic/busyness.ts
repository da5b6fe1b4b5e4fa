/** How busy each day is: gamma factors with mean 1, alike from one day to the next as far as the planner says. */
import jstat from 'jstat';
import { drawNormal, normalCdf } from '../base/normal.js';
import type { Uniform } from '../base/random.js';
import type { BusynessFactor } from '../scenario/types.js';

/**
 * One factor per day: Gamma with mean 1 and the stated cv on every day (shape 1/cv²), joined by a normal copula whose scores
 * follow z' = lag1·z + √(1 − lag1²)·ε. A day's count is then negative binomial, with variance m + m²·cv² (Whitt 1999;
 * Avramidis, Deslauriers and L'Ecuyer 2004). One uniform per day.
 *
 * `lag1` is the correlation of the scores; that of the factors is a little smaller, as they are skewed.
 */
export function dayFactors(factor: BusynessFactor, days: number, rng: Uniform): Float64Array {
  const factors = new Float64Array(days).fill(1);
  if (factor.cv === 0) return factors;
  const shape = factor.cv ** -2;
  const fresh = Math.sqrt(1 - factor.lag1 ** 2);
  let score = 0;
  for (let day = 0; day < days; day++) {
    const noise = drawNormal(rng);
    score = day === 0 ? noise : factor.lag1 * score + fresh * noise;
    factors[day] = jstat.gammapinv(normalCdf(score), shape) / shape;
  }
  return factors;
}
