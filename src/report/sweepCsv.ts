/** sweep.csv: every estimate of a sweep, one per line (tidy), the values set as columns. */
import { hasGrowingQueue } from '../analysis/judge.js';
import type { Sweep } from '../analysis/swept.js';
import { MEASURES, type MeasureDefinition } from '../metrics/measures.js';
import { csv } from './csv.js';

export function sweepCsv({ paths, points }: Sweep): string {
  const units = new Map<string, string>(MEASURES.map(({ id, unit }: MeasureDefinition) => [id, unit]));
  const rows = points.flatMap(({ values, sharesDemand, results }) =>
    results.flatMap((result) =>
      Object.entries(result.estimates).flatMap(([scope, estimates]) =>
        Object.entries(estimates).map(([measure, { mean, halfWidth, n }]) => [
          ...[...values, result.mode, scope, measure, units.get(measure)],
          ...[mean, halfWidth, n, sharesDemand, hasGrowingQueue(result, scope)],
        ]),
      ),
    ),
  );
  return csv(rows, [
    ...[...paths, 'mode', 'scope', 'measure', 'unit'],
    ...['mean', 'half_width', 'n', 'shares_demand', 'growing_queue'],
  ]);
}
