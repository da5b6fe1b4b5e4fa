// The program from outside: what a user types, sees, and finds on the disk afterwards.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import Papa from 'papaparse';
import { afterAll, describe, expect, test } from 'vitest';
import type { Comparison } from '../../src/analysis/comparison.js';
import { COMMANDS } from '../../src/cli/program.js';
import { stoppedEarly } from '../../src/cli/results.js';
import { MODES } from '../../src/modes/registry.js';
import type { Manifest } from '../../src/report/manifest.js';
import { Desk, type Ended } from './blendsim.js';
import { shop } from './here.js';

const SMALL = shop({ staff: 'names: [Ana, Ben, =Cy]' });

const desk = new Desk();
writeFileSync(desk.path('shop.yaml'), SMALL);
afterAll(() => {
  desk.clear();
});

const ANSI = '\u001B[';
const text = (...path: string[]): string => readFileSync(desk.path(...path), 'utf8');
const json = (...path: string[]): unknown => JSON.parse(text(...path));
/** No stack of the program ever reaches a user. */
const quiet = ({ stderr, stdout }: Ended): void => {
  expect(stdout + stderr).not.toMatch(/^\s+at .+:\d+/m);
  expect(stdout + stderr).not.toContain(ANSI);
};

test('help goes to stdout, without colour, and names every command', async () => {
  const page = await desk.blendsim('--help');
  expect(page).toMatchObject({ code: 0, stderr: '' });
  for (const { summary } of COMMANDS) expect(page.stdout).toContain(summary);
  quiet(page);
});

describe('bad input leaves with code 2 and sentences on stderr', () => {
  test('a broken scenario: all its problems, each with file:line:column, before anything is run', async () => {
    writeFileSync(
      desk.path('bad.yaml'),
      SMALL.replace('days: 1', 'days: many').replace('people:', 'peeple:'),
    );
    const lines = ['run bad', 'validate shop bad', 'explain bad.yaml'];
    const all = await Promise.all(lines.map((line) => desk.blendsim(line)));
    for (const ended of all) {
      expect(ended.code).toBe(2);
      expect(ended.stderr).toMatch(/^bad\.yaml:3:7 {2}error: "many" is not a number/m);
      expect(ended.stderr).toMatch(/^bad\.yaml:9:1 {2}error: .*peeple.*\n.*people/m);
      expect(ended.stderr).toMatch(/\d errors$/m);
      quiet(ended);
    }
    expect(all.map(({ stdout }) => stdout)).toEqual(['', 'shop.yaml: good\n', '']);
    expect(readdirSync(desk.folder)).not.toContain('output');
  });

  test('a mistake on the command line: nothing is touched', async () => {
    mkdirSync(desk.path('kept'), { recursive: true });
    writeFileSync(desk.path('kept', 'photo.jpg'), '');
    const mistakes = {
      'run shop --out kept': 'not written by blendsim',
      'init shop.yaml': 'overwrites nothing',
    };
    const all = await Promise.all(Object.keys(mistakes).map((line) => desk.blendsim(line)));
    for (const [i, sentence] of Object.values(mistakes).entries()) {
      expect(all[i]?.stderr).toContain(sentence);
      expect(all[i]).toMatchObject({ code: 2, stdout: '' });
    }
    all.forEach(quiet);
    expect(readdirSync(desk.path('kept'))).toEqual(['photo.jpg']);
    expect(text('shop.yaml')).toBe(SMALL);
  });
});

test('where it cannot write it says so in a sentence, before the run, with code 1', async () => {
  const ended = await desk.blendsim('run shop --out shop.yaml/results');
  expect(ended.stderr).toMatch(
    /^error: .*shop\.yaml: there is a file where a folder is needed\nName another folder: --out DIR$/m,
  );
  expect(ended.code).toBe(1);
  quiet(ended);
});

