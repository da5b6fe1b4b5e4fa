// What is asked of the speed, and what was measured, from the lines of one run.
import type { Line } from './bench.js';
import { median } from './spread.js';

export interface Verdict {
  readonly says: string;
  readonly asked: string;
  readonly measured: string;
  readonly met: boolean;
}

/** One number of some lines; `lines` finds an entry played with all metrics. */
interface Target {
  readonly says: string;
  readonly entries: readonly string[];
  readonly measure: (...lines: readonly Line[]) => number;
  /** `least` ≤ value, or value ≤ `most`. */
  readonly least?: number;
  readonly most?: number;
  readonly digits: number;
}

const ofKernel = (entry: string, least: number): Target => ({
  says: `${entry}, all metrics, ÷ kernel`,
  entries: [entry],
  measure: (line) => median(line.ratios),
  least,
  digits: 2,
});

const TARGETS: readonly Target[] = [
  ofKernel('B1', 0.5),
  ofKernel('B2', 0.5),
  ofKernel('B3', 0.6),
  {
    says: 'B4, open at once',
    entries: ['B4'],
    measure: (line) => line.mostOpen!,
    least: 50_000,
    digits: 0,
  },
  {
    says: 'B5, peak memory with 10,000,000 chats ÷ with 100,000',
    entries: ['B5, 100,000 chats', 'B5, 10,000,000 chats'],
    measure: (few, many) => many.peakMegabytes / few.peakMegabytes,
    most: 1.2,
    digits: 2,
  },
  {
    says: 'size, time per event with a million open ÷ with a hundred',
    entries: ['size, 1 person', 'size, 13,000 people'],
    measure: (few, many) => few.speed / many.speed,
    most: 2,
    digits: 2,
  },
];

/** Of those targets whose entries were played. */
export function verdicts(lines: readonly Line[]): Verdict[] {
  const full = (entry: string): Line | undefined =>
    lines.find((line) => line.entry === entry && line.runner === 'engine, all metrics');
  return TARGETS.flatMap(({ says, entries, measure, least = -Infinity, most = Infinity, digits }) => {
    const found = entries.map(full).filter((line) => line !== undefined);
    if (found.length < entries.length) return [];
    const value = measure(...found);
    return {
      says,
      asked: least > -Infinity ? `≥ ${figure(least, digits)}` : `≤ ${figure(most, digits)}`,
      measured: figure(value, digits),
      met: value >= least && value <= most,
    };
  });
}

function figure(value: number, digits: number): string {
  return value.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
