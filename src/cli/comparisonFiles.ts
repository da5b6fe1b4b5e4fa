/** The files of a comparison's folder: plans the logins for the set-up sheet, and runs again what is to be logged. */
import type { Comparison } from '../analysis/comparison.js';
import type { Candidate } from '../analysis/jobs.js';
import { hashText } from '../base/hash.js';
import { MODES_BY_NAME } from '../modes/registry.js';
import type { Inputs } from '../report/assumptionsJson.js';
import type { PlannedLogins } from '../report/loginsCsv.js';
import type { Maker } from '../report/manifest.js';
import { resultFiles, type Rerun, type ResultFile } from '../report/resultFiles.js';
import { simulate } from '../simulate.js';
import { reportScripts } from './reportScripts.js';
import type { Format } from './formats.js';
import type { ReadScenario } from './scenarioFile.js';
import { VERSION } from './version.js';

export interface Origin {
  /** The command that makes these results again. */
  readonly command: string;
  /** As found on the disk, and as parsed: before the command line changed anything. */
  readonly scenarios: readonly Pick<ReadScenario, 'file' | 'scenario' | 'provenance'>[];
  /** Whether the first replication is logged. */
  readonly log: boolean;
  /** Whether there is a report.html. */
  readonly report: boolean;
  /** Whether there are files of this format, too. */
  readonly format: Format;
}

export async function filesOf(
  comparison: Comparison,
  candidates: readonly Candidate[],
  origin: Origin,
): Promise<ResultFile[]> {
  const played = candidates.filter(({ name }) =>
    comparison.candidates.some((result) => result.name === name),
  );
  const planned = played.flatMap(plannedLogins);
  const inputs = origin.scenarios.map(({ file, provenance }) => ({ file, values: provenance }));
  return resultFiles(comparison, {
    planned,
    maker: makerOf(origin),
    inputs,
    logged: origin.log ? played.map(rerun) : [],
    scripts: origin.report ? reportScripts() : [],
    more: await filesOfFormat(origin.format, comparison, inputs, planned, played),
  });
}

async function filesOfFormat(
  format: Format,
  comparison: Comparison,
  inputs: readonly Inputs[],
  planned: readonly PlannedLogins[],
  played: readonly Candidate[],
): Promise<ResultFile[]> {
  if (format === 'parquet') {
    const { parquetFiles } = await import('../report/parquet.js');
    return parquetFiles(comparison, played.map(rerun));
  }
  if (format !== 'xlsx') return [];
  const { workbook, WORKBOOK } = await import('../report/workbook.js');
  const { workbookBytes } = await import('../report/writeWorkbook.js');
  return [{ name: WORKBOOK, content: await workbookBytes(workbook(comparison, inputs, planned)) }];
}

/** Who made a folder of results, when, and from what. */
export function makerOf({ command, scenarios }: Pick<Origin, 'command' | 'scenarios'>): Maker {
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
    listen: (...observers) => void simulate(scenario, mode, 0, observers),
  };
}
