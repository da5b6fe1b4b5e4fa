// A round in a process of its own: runners that share one leave each other's types in the compiler's notes and slow each other down.
import { spawnSync } from 'node:child_process';
import type { Round } from './outcome.js';
import type { Runner } from './runners.js';
import type { Entry } from './suite.js';

/** `folder` holds the compiled bench. @throws Error with what the process wrote when it fails. */
export function playApart(folder: string, entry: Entry, runner: Runner, seed: string): Round {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [`${folder}/round.js`, entry.name, runner, seed],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Round;
}

/** Events per second of CPU. */
export function speed(round: Round): number {
  return round.events / round.cpuSeconds;
}
