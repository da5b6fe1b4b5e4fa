/** Runs a comparison on this machine, in threads, with a progress bar; Ctrl-C keeps the replications that are finished. */
import { availableParallelism } from 'node:os';
import { compare } from '../analysis/compare.js';
import type { Comparison } from '../analysis/comparison.js';
import type { Candidate } from '../analysis/jobs.js';
import { inProcess } from '../cluster/inProcess.js';
import { threads } from '../cluster/threads.js';
import { simulate } from '../simulate.js';
import { progressBar } from './progress.js';
import type { Terminal } from './terminal.js';

export async function compareHere(
  candidates: readonly Candidate[],
  { replications, workers = availableParallelism() }: { replications: number; workers: number | undefined },
  terminal: Terminal,
): Promise<Comparison> {
  const bar = await progressBar(terminal);
  const interruption = new AbortController();
  const interrupt = (): void => {
    if (interruption.signal.aborted) process.exit(130);
    interruption.abort();
    bar.stop();
    terminal.tell('Stopping; what is finished is kept. Ctrl-C again drops it.');
  };
  process.on('SIGINT', interrupt);
  const crew =
    workers === 1
      ? { runJobs: inProcess(candidates, simulate), close: () => Promise.resolve() }
      : threads(candidates, { workers, onLost: terminal.tell });
  try {
    return await compare(candidates, crew.runJobs, {
      replications,
      signal: interruption.signal,
      onProgress: bar.update,
    });
  } finally {
    bar.stop();
    process.off('SIGINT', interrupt);
    await crew.close();
  }
}
