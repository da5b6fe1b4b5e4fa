/** Reads back what a folder of results holds. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from './failure.js';

/**
 * What blendsim wrote is taken as it stands: a folder is ours or it is not.
 * @throws Failure when there is no such file in it, or no JSON.
 */
export function readResult(folder: string, name: string): unknown {
  try {
    return JSON.parse(readFileSync(join(folder, name), 'utf8'));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Failure(`${folder} is not a folder of results: ${why}`, 2, 'blendsim run writes one');
  }
}
