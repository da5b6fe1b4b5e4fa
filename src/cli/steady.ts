/** `run --steady`: one long run per mode instead of many days, for questions that no closing time ends. */
import { longRun } from '../analysis/longRun.js';
import type { Candidate } from '../analysis/jobs.js';
import { longRunCsv, longRunTable } from '../report/longRunTable.js';
import type { ExitCode } from './command.js';
import { Failure } from './failure.js';
import { FORMATS } from './formats.js';
import type { Terminal } from './terminal.js';
import { withWorkers } from './workers.js';

/** What only many replications can give, or a folder that --steady does not write. */
const APART = ['replications', 'precision', 'best', 'log', 'out'] as const;

export function refuseBesideSteady(args: Readonly<Record<string, unknown>>): void {
  refuseFiles(args['format']);
  const given = APART.find((name) => args[name] !== undefined);
  if (given === undefined) return;
  const why =
    given === 'out' || given === 'log'
      ? 'it prints one table and writes no files'
      : 'it is one long run, whose length the scenario says (days)';
  throw new Failure(`--${given} cannot be given with --steady: ${why}`);
}

function refuseFiles(format: unknown): void {
  if (FORMATS.every((one) => one !== format))
    throw new Failure(`--format ${String(format)} cannot be given with --steady, which writes no files`);
}

export async function steady(
  candidates: readonly [Candidate, ...Candidate[]],
  { workers, format }: { workers: number | undefined; format: (typeof FORMATS)[number] },
  terminal: Terminal,
): Promise<ExitCode> {
  const run = await withWorkers(candidates, workers, terminal, (runJobs, { signal }) =>
    longRun(candidates, runJobs, signal),
  );
  if (run === null) throw new Failure('stopped: half of a long run says nothing', 130);
  if ('refused' in run) throw new Failure(run.refused);
  if (run.values.length === 0) {
    const reasons = run.unavailable.map(({ name, reason }) => `${name}: ${reason}`).join('\n');
    throw new Failure('none of the modes can be played on this scenario', 2, reasons);
  }
  if (format === 'json') terminal.print(JSON.stringify(run, null, 2));
  else if (format === 'csv') terminal.print(longRunCsv(run).trimEnd());
  else terminal.print(longRunTable(run, terminal.style));
  return 0;
}
