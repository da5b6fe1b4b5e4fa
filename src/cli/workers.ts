/** Runs jobs on this machine, in threads, with a progress bar; Ctrl-C keeps the replications that are finished. */
import { availableParallelism } from 'node:os';
import type { CompareOptions } from '../analysis/compare.js';
import type { Candidate, RunJobs } from '../analysis/jobs.js';
import { inProcess } from '../cluster/inProcess.js';
import { threads } from '../cluster/threads.js';
import { simulate } from '../simulate.js';
import { progressBar } from './progress.js';
import type { Terminal } from './terminal.js';

/** What the work has to hand on to whoever runs its jobs. */
export type Watch = Required<Pick<CompareOptions, 'signal' | 'onProgress'>>;

export async function withWorkers<T>(
  candidates: readonly Candidate[],
  workers: number | undefined,
  terminal: Terminal,
  work: (runJobs: RunJobs, watch: Watch) => Promise<T>,
): Promise<T> {
  const bar = await progressBar(terminal);
  const interruption = new AbortController();
  const interrupt = (): void => {
    if (interruption.signal.aborted) process.exit(130);
    interruption.abort();
    bar.stop();
    terminal.tell('Stopping. Ctrl-C again ends it at once, and then nothing is kept.');
  };
  process.on('SIGINT', interrupt);
  const crew =
    workers === 1
      ? { runJobs: inProcess(candidates, simulate), close: () => Promise.resolve() }
      : threads(candidates, { workers: workers ?? availableParallelism(), onLost: terminal.tell });
  try {
    return await work(crew.runJobs, { signal: interruption.signal, onProgress: bar.update });
  } finally {
    bar.stop();
    process.off('SIGINT', interrupt);
    await crew.close();
  }
}
