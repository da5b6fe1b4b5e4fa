/** Who comes and goes when: the plan's sessions and the shifts' breaks, less who is absent or late, as moments in time. */
import type { Seconds } from '../base/units.js';
import type { Scenario } from '../scenario/types.js';
import type { Attendance } from '../traffic/attendance.js';
import type { Plan } from './mode.js';

/** In this order within one instant: who leaves is gone before who comes is in. */
export const MOMENT = { leave: 0, come: 1, stopNew: 2, breakTime: 3 } as const;

/** Moments in order of time, as parallel arrays. */
export interface Roster {
  readonly count: number;
  readonly at: Float64Array;
  readonly what: Uint8Array;
  readonly person: Int32Array;
  /** come: index into `Plan.sessions[person]`; breakTime: seconds; else 0. */
  readonly detail: Float64Array;
  /** Per login: instant from which it will not be signed in again; −Infinity: never is. */
  readonly lastSessionEnd: Float64Array;
}

interface Moment {
  readonly at: Seconds;
  readonly what: number;
  readonly person: number;
  readonly detail: number;
}

export function rosterOf(scenario: Scenario, plan: Plan, attendance: Attendance): Roster {
  const moments = scenario.people.flatMap((_, p) => [
    ...sessionMoments(scenario, plan, attendance, p),
    ...breakMoments(scenario, attendance, p),
  ]);
  moments.sort((a, b) => a.at - b.at || a.what - b.what || a.person - b.person);
  const lastSessionEnd = new Float64Array(plan.logins.length).fill(-Infinity);
  for (const { what, person, detail } of moments) {
    if (what !== MOMENT.come) continue;
    const { login, end } = plan.sessions[person]![detail]!;
    lastSessionEnd[login] = Math.max(lastSessionEnd[login]!, end);
  }
  return {
    count: moments.length,
    at: Float64Array.from(moments, (m) => m.at),
    what: Uint8Array.from(moments, (m) => m.what),
    person: Int32Array.from(moments, (m) => m.person),
    detail: Float64Array.from(moments, (m) => m.detail),
    lastSessionEnd,
  };
}

function sessionMoments(scenario: Scenario, plan: Plan, attendance: Attendance, p: number): Moment[] {
  return plan.sessions[p]!.flatMap((session, detail) => {
    const { absent, late } = attendance[p]![session.shift]!;
    const shift = scenario.people[p]!.shifts[session.shift]!;
    const start = Math.max(0, session.start, shift.start + late);
    if (absent || start >= session.end) return [];
    return [
      { at: start, what: MOMENT.come, person: p, detail },
      {
        at: Math.max(start, session.end - scenario.work.stopNewBefore),
        what: MOMENT.stopNew,
        person: p,
        detail: 0,
      },
      { at: session.end, what: MOMENT.leave, person: p, detail: 0 },
    ];
  });
}

function breakMoments(scenario: Scenario, attendance: Attendance, p: number): Moment[] {
  return scenario.people[p]!.shifts.flatMap((shift, s) => {
    if (attendance[p]![s]!.absent) return [];
    return shift.breaks
      .filter(({ start, length }) => start + length > 0 && length > 0)
      .map(({ start, length }) => ({
        at: Math.max(0, start),
        what: MOMENT.breakTime,
        person: p,
        detail: length - Math.max(0, -start),
      }));
  });
}
