// A long list as a table: headings said once, order kept, and what is not there left empty.
import { expect, test } from 'vitest';
import { crossTable } from '../../src/charts/crossTable.js';

test('a line per interval, a column per kind, in order of first appearance; what is missing is empty', () => {
  const entry = (at: string, column: string, cell: number) => ({ line: ['apart', at], column, cell });
  const entries = [entry('09:00', 'chat', 1), entry('09:30', 'chat', 2), entry('09:30', 'messaging', 3)];
  expect(crossTable(['Candidate', 'Interval'], entries)).toEqual({
    columns: ['Candidate', 'Interval', 'chat', 'messaging'],
    rows: [
      ['apart', '09:00', 1, null],
      ['apart', '09:30', 2, 3],
    ],
  });
});
