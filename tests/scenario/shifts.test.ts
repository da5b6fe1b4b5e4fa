/** Laws of shifts: overnight in one piece, true over clock changes, dealt by largest remainder. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '../../src/base/units.js';
import { largestRemainder } from '../../src/scenario/dealShifts.js';
import type { Person, Shift } from '../../src/scenario/types.js';
import { CHAT, scenario } from './read.js';

function people(head: readonly string[], shifts: string, group = 'count: 1'): readonly Person[] {
  return scenario([...head, CHAT, `people: [{ group: nights, ${group}, shifts: ${shifts} }]`]).people;
}

function shiftsOf(head: readonly string[], shifts: string): readonly Shift[] {
  return people(head, shifts)[0]!.shifts;
}

const hours = ({ start, end }: Shift): number => (end - start) / HOUR;

describe('shifts', () => {
  const plain = ['start: 2026-01-05', 'days: 2'];
  const autumn = ['start: 2026-10-24', 'days: 3', 'timezone: Europe/London'];
  const spring = ['start: 2026-03-28', 'days: 3', 'timezone: Europe/London'];
  const night = '[{ start: 22:00, length: 8h }]';

  it('a night shift is one piece, the one that began the evening before included', () => {
    const shifts = shiftsOf(plain, night);
    expect(shifts.map(({ day, start, end }) => [day, start / HOUR, end / HOUR])).toEqual([
      [-1, 0, 6],
      [0, 22, 30],
      [1, 46, 48],
    ]);
  });

  it('a length is in real hours, also in the night when the clocks change', () => {
    expect(hours(shiftsOf(autumn, night)[1]!)).toBe(8);
    expect(hours(shiftsOf(spring, night)[1]!)).toBe(8);
  });

  it('an end is by the clock: that night is an hour longer in autumn and shorter in spring', () => {
    expect(hours(shiftsOf(autumn, '[{ start: 22:00, end: 06:00 }]')[1]!)).toBe(9);
    expect(hours(shiftsOf(spring, '[{ start: 22:00, end: 06:00 }]')[1]!)).toBe(7);
  });

  it('begins on its days only', () => {
    const shifts = shiftsOf(
      ['start: 2026-01-05', 'days: 7'],
      '[{ start: 08:00, length: 8h, days: [sat, tue] }]',
    );
    expect(shifts.map(({ day }) => day)).toEqual([1, 5]);
  });

  it('breaks stand at a clock time or so long after the start, and are clipped with their shift', () => {
    const breaks = '[{ at: 02:00, length: 30m }, { at: 30m, length: 15m, paid: true }]';
    const shifts = shiftsOf(plain, `[{ start: 22:00, length: 8h, breaks: ${breaks} }]`);
    expect(shifts[0]!.breaks).toEqual([{ start: 2 * HOUR, length: 30 * MINUTE, paid: false }]);
    expect(shifts[1]!.breaks).toEqual([
      { start: 22.5 * HOUR, length: 15 * MINUTE, paid: true },
      { start: 26 * HOUR, length: 30 * MINUTE, paid: false },
    ]);
  });

  it('a spread break is taken by one member after another', () => {
    const shifts = '[{ start: 08:00, length: 8h, breaks: [{ at: 12:00, length: 30m, spread: 1h }] }]';
    const starts = people(plain, shifts, 'count: 4').map(
      (person) => person.shifts[0]!.breaks[0]!.start / HOUR,
    );
    expect(starts).toEqual([12, 12.25, 12.5, 12.75]);
  });

  it('always is one shift without a pause', () => {
    expect(shiftsOf(plain, 'always')).toEqual([
      { day: 0, pattern: 'always', start: 0, end: 48 * HOUR, breaks: [] },
    ]);
  });

  it('patterns are dealt to members in order; entries of one name are one pattern', () => {
    const shifts =
      '[{ name: a, start: 06:00, length: 8h, days: mon, share: 40% }, { name: b, start: 14:00, length: 8h, share: 60% }, { name: a, start: 08:00, length: 8h, days: tue }]';
    const patterns = people(plain, shifts, 'count: 7').map((person) =>
      person.shifts.map(({ pattern }) => pattern),
    );
    expect(patterns.filter((names) => names.join() === 'a,a')).toHaveLength(3);
    expect(patterns.filter((names) => names.join() === 'b,b')).toHaveLength(4);
    expect(patterns[0]).toEqual(['a', 'a']);
  });

  it('a named person may have shifts and abilities of their own; numbered ones are named after the group', () => {
    const team = scenario([
      'days: 2',
      CHAT,
      'people:',
      '  - group: team',
      '    names: [Ana, { name: Ben, channels: [chat], caps: { chat: 2 }, shifts: [{ start: 06:00, length: 2h }, { start: 20:00, length: 2h }] }]',
      '    caps: { messaging: 6 }',
      '    shifts: [{ start: 08:00, length: 12h }]',
      '  - { group: extra, count: 10, shifts: always }',
    ]).people;
    expect(team[0]).toMatchObject({
      name: 'Ana',
      channels: ['chat', 'messaging'],
      caps: { chat: 3, messaging: 6 },
    });
    expect(team[0]!.shifts).toHaveLength(2);
    expect(team[1]).toMatchObject({ name: 'Ben', channels: ['chat'], caps: { chat: 2, messaging: 6 } });
    expect(team[1]!.shifts).toHaveLength(4);
    expect(team.slice(2).map(({ name }) => name)).toEqual(
      Array.from({ length: 10 }, (_, index) => `extra ${String(index + 1).padStart(2, '0')}`),
    );
  });
});

describe('largestRemainder', () => {
  it('deals out exactly as many as there are, never off by one or more from the share', () => {
    const shares = fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(shares, fc.integer({ min: 0, max: 500 }), (parts, size) => {
        const counts = largestRemainder(parts, size);
        const total = parts.reduce((sum, part) => sum + part, 0);
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(size);
        for (const [index, count] of counts.entries()) {
          expect(Math.abs(count - (parts[index]! / total) * size)).toBeLessThan(1 + 1e-6);
        }
      }),
    );
  });
});
