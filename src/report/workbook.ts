/** The comparison as sheets that planners recognise; numbers stay numbers, and a format says how they look. */
import { answers } from '../analysis/answer.js';
import type { Comparison } from '../analysis/comparison.js';
import { DAY, HOUR } from '../base/units.js';
import { wallTime } from '../charts/clock.js';
import type { Unit } from '../metrics/measures.js';
import { isAssumed } from '../scenario/provenance.js';
import { CHANNELS, type Channel } from '../scenario/types.js';
import type { Inputs } from './assumptionsJson.js';
import { comparisonGroups, shownIn, type ComparisonCell } from './comparisonRows.js';
import type { Cell, Columns } from './csv.js';
import { bracketNotes, rangeNotes } from './intervalNotes.js';
import { INTERVAL_COLUMNS } from './intervalsCsv.js';
import { LOGIN_COLUMNS, loginRows, type PlannedLogins } from './loginsCsv.js';
import { PEOPLE_COLUMNS } from './peopleCsv.js';
import { REPORT_COLUMNS } from './reportsCsv.js';

export const WORKBOOK = 'results.xlsx';

export interface Sheet {
  readonly name: string;
  /** Stands frozen above the rows. */
  readonly header: readonly string[];
  readonly rows: readonly (readonly SheetCell[])[];
}

/** null: empty. */
export type SheetCell = string | FormattedNumber | null;

export interface FormattedNumber {
  readonly value: number;
  /** As Excel writes it. */
  readonly format: string;
}

/** Durations are Excel's: parts of a day. */
const DURATION = '[h]:mm:ss';
const PERCENT = '0.0%';
const MOMENT = 'yyyy-mm-dd hh:mm';
/** Days from Excel's day 0 to 1970. */
const EPOCH = 25_569;

export function workbook(
  comparison: Comparison,
  inputs: readonly Inputs[],
  planned: readonly PlannedLogins[],
): Sheet[] {
  const { candidates } = comparison;
  return [
    summary(comparison),
    rowsSheet(
      'Intervals',
      candidates.map(({ name, intervals }) => ({ name, rows: intervals })),
      INTERVAL_COLUMNS,
      // The interval beside it says it as a moment.
      (field) => field !== 'start',
    ),
    rowsSheet(
      'People',
      candidates.map(({ name, people }) => ({ name, rows: people })),
      PEOPLE_COLUMNS,
    ),
    logins(comparison, planned),
    ...CHANNELS.map((family) => reports(comparison, family)),
    assumptions(inputs),
  ];
}

function summary(comparison: Comparison): Sheet {
  const { candidates, scenario, question, seed, replications, findings } = comparison;
  const names = candidates.map(({ name }) => name);
  const groups = comparisonGroups(comparison);
  const lines = groups.flatMap(({ title, rows }) =>
    rows.map(({ label, isPart, measure, cells }) => [
      ...[title, isPart ? `  ${label}` : label],
      ...cells.flatMap((cell) => meanAndHalfWidth(cell, measure.unit)),
      cells.find(({ isBest }) => isBest)?.candidate ?? null,
    ]),
  );
  const told = answers(comparison).map(({ about, sentence, certainty, why }) => [
    about,
    `${sentence} (${certainty}) ${why}`,
  ]);
  return {
    name: 'Summary',
    header: ['', 'Measure', ...names.flatMap((name) => [name, `± ${name}`]), 'Best beyond chance'],
    rows: [
      ...lines,
      [],
      ...told,
      ...findings.map((finding) => ['Finding', finding]),
      ...bracketNotes(comparison, findings).map((note) => ['', note]),
      [],
      ['Scenario', scenario],
      ...(question === null ? [] : [['Question', question]]),
      ['Seed', seed],
      ['Replications', { value: replications, format: '0' }],
      ['±', 'Half-width of the 95 % interval over the replications'],
      ...rangeNotes(shownIn(groups)).map((note) => ['', note]),
    ],
  };
}

