/** One job: a candidate's replication, simulated. */
import type { Candidate, Job, Outcome } from '../analysis/jobs.js';
import type { Observer } from '../engine/observer.js';
import type { Scenario } from '../scenario/types.js';
import type { Draw } from '../traffic/replication.js';

/** `simulate.ts`'s function, or a stand-in for tests. */
export type Simulate = (
  scenario: Scenario,
  mode: string,
  replication: number,
  listeners: readonly Observer[],
  draw: Draw,
) => Outcome;

/** Throws with the job's name when the simulation breaks: the same everywhere, so that it can be run again alone. */
export function runJob(candidates: readonly Candidate[], job: Job, simulate: Simulate, draw: Draw): Outcome {
  const candidate = candidates[job.candidate];
  if (candidate === undefined) throw new Error(`there is no candidate ${job.candidate}`);
  try {
    return simulate(candidate.scenario, candidate.mode, job.replication, [], draw);
  } catch (cause) {
    throw new Error(`${jobName(candidates, job)} broke: ${String(cause)}`, { cause });
  }
}

/** "blended, replication 3 (seed retail)". */
export function jobName(candidates: readonly Candidate[], { candidate, replication }: Job): string {
  const found = candidates[candidate];
  return `${found?.name ?? candidate}, replication ${replication} (seed ${found?.scenario.seed ?? 'unknown'})`;
}
