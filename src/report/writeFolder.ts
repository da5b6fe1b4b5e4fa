/** Writes a folder of results whole or not at all: new files are made first, then exchanged for the old ones. */
import {
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  realpathSync,
  rmdirSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { MANIFEST } from './manifest.js';
import type { ResultFile } from './resultFiles.js';
import { exchange, filesNamed, isHalfExchanged, openFresh, undo } from './writeExchange.js';
import { inPieces } from './writePieces.js';

/** Where `blendsim chart` puts the pictures of results; what `blendsim report` makes is in the manifest. */
const CHARTS = 'charts';

/** Where half a run goes that cannot go beside the folder. */
const INTERRUPTED = 'interrupted';

/** What makes no folder somebody's: hidden files, what a disk has at its root, and our own half a run. */
const NOBODYS = /^\.|^lost\+found$|^System Volume Information$|^interrupted$/;

/** Why this folder must not be written to, as a sentence; null when it may. */
export function whyNotReplaced(folder: string): string | null {
  if (!existsSync(folder)) {
    return isLink(folder) ? `${folder} is a link to a place that is not there` : null;
  }
  if (!statSync(folder).isDirectory()) return `${folder} is a file, not a folder`;
  const inside = readdirSync(folder);
  const isOurs = inside.includes(MANIFEST) || isHalfExchanged(folder);
  if (isOurs || inside.every((name) => NOBODYS.test(name))) return null;
  return `${folder} is not empty and was not written by blendsim (it has no ${MANIFEST})`;
}

function isLink(path: string): boolean {
  const isInFolder = statSync(dirname(path), { throwIfNoEntry: false })?.isDirectory() === true;
  return isInFolder && lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

/** Fails now, not after a long run, when there is no writing there. Whether there is, only trying tells on a shared drive. */
export function prepareFolder(folder: string): void {
  const parent = dirname(resolve(folder));
  if (!existsSync(folder)) mkdirSync(parent, { recursive: true });
  rmdirSync(openedFresh(existsSync(folder) ? folder : parent));
}

/** A link to a folder stays: what is written to is the folder that it leads to. */
function openedFresh(folder: string): string {
  try {
    return openFresh(realpathSync(folder));
  } catch (error) {
    throw Object.assign(error as Error, { path: folder });
  }
}

/**
 * Half a run must not take the place of a whole one: it goes beside it, or inside where beside is another disk, as of a
 * folder mounted into a container, or nobody may write there.
 */
export function placeOfHalf(folder: string): string {
  const parent = join(folder, '..');
  const beside = join(parent, `${basename(resolve(folder))}.interrupted`);
  return !existsSync(folder) || (!isDiskOfItsOwn(folder, parent) && isWritable(beside))
    ? beside
    : join(folder, INTERRUPTED);
}

function isDiskOfItsOwn(folder: string, parent: string): boolean {
  return resolve(folder) === resolve(parent) || statSync(folder).dev !== statSync(parent).dev;
}

function isWritable(folder: string): boolean {
  try {
    prepareFolder(folder);
    return whyNotReplaced(folder) === null;
  } catch {
    return false;
  }
}

/** @throws as the disk says, with the path that was asked for; the old results are then as they were. */
export function replaceFolder(folder: string, files: readonly ResultFile[]): void {
  const isNew = mkdirSync(folder, { recursive: true }) !== undefined;
  const fresh = openedFresh(folder);
  try {
    for (const { name, content } of files) {
      try {
        writeFile(join(fresh, name), content);
      } catch (error) {
        throw naming(join(folder, name), error);
      }
    }
    // What others have put beside our files stays; what was made of the old results goes with them.
    exchange(fresh, new Set([MANIFEST, CHARTS, ...filesNamed(join(folder, MANIFEST))]));
  } catch (error) {
    asBefore(fresh, isNew);
    throw error;
  }
}

function asBefore(fresh: string, isNew: boolean): void {
  try {
    undo(fresh);
    if (isNew) rmdirSync(dirname(fresh));
  } catch {
    // What is on the disk says what remains to be undone: the next run does it. Why it failed at first is told.
  }
}

/** A write that fails, on a full disk say, does not tell by itself which file it was for. */
function naming(path: string, error: unknown): unknown {
  const isOfDisk = error instanceof Error && 'syscall' in error;
  return isOfDisk ? Object.assign(error, { path }) : error;
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
