// A stand-in for simulate: a report that depends on scenario, mode and replication alone; replications can be made to die.
import { writeFileSync } from 'node:fs';
import type { Outcome } from '../../src/analysis/jobs.js';
import type { RunReport } from '../../src/metrics/runReport.js';
import { randomStream } from '../../src/base/random.js';
import type { Scenario } from '../../src/scenario/types.js';

/** Told through the scenario's name, which reaches the worker: `die-once <file>`, `die-always`, `break`, or anything. */
export function fakeSimulate(scenario: Scenario, mode: string, replication: number): Outcome {
  if (mode === 'unplayable') return { unavailable: 'no split leaves people on both channels' };
  const [habit, file] = scenario.name.split(' ');
  if (replication === 3) {
    if (habit === 'die-always') process.exit(1);
    if (habit === 'die-once' && file !== undefined && isFirst(file)) process.exit(1);
    if (habit === 'break') throw new Error('a conversation left twice');
  }
  const day = randomStream(scenario.seed, replication, 'day');
  const own = randomStream(scenario.seed, replication, mode);
  spin(own());
  const busy = day();
  return reportOf(scenario, mode, replication, {
    firstResponseMean: 60 + 100 * busy + 3 * own() + mode.length,
  });
}

export function reportOf(
  scenario: Scenario,
  mode: string,
  replication: number,
  measures: Record<string, number>,
): RunReport {
  return {
    scenario: scenario.name,
    mode,
    seed: scenario.seed,
    replication,
    demandFingerprint: `${scenario.seed}/${replication}`,
    events: 1000 + replication,
    notes: [`as ${mode}`],
    carries: { chat: ['chat'], messaging: ['messages'] },
    scopes: { chat: measures, messaging: measures },
    concurrencyShares: replication % 2 === 0 ? [0.5, 0.5] : [0.5, 0.25, 0.25],
    waitCurves: { chat: [], messaging: [] },
    intervals: [],
    people: [],
    logins: [],
    reportRows: [],
  };
}

/** In one step with making the file: of two workers at it in the same moment, one is first. */
function isFirst(file: string): boolean {
  try {
    writeFileSync(file, '', { flag: 'wx' });
    return true;
  } catch {
    return false;
  }
}

/** Work of uneven length, so that workers finish out of order. */
function spin(share: number): void {
  let x = 0;
  for (let i = 0; i < 300_000 * share; i++) x += Math.sqrt(i);
  if (x < 0) throw new Error('never');
}
