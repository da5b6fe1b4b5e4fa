/** Where a run's files end up: what was hours in the making is not lost to a full disk or to a file that Excel has open. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ResultFile } from '../report/resultFiles.js';
import { placeOfHalf, replaceFolder } from '../report/writeFolder.js';
import { Failure, systemSentence } from './failure.js';

export interface Kept {
  readonly place: string;
  /** Why that is not where they were to go; to be thrown when all is told. */
  readonly failure: Failure | null;
}

/** @throws what the disk said, when there is no writing anywhere. */
export function keepFiles(folder: string, files: readonly ResultFile[], isHalf: boolean): Kept {
  const asked = isHalf ? placeOfHalf(folder) : folder;
  try {
    replaceFolder(asked, files);
    return { place: asked, failure: null };
  } catch (error) {
    const why = systemSentence(error);
    const place = why === null ? null : elsewhere(files);
    if (place === null) throw error;
    const failure = new Failure(
      `${why}; these results are in ${place} instead`,
      1,
      `Move them to a folder that you keep. ${asked} is as it was before.`,
    );
    return { place, failure };
  }
}

/** null: there is no room there either. */
function elsewhere(files: readonly ResultFile[]): string | null {
  let place: string | undefined;
  try {
    place = mkdtempSync(join(tmpdir(), 'blendsim-results-'));
    replaceFolder(place, files);
    return place;
  } catch {
    if (place !== undefined) rmSync(place, { recursive: true });
    return null;
  }
}
