/** Runs a comparison on this machine. */
import type { Searched } from '../analysis/best.js';
import { compare, type CompareOptions } from '../analysis/compare.js';
import type { Comparison } from '../analysis/comparison.js';
import type { Candidate } from '../analysis/jobs.js';
import type { Terminal } from './terminal.js';
import { withWorkers } from './workers.js';

export interface Asked {
  readonly replications: CompareOptions['replications'];
  readonly workers: number | undefined;
  readonly searched?: Searched | undefined;
}

export function compareHere(
  candidates: readonly Candidate[],
  { replications, workers, searched }: Asked,
  terminal: Terminal,
): Promise<Comparison> {
  return withWorkers(candidates, workers, terminal, (runJobs, watch) =>
    compare(candidates, runJobs, { replications, ...watch, ...(searched && { searched }) }),
  );
}
