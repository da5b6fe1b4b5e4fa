/** 0/0 is "no data": null in rows, an absent key among measures, never 0 or 1. */
import type { MeasureId } from './measures.js';
import type { Measures } from './runReport.js';

export function ratio(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null;
}

export function meanOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return ratio(
    known.reduce((sum, value) => sum + value, 0),
    known.length,
  );
}

/** The measures that have data. */
export function told(values: Readonly<Partial<Record<MeasureId, number | null>>>): Measures {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}
