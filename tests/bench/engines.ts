// The engine on the bench's scenarios: from the demand to the end of the run, with nobody listening or with all metrics.
import { run } from '../../src/engine/run.js';
import { MODES_BY_NAME } from '../../src/modes/registry.js';
import type { Scenario } from '../../src/scenario/types.js';
import { simulate } from '../../src/simulate.js';
import { sampleAttendance } from '../../src/traffic/attendance.js';
import { sampleDemand } from '../../src/traffic/demand.js';
import { Silent } from '../support/silent.js';
import type { Checks } from './models.js';
import type { Outcome } from './outcome.js';

export function engineAlone(scenario: Scenario, mode: string, replications: number): Outcome {
  const definition = MODES_BY_NAME.get(mode)!;
  const request = scenario.modes.find(({ name }) => name === mode);
  const plan = definition.plan(scenario, request?.settings ?? definition.settings.parse({}));
  if ('unavailable' in plan) throw new Error(plan.unavailable);
  let events = 0;
  for (let r = 0; r < replications; r++) {
    const demand = sampleDemand(scenario, scenario.seed, r);
    events += run(scenario, plan, demand, sampleAttendance(scenario, scenario.seed, r), new Silent());
  }
  return { events, checks: {} };
}

/** The checks are those of the last replication. */
export function engineWithMetrics(
  scenario: Scenario,
  mode: string,
  replications: number,
  checks?: Checks,
): Outcome {
  let outcome: Outcome = { events: 0, checks: {} };
  for (let r = 0; r < replications; r++) {
    const report = simulate(scenario, mode, r);
    if ('unavailable' in report) throw new Error(report.unavailable);
    outcome = { events: outcome.events + report.events, checks: checks?.(report, scenario) ?? {} };
  }
  return outcome;
}
