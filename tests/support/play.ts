/** Plays hand-written threads on a small floor and gives the timeline; every play is audited. */
import type { Seconds } from '../../src/base/units.js';
import { combine } from '../../src/engine/observers.js';
import type { Plan } from '../../src/engine/mode.js';
import { run } from '../../src/engine/run.js';
import { MODES_BY_NAME } from '../../src/modes/registry.js';
import type { Scenario, Shift } from '../../src/scenario/types.js';
import type { Attendance } from '../../src/traffic/attendance.js';
import { Audit } from './audit.js';
import {
  scenarioOf,
  shiftOf,
  streamOf,
  type PersonSpec,
  type ScenarioSpec,
  type StreamSpec,
} from './scenarioOf.js';
import { scriptedDemand, type ThreadScript } from './threads.js';
import { at, Timeline } from './timeline.js';

export const MESSAGING_STREAM = 1;

export interface Play extends Omit<ScenarioSpec, 'streams'> {
  readonly chat?: StreamSpec;
  readonly messaging?: StreamSpec;
  /** More streams, from 2 on. */
  readonly others?: readonly StreamSpec[];
  readonly threads: readonly ThreadScript[];
  /** By default everybody takes both channels with one login. */
  readonly mode?: string;
  readonly settings?: unknown;
  readonly plan?: (scenario: Scenario) => Plan;
  readonly attendance?: Attendance;
  /** Show only what happens from here on, and only lines with one of these words. */
  readonly from?: string;
  readonly only?: RegExp;
}

/** The timeline of a day; stream 0 is chat, stream 1 messaging. Sign-ins at midnight are left out. */
export function play(spec: Play): string[] {
  const { chat, messaging, others, threads, mode, settings, plan, attendance, from, only, ...rest } = spec;
  const scenario = scenarioOf({
    ...rest,
    streams: [
      streamOf({ channel: 'chat', ...chat }),
      streamOf({ channel: 'messaging', ...messaging }),
      ...(others ?? []).map((stream, i) => streamOf({ name: `stream ${i + 2}`, ...stream })),
    ],
  });
  const timeline = new Timeline();
  run(
    scenario,
    plan?.(scenario) ?? planOf(scenario, mode ?? 'blended', settings),
    scriptedDemand(threads),
    attendance ?? everybody(scenario),
    combine([new Audit(), timeline]),
  );
  return timeline
    .lines()
    .filter((line) => !line.endsWith('signs in') || !line.startsWith('00:00:00'))
    .filter((line) => from === undefined || line >= from)
    .filter((line) => only === undefined || only.test(line));
}

export function planOf(scenario: Scenario, mode: string, settings: unknown = {}): Plan {
  const definition = MODES_BY_NAME.get(mode)!;
  const plan = definition.plan(scenario, definition.settings.parse(settings));
  if ('unavailable' in plan) throw new Error(plan.unavailable);
  return plan;
}

export function everybody(scenario: Scenario): Attendance {
  return scenario.people.map(({ shifts }) => shifts.map(() => ({ absent: false, late: 0 })));
}

/** Somebody who takes everything; caps 3 chats and 3 messaging conversations. */
export function person(name: string, spec: Partial<PersonSpec> = {}): PersonSpec {
  return {
    name,
    group: 'team',
    channels: ['chat', 'messaging'],
    skills: ['service'],
    costPerHour: 20,
    absence: 0,
    lateness: 0,
    caps: { chat: 3, messaging: 3 },
    ...spec,
  };
}

export function shift(
  from: string,
  to: string,
  ...breaks: (readonly [from: string, minutes: number])[]
): Shift {
  return shiftOf(at(from), at(to), {
    breaks: breaks.map(([start, minutes]) => ({ start: at(start), length: minutes * 60, paid: false })),
  });
}

export const minutes = (n: number): Seconds => n * 60;