test('init writes a scenario that is good, can be explained, and runs in every mode; schema writes the one in scenarios/', async () => {
  expect((await desk.blendsim('init mine.yaml')).code).toBe(0);
  const [validated, explained, schema, ran] = await Promise.all([
    desk.blendsim('validate mine'),
    desk.blendsim('explain mine'),
    desk.blendsim('schema --out sub/scenario.schema.json'),
    desk.blendsim('run mine --replications 2 --workers 1'),
  ]);
  expect(validated).toEqual({ code: 0, stderr: '', stdout: 'mine.yaml: good\n' });

  expect(explained.code).toBe(0);
  expect(explained.stdout).toMatch(/^ {2}count +12 +line \d+$/m);
  expect(explained.stdout).toMatch(/^ {2}\S*inactiveAfter +4m +default: /m);
  expect(explained.stdout).toMatch(/^2026-03-03 08:00 +\d/m);
  expect(Math.max(...explained.stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);

  expect(schema.code).toBe(0);
  const committed = new URL('../../scenarios/scenario.schema.json', import.meta.url);
  expect(text('sub', 'scenario.schema.json')).toBe(readFileSync(committed, 'utf8'));

  expect(ran).toMatchObject({ code: 0, stderr: '' });
  for (const { name } of MODES) expect(ran.stdout).toContain(name);
  for (const ended of [validated, explained, schema, ran]) quiet(ended);
});

describe('run', () => {
  test('writes every file, each of which can be read, and a manifest that makes the same bytes again', async () => {
    const first = await desk.blendsim('run shop --workers 1 --log --out results/a');
    expect(first.code).toBe(0);
    const manifest = json('results', 'a', 'run.json') as Manifest;
    const comparison = json('results', 'a', 'comparison.json') as Comparison;
    expect(readdirSync(desk.path('results', 'a')).sort()).toEqual([...manifest.files, 'run.json'].sort());
    expect(comparison.candidates.length).toBeGreaterThan(1);
    expect(manifest).toMatchObject({ seed: '5', replications: 3, interrupted: false });
    expect(new Set(manifest.demandFingerprints).size).toBe(3);
    const tables = manifest.files.filter((name) => name.endsWith('.csv') && name !== 'pooling.csv');
    for (const file of tables) {
      const { data, errors } = Papa.parse<Record<string, string>>(text('results', 'a', file), {
        ...{ header: true, skipEmptyLines: true },
      });
      expect(errors, file).toEqual([]);
      expect(new Set(data.map(({ candidate }) => candidate)), file).toEqual(new Set(manifest.candidates));
    }
    expect(text('results', 'a', 'people.csv')).toContain("'=Cy");
    expect(text('results', 'a', 'people.csv')).not.toMatch(/(^|,)=Cy/m);

    for (const { name } of comparison.candidates)
      expect(text('results', 'a', 'findings.md')).toMatch(new RegExp(`^### ${name}\n\n(- .+\n){4}`, 'm'));

    const again = await desk.blendsim(
      `${manifest.command.replace('blendsim ', '')} --workers 2 --out results/b`,
    );
    expect(again.code).toBe(0);
    for (const file of manifest.files)
      expect(text('results', 'b', file) === text('results', 'a', file), file).toBe(true);
    const undated = { ...(json('results', 'b', 'run.json') as Manifest), finishedAt: manifest.finishedAt };
    expect(undated).toEqual(manifest);
  });

  test('prints what was asked for and nothing else on stdout: json and csv are the files', async () => {
    const line = 'run shop --workers 1 --seed 6 --replications 2';
    const [asJson, asCsv] = await Promise.all([
      desk.blendsim(`${line} --format json --out results/json`),
      desk.blendsim(`${line} --format csv --out results/csv`),
    ]);
    expect(asJson.stdout).toBe(text('results', 'json', 'comparison.json'));
    expect(asCsv.stdout.trimEnd()).toBe(text('results', 'csv', 'measures.csv').trimEnd());
    expect(asJson.stderr).toMatch(/^Files are in results\/json.*\n$/);
    expect((JSON.parse(asJson.stdout) as Comparison).seed).toBe('6');
  });

  test('--mode takes a list or is repeated, keeps the order asked for, and plays a mode the file does not name', async () => {
    const names = [...MODES].reverse().map(({ name }) => name);
    const [last = '', ...others] = names;
    const ended = await desk.blendsim(
      `run shop --workers 1 --replications 1 --mode ${last} --mode ${others.join(',')} --format json`,
    );
    const { candidates, unavailable } = JSON.parse(ended.stdout) as Comparison;
    expect(candidates.map(({ name }) => name)).toEqual(
      names.filter((name) => !unavailable.some((left) => left.name === name)),
    );
    expect(readdirSync(desk.path('output', 'shop'))).toContain('run.json');
  });

  test('colour is never put into a pipe, whatever CI says, unless it is forced', async () => {
    const line = 'run shop --workers 1 --replications 2 --out results/colour';
    const plain = await desk.blendsim(line, { CI: 'true', TERM: 'xterm-256color' });
    const never = await desk.blendsim(line, { NO_COLOR: '1', FORCE_COLOR: '1' });
    const forced = await desk.blendsim(line, { FORCE_COLOR: '1' });
    expect(plain.stdout).toContain('Live chat');
    quiet(plain);
    expect(never.stdout).toBe(plain.stdout);
    expect(forced.stdout).toContain(ANSI);
    expect(forced.stdout.replaceAll(/\u001B\[\d+m/g, '')).toBe(plain.stdout);
  });
});

describe('a run that does not reach its end', () => {
  const LONG = ['run', 'shop', '--workers', '1', '--replications', '99999', '--out', 'results/kept'];
  const stopAfter = async (milliseconds: number, signal: 'SIGINT' | 'SIGKILL'): Promise<Ended> => {
    const { child, ended } = desk.start(LONG);
    await setTimeout(milliseconds);
    child.kill(signal);
    return ended;
  };

  test('killed or stopped with Ctrl-C leaves the old results intact; Ctrl-C keeps what was finished beside them', async () => {
    expect((await desk.blendsim('run shop --workers 1 --out results/kept')).code).toBe(0);
    const old = text('results', 'kept', 'run.json');

    expect((await stopAfter(1500, 'SIGKILL')).code).toBeNull();
    expect(text('results', 'kept', 'run.json')).toBe(old);

    // How long it takes until one replication is finished is the machine's affair.
    let ended = await stopAfter(2500, 'SIGINT');
    for (const patience of [8000, 20_000]) {
      if (ended.stdout === '') ended = await stopAfter(patience, 'SIGINT');
    }
    expect(ended.code).toBe(130);
    quiet(ended);
    expect(text('results', 'kept', 'run.json')).toBe(old);
    const partial = json('results', 'kept.interrupted', 'run.json') as Manifest;
    expect(partial.interrupted).toBe(true);
    expect(partial.replications).toBeGreaterThan(0);
    expect(partial.demandFingerprints).toHaveLength(partial.replications);
    expect(ended.stdout).toContain(stoppedEarly(partial.replications));
  });

  test('a reader that goes away (| head) is no failure', async () => {
    const { child, ended } = desk.start(['schema', '--out', '-']);
    child.stdout?.destroy();
    expect(await ended).toMatchObject({ code: 0, stderr: '' });
  });
});
