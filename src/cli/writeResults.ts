/** Writes a comparison's folder: plans the logins for the set-up sheet, and runs again what is to be logged. */
import type { Comparison } from '../analysis/comparison.js';
import type { Candidate } from '../analysis/jobs.js';
import { hashText } from '../base/hash.js';
import { MODES_BY_NAME } from '../modes/registry.js';
import type { PlannedLogins } from '../report/loginsCsv.js';
import { resultFiles, type Rerun } from '../report/resultFiles.js';
import { replaceFolder } from '../report/writeFolder.js';
import type { Scenario } from '../scenario/types.js';
import { simulate } from '../simulate.js';
import { VERSION } from './version.js';

export interface Origin {
  /** As found on the disk, and as parsed: before the command line changed anything. */
  readonly file: string;
  readonly scenario: Scenario;
  /** Whether the first replication is logged. */
  readonly log: boolean;
}

export function writeResults(
  folder: string,
  comparison: Comparison,
  candidates: readonly Candidate[],
  { file, scenario, log }: Origin,
): void {
  const played = candidates.filter(({ name }) =>
    comparison.candidates.some((result) => result.name === name),
  );
  const maker = {
    ...{ blendsim: VERSION, node: process.version, finishedAt: new Date().toISOString() },
    ...{ command: commandOf(comparison, candidates, file, log), scenarioFile: file },
    scenarioHash: hashText(JSON.stringify(scenario)),
  };
  const files = resultFiles(comparison, played.flatMap(plannedLogins), maker, log ? played.map(rerun) : []);
  replaceFolder(folder, files);
}

function plannedLogins({ name, mode, scenario }: Candidate): PlannedLogins[] {
  const settings = scenario.modes.find((request) => request.name === mode)?.settings;
  const plan = MODES_BY_NAME.get(mode)?.plan(scenario, settings);
  return plan === undefined || 'unavailable' in plan ? [] : [{ candidate: name, scenario, plan }];
}

function rerun({ name, mode, scenario }: Candidate): Rerun {
  return {
    ...{ candidate: name, replication: 1 },
    listen: (observer) => void simulate(scenario, mode, 0, [observer]),
  };
}

/** With everything said that decides the numbers, so that a changed file or default shows as a difference. */
function commandOf(
  { seed, replications }: Comparison,
  candidates: readonly Candidate[],
  file: string,
  log: boolean,
): string {
  const modes = candidates.map(({ mode }) => mode).join(',');
  const words = ['run', file, '--mode', modes, '--seed', seed, '--replications', String(replications)];
  return ['blendsim', ...words.map(shellWord), ...(log ? ['--log'] : [])].join(' ');
}

function shellWord(word: string): string {
  return /^[\w./,:@%+=-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
