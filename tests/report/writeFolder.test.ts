// Results are replaced whole or not at all, and only where they are ours.
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { MANIFEST } from '../../src/report/manifest.js';
import { replaceFolder, whyNotReplaced } from '../../src/report/writeFolder.js';

let parent = '';
let folder = '';
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'blendsim-'));
  folder = join(parent, 'tuesday');
});
afterEach(() => {
  rmSync(parent, { recursive: true, force: true });
});

const results = (text: string) => [
  { name: MANIFEST, content: '{ "files": ["a.csv", "conversations.csv"] }' },
  { name: 'a.csv', content: text },
];

test('new results take the place of old ones whole: files that the new run did not write are gone', () => {
  replaceFolder(folder, [...results('old'), { name: 'conversations.csv', content: 'x' }]);
  replaceFolder(folder, results('new'));
  expect(readdirSync(folder).sort()).toEqual(['a.csv', MANIFEST]);
  expect(readFileSync(join(folder, 'a.csv'), 'utf8')).toBe('new');
  expect(readdirSync(parent)).toEqual(['tuesday']);
});

test('what somebody put beside the results stays when they are replaced; charts of the old ones go', () => {
  replaceFolder(folder, results('old'));
  mkdirSync(join(folder, 'charts'));
  mkdirSync(join(folder, 'mine'));
  writeFileSync(join(folder, 'charts', 'waits.svg'), 'of the old results');
  writeFileSync(join(folder, 'mine', 'notes.txt'), 'for the director');
  replaceFolder(folder, results('new'));
  expect(readdirSync(folder).sort()).toEqual(['a.csv', 'mine', MANIFEST]);
  expect(readFileSync(join(folder, 'mine', 'notes.txt'), 'utf8')).toBe('for the director');
});

test('a large file given in pieces is written whole and in order', () => {
  const pieces = Array.from({ length: 5000 }, (_, i) => `line ${i} of many, with some length to it: ü\n`);
  const content = (write: (piece: string) => void) => {
    for (const piece of pieces) write(piece);
  };
  replaceFolder(folder, [...results(''), { name: 'events.csv', content }]);
  expect(readFileSync(join(folder, 'events.csv'), 'utf8')).toBe(pieces.join(''));
});

test('a failure in the middle leaves the old results intact and no litter', () => {
  replaceFolder(folder, results('old'));
  const content = () => {
    throw new Error('the disk is full');
  };
  expect(() => replaceFolder(folder, [...results('new'), { name: 'b.csv', content }])).toThrow(
    'disk is full',
  );
  expect(readFileSync(join(folder, 'a.csv'), 'utf8')).toBe('old');
  expect(readdirSync(parent)).toEqual(['tuesday']);
});

test('a disk that is full in the middle of a log: the error names the file that was asked for, and the old results stay', () => {
  replaceFolder(folder, results('old'));
  const full = { code: 'ENOSPC', syscall: 'write' };
  const content = (write: (piece: string) => void) => {
    write('x'.repeat(1e6));
    throw Object.assign(new Error('ENOSPC: no space left on device, write'), full);
  };
  let failure: unknown;
  try {
    replaceFolder(folder, [...results('new'), { name: 'events.csv', content }]);
  } catch (error) {
    failure = error;
  }
  expect(failure).toMatchObject({ ...full, path: join(folder, 'events.csv') });
  expect(readFileSync(join(folder, 'a.csv'), 'utf8')).toBe('old');
  expect(readdirSync(parent)).toEqual(['tuesday']);
});

test('a run killed while it writes leaves the old results intact, and the next run goes well', () => {
  replaceFolder(folder, results('old'));
  const module = fileURLToPath(new URL('../../src/report/writeFolder.ts', import.meta.url));
  const script = `
    const { replaceFolder } = await import(${JSON.stringify(module)});
    const content = (write) => { write('x'.repeat(1e6)); process.kill(process.pid, 'SIGKILL'); };
    replaceFolder(${JSON.stringify(folder)}, [{ name: 'a.csv', content: 'new' }, { name: 'b.csv', content }]);`;
  const killed = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script]);
  expect(killed.signal).toBe('SIGKILL');
  expect(readFileSync(join(folder, 'a.csv'), 'utf8')).toBe('old');
  replaceFolder(folder, results('newer'));
  expect(readFileSync(join(folder, 'a.csv'), 'utf8')).toBe('newer');
});

test('a first run that fails leaves no folder', () => {
  const content = () => {
    throw new Error('stop');
  };
  expect(() => replaceFolder(folder, [{ name: 'a.csv', content }])).toThrow('stop');
  expect(readdirSync(parent)).toEqual([]);
});

test('a link to a folder stays a link, and the results are where it leads; a link to nowhere is refused', () => {
  const link = join(parent, 'link');
  symlinkSync(folder, link);
  expect(whyNotReplaced(link)).toContain('a link to a place that is not there');
  mkdirSync(folder);
  expect(whyNotReplaced(link)).toBeNull();
  replaceFolder(link, results('one'));
  replaceFolder(link, results('two'));
  expect(lstatSync(link).isSymbolicLink()).toBe(true);
  expect(readFileSync(join(folder, 'a.csv'), 'utf8')).toBe('two');
  expect(readdirSync(parent).sort()).toEqual(['link', 'tuesday']);
});

test('only a new or empty folder, or one that holds results, may be replaced', () => {
  expect(whyNotReplaced(folder)).toBeNull();
  mkdirSync(folder);
  expect(whyNotReplaced(folder)).toBeNull();
  writeFileSync(join(folder, 'holiday.jpg'), '');
  expect(whyNotReplaced(folder)).toContain('not written by blendsim');
  writeFileSync(join(folder, MANIFEST), '{}');
  expect(whyNotReplaced(folder)).toBeNull();
  expect(whyNotReplaced(join(folder, 'holiday.jpg'))).toContain('is a file');
  expect(whyNotReplaced('.')).toContain('not written by blendsim');
  expect(existsSync(join(folder, 'holiday.jpg'))).toBe(true);
});
