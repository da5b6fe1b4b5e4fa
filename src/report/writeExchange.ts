/** Exchanges files of a folder for new ones by renaming, all or none: the folder keeps its mode, owner and mounts. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { MANIFEST, type Manifest } from './manifest.js';

/** Where new files are made, and where old ones wait: within the folder, since renaming does not leave a disk. */
const NEW = '.blendsim-new-';
const OLD = '.blendsim-old-';

/** So long after its last new file, nobody writes there any more. */
const STALE_MS = 3_600_000;

/** Whether a run was killed in the middle of an exchange here. */
export function isHalfExchanged(target: string): boolean {
  return readdirSync(target).some((name) => name.startsWith(OLD));
}

/** An empty place for new files of `target`; what killed runs left there is put right first. */
export function openFresh(target: string): string {
  const fresh = mkdtempSync(join(target, NEW));
  // Both times by the disk's own clock, which on a shared drive is not ours.
  const now = statSync(fresh).mtimeMs;
  for (const name of readdirSync(target)) {
    const place = join(target, name);
    const since = statSync(place, { throwIfNoEntry: false })?.mtimeMs ?? now;
    if (name.startsWith(NEW) && (existsSync(oldOf(place)) || now - since > STALE_MS)) undo(place);
    // The exchange was complete, but for this.
    else if (name.startsWith(OLD) && !existsSync(freshOf(place))) discard(place);
  }
  return fresh;
}

/** In with all that is in `fresh`; out with what it replaces, and with `leaving`. `undo` follows if this throws. */
export function exchange(fresh: string, leaving: ReadonlySet<string>): void {
  const [target, old] = [dirname(fresh), oldOf(fresh)];
  const coming = manifestLast(readdirSync(fresh));
  const out = readdirSync(target).filter((name) => leaving.has(name) || coming.includes(name));
  mkdirSync(old);
  // Without its manifest a folder is no results: nobody reads half of one and half of another.
  for (const name of manifestLast(out).reverse()) renameSync(join(target, name), join(old, name));
  for (const name of coming) renameSync(join(fresh, name), join(target, name));
  discard(fresh);
  discard(old);
}

/** The folder is as it was before, whatever was done of the exchange; itself killed halfway, it can be done again. */
export function undo(fresh: string): void {
  const [target, old] = [dirname(fresh), oldOf(fresh)];
  const isHalf = existsSync(old) && readdirSync(fresh).length > 0;
  if (isHalf) putBack(target, fresh, old);
  discard(fresh);
  discard(old);
}

function putBack(target: string, fresh: string, old: string): void {
  for (const name of filesNamed(join(fresh, MANIFEST))) {
    const hasCome = !existsSync(join(fresh, name)) && existsSync(join(target, name));
    if (hasCome) renameSync(join(target, name), join(fresh, name));
  }
  for (const name of manifestLast(readdirSync(old))) renameSync(join(old, name), join(target, name));
  rmdirSync(old);
}

/** None where the manifest cannot be read: then nothing is known to be ours. */
export function filesNamed(manifest: string): readonly string[] {
  try {
    return (JSON.parse(readFileSync(manifest, 'utf8')) as Partial<Manifest>).files ?? [];
  } catch {
    return [];
  }
}

/** What cannot be removed now, since somebody reads it say, goes with a later run. */
function discard(place: string): void {
  try {
    rmSync(place, { recursive: true, force: true });
  } catch {
    // As said.
  }
}

function manifestLast(names: readonly string[]): string[] {
  return [...names.filter((name) => name !== MANIFEST), ...names.filter((name) => name === MANIFEST)];
}

function oldOf(fresh: string): string {
  return join(dirname(fresh), basename(fresh).replace(NEW, OLD));
}

function freshOf(old: string): string {
  return join(dirname(old), basename(old).replace(OLD, NEW));
}
