/** What every comparing command does with its results: keeps the folder safe, writes the files, prints what was asked for. */
import type { Comparison } from '../analysis/comparison.js';
import type { Candidate } from '../analysis/jobs.js';
import type { ExitCode } from './command.js';
import type { Origin } from './comparisonFiles.js';
import { Failure, systemSentence } from './failure.js';
import { printedFormat, type FORMATS } from './formats.js';
import type { Terminal } from './terminal.js';

const ANOTHER = 'Name another folder: --out DIR';

/** Refuses, before anything is run, a folder that is not ours to write to, or in which nothing can be written. */
export async function checkFolder(folder: string): Promise<void> {
  const { prepareFolder, whyNotReplaced } = await import('../report/writeFolder.js');
  const refusal = whyNotReplaced(folder);
  if (refusal !== null) throw new Failure(`${refusal}; it is left alone`, 2, ANOTHER);
  try {
    prepareFolder(folder);
  } catch (error) {
    const sentence = systemSentence(error);
    throw sentence === null ? error : new Failure(sentence, 1, ANOTHER);
  }
}

export interface Keeping {
  readonly folder: string;
  readonly origin: Origin;
}

export async function keepResults(
  comparison: Comparison,
  candidates: readonly Candidate[],
  { folder, origin }: Keeping,
  terminal: Terminal,
): Promise<ExitCode> {
  const interrupted = comparison.precision.stopped === 'interrupted';
  refuseEmpty(comparison, interrupted);
  const { filesOf } = await import('./comparisonFiles.js');
  const { keepFiles } = await import('./keepFiles.js');
  const { place, failure } = keepFiles(folder, await filesOf(comparison, candidates, origin), interrupted);
  const format = printedFormat(origin.format);
  await printResults(comparison, format, terminal);
  const say = format === 'table' ? terminal.print : terminal.tell;
  if (interrupted) say(stoppedEarly(comparison.replications));
  const more = origin.format === format ? '' : `, with ${origin.format}`;
  const shown = origin.report ? 'report.html shows them, ' : '';
  say(`Files are in ${place}${more}; ${shown}findings.md says it in words`);
  if (failure !== null) throw failure;
  return interrupted ? 130 : 0;
}

/** What the numbers of half a run rest on. */
export function stoppedEarly(replications: number): string {
  const finished =
    replications === 1 ? '1 finished replication says' : `${replications} finished replications say`;
  return `Stopped early: this is what ${finished}.`;
}

function refuseEmpty({ candidates, unavailable, replications }: Comparison, interrupted: boolean): void {
  if (candidates.length === 0 && unavailable.length > 0) {
    const reasons = unavailable.map(({ name, reason }) => `${name}: ${reason}`).join('\n');
    throw new Failure('none of the modes can be played on this scenario', 2, reasons);
  }
  if (interrupted && replications === 0)
    throw new Failure('stopped before the first replication was finished; nothing is written', 130);
}

async function printResults(
  comparison: Comparison,
  format: (typeof FORMATS)[number],
  terminal: Terminal,
): Promise<void> {
  if (format === 'table') {
    const { comparisonTable } = await import('../report/comparisonTable.js');
    terminal.print(`${comparisonTable(comparison, terminal.style)}\n`);
  } else if (format === 'json') {
    const { comparisonJson } = await import('../report/comparisonJson.js');
    terminal.print(comparisonJson(comparison).trimEnd());
  } else {
    const { measuresCsv } = await import('../report/measuresCsv.js');
    terminal.print(measuresCsv(comparison).trimEnd());
  }
}
