/** The worker's side of a thread: runs the jobs it is sent and posts each outcome at once. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Candidate, Job } from '../analysis/jobs.js';
import { DemandOrder } from './demandOrder.js';
import { pack, type Parcel } from './parcel.js';
import { runJob, type Simulate } from './runJob.js';

/** What a worker posts: an outcome, or that a simulation broke, which running it again would not mend. */
export type Reply = { readonly job: Job; readonly parcel: Parcel } | { readonly broke: string };

/** Posting does not wait for this thread's own event loop: what is finished is safe even if the next job kills the thread. */
export function serve(simulate: Simulate): void {
  const port = parentPort;
  if (port === null) throw new Error('this file is the entry of a worker thread');
  const candidates = workerData as readonly Candidate[];
  const draw = new DemandOrder(candidates).draw();
  port.on('message', (jobs: readonly Job[]) => {
    for (const job of jobs) {
      let reply: Reply;
      try {
        reply = { job, parcel: pack(runJob(candidates, job, simulate, draw)) };
      } catch (error) {
        reply = { broke: String(error instanceof Error ? error.message : error) };
      }
      port.postMessage(reply);
      if ('broke' in reply) return;
    }
  });
}
