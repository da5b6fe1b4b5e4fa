/** blendsim baseline record: runs scenarios and writes what they give beside them. */
import { writeFileSync } from 'node:fs';
import { baselineText } from '../baseline/baseline.js';
import { recordBaseline } from '../baseline/record.js';
import { baselineFile } from './baselineFiles.js';
import { candidatesOf, type Overrides } from './candidates.js';
import type { ExitCode } from './command.js';
import { compareHere } from './compareHere.js';
import { Failure } from './failure.js';
import { readScenario } from './scenarioFile.js';
import type { Terminal } from './terminal.js';
import { VERSION } from './version.js';

export interface RecordOptions extends Overrides {
  readonly mode: readonly string[] | undefined;
  readonly workers: number | undefined;
}

/** Every scenario is read before the first is run. */
export async function record(
  asked: readonly string[],
  { mode, workers, ...overrides }: RecordOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  if (asked.length === 0)
    throw new Failure('which scenario?', 2, 'Such as: blendsim baseline record scenarios/two-logins');
  const reads = asked.map((name) => readScenario(name, terminal, mode));
  const planned = reads.map(({ file, scenario }) => ({
    file,
    candidates: candidatesOf(scenario, mode, overrides),
  }));
  for (const { file, candidates } of planned) {
    const [{ scenario }] = candidates;
    const { replications } = scenario;
    const comparison = await compareHere(candidates, { replications, workers }, terminal);
    if (comparison.precision.stopped === 'interrupted')
      throw new Failure(`stopped: ${baselineFile(file)} is not written`, 130);
    for (const { name, reason } of comparison.unavailable) terminal.tell(`${name} is left out: ${reason}`);
    if (comparison.candidates.length === 0)
      throw new Failure(`none of the modes can be played on ${file}, so there is nothing to pin`);
    writeFileSync(baselineFile(file), baselineText(recordBaseline(comparison, scenario, VERSION)));
    const modes = comparison.candidates.map((one) => one.mode).join(', ');
    const runs = replications === 1 ? '1 replication' : `${replications} replications`;
    terminal.print(`${baselineFile(file)} is written: ${modes}; ${runs}, seed ${comparison.seed}`);
    if (replications === 1)
      terminal.tell('One replication has no spread, so --tolerance ci will have nothing to go by.');
  }
  return 0;
}
