/** What is to be run, and the executor that runs it: in this process, in threads, or on other machines. */
import type { Unavailable } from '../engine/mode.js';
import type { RunReport } from '../metrics/runReport.js';
import type { Scenario } from '../scenario/types.js';

/** One way of working on one scenario. */
export interface Candidate {
  /** How it is named in tables; unique within a comparison. */
  readonly name: string;
  readonly scenario: Scenario;
  readonly mode: string;
  /** Run on the same demand to explain another candidate; never a contender in tables and verdicts. */
  readonly aside?: Aside;
}

export interface Aside {
  /** Name of the candidate it explains. */
  readonly of: string;
  /** `unhindered`: with all switching and slow-down off; `as given`: with its settings before they were searched. */
  readonly kind: 'unhindered' | 'as given';
}

export function isContender({ aside }: Candidate): boolean {
  return aside === undefined;
}

export interface Job {
  /** Index into the candidates that the executor was made with. */
  readonly candidate: number;
  /** From 0. */
  readonly replication: number;
}

export type Outcome = RunReport | Unavailable;

export function isUnavailable(outcome: Outcome): outcome is Unavailable {
  return 'unavailable' in outcome;
}

/**
 * Runs the jobs and tells each one's outcome as it comes, in any order. Settles once no more will come: all done, or
 * `signal` was aborted (what was running then is lost). Rejects when a job cannot be done at all.
 */
export type RunJobs = (
  jobs: readonly Job[],
  finished: (job: Job, outcome: Outcome) => void,
  signal?: AbortSignal,
) => Promise<void>;

/** How far a series of runs is. */
export interface Progress {
  /** Jobs done, and to do until the next look. */
  readonly finished: number;
  readonly planned: number;
  /** Replications finished for every candidate. */
  readonly replications: number;
  /** The widest relative half-width so far over the chosen measures; null: no interval yet. */
  readonly reached: number | null;
}
