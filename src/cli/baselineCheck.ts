/** blendsim baseline check: runs what was recorded again, and tells what moved. */
import { readFileSync, statSync } from 'node:fs';
import { readBaseline, type Baseline } from '../baseline/baseline.js';
import { checkBaseline, type Checked } from '../baseline/check.js';
import { recordBaseline } from '../baseline/record.js';
import type { Tolerance } from '../baseline/tolerance.js';
import { MODES_BY_NAME } from '../modes/registry.js';
import { baselineTable } from '../report/baselineTable.js';
import { baselineFile, findBaselines, withoutSuffix } from './baselineFiles.js';
import { candidatesOf } from './candidates.js';
import type { ExitCode } from './command.js';
import { commandLine } from './commandLine.js';
import { compareHere } from './compareHere.js';
import { BadScenario, Failure, told } from './failure.js';
import { findScenario, readScenario } from './scenarioFile.js';
import type { Terminal } from './terminal.js';
import { VERSION } from './version.js';

export interface CheckOptions {
  readonly tolerance: Tolerance;
  readonly workers: number | undefined;
}

/** Goes on after one that moved or cannot be checked, so that one run tells all. */
export async function check(
  asked: readonly string[],
  options: CheckOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const names = (asked.length > 0 ? asked : findBaselines()).map(withoutSuffix);
  if (names.length === 0)
    throw new Failure('there is no baseline here', 2, 'blendsim baseline record SCENARIO writes one.');
  let worst: ExitCode = 0;
  for (const name of names) {
    try {
      if (!(await checkOne(name, options, terminal)) && worst === 0) worst = 1;
    } catch (error) {
      const isExpected = error instanceof BadScenario || (error instanceof Failure && error.exitCode === 2);
      if (!isExpected) throw error;
      terminal.tell(told(error, terminal.tellStyle, false).text);
      worst = 2;
    }
  }
  return worst;
}

/** True when it passed. */
async function checkOne(
  name: string,
  { tolerance, workers }: CheckOptions,
  terminal: Terminal,
): Promise<boolean> {
  const file = findScenario(name);
  const path = baselineFile(file);
  const was = read(path, file);
  const { seed, replications } = was;
  const modes = Object.keys(was.modes);
  const { scenario: written } = readScenario(file, terminal, modes);
  const hint = anew(file, was);
  const gone = modes.find((mode) => !MODES_BY_NAME.has(mode));
  if (gone !== undefined)
    throw new Failure(`${path} pins the mode ${gone}, which this version does not have`, 2, hint);
  const candidates = candidatesOf(written, modes, { seed, replications });
  const [{ scenario }] = candidates;
  if (tolerance === 'ci' && replications < 2)
    throw new Failure(`${path} has one replication, and so no spread for --tolerance ci`, 2, hint);

  const comparison = await compareHere(candidates, { replications, workers }, terminal);
  if (comparison.precision.stopped === 'interrupted') throw new Failure('stopped before the end', 130);
  for (const { name, reason } of comparison.unavailable)
    terminal.tell(`${name} can no longer be played: ${reason}`);
  const checked = checkBaseline(was, recordBaseline(comparison, scenario, VERSION), tolerance);

  const { good, bad, bold } = terminal.style;
  const verdict = verdictOf(checked, tolerance);
  terminal.print(`${bold(path)}: ${checked.passed ? good(verdict) : bad(verdict)} (${whatOf(checked, was)})`);
  if (!checked.passed) terminal.print(`\n${baselineTable(checked, was, terminal.style)}\n\n${hint}\n`);
  return checked.passed;
}

function verdictOf(checked: Checked, tolerance: Tolerance): string {
  const { sameScenario, sameDemand, moved } = checked;
  const hasMoved = !sameDemand || moved.length > 0;
  if (sameScenario) return hasMoved ? movedWords(checked, tolerance) : 'as recorded';
  return `the scenario has changed, and its numbers ${hasMoved ? movedWords(checked, tolerance) : 'have not moved'}`;
}

function movedWords({ held }: Checked, tolerance: Tolerance): string {
  if (tolerance === 'exact') return 'moved';
  return held ? 'moved, but not beyond what chance explains' : 'moved beyond what chance explains';
}

function whatOf({ compared }: Checked, { modes, seed, replications, blendsim }: Baseline): string {
  const runs = replications === 1 ? '1 replication' : `${replications} replications`;
  const by = blendsim === VERSION ? '' : `; recorded by blendsim ${blendsim}, this is ${VERSION}`;
  return `${compared} numbers of ${Object.keys(modes).join(', ')}; ${runs}, seed ${seed}${by}`;
}

function read(path: string, scenarioFile: string): Baseline {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true)
    throw new Failure(
      `${scenarioFile} has no baseline (${path})`,
      2,
      `blendsim baseline record ${scenarioFile} writes it.`,
    );
  const result = readBaseline(readFileSync(path, 'utf8'));
  if ('unreadable' in result)
    throw new Failure(
      `${path}: ${result.unreadable}`,
      2,
      `To record it anew: blendsim baseline record ${scenarioFile}`,
    );
  return result;
}

function anew(file: string, { modes, seed, replications }: Baseline): string {
  const line = commandLine([
    ...['baseline', 'record', file, '--mode', Object.keys(modes).join(',')],
    ...['--seed', seed, '--replications', String(replications)],
  ]);
  return `If that is meant, record it anew and read the diff:\n  ${line}`;
}
