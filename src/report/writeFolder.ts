/** Writes a folder of results whole or not at all: beside its place first, then moved there in one step. */
import {
  accessSync,
  closeSync,
  constants,
  cpSync,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { MANIFEST, type Manifest } from './manifest.js';
import type { ResultFile } from './resultFiles.js';
import { inPieces } from './writePieces.js';

/** Where `blendsim chart` puts the pictures of results; what `blendsim report` makes is in the manifest. */
const CHARTS = 'charts';

/** Why this folder must not be replaced, as a sentence; null when it may. */
export function whyNotReplaced(folder: string): string | null {
  if (relative(placeOf(folder), process.cwd()).split(sep)[0] !== '..')
    return `${folder} is the folder you are in, or one above it`;
  if (!existsSync(folder)) {
    return isLink(folder) ? `${folder} is a link to a place that is not there` : null;
  }
  if (!statSync(folder).isDirectory()) return `${folder} is a file, not a folder`;
  const inside = readdirSync(folder);
  if (inside.length === 0 || inside.includes(MANIFEST)) return null;
  return `${folder} is not empty and was not written by blendsim (it has no ${MANIFEST})`;
}

function isLink(path: string): boolean {
  const isInFolder = statSync(dirname(path), { throwIfNoEntry: false })?.isDirectory() === true;
  return isInFolder && lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

/** Fails now, not after a long run, when there is no writing there. */
export function prepareParent(folder: string): void {
  const parent = dirname(placeOf(folder));
  mkdirSync(parent, { recursive: true });
  accessSync(parent, constants.W_OK);
}

/** A link to a folder stays: what is replaced is the folder that it leads to. */
function placeOf(folder: string): string {
  return existsSync(folder) ? realpathSync(folder) : resolve(folder);
}

export function replaceFolder(folder: string, files: readonly ResultFile[]): void {
  const target = placeOf(folder);
  const parent = dirname(target);
  prepareParent(folder);
  const old = join(parent, `.${basename(target)}.replaced`);
  // A run killed between the two renames below left the old results here.
  if (existsSync(old) && !existsSync(target)) renameSync(old, target);
  const fresh = join(parent, `.${basename(target)}.new-${process.pid}`);
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh);
  try {
    for (const { name, content } of files) {
      try {
        writeFile(join(fresh, name), content);
      } catch (error) {
        throw naming(join(folder, name), error);
      }
    }
    if (existsSync(target)) keepOthers(target, fresh);
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

/** What others have put beside our files stays, a planner's notes say; what is made of the old results goes with them. */
function keepOthers(target: string, fresh: string): void {
  const ours = new Set([MANIFEST, CHARTS, ...filesNamed(join(target, MANIFEST))]);
  for (const name of readdirSync(target)) {
    const [from, to] = [join(target, name), join(fresh, name)];
    if (!ours.has(name) && !existsSync(to))
      cpSync(from, to, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true });
  }
}

/** None where the manifest cannot be read: then nothing is known to be ours. */
function filesNamed(manifest: string): readonly string[] {
  try {
    return (JSON.parse(readFileSync(manifest, 'utf8')) as Partial<Manifest>).files ?? [];
  } catch {
    return [];
  }
}

/** A write that fails, on a full disk say, does not tell by itself which file it was for. */
function naming(path: string, error: unknown): unknown {
  const isNameless = error instanceof Error && 'syscall' in error && !('path' in error);
  return isNameless ? Object.assign(error, { path }) : error;
}

function writeFile(path: string, content: ResultFile['content']): void {
  const file = openSync(path, 'w');
  try {
    const { write, flush } = inPieces((bytes) => writeAll(file, bytes));
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
