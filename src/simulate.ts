/** The whole program on one screen: a scenario, a mode and a replication in, what was seen out. */
import type { Unavailable } from './engine/mode.js';
import type { Observer } from './engine/observer.js';
import { combine } from './engine/observers.js';
import { run } from './engine/run.js';
import type { RunReport } from './metrics/runReport.js';
import { Tally } from './metrics/tally.js';
import { MODES_BY_NAME } from './modes/registry.js';
import type { Scenario } from './scenario/types.js';
import { drawReplication, type Draw } from './traffic/replication.js';

/**
 * One replication of one mode. `listeners` hear the run beside the metrics; `draw` may know the replication from another mode's run.
 * @throws Error with a sentence when no such mode is registered, or when an invariant of the engine breaks.
 */
export function simulate(
  scenario: Scenario,
  modeName: string,
  replication: number,
  listeners: readonly Observer[] = [],
  draw: Draw = drawReplication,
): RunReport | Unavailable {
  // 1. How people work.
  const mode = MODES_BY_NAME.get(modeName);
  if (mode === undefined) throw new Error(`there is no mode "${modeName}"`);
  const request = scenario.modes.find(({ name }) => name === modeName);
  const plan = mode.plan(scenario, request?.settings ?? mode.settings.parse({}));
  if ('unavailable' in plan) return plan;

  // 2. What happens to them: all chance is here, and the same for every mode.
  const { demand, attendance } = draw(scenario, replication);

  // 3. The day, and what was seen of it.
  const tally = new Tally();
  const events = run(scenario, plan, demand, attendance, combine([tally, ...listeners]));
  return tally.report({
    scenario: scenario.name,
    mode: modeName,
    seed: scenario.seed,
    replication,
    demandFingerprint: demand.fingerprint(),
    events,
    notes: plan.notes,
  });
}
