// Rows averaged over replications: matched by their texts, field by field, whatever is missing.
import { expect, test } from 'vitest';
import { halfWidth } from '../../src/analysis/interval.js';
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

test('an amount is averaged over all replications: where there is no row, there was none of it', () => {
  const rows = new RowAverages<{ login: string; handled: number; wait: number | null }>(['handled']);
  rows.add([{ login: 'ana', handled: 4, wait: 10 }]);
  rows.add([]);
  rows.add([{ login: 'ana', handled: 5, wait: 20 }]);
  expect(rows.means()).toEqual([{ login: 'ana', handled: 3, wait: 15 }]);
});

test("a field's half-widths are those of its values, however large they are", () => {
  const values = [1e6 + 4, 1e6 + 7, 1e6 + 1, 1e6 + 2.5];
  const rows = new RowAverages<{ at: string; wait: number | null }>();
  rows.add([{ at: 'noon', wait: null }]);
  for (const wait of values) rows.add([{ at: 'noon', wait }]);
  rows.add([{ at: 'night', wait: 3 }]);
  const [noon, night] = rows.halfWidths('wait');
  expect(noon).toBeCloseTo(halfWidth(values)!, 6);
  expect(night).toBeNull();
});
