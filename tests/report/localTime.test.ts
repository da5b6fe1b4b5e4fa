// Local times in the files are those on the wall, also on the days when the clock changes.
import { expect, test } from 'vitest';
import { createCalendar } from '../../src/base/calendar.js';
import { localTime } from '../../src/report/localTime.js';
import { calendarOf } from '../support/scenarioOf.js';

const HOUR = 3600;

test('an ordinary day: before the start, inside, at the horizon and after it', () => {
  const timeOf = localTime(calendarOf(1));
  expect([-90, 0, 30_612.9, 24 * HOUR, 25 * HOUR].map(timeOf)).toEqual([
    ...['2026-03-02 23:58:30', '2026-03-03 00:00:00', '2026-03-03 08:30:12'],
    ...['2026-03-04 00:00:00', '2026-03-04 01:00:00'],
  ]);
});

test('when the clock goes back the hour that comes twice is told apart; when it goes forward an hour is missing', () => {
  const back = localTime(createCalendar('2026-10-25', 1, 'Europe/London', HOUR).tables);
  expect([1.5, 2.5, 3.5].map((hours) => back(hours * HOUR))).toEqual([
    ...['2026-10-25 01:30:00', '2026-10-25 01:30:00+00:00', '2026-10-25 02:30:00'],
  ]);
  const forward = localTime(createCalendar('2026-03-29', 1, 'Europe/London', HOUR).tables);
  expect([0.5, 1.5].map((hours) => forward(hours * HOUR))).toEqual([
    ...['2026-03-29 00:30:00', '2026-03-29 02:30:00'],
  ]);
});
