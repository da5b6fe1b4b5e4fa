// The workbook as another library reads it: sheets, numbers that are numbers, formats, frozen headings.
import { read, type CellObject, type WorkBook } from '@e965/xlsx';
import { beforeAll, expect, test } from 'vitest';
import { workbook } from '../../src/report/workbook.js';
import { workbookBytes } from '../../src/report/writeWorkbook.js';
import { smallComparison } from './smallComparison.js';

const inputs = [
  {
    file: 'two-agents.yaml',
    values: [
      { path: 'seed', value: '7', source: 'default: any will do' },
      { path: 'traffic[0].volume', value: '540 a day', source: 'line 4' },
    ],
  },
];

let book: WorkBook;
beforeAll(async () => {
  const bytes = await workbookBytes(workbook(smallComparison(), inputs, []));
  book = read(bytes, { cellNF: true, cellStyles: true, bookFiles: true });
});

/** The cell under a heading, in a row of the sheet counted from 1; the heading is row 1. */
function cell(sheet: string, heading: string, row: number): CellObject | undefined {
  const cells = book.Sheets[sheet]!;
  const head = Object.keys(cells).find(
    (at) => /^[A-Z]+1$/.test(at) && (cells[at] as CellObject).v === heading,
  );
  expect(head, `${sheet} has a column ${heading}`).toBeDefined();
  return cells[`${head!.slice(0, -1)}${row}`] as CellObject | undefined;
}

test('the sheets that planners expect, each report family as the vendor shows it', () => {
  expect(book.SheetNames).toEqual([
    ...['Summary', 'Intervals', 'People', 'Logins', 'Chat report', 'Messaging report', 'Assumptions'],
  ]);
});

test('numbers are numbers; shares, durations and moments have their format', () => {
  expect(cell('Summary', 'apart', 2)).toMatchObject({ t: 'n', v: 540, z: '#,##0' });
  expect(cell('Summary', '± apart', 2)).toMatchObject({ t: 'n', v: 12.5 });
  expect(cell('Intervals', 'Interval', 3)).toMatchObject({
    t: 'n',
    z: 'yyyy-mm-dd hh:mm',
    w: '2026-03-03 08:30',
  });
  expect(cell('Intervals', 'Offered', 2)).toMatchObject({ t: 'n', v: 10 });
  const [person] = smallComparison().candidates[0]!.people;
  expect(cell('People', 'Worked', 2)).toMatchObject({
    t: 'n',
    v: person!.workedSeconds / 86_400,
    z: '[h]:mm:ss',
  });
  expect(cell('People', 'Utilisation', 2)).toMatchObject({ t: 'n', v: person!.utilisation, z: '0.0%' });
});

test('what a family does not show has no column in it, and a name that looks like a formula is a text', () => {
  const report = book.Sheets['Chat report']!;
  const headings = Object.keys(report)
    .filter((at) => /^[A-Z]+1$/.test(at))
    .map((at) => (report[at] as CellObject).v);
  expect(headings).toContain('Per labour hour');
  expect(headings).not.toContain('Load mean');
  expect(cell('People', 'Person', 2)).toMatchObject({ t: 's', v: '=Ana' });
  expect(cell('People', 'Person', 2)?.f).toBeUndefined();
});

test('assumptions say which inputs nobody measured', () => {
  expect(cell('Assumptions', 'Measured here?', 2)).toMatchObject({ v: 'no, a default' });
  expect(cell('Assumptions', 'Where from', 2)).toMatchObject({ v: 'any will do' });
  expect(cell('Assumptions', 'Where from', 3)).toMatchObject({ v: 'line 4' });
});

test('the first row of every sheet stays in view', () => {
  const { files } = book as unknown as { files: Record<string, { content: Uint8Array }> };
  const sheets = Object.keys(files).filter((name) => /worksheets\/sheet\d+\.xml$/.test(name));
  expect(sheets).toHaveLength(book.SheetNames.length);
  for (const name of sheets)
    expect(new TextDecoder().decode(files[name]!.content), name).toMatch(
      /<pane [^>]*ySplit="1"[^>]*state="frozen"/,
    );
});
