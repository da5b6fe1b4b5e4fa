// A round in a process of its own: runners that share one leave each other's types in the compiler's notes and slow each other down.
import { spawnSync } from 'node:child_process';
import type { Round, Weighing } from './outcome.js';
import type { Runner } from './runners.js';
import type { Entry } from './suite.js';

/** `folder` holds the bundled bench. @throws Error with what the process wrote when it fails. */
export function playApart(folder: string, entry: Entry, runner: Runner, seed: string): Round {
  return node(`${folder}/round.js`, entry.name, runner, seed) as Round;
}

export function weighApart(folder: string, entry: Entry): Weighing {
  return node('--expose-gc', `${folder}/weigh.js`, entry.name) as Weighing;
}

/** Events per second of CPU. */
export function speed(round: Round): number {
  return round.events / round.cpuSeconds;
}

function node(...args: string[]): unknown {
  const { stdout, stderr, status, signal } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  // Who is killed, for want of memory say, leaves no words.
  if (status !== 0) throw new Error(stderr || `node ${args.join(' ')} ended with ${signal ?? status}.`);
  return JSON.parse(stdout);
}
