// CSV that survives names with commas, quotes and formulas, and the tidy tables made of it.
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { comparisonJson } from '../../src/report/comparisonJson.js';
import { csv } from '../../src/report/csv.js';
import { intervalsCsv } from '../../src/report/intervalsCsv.js';
import { loginsCsv } from '../../src/report/loginsCsv.js';
import { measuresCsv } from '../../src/report/measuresCsv.js';
import { peopleCsv } from '../../src/report/peopleCsv.js';
import { reportsCsv } from '../../src/report/reportsCsv.js';
import { peopleOf, scenarioOf, shiftOf } from '../support/scenarioOf.js';
import { calendarOf } from '../support/scenarioOf.js';
import { smallComparison } from './smallComparison.js';

const read = (text: string): Record<string, string>[] => {
  const { data, errors } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  expect(errors).toEqual([]);
  return data;
};

describe('a CSV cell', () => {
  test.each(['=1+1', '+44 20', '-Ana', '@SUM(A1)', '\tx', '\rx'])(
    'of text that a spreadsheet would run is held back by an apostrophe: %j',
    (text) => {
      expect(Papa.parse<string[]>(csv([[text, 'x']])).data[0]).toEqual([`'${text}`, 'x']);
    },
  );

  test('of a number is written as it is, also a negative one, and no data is blank', () => {
    expect(csv([[-1.5, 0, null, undefined, true]])).toBe('-1.5,0,,,true\r\n');
  });

  test('comes back as it was, whatever commas, quotes and line ends it holds', () => {
    const cells = ['a,b', 'say "no"', 'two\r\nlines', '', 'ünï', '  blanks  '];
    expect(Papa.parse<string[]>(csv([cells])).data[0]).toEqual(cells);
  });

  test('pieces joined are one file: only the first has the header', () => {
    expect(csv([], ['a', 'b']) + csv([[1, 2]]) + csv([]) + csv([[3, 4]])).toBe('a,b\r\n1,2\r\n3,4\r\n');
  });
});

describe('the tables of a comparison', () => {
  const comparison = smallComparison();

  test('measures.csv has a line per candidate, scope and measure, and says the unit', () => {
    const rows = read(measuresCsv(comparison));
    const estimates = comparison.candidates.flatMap(({ estimates }) => Object.values(estimates));
    expect(rows).toHaveLength(estimates.reduce((sum, measures) => sum + Object.keys(measures).length, 0));
    expect(rows[0]).toEqual({
      ...{ candidate: 'apart', scope: 'chat', measure: 'offered', unit: 'count' },
      ...{ mean: '540', half_width: '12.5', n: '20' },
    });
    expect(rows.every(({ unit }) => unit !== '')).toBe(true);
  });

  test('intervals.csv, people.csv and reports.csv have one line per row of every candidate', () => {
    for (const [text, count] of [
      [intervalsCsv(comparison), comparison.candidates.flatMap(({ intervals }) => intervals).length],
      [peopleCsv(comparison), comparison.candidates.flatMap(({ people }) => people).length],
      [reportsCsv(comparison), comparison.candidates.flatMap(({ reportRows }) => reportRows).length],
    ] as const) {
      const rows = read(text);
      expect(rows).toHaveLength(count);
      expect(count).toBeGreaterThan(0);
      expect(new Set(rows.map(({ candidate }) => candidate))).toEqual(new Set(['apart', 'together']));
    }
    expect(read(peopleCsv(comparison))[0]).toMatchObject({ person: "'=Ana", worked_seconds: '21600' });
    expect(read(reportsCsv(comparison))[0]).toMatchObject({ report: 'chat', load_mean: '' });
  });

  test('comparison.json reads back as the same data', () => {
    expect(JSON.parse(comparisonJson(comparison))).toEqual(comparison);
  });
});

test('logins.csv says what to set up: skills and limits, permission, workspaces and tabs, and when each login is signed in', () => {
  const shifts = [shiftOf(8 * 3600, 16 * 3600), shiftOf(46 * 3600, 54 * 3600)];
  const scenario = scenarioOf({
    calendar: calendarOf(3),
    people: peopleOf(1, {
      name: 'Ana',
      skills: ['orders', 'returns'],
      caps: { chat: 2, messaging: 6 },
      shifts,
    }),
  });
  const sessions = [
    { login: 0, shift: 0, start: 8 * 3600, end: 12 * 3600, changeover: 0 },
    { login: 1, shift: 0, start: 12 * 3600, end: 16 * 3600, changeover: 180 },
    { login: 0, shift: 1, start: 46 * 3600, end: 54 * 3600, changeover: 0 },
  ];
  const plan = {
    logins: [
      { person: 0, name: 'ana.chat', channels: ['chat'] as const },
      { person: 0, name: 'ana.messaging', channels: ['messaging'] as const },
    ],
    sessions: [sessions],
    ...{ chatAsMessaging: false, notes: [] },
  };
  const rows = read(loginsCsv(smallComparison(), [{ candidate: 'apart', scenario, plan }]));
  const tabs = 'chat workspace (web visitors, web history, agents)';
  expect(rows).toEqual([
    expect.objectContaining({
      ...{ login: 'ana.chat', channels: 'chat', permission_enhanced_agent_workspace: 'no' },
      ...{ skills: 'orders + returns', max_chats: '2', max_messaging: '' },
      workspaces_and_tabs: tabs,
      signed_in: '2026-03-03 08:00-12:00; 2026-03-04 22:00-2026-03-05 06:00',
      measured_signed_in_hours: '3.5',
    }),
    expect.objectContaining({
      ...{ login: 'ana.messaging', channels: 'messaging', permission_enhanced_agent_workspace: 'yes' },
      ...{ skills: 'orders + returns', max_chats: '', max_messaging: '6' },
      workspaces_and_tabs: `enhanced Agent Workspace (default); ${tabs}`,
      signed_in: '2026-03-03 12:00-16:00',
      measured_signed_in_hours: '',
    }),
  ]);
});
