/** Tables and paragraphs in a fixed-width font. cli-table3 measures and aligns; it is told to add no colour of its own. */
import Table from 'cli-table3';

/** A heading across some columns, in their middle. */
export interface Across {
  readonly text: string;
  readonly columns: number;
}

/** One line of a table; a lone text is a heading across all columns. */
export type TextRow = readonly (string | Across)[] | string;

const BARE = {
  ...{ top: '', 'top-mid': '', 'top-left': '', 'top-right': '' },
  ...{ bottom: '', 'bottom-mid': '', 'bottom-left': '', 'bottom-right': '' },
  ...{ left: '', 'left-mid': '', mid: '', 'mid-mid': '', right: '', 'right-mid': '' },
  middle: '  ',
};

/** Columns two blanks apart: the first `leftColumns` flush left, the others flush right. Lines end without blanks. */
export function textTable(rows: readonly TextRow[], leftColumns = 1): string {
  const columns = Math.max(1, ...rows.map((row) => (typeof row === 'string' ? 1 : row.length)));
  const table = new Table({
    chars: BARE,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    colAligns: Array.from({ length: columns }, (_, column) => (column < leftColumns ? 'left' : 'right')),
  });
  for (const row of rows) {
    table.push(typeof row === 'string' ? [{ content: row, colSpan: columns }] : row.map(cellOf));
  }
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

function cellOf(cell: string | Across): Table.Cell {
  if (typeof cell === 'string') return cell;
  return { content: cell.text, colSpan: cell.columns, hAlign: 'center' };
}

/** Breaks a paragraph at blanks so that no line is longer than `width`, unless one word is; later lines are indented. */
export function wrapped(text: string, width: number, indent = ''): string {
  const lines: string[] = [];
  let line = '';
  // A percent sign stays with its number.
  for (const word of text.split(/\s+(?!%)/)) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = indent + word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].join('\n');
}
