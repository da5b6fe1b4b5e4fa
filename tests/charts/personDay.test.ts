// A person's day drawn: their sessions of that day, over midnight, too, and what lies inside them.
import { expect, test } from 'vitest';
import { drawPersonDay, type DayOf } from '../../src/charts/personDay.js';
import { drawSvg } from '../../src/charts/render.js';
import type { PersonDay } from '../../src/metrics/personDay.js';

const HOUR = 3600;
const DAY: DayOf = {
  ...{ candidate: 'apart', replication: 3, date: '2026-03-03', dayStart: 0, dayEnd: 24 * HOUR },
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

test('a day without them is not drawn', () => {
  expect(drawPersonDay(ANA, { ...DAY, dayStart: 48 * HOUR, dayEnd: 72 * HOUR })).toBeNull();
});
