/** Who really turns up: absence per person and day, lateness per shift; the same for every mode. */
import { drawNormal } from '../base/normal.js';
import { randomStream, type Uniform } from '../base/random.js';
import type { Seconds } from '../base/units.js';
import type { Person, Scenario, Shift } from '../scenario/types.js';

/** Parallel to `Scenario.people[p].shifts[s]`. */
export interface ShiftAttendance {
  readonly absent: boolean;
  /** Seconds after the planned start, ≥ 0. */
  readonly late: Seconds;
}

/** `attendance[p][s]`. */
export type Attendance = readonly (readonly ShiftAttendance[])[];

/**
 * Absence is drawn once per person and local day, so that all shifts a person begins on one day share it. Keys
 * `seed/replication/absence/person` and `…/lateness/person`: adding a person changes nobody else.
 */
export function sampleAttendance(
  scenario: Pick<Scenario, 'calendar' | 'people'>,
  seed: string,
  replication: number,
): Attendance {
  const days = scenario.calendar.dayStarts.length - 1;
  return scenario.people.map((person) => {
    const absentOn = absences(person, days, randomStream(seed, replication, 'absence', person.name));
    const lateness = randomStream(seed, replication, 'lateness', person.name);
    return person.shifts.map((shift) => ({
      absent: absentOn[shift.day + 1]!,
      late: drawLateness(person, shift, lateness),
    }));
  });
}

/** From the evening before the horizon (day −1) to its last day. */
function absences(person: Person, days: number, rng: Uniform): boolean[] {
  return Array.from({ length: days + 1 }, () => rng() < person.absence);
}

/** |normal| times the person's standard deviation, but not beyond the shift. A shift of the evening before began long ago. */
function drawLateness(person: Person, shift: Shift, rng: Uniform): Seconds {
  const late = Math.abs(drawNormal(rng)) * person.lateness;
  return shift.day < 0 ? 0 : Math.min(late, shift.end - shift.start);
}
