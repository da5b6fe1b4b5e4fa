#!/usr/bin/env node
/** The program: read the command line, do its work, tell what went wrong, leave with the right code. */
import { told } from './failure.js';
import { parseCommandLine } from './program.js';
import { terminalOf } from './terminal.js';

const DEBUG = (process.env['BLENDSIM_DEBUG'] ?? '') !== '';

const terminal = terminalOf(process.stdout, process.stderr);

// 1. A reader that has seen enough (`| head`) is no failure.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });
}

// 2. Whatever is thrown, from wherever, a user reads a sentence.
const giveUp = (error: unknown): void => {
  const { text, exitCode } = told(error, terminal.tellStyle, DEBUG);
  terminal.tell(text);
  process.exitCode = exitCode;
};
process.on('uncaughtException', (error) => {
  giveUp(error);
  process.exit();
});

// 3. The work.
void parseCommandLine(process.argv.slice(2))
  .then((work) => work(terminal))
  .then((exitCode) => {
    process.exitCode = exitCode;
  })
  .catch(giveUp);
