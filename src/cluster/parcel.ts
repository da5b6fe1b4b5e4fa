/** An outcome on its way from thread to thread: a table's numbers in one array, for rows as objects cost twice as much to clone. */
import { isUnavailable, type Outcome } from '../analysis/jobs.js';
import type { RunReport } from '../metrics/runReport.js';
import type { Unavailable } from '../engine/mode.js';

type TableName = 'intervals' | 'people' | 'logins' | 'reportRows';

export type Parcel =
  | Unavailable
  | {
      readonly rest: Omit<RunReport, TableName>;
      readonly tables: Readonly<Record<TableName, Table>>;
    };

/** Cells row by row. */
interface Table {
  readonly rows: number;
  /** In the order in which every row has them. */
  readonly fields: readonly string[];
  /** Of all cells; 0 where `others` stands. */
  readonly numbers: Float64Array;
  /** Texts and nulls, and the places of their cells. */
  readonly others: readonly (string | null)[];
  readonly places: Uint32Array;
}

type Cell = string | number | null;

export function pack(outcome: Outcome): Parcel {
  if (isUnavailable(outcome)) return outcome;
  const { intervals, people, logins, reportRows, ...rest } = outcome;
  return {
    rest,
    tables: {
      intervals: packRows(intervals),
      people: packRows(people),
      logins: packRows(logins),
      reportRows: packRows(reportRows),
    },
  };
}

export function open(parcel: Parcel): Outcome {
  if ('unavailable' in parcel) return parcel;
  const { rest, tables } = parcel;
  return {
    ...rest,
    intervals: openRows(tables.intervals),
    people: openRows(tables.people),
    logins: openRows(tables.logins),
    reportRows: openRows(tables.reportRows),
  };
}

/** No field may be missing: where one row has it, all have it. */
function packRows<Row extends { readonly [Field in keyof Row]-?: Cell }>(rows: readonly Row[]): Table {
  const fields = Object.keys(rows[0] ?? {});
  const numbers = new Float64Array(rows.length * fields.length);
  const others: (string | null)[] = [];
  const places: number[] = [];
  let place = 0;
  for (const row of rows) {
    for (const cell of Object.values<Cell>(row)) {
      if (typeof cell === 'number') numbers[place] = cell;
      else {
        others.push(cell);
        places.push(place);
      }
      place++;
    }
  }
  if (place !== numbers.length)
    throw new Error(`not all rows of a table have the ${fields.length} fields of its first`);
  return { rows: rows.length, fields, numbers, others, places: Uint32Array.from(places) };
}

function openRows<Row>({ rows, fields, numbers, others, places }: Table): Row[] {
  // Copies of one object share its hidden class: fields are written in place, not added.
  const empty = Object.fromEntries(fields.map((field): [string, Cell] => [field, null]));
  let place = 0;
  let other = 0;
  return Array.from({ length: rows }, () => {
    const row = { ...empty };
    for (const field of fields) {
      row[field] = (places[other] === place ? others[other++] : numbers[place]) ?? null;
      place++;
    }
    return row as Row;
  });
}
