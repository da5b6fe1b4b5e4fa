/** Laws of volumes: every form gives the same arrivals, within opening hours and the horizon. */
import { describe, expect, it } from 'vitest';
import { HOUR } from '../../src/base/units.js';
import type { Arrivals } from '../../src/scenario/types.js';
import { PEOPLE, scenario } from './read.js';

type Poisson = Extract<Arrivals, { readonly kind: 'poisson' }>;

function arrivals(
  stream: string,
  head: readonly string[] = [],
  files: Readonly<Record<string, string>> = {},
): Poisson {
  const traffic = `traffic: [{ name: web chat, channel: chat, ${stream} }]`;
  const found = scenario([...head, traffic, PEOPLE], files).streams[0]!.arrivals;
  if (found.kind !== 'poisson') throw new Error('a replay');
  return found;
}

function hourly({ bounds, expected }: Poisson): readonly (readonly [number, number])[] {
  return expected.map((count, index) => [bounds[index]! / HOUR, Number(count.toFixed(6))] as const);
}

const total = ({ expected }: Poisson): number => expected.reduce((sum, count) => sum + count, 0);

describe('volumes', () => {
  it('perInterval, a profile and a CSV of the same day are the same arrivals', () => {
    const csv = { 'v.csv': 'time,count\n08:00,10\n09:00,30\n10:00,20\n' };
    const inline = arrivals('volume: { perInterval: [10, 30, 20], from: 08:00, interval: 1h }');
    const profile = arrivals(
      'volume: { perDay: 60, profile: { from: 08:00, interval: 1h, shares: [1, 3, 2] } }',
    );
    expect(hourly(inline)).toEqual([
      [8, 10],
      [9, 30],
      [10, 20],
    ]);
    expect(hourly(profile)).toEqual(hourly(inline));
    expect(arrivals('volume: { file: v.csv }', [], csv)).toEqual(inline);
    const shares = { 'p.csv': 'from;part\n08:00;16,6667%\n09:00;50%\n10:00;33,3333%\n' };
    const fromShares = arrivals(
      'volume: { perDay: 60, profile: { file: p.csv, time: from, share: part } }',
      [],
      shares,
    );
    expect(total(fromShares)).toBeCloseTo(60, 9);
    expect(fromShares.expected[1]).toBeCloseTo(30, 4);
  });

  const DAY = { 'v.csv': 'time,count\n08:00,1.5\n09:00,3\n' };
  it.each([
    ['with the mark of UTF-8 in front', `\uFEFF${DAY['v.csv']}`],
    [
      'with the line that tells Excel what separates columns',
      '\uFEFFsep=;\ntime;count\n08:00;1,5\n09:00;3\n',
    ],
    ['cut by tabs', 'time\tcount\n08:00\t1,5\n09:00\t3\n'],
    ['with lines as old Macs end them', 'time,count\r08:00,1.5\r09:00,3\r'],
    ['with empty lines', 'time,count\n\n08:00,1.5\n,\n09:00,3\n\n'],
  ])('a file %s is the same day', (_, file) => {
    expect(arrivals('volume: { file: v.csv }', [], { 'v.csv': file })).toEqual(
      arrivals('volume: { file: v.csv }', [], DAY),
    );
  });

  it('a point among decimal commas is refused where it may stand before thousands, and read where it cannot', () => {
    const day = (rows: string): Poisson =>
      arrivals('volume: { file: v.csv }', [], { 'v.csv': `time;count\n${rows}` });
    expect(() => day('08:00;1.300\n09:00;2,5\n')).toThrow(/"1\.300" is not a number/);
    expect(day('08:00;1.325\n09:00;0.25\n').expected.slice(0, 2)).toEqual([1.325, 0.25]);
    expect(day('08:00;1.325\n09:00;1245.125\n').expected.slice(0, 2)).toEqual([1.325, 1245.125]);
  });

  it('a date may have midnight behind it, as Excel writes dates', () => {
    const file = 'date,time,count\n2026-01-05 00:00:00,08:00,4\n2026-01-05 00:00:00,09:00,5\n';
    const found = arrivals('volume: { file: v.csv, date: date }', ['start: 2026-01-05'], { 'v.csv': file });
    expect(total(found)).toBe(9);
  });

  it('a typical day repeats with its weekday factors, and nothing arrives in between', () => {
    const found = arrivals(
      'volume: { perInterval: [10], from: 08:00, interval: 1h, weekdays: { tue: 150%, wed: 0 } }',
      ['start: 2026-01-05', 'days: 3'],
    );
    expect(hourly(found)).toEqual([
      [8, 10],
      [9, 0],
      [32, 15],
      [33, 0],
      [56, 0],
    ]);
  });

  it('dates may stand in a column of their own or in the time column', () => {
    const head = ['start: 2026-01-05', 'days: 2'];
    const own = {
      'v.csv':
        'date,time,count\n2026-01-06,08:00,3\n2026-01-05,08:30,2\n2026-01-05,08:00,1\n2026-01-07,08:00,9\n',
    };
    const joined = { 'v.csv': 'at,n\n2026-01-05T08:00,1\n2026-01-05 08:30,2\n2026-01-06T08:00,3\n' };
    const found = arrivals('volume: { file: v.csv, date: date }', head, own);
    expect(hourly(found)).toEqual([
      [8, 1],
      [8.5, 2],
      [9, 0],
      [32, 3],
    ]);
    expect(arrivals('volume: { file: v.csv, time: at, count: n }', head, joined)).toEqual(found);
  });

  it('perDay without a profile and perHour are even over the opening hours', () => {
    const head = ['start: 2026-01-05', 'days: 7'];
    const open = 'open: { mon-fri: "08:00-12:00, 14:00-18:00", sat: 10:00-12:00 }';
    const day = arrivals(`${open}, volume: { perDay: 80 }`, head);
    const hour = arrivals(`${open}, volume: { perHour: 10 }`, head);
    expect(total(day)).toBeCloseTo(6 * 80, 9);
    expect(total(hour)).toBeCloseTo(5 * 80 + 20, 9);
    expect(hourly(day).slice(0, 3)).toEqual([
      [8, 40],
      [12, 0],
      [14, 40],
    ]);
  });

  it('hours that run past midnight belong to their evening, the one before the start included', () => {
    const found = arrivals('open: 22:00-02:00, volume: { perDay: 40 }', ['days: 2']);
    expect(hourly(found)).toEqual([
      [0, 20],
      [2, 0],
      [22, 40],
      [26, 0],
      [46, 20],
    ]);
  });

  it('volume outside the opening hours is left out, with its part of an interval', () => {
    const found = arrivals(
      'open: 08:30-10:00, volume: { perInterval: [10, 30, 20], from: 08:00, interval: 1h }',
    );
    expect(hourly(found)).toEqual([
      [8.5, 5],
      [9, 30],
    ]);
  });

  it('in the hour that comes twice an interval keeps its volume; in the hour that is skipped it loses it', () => {
    const volume = `volume: { perInterval: [${'1, '.repeat(23)}1], interval: 1h }`;
    const zone = 'timezone: Europe/London';
    expect(total(arrivals(volume, ['start: 2026-10-25', zone]))).toBe(24);
    expect(total(arrivals(volume, ['start: 2026-03-29', zone]))).toBe(23);
  });

  it('a replay keeps each logged arrival, in order', () => {
    const log = { 'log.csv': 'id,at\n1,2026-01-05T10:00:30\n2,2026-01-05 08:00\n' };
    const found = scenario(
      ['traffic: [{ name: a, channel: chat, volume: { replay: { file: log.csv, column: at } } }]', PEOPLE],
      log,
    ).streams[0]!.arrivals;
    expect(found).toEqual({ kind: 'replay', times: [8 * HOUR, 10 * HOUR + 30] });
  });
});
