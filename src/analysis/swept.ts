/** What a sweep can prove: the points of a grid under each mode, and where each mode is at its best. Plain data. */
import type { CandidateResult, Comparison, PairedDifference, Verdicts } from './comparison.js';

export interface SweepPoint {
  readonly name: string;
  readonly values: readonly string[];
  /** Met exactly the demand of the first point. */
  readonly sharesDemand: boolean;
  /** In the order of the modes; a mode that cannot be played here is left out. */
  readonly results: readonly CandidateResult[];
}

export interface Sweep {
  readonly scenario: string;
  readonly question: string | null;
  readonly seed: string;
  /** Replications finished for every candidate; only they count. */
  readonly replications: number;
  readonly stopped: 'as asked' | 'interrupted';
  /** What was set, as typed. */
  readonly paths: readonly string[];
  /** Their shortest ends that tell them apart, as points are named. */
  readonly labels: readonly string[];
  readonly modes: readonly string[];
  readonly demandFingerprints: readonly string[];
  readonly points: readonly SweepPoint[];
  readonly unavailable: Comparison['unavailable'];
  /** Per mode, who is best among the points: names are the candidates'. */
  readonly alongPoints: Readonly<Record<string, Verdicts>>;
  /** Per point, in their order, who is best among its modes. */
  readonly alongModes: readonly Verdicts[];
  /** Between the points of one mode. */
  readonly pairs: readonly PairedDifference[];
  readonly findings: readonly string[];
}

/** All of a sweep but the findings themselves. */
export type SweptPoints = Omit<Sweep, 'findings'>;
