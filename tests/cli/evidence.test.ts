// --best, --steady and --precision as a user meets them: what is printed, what lies in the folder, what makes it again.
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import Papa from 'papaparse';
import type { Comparison } from '../../src/analysis/comparison.js';
import type { Manifest } from '../../src/report/manifest.js';
import { Desk } from './blendsim.js';
import { shop } from './here.js';

const ALWAYS = `
name: Round the clock
days: 15
traffic: [{ name: chats, channel: chat, volume: { perHour: 30 }, conversation: { recontact: none } }]
people: [{ group: staff, count: 8, channels: [chat], shrinkage: 0%, shifts: always }]
modes: { blended: {}, dedicated: {} }
`;

const desk = new Desk();
writeFileSync(desk.path('shop.yaml'), shop({ staff: 'count: 5', chatsPerHour: 20 }));
writeFileSync(desk.path('always.yaml'), ALWAYS);
afterAll(() => {
  desk.clear();
});

const file = (...path: string[]): string => readFileSync(desk.path(...path), 'utf8');

test('--best shows which settings won and what they are worth, keeps every try, and can be made again', async () => {
  const first = await desk.blendsim('run shop --mode dedicated,blended --best --workers 2 --out a');
  expect(first).toMatchObject({ code: 0, stderr: '' });
  expect(first.stdout).toMatch(/^Each mode at its best, by service missed/m);
  expect(first.stdout).not.toContain('as given: blendsim run --best');
  const manifest = JSON.parse(file('a', 'run.json')) as Manifest;
  const { best, candidates } = JSON.parse(file('a', 'comparison.json')) as Comparison;
  expect(candidates.map(({ name }) => name)).toEqual(['dedicated', 'blended']);
  expect(file('a', 'findings.md')).toMatch(/^## Each mode at its best\n\n- Dedicated .*\n- Blended /m);
  const tried = Papa.parse<Record<string, string>>(file('a', 'best.csv').trim(), { header: true }).data;
  expect(tried).toHaveLength((best?.modes ?? []).flatMap((mode) => mode.tried).length);
  expect(tried.filter((row) => row['best'] === 'true').map((row) => row['candidate'])).toEqual([
    ...['dedicated', 'blended'],
  ]);

  const again = await desk.blendsim(`${manifest.command.replace('blendsim ', '')} --workers 1 --out b`);
  expect(again.code).toBe(0);
  for (const name of manifest.files) expect(file('b', name) === file('a', name), name).toBe(true);
});

test('--steady says how it counted and prints one table; what does not go with it is refused', async () => {
  const [plain, csv, ...refused] = await Promise.all(
    ['', ' --format csv', ' --best', ' --replications 4', ' --out x'].map((more) =>
      desk.blendsim(`run always --steady --workers 1${more}`),
    ),
  );
  expect(plain).toMatchObject({ code: 0, stderr: '' });
  expect(plain?.stdout).toMatch(/^One run of 15d, seed 1; the first .* not counted: warm-up by MSER-5/m);
  expect(plain?.stdout).toMatch(/Open conversations +\d\.\d+ ± \d/);
  const { data, errors } = Papa.parse<Record<string, string>>(csv?.stdout ?? '', { header: true });
  expect(errors).toEqual([]);
  expect(data.map((row) => row['candidate'])).toEqual([
    ...Array<string>(4).fill('blended'),
    ...Array<string>(4).fill('dedicated'),
  ]);
  for (const one of refused) {
    expect(one).toMatchObject({ code: 2, stdout: '' });
    expect(one.stderr).toMatch(/^error: --\w+ cannot be given with --steady: /);
  }
  const day = await desk.blendsim('run shop --steady');
  expect(day.stderr).toMatch(/repeats neither by the interval, the day nor the week .*: use replications$/m);
});

test('--precision says what was reached; beside --replications it is refused', async () => {
  const line = 'run shop --mode dedicated,blended --workers 1';
  const [reached, refused] = await Promise.all([
    desk.blendsim(`${line} --precision 30% --on chat:firstResponseMean --at-most 40 --out p`),
    desk.blendsim(`${line} --precision 30% --replications 9`),
  ]);
  expect(reached.stdout).toMatch(/\d+ replications were enough: "First response, mean" of chat known to/);
  expect((JSON.parse(file('p', 'run.json')) as Manifest).command).toMatch(
    /--precision 30% --on chat:firstResponseMean --at-least 10 --at-most 40$/,
  );
  expect(refused).toMatchObject({ code: 2, stdout: '' });
  expect(refused.stderr).toMatch(/decides itself how many replications/);
});
