/** The few functions of jstat (which ships no types) that this program calls. */
declare module 'jstat' {
  const jstat: {
    /** ln Γ(x). */
    gammaln(x: number): number;
    /** Lower incomplete gamma function P(a, x), regularised: 0 … 1. */
    lowRegGamma(a: number, x: number): number;
    /** The x at which P(a, x) = p. */
    gammapinv(p: number, a: number): number;
    readonly studentt: {
      /** Quantile of Student's t, good to 1e-8. */
      inv(p: number, degreesOfFreedom: number): number;
    };
  };
  export default jstat;
}
