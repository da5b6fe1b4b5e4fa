/** Laws of the local calendar: true over clock changes. */
import { describe, expect, it } from 'vitest';
import { createCalendar, isDate, isTimezone } from '../../src/base/calendar.js';
import { DAY, HOUR } from '../../src/base/units.js';

const autumn = createCalendar('2026-10-24', 3, 'Europe/London', 1800);
const spring = createCalendar('2026-03-28', 3, 'Europe/London', 1800);

describe('createCalendar', () => {
  it('counts 24 hours a day where the clock does not change', () => {
    const { tables } = createCalendar('2026-01-05', 2, 'UTC', 1800);
    expect(tables.dayStarts).toEqual([0, DAY, 2 * DAY]);
    expect(tables.horizon).toBe(2 * DAY);
    expect(tables.intervalBounds).toHaveLength(2 * 48 + 1);
    expect(tables.intervalLabels[17]).toBe('2026-01-05 08:30');
  });

  it('gives the day on which clocks go back 25 hours, and the day on which they go forward 23', () => {
    expect(autumn.tables.dayStarts.map((start) => start / HOUR)).toEqual([0, 24, 49, 73]);
    expect(spring.tables.dayStarts.map((start) => start / HOUR)).toEqual([0, 24, 47, 71]);
  });

  it('labels the hour that comes twice so that both can be told apart', () => {
    const { intervalLabels } = autumn.tables;
    expect(intervalLabels.slice(50, 54)).toEqual([
      '2026-10-25 01:00',
      '2026-10-25 01:30',
      '2026-10-25 01:00+00:00',
      '2026-10-25 01:30+00:00',
    ]);
    expect(new Set(intervalLabels).size).toBe(intervalLabels.length);
  });

  it('knows the evening before the start, the weekday and the date of each day', () => {
    expect(autumn.at(-1, 22 * HOUR)).toBe(-2 * HOUR);
    expect(autumn.weekday(0)).toBe(5);
    expect(autumn.weekday(-1)).toBe(4);
    expect(autumn.date(2)).toBe('2026-10-26');
  });

  it('means the first of two equal clock times, and the moment of the skip for one that never comes', () => {
    expect(autumn.at(1, 1 * HOUR)).toBe(25 * HOUR);
    expect(autumn.at(1, 2 * HOUR)).toBe(27 * HOUR);
    expect([1, 1.5, 2, 3].map((hour) => spring.at(1, hour * HOUR) / HOUR)).toEqual([25, 25, 25, 26]);
  });

  it('takes clock times beyond 24 hours as the next day’s', () => {
    expect(autumn.at(0, 30 * HOUR)).toBe(autumn.at(1, 6 * HOUR));
    expect(autumn.at(0, 24 * HOUR)).toBe(24 * HOUR);
  });
});

describe('dates and zones', () => {
  it('refuses dates and zones that do not exist', () => {
    expect(isDate('2028-02-29')).toBe(true);
    expect(isDate('2026-02-29')).toBe(false);
    expect(isDate('3 March')).toBe(false);
    expect(isTimezone('Asia/Kathmandu')).toBe(true);
    expect(isTimezone('Europe/Londn')).toBe(false);
  });
});
