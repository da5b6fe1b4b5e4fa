/** Sheets as the bytes of an .xlsx file. */
import writeExcelFile, { type Cell } from 'write-excel-file/node';
import type { Sheet, SheetCell } from './workbook.js';

const NARROW = 10;
const WIDE = 60;

export async function workbookBytes(sheets: readonly Sheet[]): Promise<Uint8Array> {
  return writeExcelFile(
    sheets.map(({ name, header, rows }) => ({
      sheet: name,
      stickyRowsCount: 1,
      data: [header.map(headCell), ...rows.map((row) => row.map(cellOf))],
      columns: header.map((title, i) => ({
        width: widthOf(
          title,
          rows.map((row) => row[i] ?? null),
        ),
      })),
    })),
  ).toBuffer();
}

function headCell(value: string): Cell {
  return { value, type: String, fontWeight: 'bold', wrap: true, alignVertical: 'top' };
}

/** A text is a text even where it begins with `=`: nothing in a scenario's names is run. */
function cellOf(cell: SheetCell): Cell {
  if (cell === null) return null;
  if (typeof cell === 'string') return { value: cell, type: String };
  return { ...cell, type: Number };
}

/** In letters. Sentences run on to the right, into cells that are empty. */
function widthOf(title: string, cells: readonly SheetCell[]): number {
  const texts = cells.flatMap((cell) => (typeof cell === 'string' && cell.length <= WIDE ? cell.length : []));
  return Math.min(WIDE, Math.max(NARROW, title.length / 2, ...texts) + 2);
}
