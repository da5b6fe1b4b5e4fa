// The engine on the bench's scenarios: from the demand to the end of the run, with nobody listening or with all metrics.
import { run } from '../../src/engine/run.js';
import { MODES_BY_NAME } from '../../src/modes/registry.js';
import { simulate } from '../../src/simulate.js';
import { sampleAttendance } from '../../src/traffic/attendance.js';
import { sampleDemand } from '../../src/traffic/demand.js';
import { Silent } from '../support/silent.js';
import { scenarioFor, type ModelName } from './models.js';
import type { Outcome } from './outcome.js';

const MODE = 'blended';
export function engineAlone(model: ModelName, arrivals: number, seed: string): Outcome {
  const scenario = { ...scenarioFor(model, arrivals), seed };
  const mode = MODES_BY_NAME.get(MODE)!;
  const plan = mode.plan(scenario, mode.settings.parse({}));
  if ('unavailable' in plan) throw new Error(plan.unavailable);
  const demand = sampleDemand(scenario, seed, 0);
  return {
    events: run(scenario, plan, demand, sampleAttendance(scenario, seed, 0), new Silent()),
    checks: {},
  };
}

/** Waits of all come from the queue's length by Little's law, since a report tells the waits of those assigned. */
export function engineWithMetrics(model: ModelName, arrivals: number, seed: string): Outcome {
  const scenario = { ...scenarioFor(model, arrivals), seed };
  const report = simulate(scenario, MODE, 0);
  if ('unavailable' in report) throw new Error(report.unavailable);
  const chat = report.scopes['stream:chat']!;
  const offered = chat.offered!;
  const { bounds } = scenario.streams[0]!.arrivals as { readonly bounds: readonly number[] };
  const busyShare = report.scopes['people']!.utilisation!;
  return {
    events: report.events,
    checks: {
      waitOfAll: (chat.queueLength! * scenario.calendar.horizon) / offered,
      waitOfServed: chat.queueWaitMean!,
      within20: chat.serviceLevelAssigned! * (model === 'B3' ? 1 - chat.abandonedShare! : 1),
      abandoned: chat.abandonedShare!,
      occupancy: (busyShare * scenario.calendar.horizon) / bounds[1]!,
      response: chat.responseMean!,
      duration: chat.durationMean!,
    },
  };
}