function meanAndHalfWidth({ estimate, grows }: ComparisonCell, unit: Unit): SheetCell[] {
  if (estimate === null) return [null, null];
  if (grows) return ['grows', null];
  const { mean, halfWidth } = estimate;
  return [inUnit(mean, unit), halfWidth === null ? null : inUnit(halfWidth, unit)];
}

function inUnit(value: number, unit: Unit): FormattedNumber {
  switch (unit) {
    case 'seconds':
      return { value: value / DAY, format: DURATION };
    case 'hours':
      return { value: (value * HOUR) / DAY, format: DURATION };
    case 'share':
      return { value, format: PERCENT };
    case 'count':
      return { value, format: '#,##0' };
    case 'number':
    case 'perHour':
    case 'money':
    case 'ratio':
      return { value, format: '#,##0.00' };
  }
}

/** One line per row of a candidate, in the columns of its CSV file. */
function rowsSheet<Row>(
  name: string,
  candidates: readonly { readonly name: string; readonly rows: readonly Row[] }[],
  columns: Columns<Row>,
  isShown: (field: keyof Row & string) => boolean = () => true,
): Sheet {
  const fields = (Object.keys(columns) as (keyof Row & string)[]).filter(isShown);
  return {
    name,
    header: ['Candidate', ...fields.map((field) => heading(columns[field]))],
    rows: candidates.flatMap(({ name: candidate, rows }) =>
      rows.map((row) => [candidate, ...fields.map((field) => formatted(columns[field], row[field] as Cell))]),
    ),
  };
}

/** The columns that a family shows are those that any of its rows fills. */
function reports({ candidates }: Comparison, family: Channel): Sheet {
  const rows = candidates.map(({ name, reportRows }) => ({
    name,
    rows: reportRows.filter((row) => row.family === family),
  }));
  const all = rows.flatMap((one) => one.rows);
  const title = `${family.charAt(0).toUpperCase()}${family.slice(1)} report`;
  return rowsSheet(title, rows, REPORT_COLUMNS, (field) => all.some((row) => row[field] !== null));
}

function logins(comparison: Comparison, planned: readonly PlannedLogins[]): Sheet {
  return {
    name: 'Logins',
    header: LOGIN_COLUMNS.map(heading),
    rows: loginRows(comparison, planned).map((cells) =>
      cells.map((cell, i) => formatted(LOGIN_COLUMNS[i] ?? '', cell)),
    ),
  };
}

function assumptions(inputs: readonly Inputs[]): Sheet {
  return {
    name: 'Assumptions',
    header: ['Scenario', 'Input', 'Value', 'Measured here?', 'Where from'],
    rows: inputs.flatMap(({ file, values }) =>
      values.map((one) => [
        ...[file, one.path, one.value],
        ...[isAssumed(one) ? 'no, a default' : 'as the file says', one.source.replace(/^default: /, '')],
      ]),
    ),
  };
}

/** `queue_wait_seconds` → `Queue wait`: the format shows that it is a duration. */
function heading(column: string): string {
  const words = column.replace(/_(?:seconds|hours)$/, '').replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const SHARES = /_share$|_share_|_rate$|^utilisation$|^visible_/;
const COUNTS =
  /^(?:replication|answers|max_concurrency|load_max|measured_max_concurrency|max_chats|max_messaging)$/;

function formatted(column: string, cell: Cell): SheetCell {
  if (cell === null || cell === undefined) return null;
  if (typeof cell !== 'number') {
    if (column !== 'interval') return String(cell);
    return { value: wallTime(String(cell)) / (DAY * 1000) + EPOCH, format: MOMENT };
  }
  if (column.endsWith('_seconds')) return inUnit(cell, 'seconds');
  if (column.endsWith('_hours')) return inUnit(cell, 'hours');
  if (SHARES.test(column)) return inUnit(cell, 'share');
  return COUNTS.test(column) ? inUnit(cell, 'count') : inUnit(cell, 'number');
}
