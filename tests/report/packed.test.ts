// The data of a page of charts: nothing is lost by packing, and what is the same is there once.
import { expect, test } from 'vitest';
import { CHARTS } from '../../src/charts/registry.js';
import { packed, type Packed, type PackedRows } from '../../src/report/packed.js';
import { fixedComparison } from '../charts/fixedComparison.js';

function unpacked(part: unknown, columns: Packed['columns']): unknown {
  if (Array.isArray(part)) return part.map((one) => unpacked(one, columns));
  if (typeof part !== 'object' || part === null) return part;
  if (!('fields' in part && 'columns' in part))
    return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, unpacked(value, columns)]));
  const { fields, columns: places } = part as PackedRows;
  const own = places.map((place) => {
    const column = columns[place]!;
    return 'words' in column ? column.at.map((at) => column.words[at]) : column;
  });
  return own[0]!.map((_, row) => Object.fromEntries(fields.map((field, i) => [field, own[i]![row]])));
}

test('every chart is unpacked to what it was', () => {
  const specs = CHARTS.map(({ draw }) => draw(fixedComparison())?.spec);
  const { specs: small, columns } = packed(specs);
  expect(unpacked(small, columns)).toEqual(specs);
});

test('a column that two charts share stands once; of words that come again each stands once', () => {
  const rows = Array.from({ length: 9 }, (_, i) => ({
    candidate: i < 5 ? 'apart' : 'together',
    value: i / 7,
  }));
  const others = rows.map(({ candidate }, i) => ({ other: candidate, time: i }));
  const { specs, columns } = packed([{ data: { values: rows } }, { layer: [{ values: others }] }]);
  expect(specs).toEqual([
    { data: { values: { fields: ['candidate', 'value'], columns: [0, 1] } } },
    { layer: [{ values: { fields: ['other', 'time'], columns: [0, 2] } }] },
  ]);
  expect(columns[0]).toEqual({ words: ['apart', 'together'], at: [0, 0, 0, 0, 0, 1, 1, 1, 1] });
  expect(columns[1]).toEqual(rows.map(({ value }) => value));
});

test('what is no list of like rows is left as it is', () => {
  for (const values of [[], [1, 2], [{ a: 1 }, { b: 2 }], [{ a: 1 }, { a: 1, b: 2 }], [{}], [null]])
    expect(packed([{ values }])).toEqual({ specs: [{ values }], columns: [] });
});
