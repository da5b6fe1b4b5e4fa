// blendsim baseline: recorded, checked, and what it says when it cannot be checked.
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Desk } from './blendsim.js';
import { Here, SHOP } from './here.js';

const here = new Here();
const PINNED = 'shop.baseline.json';
let recorded = '';
beforeAll(async () => {
  here.write('shop.yaml', SHOP);
  const ended = await here.blendsim('baseline', 'record', '@shop', '--seed', '77', '--workers', '1');
  expect(ended).toMatchObject({ code: 0, stderr: '' });
  expect(ended.stdout).toMatch(
    /shop\.baseline\.json is written: blended, dedicated; 3 replications, seed 77\n$/,
  );
  recorded = here.read(PINNED);
});
afterAll(() => {
  here.clear();
});

const check = (...words: string[]) => here.blendsim('baseline', 'check', ...words, '--workers', '1');

test('recording twice gives the same file; a check passes with its own seed and replications', async () => {
  await here.blendsim('baseline', 'record', '@shop', '--seed', '77', '--workers', '2');
  expect(here.read(PINNED)).toBe(recorded);
  for (const name of ['@shop', '@shop.yaml', '@shop.baseline.json']) {
    const ended = await check(name);
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(ended.stdout).toContain(
      'shop.baseline.json: as recorded (65 numbers of blended, dedicated; 3 rep',
    );
  }
});

test('comments, the question and other replications in the scenario change nothing', async () => {
  here.write(
    'shop.yaml',
    `# a comment\nquestion: why?\n${SHOP.replace('replications: 3', 'replications: 9')}`,
  );
  expect((await check('@shop')).code).toBe(0);
  here.write('shop.yaml', SHOP);
});

test('what moved is told in a table, with the line that records it anew; exit code 1', async () => {
  here.write(PINNED, recorded.replace(/"events": (\d+)/, '"events": 1'));
  const exact = await check('@shop');
  expect(exact.code).toBe(1);
  expect(exact.stdout).toMatch(/^1 of 65 numbers moved:$/m);
  expect(exact.stdout).toMatch(/^blended +events +1 +\d+ +\+\d+ +–$/m);
  expect(exact.stdout).toMatch(
    /baseline record \S+shop\.yaml --mode blended,dedicated --seed 77 --replications 3$/m,
  );
  const loose = await check('@shop', '--tolerance', 'ci');
  expect(loose.code).toBe(0);
  expect(loose.stdout).toContain('moved, but not beyond what chance explains');
  here.write(PINNED, recorded);
});

describe('a scenario that was edited since', () => {
  const edited = async (from: string | RegExp, to: string, ...words: string[]) => {
    here.write('shop.yaml', SHOP.replace(from, to));
    const ended = await check('@shop', ...words);
    here.write('shop.yaml', SHOP);
    return ended;
  };

  test('what moved is told as for any other change, with the line that records it anew; exit code 1', async () => {
    const ended = await edited('count: 3', 'count: 6');
    expect(ended).toMatchObject({ code: 1, stderr: '' });
    expect(ended.stdout).toContain('the scenario has changed, and its numbers moved (65 numbers of blended');
    expect(ended.stdout).toContain('its file has changed, a CSV file that it');
    expect(ended.stdout).toMatch(/^\d\d of 65 numbers moved:$/m);
    expect(ended.stdout).toMatch(/^blended +people: Utilisation +% +[\d.]+ +[\d.]+ +-[\d.]+ +(yes|no)$/m);
    expect(ended.stdout.match(/the same consumers/g)).toHaveLength(1);
    expect(ended.stdout).toMatch(/baseline record \S+shop\.yaml --mode blended,dedicated --seed 77/);
  });

  test('fails though chance explains what moved, or nothing did: the baseline is of another scenario', async () => {
    const loose = await edited('count: 3', 'count: 3, costPerHour: 21', '--tolerance', 'ci');
    expect(loose.stdout).toContain('the scenario has changed, and its numbers moved');
    expect(loose.code).toBe(1);
    const still = await edited('days: 1', 'days: 1\ninterval: 15m');
    expect(still.stdout).toContain('the scenario has changed, and its numbers have not moved');
    expect(still.stdout).not.toContain('numbers moved:');
    expect(still.stdout).toContain('baseline record');
    expect(still.code).toBe(1);
  });

  test('a mode that it no longer names and cannot be played in is told with the reason; the others are compared', async () => {
    const ended = await edited(/count: 3(.*)dedicated: {}/s, 'count: 1$1');
    expect(ended.stderr).toMatch(/^dedicated can no longer be played: it takes somebody for each channel/m);
    expect(ended.stdout).toMatch(/^dedicated +chat: Service level +% +[\d.]+ +– +– +–$/m);
    expect(ended.stdout).toMatch(/^blended +people: Utilisation +% +[\d.]+ +[\d.]+ +\+[\d.]+ +yes$/m);
    expect(ended.code).toBe(1);
  });

  test('an edit that is a mistake is told as a mistake', async () => {
    const ended = await edited('count: 3', 'count: three');
    expect(ended.stderr).toContain('shop.yaml:');
    expect(ended).toMatchObject({ code: 2, stdout: '' });
  });
});

