// However a run ends, a folder holds one run's results and never two halves; and it stays the folder that it was.
import type * as Fs from 'node:fs';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { MANIFEST } from '../../src/report/manifest.js';
import { placeOfHalf, prepareFolder, replaceFolder, whyNotReplaced } from '../../src/report/writeFolder.js';

/** A file that is open elsewhere cannot be renamed; a process that is killed does nothing any more. */
const disk = vi.hoisted(() => ({ renamesLeft: Infinity, isKilled: false }));
vi.mock('node:fs', async (original) => {
  const real = await original<typeof Fs>();
  const unlessKilled =
    <A extends unknown[]>(work: (...words: A) => void) =>
    (...words: A): void => {
      if (disk.isKilled && disk.renamesLeft <= 0) throw new Error('killed');
      work(...words);
    };
  const renameSync = unlessKilled((from: string, to: string) => {
    if (disk.renamesLeft-- === 0)
      throw Object.assign(new Error('EBUSY'), { code: 'EBUSY', syscall: 'rename', path: from });
    real.renameSync(from, to);
  });
  const { rmSync, rmdirSync } = real;
  return { ...real, renameSync, rmSync: unlessKilled(rmSync), rmdirSync: unlessKilled(rmdirSync) };
});

let parent = '';
let folder = '';
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'blendsim-'));
  folder = join(parent, 'tuesday');
});
afterEach(() => {
  Object.assign(disk, { renamesLeft: Infinity, isKilled: false });
  rmSync(parent, { recursive: true, force: true });
});

/** Two files that every run has, and one that only this run has. */
const results = (text: string) => {
  const files = ['a.csv', 'b.csv', `the-${text}.csv`];
  return [
    ...files.map((name) => ({ name, content: text })),
    { name: MANIFEST, content: JSON.stringify({ made: text, files }) },
  ];
};
const held = (path: string) =>
  Object.fromEntries(
    readdirSync(path)
      .sort()
      .map((name) => [
        name,
        statSync(join(path, name)).isDirectory() ? 'folder' : readFileSync(join(path, name), 'utf8'),
      ]),
  );
const exactly = (text: string) => ({
  ...Object.fromEntries(results(text).map(({ name, content }) => [name, content])),
  'notes.txt': 'mine',
});
/** Old results with a note beside them and a picture drawn of them. */
const begin = () => {
  replaceFolder(folder, results('old'));
  writeFileSync(join(folder, 'notes.txt'), 'mine');
  mkdirSync(join(folder, 'charts'));
};
/** a.csv, b.csv, the-old.csv, run.json and charts out; four files in. */
const RENAMES = 9;

describe.each(Array.from({ length: RENAMES }, (_, n) => n))('at the renaming after %i others', (n) => {
  test('a file that another program holds: the old results are whole again at once', () => {
    begin();
    disk.renamesLeft = n;
    expect(() => {
      replaceFolder(folder, results('new'));
    }).toThrow('EBUSY');
    expect(held(folder)).toEqual({ ...exactly('old'), charts: 'folder' });
  });

  test('a kill: nobody takes the halves for results, and the next run has the old ones back before it starts', () => {
    begin();
    Object.assign(disk, { renamesLeft: n, isKilled: true });
    expect(() => {
      replaceFolder(folder, results('new'));
    }).toThrow();
    Object.assign(disk, { renamesLeft: Infinity, isKilled: false });
    const names = readdirSync(folder);
    if (names.includes(MANIFEST)) expect(names).toContain('the-old.csv');
    expect(whyNotReplaced(folder)).toBeNull();
    prepareFolder(folder);
    expect(held(folder)).toEqual({ ...exactly('old'), charts: 'folder' });
    replaceFolder(folder, results('new'));
    expect(held(folder)).toEqual(exactly('new'));
  });
});

test.each([0, 1, 3, 6])(
  'a run killed while it puts old results back, after %i renamings: so does the next',
  (n) => {
    begin();
    Object.assign(disk, { renamesLeft: RENAMES - 2, isKilled: true });
    expect(() => {
      replaceFolder(folder, results('new'));
    }).toThrow();
    disk.renamesLeft = n;
    expect(() => {
      prepareFolder(folder);
    }).toThrow('killed');
    Object.assign(disk, { renamesLeft: Infinity, isKilled: false });
    prepareFolder(folder);
    // What the second run had made for its own files is younger than an hour.
    const empty = readdirSync(folder).filter((name) => name.startsWith('.blendsim-new-'));
    for (const name of empty) rmdirSync(join(folder, name));
    expect(held(folder)).toEqual({ ...exactly('old'), charts: 'folder' });
  },
);

test('a kill after the last renaming: the new results are there, and the next run removes what is left of the old', () => {
  begin();
  Object.assign(disk, { renamesLeft: RENAMES, isKilled: true });
  replaceFolder(folder, results('new'));
  expect(disk.renamesLeft).toBe(0);
  expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toHaveLength(2);
  Object.assign(disk, { renamesLeft: Infinity, isKilled: false });
  prepareFolder(folder);
  expect(held(folder)).toEqual(exactly('new'));
  mkdirSync(join(folder, '.blendsim-old-killed'));
  prepareFolder(folder);
  expect(held(folder)).toEqual(exactly('new'));
});

test('the folder is the same one afterwards, so that it may be a mount point and keeps its mode and owner', () => {
  begin();
  chmodSync(folder, 0o2775);
  const was = statSync(folder);
  replaceFolder(folder, results('new'));
  const now = statSync(folder);
  expect([now.ino, now.mode, now.uid, now.gid]).toEqual([was.ino, was.mode, was.uid, was.gid]);
});

test('files that a killed run was making are removed an hour later, not before: it may be another run that is at work', () => {
  begin();
  const made = join(folder, '.blendsim-new-killed');
  mkdirSync(made);
  writeFileSync(join(made, 'a.csv'), 'half');
  prepareFolder(folder);
  expect(existsSync(made)).toBe(true);
  const longAgo = Date.now() / 1000 - 2 * 3600;
  utimesSync(made, longAgo, longAgo);
  prepareFolder(folder);
  expect(held(folder)).toEqual({ ...exactly('old'), charts: 'folder' });
});

test('an empty disk may have what disks have at their root; somebody else’s files are somebody else’s', () => {
  mkdirSync(folder);
  for (const name of ['lost+found', '.Trash-1000', 'interrupted']) mkdirSync(join(folder, name));
  expect(whyNotReplaced(folder)).toBeNull();
  writeFileSync(join(folder, 'budget.xlsx'), '');
  expect(whyNotReplaced(folder)).toContain('not written by blendsim');
});

describe('half a run goes', () => {
  test('beside the results, however the folder is named', () => {
    expect(placeOfHalf('output/tuesday')).toBe('output/tuesday.interrupted');
    expect(placeOfHalf(`${folder}/`)).toBe(`${folder}.interrupted`);
    mkdirSync(folder);
    expect(placeOfHalf(folder)).toBe(`${folder}.interrupted`);
  });

  test('inside, where beside is another disk, or is taken by somebody else', () => {
    expect(placeOfHalf('/')).toBe('/interrupted');
    mkdirSync(folder);
    writeFileSync(`${folder}.interrupted`, 'a file');
    expect(placeOfHalf(folder)).toBe(join(folder, 'interrupted'));
  });
});
