/** What a manager reads who merges report rows by adding them up, against the truth. */
import { ratio } from './noData.js';
import type { FamilyRow } from './familyRows.js';
import type { PersonSums } from './personSums.js';

/** What is shown ÷ what is true; null where either has no data. */
export interface Distortion {
  readonly handledPerHour: number | null;
  readonly utilisation: number | null;
  readonly wait: number | null;
}

/** `rows` are all that the manager has of those whose truth this is. */
export function distortion(truth: PersonSums, rows: readonly FamilyRow[]): Distortion {
  const total = (of: (row: FamilyRow) => number): number => rows.reduce((sum, row) => sum + of(row), 0);
  const loggedIn = total(({ row }) => row.loggedInSeconds);
  const capacityUsed = total(({ row, capacityUse }) => (capacityUse ?? 0) * row.loggedInSeconds);
  return {
    handledPerHour: quotient(
      ratio(
        total(({ output }) => output),
        loggedIn,
      ),
      ratio(truth.handledChats + truth.handledMessaging, truth.shift),
    ),
    utilisation: quotient(ratio(capacityUsed, loggedIn), ratio(truth.worked, truth.shift)),
    wait: quotient(
      ratio(
        total(({ waitSeconds }) => waitSeconds),
        total(({ waits }) => waits),
      ),
      ratio(truth.firstResponseSeconds, truth.firstResponses),
    ),
  };
}

function quotient(shown: number | null, truth: number | null): number | null {
  return shown === null || truth === null ? null : ratio(shown, truth);
}