describe('what cannot be checked is told, with code 2', () => {
  const withChange = async (name: string, text: string, ...words: string[]) => {
    const old = here.read(name);
    here.write(name, text);
    const ended = await check('@shop', ...words);
    here.write(name, old);
    return ended;
  };

  test('another format, no JSON, a mode that is gone, one replication and ci', async () => {
    const of = (from: string | RegExp, to: string) => recorded.replace(from, to);
    const cases: [string, string, string[]][] = [
      [of('"format": 1', '"format": 7'), 'it has format 7', []],
      ['<<<<<<< ours', 'it is not JSON', []],
      [of('"blended": {', '"carousel": {'), 'pins the mode carousel, which this version does not have', []],
      [of('"replications": 3', '"replications": 1'), 'no spread for --tolerance ci', ['--tolerance', 'ci']],
    ];
    for (const [text, sentence, words] of cases) {
      const ended = await withChange(PINNED, text, ...words);
      expect(ended.stderr).toContain(sentence);
      expect(ended.stderr).toContain('blendsim baseline record');
      expect(ended.code, sentence).toBe(2);
    }
  });

  test('no baseline; and the others are checked all the same', async () => {
    here.write('unpinned.yaml', SHOP);
    const ended = await check('@unpinned', '@shop');
    expect(ended.stderr).toMatch(
      /unpinned\.yaml has no baseline .*\nblendsim baseline record \S+ writes it\./,
    );
    expect(ended.stdout).toContain('as recorded');
    expect(ended.code).toBe(2);
  });

  test.each([
    [['recrod', '@shop'], 'baseline recrod: did you mean "record"?'],
    [['record'], 'which scenario?'],
    [['record', '@shop', '--tolerance', 'ci'], '--tolerance belongs to baseline check'],
    [['check', '@shop', '--seed', '1'], 'baseline check takes no --seed'],
    [['check', '@shop', '--tolerance', 'some'], '--tolerance is "some", but may be "exact", "ci"'],
  ])('%j', async (words, sentence) => {
    const ended = await here.blendsim('baseline', ...words);
    expect(ended.stderr).toContain(sentence);
    expect(ended.code).toBe(2);
  });
});

test('check without a name finds every baseline below scenarios/, or below the current folder', async () => {
  const desk = new Desk();
  mkdirSync(join(desk.folder, 'plans', 'node_modules'), { recursive: true });
  const none = await desk.blendsim('baseline check');
  expect(none.stderr).toContain('there is no baseline here');
  expect(none.code).toBe(2);

  for (const name of ['plans/shop', 'plans/node_modules/shop']) {
    writeFileSync(desk.path(`${name}.yaml`), SHOP);
    writeFileSync(desk.path(`${name}.baseline.json`), recorded);
  }
  const all = await desk.blendsim('baseline check --workers 1');
  expect(all).toMatchObject({ code: 0, stderr: '' });
  expect(all.stdout.split('\n')).toHaveLength(2);
  expect(all.stdout).toContain('plans/shop.baseline.json: as recorded');

  renameSync(desk.path('plans'), desk.path('scenarios'));
  const inScenarios = await desk.blendsim('baseline check --workers 1');
  expect(inScenarios.stdout).toContain('scenarios/shop.baseline.json: as recorded');
  desk.clear();
});
