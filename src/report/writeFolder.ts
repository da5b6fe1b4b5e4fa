/** Writes a folder of results whole or not at all: beside its place first, then moved there in one step. */
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { MANIFEST } from './manifest.js';
import type { ResultFile, Write } from './resultFiles.js';

/** Why this folder must not be replaced, as a sentence; null when it may. */
export function whyNotReplaced(folder: string): string | null {
  if (relative(resolve(folder), process.cwd()).split(sep)[0] !== '..')
    return `${folder} is the folder you are in, or one above it`;
  if (!existsSync(folder)) return null;
  if (!statSync(folder).isDirectory()) return `${folder} is a file, not a folder`;
  const inside = readdirSync(folder);
  if (inside.length === 0 || inside.includes(MANIFEST)) return null;
  return `${folder} is not empty and was not written by blendsim (it has no ${MANIFEST})`;
}

/** Fails now, not after a long run, when there is no writing there. */
export function prepareParent(folder: string): void {
  const parent = dirname(resolve(folder));
  mkdirSync(parent, { recursive: true });
  accessSync(parent, constants.W_OK);
}

export function replaceFolder(folder: string, files: readonly ResultFile[]): void {
  const target = resolve(folder);
  const parent = dirname(target);
  prepareParent(folder);
  const old = join(parent, `.${basename(target)}.replaced`);
  // A run killed between the two renames below left the old results here.
  if (existsSync(old) && !existsSync(target)) renameSync(old, target);
  const fresh = join(parent, `.${basename(target)}.new-${process.pid}`);
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh);
  try {
    for (const { name, content } of files) writeFile(join(fresh, name), content);
    rmSync(old, { recursive: true, force: true });
    if (existsSync(target)) renameSync(target, old);
    renameSync(fresh, target);
    rmSync(old, { recursive: true, force: true });
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    if (existsSync(old) && !existsSync(target)) renameSync(old, target);
    throw error;
  }
}

const PIECES_KEPT = 1 << 16;

function writeFile(path: string, content: ResultFile['content']): void {
  const file = openSync(path, 'w');
  try {
    let pending = '';
    const flush = (): void => {
      writeAll(file, Buffer.from(pending));
      pending = '';
    };
    const write: Write = (piece) => {
      pending += piece;
      if (pending.length >= PIECES_KEPT) flush();
    };
    if (typeof content === 'string') write(content);
    else if (typeof content === 'function') content(write);
    else writeAll(file, content);
    flush();
    // Only what has reached the disk may take the place of older results.
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done);
}
