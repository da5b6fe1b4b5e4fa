/** A long list of values as a table in which every heading is said once: a line per interval, a column per kind of value. */
import type { Cell, Table } from './chart.js';

export interface Entry {
  /** Texts that lead its line. */
  readonly line: readonly string[];
  readonly column: string;
  readonly cell: Cell;
}

/** `heads`: of the texts that lead the lines. Lines and columns in order of first appearance; a cell without an entry is empty. */
export function crossTable(heads: readonly string[], entries: readonly Entry[]): Table {
  const columns = [...new Set(entries.map(({ column }) => column))];
  const lines = new Map<string, { readonly line: readonly string[]; readonly cells: Map<string, Cell> }>();
  for (const { line, column, cell } of entries) {
    const key = line.join('\n');
    const { cells } = lines.get(key) ?? { cells: new Map<string, Cell>() };
    lines.set(key, { line, cells: cells.set(column, cell) });
  }
  return {
    columns: [...heads, ...columns],
    rows: [...lines.values()].map(({ line, cells }) => [
      ...line,
      ...columns.map((column) => cells.get(column) ?? null),
    ]),
  };
}
