// A person's day drawn: their sessions of that day, over midnight, too, and what lies inside them.
import { expect, test } from 'vitest';
import { createCalendar } from '../../src/base/calendar.js';
import { drawPersonDay, type DayOf } from '../../src/charts/personDay.js';
import { drawSvg } from '../../src/charts/render.js';
import type { PersonDay } from '../../src/metrics/personDay.js';
import { localTime } from '../../src/report/localTime.js';

const HOUR = 3600;
const DAY: DayOf = {
  ...{ candidate: 'apart', replication: 3, date: '2026-03-03', dayStart: 0, dayEnd: 24 * HOUR },
  localTime: localTime(createCalendar('2026-03-03', 1, 'Europe/London', 1800).tables),
};

/** A late shift over midnight with a break and a change of login. */
const ANA: PersonDay = {
  person: 'Ana',
  presence: [
    { from: 20 * HOUR, to: 22 * HOUR, login: 'Ana (chat)', isBreak: false },
    { from: 22 * HOUR + 180, to: 24 * HOUR, login: 'Ana (messaging)', isBreak: false },
    { from: 24 * HOUR, to: 24.5 * HOUR, login: 'Ana (messaging)', isBreak: true },
    { from: 44 * HOUR, to: 46 * HOUR, login: 'Ana (chat)', isBreak: false },
  ],
  pieces: [
    { kind: 'switching', channel: 'chat', from: 20 * HOUR, to: 20 * HOUR + 60 },
    { kind: 'answering', channel: 'chat', from: 20 * HOUR + 60, to: 21 * HOUR },
    { kind: 'wrap-up', channel: 'chat', from: 21 * HOUR, to: 21 * HOUR + 600 },
    { kind: 'login change', channel: null, from: 22 * HOUR, to: 22 * HOUR + 180 },
    { kind: 're-reading', channel: 'messaging', from: 23 * HOUR, to: 23 * HOUR + 300 },
    { kind: 'answering', channel: 'messaging', from: 23 * HOUR + 300, to: 23.5 * HOUR },
    { kind: 'answering', channel: 'chat', from: 44 * HOUR, to: 45 * HOUR },
  ],
  held: [
    { channel: 'chat', open: 0, waiting: 0, from: 0, to: 20 * HOUR },
    { channel: 'chat', open: 2, waiting: 1, from: 20 * HOUR, to: 22 * HOUR },
    { channel: 'chat', open: 0, waiting: 0, from: 22 * HOUR, to: 48 * HOUR },
    { channel: 'messaging', open: 1, waiting: 0, from: 0, to: 21 * HOUR },
    { channel: 'messaging', open: 3, waiting: 2, from: 21 * HOUR, to: 48 * HOUR },
  ],
};

test('looks as it did, without warnings', async () => {
  const { svg, warnings } = await drawSvg(drawPersonDay(ANA, DAY)!.spec, 'light');
  expect(warnings).toEqual([]);
  await expect(svg.replaceAll('><', '>\n<')).toMatchFileSnapshot('__snapshots__/person-day.svg');
});

test('says how busy they were of the time that they were there, breaks out', () => {
  const chart = drawPersonDay(ANA, DAY)!;
  // 3600 + 600 + 180 + 1800 of 14 220 s signed in and 180 s between logins.
  expect(chart.title).toBe(
    'With apart, Ana gives 2 answers in 3 h 57 min, busy 43 % of the time, with up to 2 waiting in one workspace',
  );
  expect(chart.table.rows.slice(0, 4)).toEqual([
    ['20:00:00', '22:00:00', 'signed in', 'Ana (chat)'],
    ['22:03:00', '00:00:00', 'signed in', 'Ana (messaging)'],
    ['00:00:00', '00:30:00', 'break', 'Ana (messaging)'],
    ['20:00:00', '20:01:00', 'switching', 'Live chat'],
  ]);
});

test('shows the clock on the wall on a day when it changes, evenly drawn', async () => {
  const texts = async (date: string, from: number): Promise<string[]> => {
    const { tables } = createCalendar(date, 1, 'Europe/London', 1800);
    const presence = [{ from: from * HOUR, to: (from + 4) * HOUR, login: 'Ana', isBreak: false }];
    const day = { ...DAY, date, dayEnd: tables.horizon, localTime: localTime(tables) };
    const chart = drawPersonDay({ person: 'Ana', presence, pieces: [], held: [] }, day)!;
    const { svg } = await drawSvg(chart.spec, 'light');
    const [, labels = ''] = /aria-label="X-axis[^>]*>(.*?)<\/g><\/g>/.exec(svg) ?? [];
    return [...chart.table.rows[0]!.slice(0, 2).map(String), ...(labels.match(/\d\d:\d\d/g) ?? [])];
  };
  // After the change, and over it: the hour that comes twice is told apart, the one that is missing is not shown.
  expect(await texts('2026-10-25', 10)).toEqual([
    '09:00:00',
    '13:00:00',
    ...'09 10 11 12 13'.split(' ').map((h) => `${h}:00`),
  ]);
  expect(await texts('2026-10-25', 0)).toEqual([
    '00:00:00',
    '03:00:00',
    ...'00 01 01 02 03'.split(' ').map((h) => `${h}:00`),
  ]);
  expect(await texts('2026-03-29', 0)).toEqual([
    '00:00:00',
    '05:00:00',
    ...'00 02 03 04 05'.split(' ').map((h) => `${h}:00`),
  ]);
});

test('a day with the end of one night and the beginning of the next is told by the hour', async () => {
  const night = (from: number) => ({
    from: from * HOUR,
    to: (from + 8) * HOUR,
    login: 'Ana',
    isBreak: false,
  });
  const nights: PersonDay = { person: 'Ana', presence: [night(0), night(22)], pieces: [], held: [] };
  const { svg } = await drawSvg(drawPersonDay(nights, DAY)!.spec, 'light');
  const [, labels = ''] = /aria-label="X-axis[^>]*>(.*?)<\/g><\/g>/.exec(svg) ?? [];
  expect(labels.match(/>[\w:]+(?=<\/text>)/g)?.join('')).toBe('>00:00>06:00>12:00>18:00>00:00>06:00');
});

test('a day without them is not drawn', () => {
  expect(drawPersonDay(ANA, { ...DAY, dayStart: 48 * HOUR, dayEnd: 72 * HOUR })).toBeNull();
});
