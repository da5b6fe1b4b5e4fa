/** sweep.json: what a sweep can prove, without each replication's own values; nothing in it differs between two runs of one seed. */
import type { CandidateResult } from '../analysis/comparison.js';
import type { Sweep } from '../analysis/swept.js';

export function sweepJson(sweep: Sweep): string {
  const told = {
    ...{ scenario: sweep.scenario, question: sweep.question, seed: sweep.seed },
    ...{ replications: sweep.replications, stopped: sweep.stopped, paths: sweep.paths, modes: sweep.modes },
    demandFingerprints: sweep.demandFingerprints,
    points: sweep.points.map(({ name, values, sharesDemand, results }) => ({
      name,
      values: Object.fromEntries(sweep.paths.map((path, i) => [path, values[i]])),
      sharesDemand,
      results: results.map(resultOf),
    })),
    unavailable: sweep.unavailable,
    ...{ alongPoints: sweep.alongPoints, alongModes: sweep.alongModes },
    findings: sweep.findings,
  };
  return `${JSON.stringify(told, null, 2)}\n`;
}

function resultOf({ name, mode, notes, growingQueues, estimates, events }: CandidateResult): unknown {
  const means = Object.entries(estimates).map(([scope, measures]) => [
    scope,
    Object.fromEntries(
      Object.entries(measures).map(([measure, { mean, halfWidth, n }]) => [measure, { mean, halfWidth, n }]),
    ),
  ]);
  return { name, mode, notes, growingQueues, events, estimates: Object.fromEntries(means) as unknown };
}
