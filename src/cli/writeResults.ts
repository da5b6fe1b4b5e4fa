/** Writes a comparison's folder: plans the logins for the set-up sheet, and runs again what is to be logged. */
import type { Comparison } from '../analysis/comparison.js';
import type { Candidate } from '../analysis/jobs.js';
import { hashText } from '../base/hash.js';
import { MODES_BY_NAME } from '../modes/registry.js';
import type { PlannedLogins } from '../report/loginsCsv.js';
import type { Maker } from '../report/manifest.js';
import { resultFiles, type Rerun } from '../report/resultFiles.js';
import { replaceFolder } from '../report/writeFolder.js';
import type { Scenario } from '../scenario/types.js';
import { simulate } from '../simulate.js';
import { VERSION } from './version.js';

export interface Origin {
  /** The command that makes these results again. */
  readonly command: string;
  /** As found on the disk, and as parsed: before the command line changed anything. */
  readonly scenarios: readonly { readonly file: string; readonly scenario: Scenario }[];
  /** Whether the first replication is logged. */
  readonly log: boolean;
}

export function writeResults(
  folder: string,
  comparison: Comparison,
  candidates: readonly Candidate[],
  origin: Origin,
): void {
  const played = candidates.filter(({ name }) =>
    comparison.candidates.some((result) => result.name === name),
  );
  const logged = origin.log ? played.map(rerun) : [];
  replaceFolder(folder, resultFiles(comparison, played.flatMap(plannedLogins), makerOf(origin), logged));
}

/** Who made a folder of results, when, and from what. */
export function makerOf({ command, scenarios }: Omit<Origin, 'log'>): Maker {
  return {
    ...{ blendsim: VERSION, node: process.version, finishedAt: new Date().toISOString(), command },
    scenarios: scenarios.map(({ file, scenario }) => ({
      ...{ name: scenario.name, file, hash: hashText(JSON.stringify(scenario)) },
    })),
  };
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
