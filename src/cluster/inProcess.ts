/** Runs jobs one after the other in this process. */
import { setImmediate } from 'node:timers/promises';
import type { Candidate, RunJobs } from '../analysis/jobs.js';
import { DemandOrder } from './demandOrder.js';
import { runJob, type Simulate } from './runJob.js';

/** Between two jobs the process looks up: a progress bar moves, Ctrl-C is heard. */
export function inProcess(candidates: readonly Candidate[], simulate: Simulate): RunJobs {
  const order = new DemandOrder(candidates);
  const draw = order.draw();
  return async (jobs, finished, signal) => {
    for (const job of order.sorted(jobs)) {
      await setImmediate();
      if (signal?.aborted) return;
      finished(job, runJob(candidates, job, simulate, draw));
    }
  };
}
