/** Rows to CSV after RFC 4180, safe to open in a spreadsheet. */
import Papa from 'papaparse';

export type Cell = string | number | boolean | null | undefined;

/** A text cell that a spreadsheet would run as a formula gets a leading apostrophe; numbers are left alone. */
const FORMULA = /^[=+\-@\t\r]/;

/** With the header line when `header` is given; ends with a line end, so that pieces can be joined. */
export function csv(rows: readonly (readonly Cell[])[], header?: readonly string[]): string {
  const lines = header === undefined ? rows : [header, ...rows];
  if (lines.length === 0) return '';
  return Papa.unparse(lines as Cell[][], { escapeFormulae: FORMULA, newline: '\r\n' }) + '\r\n';
}

/** For each field of a row, its column's name; the compiler shows a field that has none. */
export type Columns<Row> = Readonly<Record<keyof Row & string, string>>;

/** One table over all candidates: the candidate's name, then the row's fields in the order of `columns`. */
export function candidatesCsv<Row>(
  candidates: readonly { readonly name: string; readonly rows: readonly Row[] }[],
  columns: Columns<Row>,
): string {
  const fields = Object.keys(columns) as (keyof Row & string)[];
  return csv(
    candidates.flatMap(({ name, rows }) =>
      rows.map((row) => [name, ...fields.map((field) => row[field] as Cell)]),
    ),
    ['candidate', ...fields.map((field) => columns[field])],
  );
}
