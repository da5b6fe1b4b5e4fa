// Rows averaged over replications: matched by their texts, field by field, whatever is missing.
import { expect, test } from 'vitest';
import { RowAverages } from '../../src/analysis/rows.js';

test('rows with the same texts are one row; null and absence are not zeros', () => {
  const rows = new RowAverages<{ login: string; person: string; handled: number; wait: number | null }>();
  rows.add([
    { login: 'ana', person: 'Ana', handled: 4, wait: null },
    { login: 'ana chat', person: 'Ana', handled: 1, wait: 8 },
  ]);
  rows.add([{ login: 'ana', person: 'Ana', handled: 7, wait: 20 }]);
  rows.add([
    { login: 'ana chat', person: 'Ana', handled: 2, wait: null },
    { login: 'ana', person: 'Ana', handled: 1, wait: null },
    { login: 'ben', person: 'Ben', handled: 3, wait: null },
  ]);
  expect(rows.means()).toEqual([
    { login: 'ana', person: 'Ana', handled: 4, wait: 20 },
    { login: 'ana chat', person: 'Ana', handled: 1.5, wait: 8 },
    { login: 'ben', person: 'Ben', handled: 3, wait: null },
  ]);
});
