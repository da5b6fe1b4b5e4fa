/** The files of a folder of results, by name: one exporter each. */
import type { Comparison } from '../analysis/comparison.js';
import type { Observer } from '../engine/observer.js';
import { bestCsv } from './bestCsv.js';
import { ASSUMPTIONS, assumptionsJson, type Inputs } from './assumptionsJson.js';
import { comparisonJson } from './comparisonJson.js';
import { CONVERSATION_COLUMNS, conversationLog } from './conversationsCsv.js';
import { EVENT_COLUMNS, eventLog } from './eventsCsv.js';
import { findingsMd } from './findingsMd.js';
import { csv } from './csv.js';
import type { LoggedRun, TakeRows } from './floorLog.js';
import { intervalsCsv } from './intervalsCsv.js';
import { loginsCsv, type PlannedLogins } from './loginsCsv.js';
import { htmlReport, REPORT, type Script } from './htmlReport.js';
import { MANIFEST, manifestJson, manifestOf, type Made, type Maker } from './manifest.js';
import { measuresCsv } from './measuresCsv.js';
import { peopleCsv } from './peopleCsv.js';
import { poolingCsv } from './poolingCsv.js';
import { reportsCsv } from './reportsCsv.js';

export type Write = (piece: string) => void;

/** Large files are given in pieces, so that they never stand in memory. */
export interface ResultFile {
  readonly name: string;
  readonly content: string | Uint8Array | ((write: Write) => void);
}

/** A run that can be done again with somebody listening. */
export interface Rerun extends LoggedRun {
  readonly listen: (...observers: readonly Observer[]) => void;
}

/** What the files tell beside the comparison. */
export interface Beside {
  readonly planned: readonly PlannedLogins[];
  readonly maker: Maker;
  readonly inputs: readonly Inputs[];
  /** Runs to be logged; none: no logs. */
  readonly logged: readonly Rerun[];
  /** What report.html carries; none: no report. */
  readonly scripts: readonly Script[];
  /** Those that are asked for by their format. */
  readonly more: readonly ResultFile[];
}

export function resultFiles(
  comparison: Comparison,
  { planned, maker, inputs, logged, scripts, more }: Beside,
): ResultFile[] {
  const files: ResultFile[] = [
    { name: 'comparison.json', content: comparisonJson(comparison) },
    { name: 'findings.md', content: findingsMd(comparison) },
    { name: 'measures.csv', content: measuresCsv(comparison) },
    { name: 'intervals.csv', content: intervalsCsv(comparison) },
    { name: 'people.csv', content: peopleCsv(comparison) },
    { name: 'logins.csv', content: loginsCsv(comparison, planned) },
    { name: 'reports.csv', content: reportsCsv(comparison) },
    { name: ASSUMPTIONS, content: assumptionsJson(inputs) },
  ];
  if (comparison.best !== null) files.push({ name: 'best.csv', content: bestCsv(comparison) });
  if (comparison.pooling.length > 0) files.push({ name: 'pooling.csv', content: poolingCsv(comparison) });
  if (logged.length > 0) {
    files.push(
      { name: 'conversations.csv', content: logFile(CONVERSATION_COLUMNS, conversationLog, logged) },
      { name: 'events.csv', content: logFile(EVENT_COLUMNS, eventLog, logged) },
    );
  }
  files.push(...more);
  const names = [...files.map(({ name }) => name), ...(scripts.length > 0 ? [REPORT] : [])];
  const made = manifestOf(madeOf(comparison), maker, names);
  if (scripts.length > 0)
    files.push({ name: REPORT, content: htmlReport({ comparison, inputs, made }, scripts) });
  return [...files, { name: MANIFEST, content: manifestJson(made) }];
}

function madeOf({ seed, replications, demandFingerprints, precision, candidates }: Comparison): Made {
  return {
    ...{ seed, replications, interrupted: precision.stopped === 'interrupted' },
    ...{ candidates: candidates.map(({ name }) => name), demandFingerprints },
  };
}

function logFile(
  columns: readonly string[],
  log: (run: LoggedRun, take: TakeRows) => Observer,
  logged: readonly Rerun[],
): ResultFile['content'] {
  return (write) => {
    write(csv([], columns));
    for (const run of logged) run.listen(log(run, (rows) => write(csv(rows))));
  };
}
