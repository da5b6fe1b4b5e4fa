/** CSV files by column name, with the line and column of every cell that is wrong. */
import Papa from 'papaparse';
import { shown } from '../base/fields.js';
import { nearest } from '../base/nearest.js';
import type { Path } from './document.js';
import { notUtf8, type NotUtf8 } from './encoding.js';
import type { Findings } from './findings.js';

/** Reads a file named in the scenario, relative to it; undefined when there is none. */
export type ReadFile = (relativePath: string) => string | undefined;

export interface CsvRow {
  /** 1-based line in the file. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface CsvTable {
  readonly file: string;
  readonly header: readonly string[];
  readonly rows: readonly CsvRow[];
  readonly delimiter: string;
  /** Whether a point in a number is known to stand before decimals, and not before thousands. */
  readonly decimalPoint: boolean;
  readonly text: string;
  /** The row whose last cell begins with a quote that is never closed: it has taken in all that follows. */
  readonly openQuote: CsvRow | null;
}

/** A cell that is wrong; at most `MOST_PER_FILE` are told per file. */
export type CellComplaint = (row: CsvRow, column: number, message: string, hint?: string) => void;

const MOST_PER_FILE = 10;
const SAVE_AS_UTF8 = 'in Excel, save it as "CSV UTF-8"';

/** The CSV files of one scenario; each is read once. */
export class CsvFiles {
  private readonly tables = new Map<string, CsvTable | null>();
  private readonly complaints = new Map<string, number>();

  constructor(
    private readonly read: ReadFile,
    private readonly findings: Findings,
  ) {}

  /** The table in a file; null, and a finding at `path`, when there is none. */
  open(file: string, path: Path): CsvTable | null {
    let table = this.tables.get(file);
    if (table === undefined) {
      const text = this.read(file);
      table = text === undefined ? null : readTable(file, text);
      this.tables.set(file, table);
    }
    if (table === null) {
      this.findings.error(
        path,
        `file ${shown(file)} is not there`,
        'paths are relative to the scenario file',
      );
    } else if (this.refuseUnreadable(table, path)) {
      return null;
    } else if (table.rows.length === 0) {
      this.findings.error(
        path,
        `file ${shown(file)} has no rows`,
        'it needs a header line and at least one row',
      );
      return null;
    }
    return table;
  }

  private refuseUnreadable(table: CsvTable, path: Path): boolean {
    const { file, text, openQuote } = table;
    const tell = (place: Omit<NotUtf8, 'message'>, message: string, hint: string): true => {
      const { line, column } = place;
      const elsewhere = { file, line, column };
      this.findings.add({ severity: 'error', path, part: 'value', message, hint, elsewhere });
      return true;
    };
    const wrong = notUtf8(text);
    if (wrong !== null) return tell(wrong, wrong.message, SAVE_AS_UTF8);
    if (openQuote === null) return false;
    const place = { line: openQuote.line, column: columnOf(table, openQuote, openQuote.cells.length - 1) };
    return tell(place, 'a quote begins here and never ends', 'remove it, or close it in the same cell');
  }

  /** Index of a column; −1, and a finding at `path`, when there is none, or more than one. */
  column(table: CsvTable, name: string, path: Path): number {
    const index = table.header.indexOf(name);
    if (index < 0) {
      const close = nearest(name, table.header);
      const names = table.header.filter((column) => column !== '').join(', ');
      const noNames = table.header.some((column) => /^\d/.test(column)) || !/,/.test(names);
      const first = noNames ? ', or put a line with the names of the columns first' : '';
      const hint =
        close === undefined
          ? `its first line says ${names}: name the right one with \`${String(path.at(-1))}\`${first}`
          : `did you mean "${close}"?`;
      this.findings.error(path, `${table.file} has no column ${shown(name)}`, hint);
    } else if (table.header.includes(name, index + 1)) {
      this.findings.error(
        path,
        `${table.file} has two columns ${shown(name)}`,
        'give each a name of its own',
      );
      return -1;
    }
    return index;
  }

  /** A way to complain about cells of a table that `path` refers to. */
  complainer(table: CsvTable, path: Path): CellComplaint {
    const isNew = !this.complaints.has(table.file);
    const complain = this.complaintsOf(table, path);
    if (isNew) complainOfLongRows(table, complain);
    return complain;
  }

  private complaintsOf(table: CsvTable, path: Path): CellComplaint {
    if (!this.complaints.has(table.file)) this.complaints.set(table.file, 0);
    return (row, column, message, hint) => {
      const count = (this.complaints.get(table.file) ?? 0) + 1;
      this.complaints.set(table.file, count);
      if (count > MOST_PER_FILE) return;
      const last = count === MOST_PER_FILE;
      this.findings.add({
        severity: 'error',
        path,
        part: 'value',
        message,
        ...(last
          ? { hint: 'there may be more in this file; only the first ten are shown' }
          : hint === undefined
            ? {}
            : { hint }),
        elsewhere: { file: table.file, line: row.line, column: columnOf(table, row, column) },
      });
    };
  }
}

/** What follows the last column would be lost: 1,300 would be read as 1. */
function complainOfLongRows({ header, rows, delimiter }: CsvTable, complain: CellComplaint): void {
  for (const row of rows) {
    const more = row.cells.findIndex((cell, index) => index >= header.length && cell.trim() !== '');
    if (more < 0) continue;
    complain(
      row,
      more,
      `${shown(row.cells[more] ?? '')} stands after the last column: the header has ${header.length}`,
      delimiter === ','
        ? 'a number with a comma in it needs quotes, or semicolons between the columns'
        : 'give the column a name',
    );
  }
}

/** A first line with which Excel says what separates the columns: `sep=;`. */
const SEPARATOR = /^"?sep=(.)"?\r?$/i;

function readTable(file: string, original: string): CsvTable {
  const text = original.replace(/^\uFEFF/, '');
  const [first = ''] = text.split('\n', 1);
  const said = SEPARATOR.exec(first)?.[1];
  const delimiter = said ?? delimiterOf(first);
  const { data, errors } = Papa.parse<string[]>(text, { delimiter });
  const rows: CsvRow[] = [];
  let line = 1;
  for (const cells of data) {
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ line, cells });
    line += 1 + cells.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0);
  }
  const openQuote = errors.some(({ code }) => code === 'MissingQuotes') ? (rows.at(-1) ?? null) : null;
  if (said !== undefined) rows.shift();
  const header = rows.shift()?.cells.map((name) => name.trim()) ?? [];
  const decimalPoint =
    delimiter === ',' || rows.some(({ cells }) => cells.some((cell) => DECIMAL.test(cell)));
  return { file, header, rows, delimiter, decimalPoint, text, openQuote };
}

/** No point stands there before thousands: 0.125, 4.5, 1245.125. */
const DECIMAL = /^\s*[+-]?(0\.\d+|\d{4,}\.\d+|\d+\.(\d{1,2}|\d{4,}))\s*$/;

/** Judged by the header line alone: the cells below may have decimal commas. */
function delimiterOf(header: string): string {
  const count = (delimiter: string): number => header.split(delimiter).length;
  return [',', ';', '\t'].reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
}

/** 1-based column in its line at which a cell starts. */
function columnOf({ text, delimiter }: CsvTable, { line }: CsvRow, cell: number): number {
  const content = text.split(/\r?\n/)[line - 1] ?? '';
  let quoted = false;
  let passed = 0;
  for (let index = 0; index < content.length && passed < cell; index++) {
    if (content[index] === '"') quoted = !quoted;
    else if (content[index] === delimiter && !quoted && ++passed === cell) return index + 2;
  }
  return 1;
}
