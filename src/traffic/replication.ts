/** All chance of one replication: what arrives, and who turns up. */
import type { Scenario } from '../scenario/types.js';
import { sampleAttendance, type Attendance } from './attendance.js';
import { sampleDemand } from './demand.js';
import type { Demand } from './script.js';

export interface Replication {
  /** For one run: it is consumed. */
  readonly demand: Demand;
  readonly attendance: Attendance;
}

const DRAWN_FROM = ['streams', 'people', 'busyness', 'calendar', 'seed'] as const;

/** All of a scenario that chance depends on. */
export type DrawnFrom = Pick<Scenario, (typeof DRAWN_FROM)[number]>;

/** Gives the same for the same scenario and replication, bit for bit. */
export type Draw = (scenario: DrawnFrom, replication: number) => Replication;

export const drawReplication: Draw = (scenario, replication) => ({
  demand: sampleDemand(scenario, scenario.seed, replication),
  attendance: sampleAttendance(scenario, scenario.seed, replication),
});

/** Whether two scenarios are sure to draw the same. Sure is what is one object; what is merely alike may differ. */
export function drawTheSame(a: DrawnFrom, b: DrawnFrom): boolean {
  return DRAWN_FROM.every((field) => a[field] === b[field]);
}
