/** Tables as Parquet for analysts: typed columns, blanks as nulls; one file each for people, intervals, conversations, exchanges. */
import { parquetWriteBuffer, type ColumnSource } from 'hyparquet-writer';
import type { Comparison } from '../analysis/comparison.js';
import { CONVERSATION_COLUMNS, conversationLog } from './conversationsCsv.js';
import type { Cell, Columns } from './csv.js';
import { EXCHANGE_COLUMNS, exchangeLog } from './exchangeLog.js';
import { INTERVAL_COLUMNS } from './intervalsCsv.js';
import { PEOPLE_COLUMNS } from './peopleCsv.js';
import type { Rerun, ResultFile } from './resultFiles.js';

export function parquetFiles({ candidates }: Comparison, runs: readonly Rerun[]): ResultFile[] {
  const conversations: (readonly Cell[])[] = [];
  const exchanges: (readonly Cell[])[] = [];
  for (const run of runs) {
    run.listen(
      conversationLog(run, (rows) => void conversations.push(...rows)),
      exchangeLog(run, (rows) => void exchanges.push(...rows)),
    );
  }
  const intervals = candidates.map(({ name, intervals }) => ({ name, rows: intervals }));
  const people = candidates.map(({ name, people }) => ({ name, rows: people }));
  return [
    { name: 'conversations.parquet', content: parquet(CONVERSATION_COLUMNS, conversations) },
    { name: 'exchanges.parquet', content: parquet(EXCHANGE_COLUMNS, exchanges) },
    { name: 'intervals.parquet', content: ofCandidates(intervals, INTERVAL_COLUMNS) },
    { name: 'people.parquet', content: ofCandidates(people, PEOPLE_COLUMNS) },
  ];
}

function ofCandidates<Row>(
  candidates: readonly { readonly name: string; readonly rows: readonly Row[] }[],
  columns: Columns<Row>,
): Uint8Array {
  const fields = Object.keys(columns) as (keyof Row & string)[];
  return parquet(
    ['candidate', ...fields.map((field) => columns[field])],
    candidates.flatMap(({ name, rows }) =>
      rows.map((row) => [name, ...fields.map((field) => row[field] as Cell)]),
    ),
  );
}

function parquet(names: readonly string[], rows: readonly (readonly Cell[])[]): Uint8Array {
  const columnData = names.map((name, i) =>
    columnOf(
      name,
      rows.map((row) => (row[i] === '' ? null : (row[i] ?? null))),
    ),
  );
  return new Uint8Array(parquetWriteBuffer({ columnData }));
}

/** Of one type in every folder, whatever happened in the run. */
function columnOf(name: string, data: (string | number | boolean | null)[]): ColumnSource {
  const type = FLAGS.has(name) ? 'BOOLEAN' : TEXTS.has(name) ? 'STRING' : 'DOUBLE';
  return { name, data, type, nullable: true };
}

const FLAGS = new Set(['left_silently', 'followed_up', 'waited_for', 'after_warm_up']);
const TEXTS = new Set([
  ...['candidate', 'conversation', 'stream', 'channel', 'opened_by', 'arrived', 'ending'],
  ...['person', 'login', 'wrote', 'interval', 'group'],
]);
