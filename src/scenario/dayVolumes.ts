/** Volumes as written, inline or in CSV files → what is expected in each interval of each day, still in clock times. */
import { shown } from '../base/fields.js';
import { formatClock, formatDuration } from '../base/format.js';
import { DAY, type Seconds } from '../base/units.js';
import { momentIn, numberHintIn, numberIn, shownCell } from './cells.js';
import type { CellComplaint, CsvRow, CsvTable } from './csv.js';
import type { Path } from './document.js';
import type { Resolving } from './resolving.js';

/** Expected arrivals from one clock time on, for some length. */
export interface Slot {
  readonly from: Seconds;
  readonly length: Seconds;
  readonly expected: number;
}

/** Slots of a typical day, or of each date. */
export type DayVolumes =
  { readonly typical: readonly Slot[] } | { readonly byDate: ReadonlyMap<string, readonly Slot[]> };

/** Slots from a list of values in consecutive intervals. */
export function inlineSlots(
  context: Resolving,
  path: Path,
  values: readonly number[],
  from: Seconds,
  length: Seconds,
): readonly Slot[] {
  const end = from + values.length * length;
  if (end > DAY) {
    const fitting = Math.floor((DAY - from) / length);
    const message = `${values.length} intervals of ${formatDuration(length)} from ${formatClock(from)} on run past midnight`;
    context.findings.error(path, message, `${fitting} fit`);
  }
  return values
    .map((expected, index) => ({ from: from + index * length, length, expected }))
    .filter((slot) => slot.from + length <= DAY);
}

/** Which columns of a volume file mean what. */
export interface VolumeColumns {
  readonly time: string;
  readonly date: string | undefined;
  readonly count: string;
  readonly interval: Seconds | undefined;
}

interface Entry {
  readonly row: CsvRow;
  readonly from: Seconds;
  readonly expected: number;
}

/** Slots from a CSV file, checked for order, overlaps and holes; `keys` are the names of the fields that name the columns. */
export function fileSlots(
  context: Resolving,
  path: Path,
  file: string,
  columns: VolumeColumns,
  keys: { readonly time: string; readonly count: string },
): DayVolumes | null {
  const table = context.files.open(file, [...path, 'file']);
  if (table === null) return null;
  const timeAt = context.files.column(table, columns.time, [...path, keys.time]);
  const countAt = context.files.column(table, columns.count, [...path, keys.count]);
  const dateAt =
    columns.date === undefined ? null : context.files.column(table, columns.date, [...path, 'date']);
  if (timeAt < 0 || countAt < 0 || (dateAt !== null && dateAt < 0)) return null;

  const complain = context.files.complainer(table, path);
  const days = new Map<string, Entry[]>();
  let timesUnread = 0;
  for (const row of table.rows) {
    const moment = momentIn(row, timeAt, dateAt, complain);
    const expected = countIn(row, countAt, table, complain) ?? 0;
    if (moment === null) {
      timesUnread++;
      continue;
    }
    const day = days.get(moment.date) ?? [];
    day.push({ row, from: moment.clock, expected });
    days.set(moment.date, day);
  }
  if (timesUnread > 0) return null;
  return asVolumes(
    days,
    columns.interval ?? stepOf(days) ?? context.calendar.tables.interval,
    timeAt,
    complain,
  );
}

function asVolumes(
  days: ReadonlyMap<string, readonly Entry[]>,
  interval: Seconds,
  timeAt: number,
  complain: CellComplaint,
): DayVolumes {
  const byDate = new Map<string, readonly Slot[]>();
  for (const [date, entries] of days) byDate.set(date, slotsOf(entries, interval, timeAt, complain));
  const typical = byDate.get('');
  return typical === undefined ? { byDate } : { typical };
}

function slotsOf(
  entries: readonly Entry[],
  length: Seconds,
  timeAt: number,
  complain: CellComplaint,
): readonly Slot[] {
  const ordered = [...entries].sort((a, b) => a.from - b.from);
  for (const [index, { row, from }] of ordered.entries()) {
    const before = ordered[index - 1];
    if (before !== undefined) checkStep(row, before.from, from, length, timeAt, complain);
    if (from + length > DAY)
      complain(row, timeAt, `the interval from ${formatClock(from)} on runs past midnight`);
  }
  return ordered.map(({ from, expected }) => ({ from, length, expected }));
}

function checkStep(
  row: CsvRow,
  before: Seconds,
  from: Seconds,
  length: Seconds,
  timeAt: number,
  complain: CellComplaint,
): void {
  const step = from - before;
  if (step === length) return;
  if (step === 0) {
    complain(
      row,
      timeAt,
      `a second row for ${formatClock(from)}`,
      'keep one, or name the column that holds the date',
    );
  } else if (step < length) {
    const message = `the interval from ${formatClock(from)} on overlaps the one from ${formatClock(before)} on`;
    complain(row, timeAt, message, `intervals are ${formatDuration(length)} long`);
  } else {
    const message = `there is no row for ${formatClock(before + length)}, between ${formatClock(before)} and ${formatClock(from)}`;
    complain(row, timeAt, message, 'add it, with 0 if nothing arrives');
  }
}

/** The smallest step between two times of one day. */
function stepOf(days: ReadonlyMap<string, readonly Entry[]>): Seconds | null {
  let smallest = Infinity;
  for (const entries of days.values()) {
    const times = entries.map(({ from }) => from).sort((a, b) => a - b);
    for (const [index, time] of times.entries()) {
      const step = time - (times[index - 1] ?? -Infinity);
      if (step > 0) smallest = Math.min(smallest, step);
    }
  }
  return Number.isFinite(smallest) ? smallest : null;
}

function countIn(row: CsvRow, countAt: number, table: CsvTable, complain: CellComplaint): number | null {
  const cell = row.cells[countAt] ?? '';
  const value = numberIn(cell, table);
  if (value === null) {
    complain(row, countAt, `${shownCell(cell)} is not a number`, numberHintIn(cell, table));
    return null;
  }
  if (value < 0) {
    complain(row, countAt, `${shown(value)} is below 0, the least allowed`);
    return null;
  }
  return value;
}
