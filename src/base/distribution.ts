/** Laws of chance as plain data: what they are and what their means are. Drawing is `sampler.ts`. */

/** A law of a duration or size; every number is finite and ≥ 0 once a scenario has been parsed. */
export type Distribution =
  | { readonly kind: 'constant'; readonly value: number }
  | { readonly kind: 'exponential'; readonly mean: number }
  | { readonly kind: 'lognormal'; readonly mean: number; readonly cv: number }
  | { readonly kind: 'gamma'; readonly mean: number; readonly cv: number }
  | { readonly kind: 'erlang'; readonly mean: number; readonly k: number }
  | { readonly kind: 'weibull'; readonly mean: number; readonly shape: number }
  | { readonly kind: 'uniform'; readonly min: number; readonly max: number }
  | {
      readonly kind: 'hyperexponential';
      readonly branches: readonly { readonly share: number; readonly mean: number }[];
    }
  | { readonly kind: 'empirical'; readonly values: readonly number[]; readonly weights: readonly number[] }
  | {
      readonly kind: 'mixture';
      readonly parts: readonly { readonly share: number; readonly of: Distribution }[];
    }
  | { readonly kind: 'atMost'; readonly limit: number; readonly of: Distribution };

/** A law of a count ≥ 1. */
export type CountDistribution =
  | { readonly kind: 'constant'; readonly value: number }
  | { readonly kind: 'geometric'; readonly mean: number }
  /** 1 + Poisson(mean − 1). */
  | { readonly kind: 'poisson'; readonly mean: number }
  | { readonly kind: 'empirical'; readonly values: readonly number[]; readonly weights: readonly number[] }
  /** `stop[i]`: chance that exchange i+1 is the last, given that it took place; the last entry goes on for ever and is > 0. */
  | { readonly kind: 'hazard'; readonly stop: readonly number[] };
