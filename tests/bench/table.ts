// The table of the bench, for the terminal as it grows and for docs/performance.md; data to text.
import type { Line } from './bench.js';
import { spread } from './spread.js';
import type { Verdict } from './targets.js';

export const HEAD = ['played', 'by', 'events', 'M/s', '× kernel', 'peak MB', 'most open', 'bytes each'];
const WIDTHS = [30, 26, 12, 6, 20, 8, 10, 10];
const NONE = '–';

export function cellsOf(line: Line): string[] {
  return [
    line.entry,
    line.runner,
    whole(line.events),
    (line.speed / 1e6).toFixed(2),
    line.ratios.length === 0 || line.runner === 'kernel' ? NONE : spread(line.ratios),
    whole(line.peakMegabytes),
    line.mostOpen === null ? NONE : whole(line.mostOpen),
    line.bytesEach === null ? NONE : whole(line.bytesEach),
  ];
}

/** A line for the terminal, whose table is not known to its end. */
export function padded(cells: readonly string[]): string {
  return cells
    .map((cell, i) => cell.padEnd(WIDTHS[i]!))
    .join(' ')
    .trimEnd();
}

export function verdictText({ says, asked, measured, met }: Verdict): string {
  return `${says}: ${measured}, asked ${asked}: ${met ? 'met' : 'missed'}`;
}

/** Both tables as Prettier would leave them. */
export function markdown(lines: readonly Line[], verdicts: readonly Verdict[]): string {
  const targets = verdicts.map(({ says, asked, measured, met }) => [
    says,
    asked,
    measured,
    met ? 'met' : 'missed',
  ]);
  return [
    tableOf([HEAD, ...lines.map(cellsOf)]),
    tableOf([['target', 'asked', 'measured', ''], ...targets]),
  ].join('\n\n');
}

function tableOf(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, i) => Math.max(3, ...rows.map((row) => row[i]!.length)));
  const [head, ...body] = rows.map(
    (row) => `| ${row.map((cell, i) => cell.padEnd(widths[i]!)).join(' | ')} |`,
  );
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [head, rule, ...body].join('\n');
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en-GB');
}
