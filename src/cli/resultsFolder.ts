/** Reads back what a folder of results holds. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from './failure.js';

const SWEEP = 'sweep.json';

export function holdsSweep(folder: string): boolean {
  return existsSync(join(folder, SWEEP));
}

export function readSweep(folder: string): unknown {
  return readResult(folder, SWEEP);
}

/**
 * What blendsim wrote is taken as it stands: a folder is ours or it is not.
 * @throws Failure when there is no such file in it, or no JSON.
 */
export function readResult(folder: string, name: string): unknown {
  if (!existsSync(folder))
    throw new Failure(`there is no folder ${folder}`, 2, 'blendsim run writes one, in output/');
  if (!existsSync(join(folder, name)))
    throw holdsSweep(folder)
      ? new Failure(`${folder} holds a sweep, which has no report`, 2, `blendsim chart ${folder} draws it`)
      : new Failure(
          `${folder} is not a folder of results: there is no ${name} in it`,
          2,
          'blendsim run writes one',
        );
  const text = readFileSync(join(folder, name), 'utf8');
  try {
    return JSON.parse(text);
  } catch {
    throw new Failure(`${join(folder, name)} has been changed: it is no JSON`, 2, 'Run the scenario again.');
  }
}
