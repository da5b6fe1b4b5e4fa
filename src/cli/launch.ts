#!/usr/bin/env node
/** Starts the built program from its one file, with the code that V8 made of it at an earlier start. */
import { createHash } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Script } from 'node:vm';

/** Letters at the program's end that no other program has (`rolldown.config.ts`). */
const SIGNATURE = 16;
/** Bytes at the end of kept code by which it is known to be as it was written. */
const SUM = 20;

const program = fileURLToPath(new URL('blendsim.cjs', import.meta.url));
// Nothing but ASCII is in it, which is read fastest so.
const text = readFileSync(program, 'latin1');
const code = program.replace(/\.cjs$/, `-${process.version}-${process.arch}-${text.slice(-SIGNATURE)}.code`);

const cachedData = keptCode();
const script = new Script(text, { filename: program, ...(cachedData && { cachedData }) });
type Start = (require: NodeJS.Require, load: (name: string) => Promise<unknown>, address: string) => void;
const start = script.runInThisContext() as Start;
start(createRequire(program), (name) => import(name), pathToFileURL(program).href);

// There was none, or V8 runs under other flags now; at the end it is known which functions a start needs.
if (script.cachedDataRejected !== false) process.on('exit', keepCode);

/** Undefined where there is none, or none that is whole: then V8 makes it anew. V8 itself dies of code with a wrong byte. */
function keptCode(): Buffer | undefined {
  try {
    const kept = readFileSync(code);
    const bytes = kept.subarray(0, -SUM);
    return sumOf(bytes).equals(kept.subarray(-SUM)) ? bytes : undefined;
  } catch {
    return undefined;
  }
}

function sumOf(bytes: Buffer): Buffer {
  return createHash('sha1').update(bytes).digest();
}

/** Whole or not at all. Where nothing can be written, the next start is as slow as this one. */
function keepCode(): void {
  const fresh = `${code}.${process.pid}`;
  try {
    const bytes = script.createCachedData();
    writeFileSync(fresh, Buffer.concat([bytes, sumOf(bytes)]));
    renameSync(fresh, code);
  } catch {
    discard(fresh);
  }
}

function discard(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    return;
  }
}
