// Attendance: who is absent on which day and how late shifts start, the same whoever else works.
import { expect, test } from 'vitest';
import { DAY, HOUR } from '../../src/base/units.js';
import { sampleAttendance } from '../../src/traffic/attendance.js';
import { momentsOf } from '../support/sample.js';
import { peopleOf, scenarioOf, shiftOf, type PersonSpec } from '../support/scenarioOf.js';

const DAYS = 200;

/** Two shifts on each day. */
const shifts = Array.from({ length: DAYS }, (_, day) => [
  shiftOf(day * DAY + 8 * HOUR, day * DAY + 12 * HOUR),
  shiftOf(day * DAY + 13 * HOUR, day * DAY + 17 * HOUR),
]).flat();

const attendanceOf = (people: PersonSpec[], replication = 0) =>
  sampleAttendance(scenarioOf({ days: DAYS, people }), 'seed', replication);

const team = peopleOf(50, { absence: 0.1, lateness: 120, shifts });

test('the share of absent days is the stated one, and all shifts of a day share it (3.5 s.e.)', () => {
  const attendance = attendanceOf(team);
  const days = attendance.flatMap((person) =>
    person.filter((_, s) => s % 2 === 0).map(({ absent }) => absent),
  );
  const share = days.filter(Boolean).length / days.length;
  expect(Math.abs(share - 0.1)).toBeLessThan(3.5 * Math.sqrt((0.1 * 0.9) / days.length));
  for (const person of attendance) {
    for (let s = 0; s < person.length; s += 2) expect(person[s]!.absent).toBe(person[s + 1]!.absent);
  }
});

test('lateness is |normal| times the deviation: mean sd·√(2/π), second moment sd² (3.5 s.e.)', () => {
  const late = attendanceOf(team).flatMap((person) => person.map((shift) => shift.late));
  const { mean, meanError } = momentsOf(late);
  const squares = momentsOf(late.map((seconds) => seconds ** 2));
  expect(Math.min(...late)).toBeGreaterThanOrEqual(0);
  expect(Math.abs(mean - 120 * Math.sqrt(2 / Math.PI))).toBeLessThan(3.5 * meanError);
  expect(Math.abs(squares.mean - 120 ** 2)).toBeLessThan(3.5 * squares.meanError);
});

test('the same seed and replication give the same; another replication gives another', () => {
  expect(attendanceOf(team)).toEqual(attendanceOf(team));
  expect(attendanceOf(team, 1)).not.toEqual(attendanceOf(team));
});

test('a person more, or a shift fewer, changes nobody else and no other day', () => {
  const before = attendanceOf(team);
  const [newcomer] = peopleOf(1, { name: 'newcomer', absence: 0.5, shifts });
  expect(attendanceOf([newcomer!, ...team]).slice(1)).toEqual(before);
  const fewer = attendanceOf(team.map((person) => ({ ...person, shifts: shifts.slice(2) })));
  fewer.forEach((person, p) => {
    person.forEach(({ absent }, s) => {
      expect(absent).toBe(before[p]![s + 2]!.absent);
    });
  });
});

test('lateness ends with the shift, and is over in a shift that began the evening before the start', () => {
  const evening = shiftOf(0, 6 * HOUR, { day: -1 });
  const short = shiftOf(10 * HOUR, 10 * HOUR + 60);
  const attendance = attendanceOf(peopleOf(200, { lateness: HOUR, shifts: [evening, short] }));
  for (const [fromEvening, fromShort] of attendance) {
    expect(fromEvening!.late).toBe(0);
    expect(fromShort!.late).toBeLessThanOrEqual(60);
  }
});

test('nobody absent or late where the planner says so', () => {
  for (const person of attendanceOf(peopleOf(3, { shifts }))) {
    for (const { absent, late } of person) {
      expect(absent).toBe(false);
      expect(late).toBe(0);
    }
  }
});
