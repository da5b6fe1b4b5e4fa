/** The standard normal law: its distribution function and the inverse. */
import jstat from 'jstat';
import type { Uniform } from './random.js';

/** Half the step of a `Uniform`: added, it keeps u away from 0, where the inverse has no value. */
const HALF_STEP = 2 ** -33;

/** Draws from the standard normal law by inversion: one uniform, and never beyond ±6.3. */
export function drawNormal(rng: Uniform): number {
  return normalOf(rng());
}

/** The standard normal number that a uniform stands for. */
export function normalOf(u: number): number {
  return inverseNormal(u + HALF_STEP);
}

/** P(Z ≤ z), with an absolute error below 3e-11. */
export function normalCdf(z: number): number {
  const inside = jstat.lowRegGamma(0.5, (z * z) / 2);
  return z < 0 ? (1 - inside) / 2 : (1 + inside) / 2;
}

/**
 * The z at which P(Z ≤ z) = p, for 0 < p < 1, to about 16 digits: Wichura, Algorithm AS 241 (PPND16), Applied Statistics
 * 37 (1988) 477–484.
 */
export function inverseNormal(p: number): number {
  const q = p - 0.5;
  if (Math.abs(q) > 0.425) return q < 0 ? -upperTail(p) : upperTail(1 - p);
  const r = 0.180625 - q * q;
  const above =
    ((((((2509.0809287301226727 * r + 33430.575583588128105) * r + 67265.770927008700853) * r +
      45921.953931549871457) *
      r +
      13731.693765509461125) *
      r +
      1971.5909503065514427) *
      r +
      133.14166789178437745) *
      r +
    3.387132872796366608;
  const below =
    ((((((5226.495278852854561 * r + 28729.085735721942674) * r + 39307.89580009271061) * r +
      21213.794301586595867) *
      r +
      5394.1960214247511077) *
      r +
      687.1870074920579083) *
      r +
      42.313330701600911252) *
      r +
    1;
  return (q * above) / below;
}

/** The z ≥ 0 beyond which lies the share `tail` < 0.075. */
function upperTail(tail: number): number {
  const root = Math.sqrt(-Math.log(tail));
  return root <= 5 ? nearTail(root - 1.6) : farTail(root - 5);
}

function nearTail(r: number): number {
  const above =
    ((((((7.7454501427834140764e-4 * r + 0.0227238449892691845833) * r + 0.24178072517745061177) * r +
      1.27045825245236838258) *
      r +
      3.64784832476320460504) *
      r +
      5.7694972214606914055) *
      r +
      4.6303378461565452959) *
      r +
    1.42343711074968357734;
  const below =
    ((((((1.05075007164441684324e-9 * r + 5.475938084995344946e-4) * r + 0.0151986665636164571966) * r +
      0.14810397642748007459) *
      r +
      0.68976733498510000455) *
      r +
      1.6763848301838038494) *
      r +
      2.05319162663775882187) *
      r +
    1;
  return above / below;
}

function farTail(r: number): number {
  const above =
    ((((((2.01033439929228813265e-7 * r + 2.71155556874348757815e-5) * r + 0.0012426609473880784386) * r +
      0.026532189526576123093) *
      r +
      0.29656057182850489123) *
      r +
      1.7848265399172913358) *
      r +
      5.4637849111641143699) *
      r +
    6.6579046435011037772;
  const below =
    ((((((2.04426310338993978564e-15 * r + 1.4215117583164458887e-7) * r + 1.8463183175100546818e-5) * r +
      7.868691311456132591e-4) *
      r +
      0.0148753612908506148525) *
      r +
      0.13692988092273580531) *
      r +
      0.59983220655588793769) *
      r +
    1;
  return above / below;
}
