#!/usr/bin/env node
/** Starts the built program from its one file, with the code that V8 made of it at an earlier start. */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Script } from 'node:vm';

const program = fileURLToPath(new URL('blendsim.cjs', import.meta.url));
const code = program.replace(/\.cjs$/, `-${process.version}-${process.arch}.code`);

// Nothing but ASCII is in it, which is read fastest so.
const script = new Script(readFileSync(program, 'latin1'), {
  filename: program,
  ...(existsSync(code) ? { cachedData: readFileSync(code) } : {}),
});
type Start = (require: NodeJS.Require, load: (name: string) => Promise<unknown>, address: string) => void;
const start = script.runInThisContext() as Start;
start(createRequire(program), (name) => import(name), pathToFileURL(program).href);

// There was none, or it was of another program; at the end it is known which functions a start needs.
if (script.cachedDataRejected !== false) process.on('exit', keepCode);

/** Whole or not at all. Where nothing can be written, the next start is as slow as this one. */
function keepCode(): void {
  const fresh = `${code}.${process.pid}`;
  try {
    writeFileSync(fresh, script.createCachedData());
    renameSync(fresh, code);
  } catch {
    return;
  }
}
