/** What stands in a cell of a CSV file: a number, a time of day or a date; complaints say how to write it, and how to get it out of Excel. */
import { isDate } from '../base/calendar.js';
import { shown } from '../base/fields.js';
import { parseClock, parseShare } from '../base/format.js';
import { guessClock, guessDate, numberHint } from '../base/guess.js';
import { DAY, type Seconds } from '../base/units.js';
import type { CellComplaint, CsvRow, CsvTable } from './csv.js';

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
/** Where a decimal may have a comma, 1.300 is 1300 or 1.3. */
const THOUSANDS_OR_NOT = /^[+-]?[1-9]\d{0,2}\.\d{3}$/;

/** A number in a cell, or a percentage as a share; null when it is neither. A file cut by semicolons may have decimal commas. */
export function numberIn(cell: string, table: CsvTable): number | null {
  const written = cell.trim();
  if (!table.decimalPoint && THOUSANDS_OR_NOT.test(written)) return null;
  const text = table.delimiter === ',' ? written : written.replace(',', '.');
  if (text.endsWith('%')) return parseShare(text);
  const value = NUMBER.test(text) ? Number(text) : NaN;
  return Number.isFinite(value) ? value : null;
}

/** A cell as a message shows it. */
export function shownCell(cell: string): string {
  return cell.trim() === '' ? 'an empty cell' : shown(cell);
}

/** What to do about a cell that is no number. */
export function numberHintIn(cell: string, table: CsvTable): string {
  const written = cell.trim();
  if (written === '') return 'write 0 if nothing is meant';
  if (NUMBER.test(written) && !Number.isFinite(Number(written))) return 'it is too large';
  if (!table.decimalPoint && THOUSANDS_OR_NOT.test(written)) {
    const [thousands, decimal] = [written.replace('.', ''), written.replace('.', ',')];
    return `write ${thousands} if a thousands separator is meant, or ${decimal} if a decimal is`;
  }
  return numberHint(written);
}

/** A local date (empty when there is none) and a clock time. */
export interface LocalMoment {
  readonly date: string;
  readonly clock: Seconds;
}

/** Reads `08:30`, `2026-03-03T08:30` or a date and a time in two columns; complains and gives null otherwise. */
export function momentIn(
  row: CsvRow,
  timeAt: number,
  dateAt: number | null,
  complain: CellComplaint,
): LocalMoment | null {
  const cell = cellAt(row, timeAt);
  const [day = null, time = ''] = WITH_DATE.test(cell) ? cell.split(/[T\s]+/) : [undefined, cell];
  const date = dateAt === null ? day : cellAt(row, dateAt).replace(MIDNIGHT, '');
  if (dateAt !== null && day !== null) {
    const message = `${shown(cell)} has a date, and so has another column`;
    complain(row, timeAt, message, 'leave `date` out of the scenario, or write the time alone: 08:30');
    return null;
  }
  const clock = parseClock(time);
  if (clock === null || clock === DAY) {
    complain(row, timeAt, `${shownCell(cell)} is not a time of day`, timeHint(time));
    return null;
  }
  if (date === null || isDate(date)) return { date: date ?? '', clock };
  complain(row, dateAt ?? timeAt, `${shownCell(date)} is not a date`, dateHint(date));
  return null;
}

/** `2026-03-03T08:30`, and dates in other forms before a time. */
const WITH_DATE = /^\S*\d[-./]\d\S*[T\s]/;
/** What Excel may write after a date. */
const MIDNIGHT = /[T\s]+0?0:00(:00)?$/;

function cellAt({ cells }: CsvRow, column: number): string {
  return (cells[column] ?? '').trim();
}

function timeHint(written: string): string {
  const [start = written] = written.split(/\s*[-–—]\s*/);
  const [guess] = guessClock(start).filter((time) => parseClock(time) !== null);
  if (guess === '24:00') return 'write 00:00, on the next day';
  if (guess !== undefined) return `write ${guess}`;
  if (/^0?[.,]\d+$/.test(written))
    return 'this is how Excel counts: give the column the format hh:mm, and save again';
  const total = /^\p{L}+$/u.test(written) ? '; remove a row of totals' : '';
  return `write 08:30, or 2026-03-03T08:30${total}`;
}

function dateHint(written: string): string {
  if (/^\d{4}-\d\d-\d\d$/.test(written)) return 'there is no such day in the calendar';
  const dates = guessDate(written).filter(isDate);
  const example = dates.length === 0 ? 'year-month-day, such as 2026-03-03' : dates.join(' or ');
  return `write ${example}: in Excel, give the column the format yyyy-mm-dd (JJJJ-MM-TT), and save again`;
}
