// What `explain` shows before any run: where values come from, and where the work exceeds the people.
import { describe, expect, test } from 'vitest';
import { explainText } from '../../src/report/explainText.js';
import { PLAIN } from '../../src/report/style.js';
import type { Scenario } from '../../src/scenario/types.js';
import { peopleOf, perHour, scenarioOf, shiftOf, streamOf, type PersonSpec } from '../support/scenarioOf.js';

const HOUR = 3600;
const lines = (scenario: Scenario): string[] => explainText(scenario, [], PLAIN).split('\n');
/** A minute of work a minute: one person-hour an hour, half in each channel. */
const streams = [
  streamOf({ arrivals: perHour(30) }),
  streamOf({ channel: 'messaging', arrivals: perHour(30) }),
];
const day = (count: number, spec = {}) =>
  peopleOf(count, { shifts: [shiftOf(8 * HOUR, 16 * HOUR)], ...spec });

describe('work against people, line by line', () => {
  const at = (clock: string, people: PersonSpec[]): string =>
    lines(scenarioOf({ streams, people, interval: HOUR })).find((line) => line.includes(` ${clock} `)) ?? '';

  test('person-hours of each channel, of both, of the people less absence, and the load', () => {
    expect(at('09:00', day(4, { absence: 0.5 }))).toMatch(
      /^2026-03-03 09:00 +0\.5 +0\.5 +1\.0 +2\.0 +50 % +#{12}$/,
    );
  });

  test('more work than people is marked, and so is more work in a channel than people who can do it', () => {
    expect(at('09:00', day(2))).not.toContain('overload');
    expect(at('09:00', day(1, { absence: 0.25 }))).toMatch(/133 % +#{24} +overload$/);
    const lopsided = [
      ...day(1, { channels: ['messaging'], absence: 0.7 }),
      ...day(3, { channels: ['chat'], name: 'b' }),
    ];
    expect(at('09:00', lopsided)).toMatch(/30 %.* messaging overload$/);
  });

  test('where nobody is there it says so', () => {
    expect(at('03:00', day(2))).toMatch(/0\.0 +nobody$/);
    expect(lines(scenarioOf({ streams, people: day(2), interval: HOUR })).join(' ')).toContain(
      'In 16 of 24 lines nobody is there',
    );
  });

  test('long horizons are told by the day, and nothing is lost', () => {
    const long = scenarioOf({ days: 10, streams: [streamOf({ arrivals: perHour(60, 10) })], people: day(2) });
    const days = lines(long).filter((line) => line.startsWith('2026-03-'));
    expect(days).toHaveLength(10);
    expect(days[0]).toMatch(/^2026-03-03 +24\.0 +0\.0 +24\.0 +16\.0 +150 % .*overload$/);
  });
});

test('every value stands under its section with its source, and no line is longer than 100 letters', () => {
  const text = explainText(
    scenarioOf({ question: 'How '.repeat(40).trim() }),
    [
      { path: 'seed', value: '1', source: 'default: any will do' },
      { path: 'traffic[0].name', value: 'web chat', source: 'line 4' },
      {
        path: 'traffic[0].conversation.silentLeavers.effort',
        value: 'word '.repeat(20).trim(),
        source: 'line 9',
      },
      { path: 'people[0].count', value: '12', source: `default: ${'reason '.repeat(12).trim()}` },
    ],
    PLAIN,
  ).split('\n');
  expect(text.filter((line) => /^(traffic|people)\[0\]$/.test(line))).toHaveLength(2);
  expect(text.find((line) => line.startsWith('  name'))).toMatch(/^ {2}name +web chat +line 4$/);
  expect(text.filter((line) => line.includes('reason')).length).toBeGreaterThan(1);
  expect(Math.max(...text.map((line) => line.length))).toBeLessThanOrEqual(100);
});
