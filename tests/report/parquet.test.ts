// The Parquet files as another library reads them, against the run that they tell of.
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { beforeAll, expect, test } from 'vitest';
import { MODES } from '../../src/modes/registry.js';
import { parquetFiles } from '../../src/report/parquet.js';
import { simulate } from '../../src/simulate.js';
import { peopleOf, perHour, scenarioOf, shiftOf, streamOf } from '../support/scenarioOf.js';
import { smallComparison } from './smallComparison.js';

type Row = Readonly<Record<string, unknown>>;

/** With consumers who leave without a sign, and agents who follow up unasked: answers that nobody waited for. */
const scenario = scenarioOf({
  streams: [
    streamOf({
      arrivals: perHour(20),
      conversation: { patience: { kind: 'exponential', mean: 60 }, silentShare: 0.5, silenceTimeout: 360 },
    }),
    streamOf({
      channel: 'messaging',
      arrivals: perHour(10),
      conversation: { follow: { byAgent: 0.3 } },
    }),
  ],
  people: peopleOf(3, { shifts: [shiftOf(8 * 3600, 16 * 3600)] }),
});
const mode = MODES[0]!.name;
const report = simulate(scenario, mode, 0);
if ('unavailable' in report) throw new Error(report.unavailable);

const tables = new Map<string, Row[]>();
const bytes = new Map<string, ArrayBuffer>();
beforeAll(async () => {
  const run = {
    ...{ candidate: mode, replication: 1 },
    listen: (...observers: Parameters<typeof simulate>[3] & object) =>
      void simulate(scenario, mode, 0, observers),
  };
  for (const { name, content } of parquetFiles(smallComparison(), [run])) {
    if (!(content instanceof Uint8Array)) throw new Error(`${name} is not bytes`);
    const file = content.slice().buffer;
    bytes.set(name, file);
    tables.set(name.replace('.parquet', ''), (await parquetReadObjects({ file })) as Row[]);
  }
});

const table = (name: string): Row[] => tables.get(name) ?? [];
const mean = (rows: readonly Row[], column: string): number =>
  rows.reduce((sum, row) => sum + Number(row[column]), 0) / rows.length;

test('conversations are those that the run counted, with their types', () => {
  const rows = table('conversations');
  expect(rows).toHaveLength(report.scopes['all']!.offered!);
  expect(rows[0]).toMatchObject({ candidate: mode, replication: 1 });
  expect(typeof rows[0]!['arrived_seconds']).toBe('number');
  expect(typeof rows[0]!['left_silently']).toBe('boolean');
});

test('exchanges add up: the parts to the whole, first answers and all answers to the means of the run', () => {
  const rows = table('exchanges');
  expect(rows).toHaveLength(report.scopes['all']!.answers!);
  for (const row of rows) {
    const parts = ['in_queue_seconds', 'in_workspace_seconds', 'being_written_seconds'].map((part) =>
      Number(row[part]),
    );
    expect(Math.min(...parts)).toBeGreaterThanOrEqual(-1e-6);
    expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(Number(row['answered_after_seconds']), 6);
  }
  expect(rows.some((row) => row['waited_for'] === false)).toBe(true);
  const waited = rows.filter((row) => row['waited_for'] === true);
  const firsts = waited.filter((row) => row['exchange'] === 1);
  expect(mean(waited, 'answered_after_seconds')).toBeCloseTo(report.scopes['all']!.responseMean!, 6);
  expect(mean(firsts, 'answered_after_seconds')).toBeCloseTo(report.scopes['all']!.firstResponseMean!, 6);
});

test('intervals and people are those of the comparison; no data is a null, and a column keeps its type', () => {
  const [candidate] = smallComparison().candidates;
  expect(table('people')[0]).toMatchObject({ candidate: 'apart', person: '=Ana' });
  expect(table('people')[0]!['worked_seconds']).toBe(candidate!.people[0]!.workedSeconds);
  expect(table('intervals')[0]!['interval']).toBe('2026-03-03 08:00');
  const types = (file: string) =>
    Object.fromEntries(parquetMetadata(bytes.get(file)!).schema.map(({ name, type }) => [name, type]));
  expect(types('people.parquet')).toMatchObject({ person: 'BYTE_ARRAY', load: 'DOUBLE' });
  expect(types('conversations.parquet')).toMatchObject({ followed_up: 'BOOLEAN', answers: 'DOUBLE' });
});
