// What a run has computed is kept somewhere, and its user is told where and why.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepFiles } from '../../src/cli/keepFiles.js';

let parent = '';
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'blendsim-'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(parent, { recursive: true, force: true });
});

const full = Object.assign(new Error('full'), { code: 'ENOSPC', syscall: 'write' });
/** Cannot be written the first so many times. */
const failing = (times: number, error: Error) => [
  { name: 'run.json', content: '{ "files": ["events.csv"] }' },
  {
    name: 'events.csv',
    content: (write: (piece: string) => void) => {
      if (times-- > 0) throw error;
      write('long in the making');
    },
  },
];

test('half a run goes beside the place of a whole one', () => {
  const folder = join(parent, 'tuesday');
  expect(keepFiles(folder, failing(0, full), true)).toEqual({
    place: `${folder}.interrupted`,
    failure: null,
  });
  expect(keepFiles(folder, failing(0, full), false)).toEqual({ place: folder, failure: null });
});

test('a disk that fills up after the run: the results are elsewhere, and exit code and words say so', () => {
  const folder = join(parent, 'tuesday');
  const { place, failure } = keepFiles(folder, failing(1, full), false);
  expect(readFileSync(join(place, 'events.csv'), 'utf8')).toBe('long in the making');
  rmSync(place, { recursive: true });
  expect(existsSync(folder)).toBe(false);
  expect(failure).toMatchObject({
    exitCode: 1,
    message: `${join(folder, 'events.csv')}: the disk is full; these results are in ${place} instead`,
  });
});

test('no room anywhere: the first reason is told, and no litter is left; what is no affair of the disk is told as it is', () => {
  vi.stubEnv('TMPDIR', parent);
  const folder = join(parent, 'tuesday');
  expect(() => keepFiles(folder, failing(2, full), false)).toThrow(full);
  expect(() => keepFiles(folder, failing(1, new Error('a fault')), false)).toThrow('a fault');
  expect(readdirSync(parent)).toEqual([]);
});
