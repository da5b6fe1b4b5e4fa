// blendsim sweep: the grid, what is told at a --set, and the tidy file.
import Papa from 'papaparse';
import { afterAll, describe, expect, test } from 'vitest';
import { gridOf, labelsOf, settingsOf } from '../../src/cli/grid.js';
import type { Manifest } from '../../src/report/manifest.js';
import { Here, SHOP } from './here.js';

const here = new Here();
here.write('shop.yaml', SHOP);
afterAll(() => {
  here.clear();
});

describe('--set', () => {
  test('values stand between commas, but not those in brackets or quotes', () => {
    const [{ path, values }] = settingsOf(['work.slowdown=[1],[1, 1.05], "a, b" ,{ mean: 40s, cv: 1 }']);
    expect(path).toBe('work.slowdown');
    expect(values).toEqual(['[1]', '[1, 1.05]', '"a, b"', '{ mean: 40s, cv: 1 }']);
  });

  test('every combination, the last path fastest', () => {
    const settings = settingsOf(['a=1,2', 'b=x', 'c=u,v']);
    expect(gridOf(settings).map((point) => point.join(''))).toEqual(['1xu', '1xv', '2xu', '2xv']);
  });

  test('points are named by the shortest ends of paths that tell them apart', () => {
    const paths = ['capacity.chat.max', 'capacity.messaging.max', 'people[0].count'];
    expect(labelsOf(paths)).toEqual(['chat.max', 'messaging.max', 'count']);
  });
});

describe('every mistake is told at the --set it is in, before anything is run', () => {
  test.each([
    [['people.chatCap=2,3'], '--set people.chatCap  error: there is no path', 'mean people.staff.caps.chat?'],
    [['capacity.chat.max=2,0'], '--set capacity.chat.max=0  error: 0 is below 1', '1 error'],
    [['capacity.chat.max=none', 'days=2'], '--set days  error: `days` cannot be swept', 'the same time'],
    [['seed=1,2'], '`seed` cannot be swept', '--seed'],
    [['people[0].names=[Ana]'], '--set people[0].names=[Ana]  error: a group needs either', 'count: 12'],
    [['work.attention=[oldest'], '"[oldest" cannot be read', 'write the value as in the file'],
    [['capacity.chat.max=2', 'capacity.chat={ max: 3 }'], 'set the same thing', 'all its values at once'],
    [['modes.per-shift.blocks=2h', 'days=1'], '--set days', ''],
    [
      ['modes.per-shift.blocks=2h', 'interval=30m'],
      'per-shift is not among the modes played',
      '--mode blended,',
    ],
    [['capacity.chat.max=1,2,'], 'a value is missing', 'commas'],
    [['capacity.chat.max=1,2,1'], '1 is given twice', ''],
    [['capacity.chat.max'], 'a path and its values are needed', 'Such as --set'],
    [[], 'nothing is set', 'Such as --set'],
    [
      ['capacity.chat.max=1,2,3,4,5,6,7,8,9', 'capacity.messaging.max=1,2,3,4,5,6,7,8'],
      '9 × 8 = 72 points',
      '64',
    ],
  ])('%j', async (sets, sentence, hint) => {
    const words = sets.flatMap((set) => ['--set', set]);
    const ended = await here.blendsim('sweep', '@shop', ...words, '--out', '@never');
    expect(ended.stderr).toContain(sentence);
    expect(ended.stderr).toContain(hint);
    expect(ended).toMatchObject({ code: 2, stdout: '' });
  });
});

test('one row per point, mode and measure, with the values set as columns; the folder can be made again', async () => {
  const ended = await here.blendsim(
    ...['sweep', '@shop', '--set', 'people.staff.count=2,3', '--set', 'work.switching.noticeDelay=0s,10s'],
    ...['--workers', '1', '--out', '@results'],
  );
  expect(ended).toMatchObject({ code: 0, stderr: '' });
  expect(ended.stdout).toContain('4 points, 3 replications each, seed 5');
  expect(ended.stdout).toContain('- All points met the same demand, consumer by consumer.');

  const { data, errors } = Papa.parse<Record<string, string>>(here.read('results', 'sweep.csv'), {
    ...{ header: true, skipEmptyLines: true },
  });
  expect(errors).toEqual([]);
  const keys = data.map((row) =>
    [
      row['people.staff.count'],
      row['work.switching.noticeDelay'],
      row['mode'],
      row['scope'],
      row['measure'],
    ].join(),
  );
  expect(new Set(keys).size).toBe(data.length);
  const points = new Set(keys.map((key) => key.split(',').slice(0, 3).join()));
  expect([...points]).toEqual(
    ['2,0s', '2,10s', '3,0s', '3,10s'].flatMap((point) => [`${point},blended`, `${point},dedicated`]),
  );
  const offered = data.filter(({ scope, measure }) => scope === 'all' && measure === 'offered');
  expect(offered).toHaveLength(8);
  for (const row of offered)
    expect(row).toMatchObject({ n: '3', shares_demand: 'true', growing_queue: 'false' });

  const manifest = JSON.parse(here.read('results', 'run.json')) as Manifest;
  expect(manifest.files).toEqual(['sweep.csv', 'sweep.json']);
  expect(manifest.candidates).toHaveLength(8);
  const words = manifest.command.split(' ').slice(1);
  await here.blendsim(...words, '--workers', '2', '--out', '@again');
  for (const file of manifest.files)
    expect(here.read('again', file) === here.read('results', file), file).toBe(true);
});

test('points that meet other demand are marked, in the table, in words and in the file', async () => {
  const ended = await here.blendsim(
    ...['sweep', '@shop', '--set', 'traffic.web chat.volume.perHour=12,40', '--mode', 'blended'],
    ...['--workers', '1', '--out', '@busier'],
  );
  expect(ended.stdout).toMatch(/^12 .*\n40 †/m);
  expect(ended.stdout).toContain('- The other points met other demand than perHour=12');
  const shares = here.read('busier', 'sweep.csv').match(/^(12|40),blended,all,offered,.*,(true|false),/gm);
  expect(shares?.map((row) => row.split(',').at(-2))).toEqual(['true', 'false']);
});

test("a mode's own settings are swept under that mode alone, unless others are asked for", async () => {
  const words = [
    'sweep',
    '@shop',
    '--set',
    'modes.per-shift.blocks=1h,2h',
    '--replications',
    '1',
    '--workers',
    '1',
  ];
  const own = await here.blendsim(...words, '--format', 'json', '--out', '@own');
  expect((JSON.parse(own.stdout) as { modes: string[] }).modes).toEqual(['per-shift']);
  const both = await here.blendsim(
    ...words,
    '--mode',
    'blended,per-shift',
    '--format',
    'json',
    '--out',
    '@own',
  );
  const { modes, findings } = JSON.parse(both.stdout) as { modes: string[]; findings: string[] };
  expect(modes).toEqual(['blended', 'per-shift']);
  expect(findings[0]).toBe('One replication has no interval, so no difference is claimed.');
});
