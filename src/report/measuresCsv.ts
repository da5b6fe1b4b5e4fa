/** measures.csv: every estimate, one per line (tidy). */
import type { Comparison } from '../analysis/comparison.js';
import { MEASURES, type MeasureDefinition } from '../metrics/measures.js';
import { csv } from './csv.js';

export function measuresCsv(comparison: Comparison): string {
  const units = new Map<string, string>(MEASURES.map(({ id, unit }: MeasureDefinition) => [id, unit]));
  const rows = comparison.candidates.flatMap((candidate) =>
    Object.entries(candidate.estimates).flatMap(([scope, estimates]) =>
      Object.entries(estimates).map(([measure, { mean, halfWidth, n }]) => [
        ...[candidate.name, scope, measure, units.get(measure)],
        ...[mean, halfWidth, n],
      ]),
    ),
  );
  return csv(rows, ['candidate', 'scope', 'measure', 'unit', 'mean', 'half_width', 'n']);
}
