/** pooling.csv: pooling gain, switching loss and both together per measure, one per line (tidy). */
import type { Comparison } from '../analysis/comparison.js';
import { MEASURES, type MeasureDefinition } from '../metrics/measures.js';
import { csv } from './csv.js';

const PARTS = ['gain', 'loss', 'together'] as const;

export function poolingCsv({ pooling }: Comparison): string {
  const units = new Map<string, string>(MEASURES.map(({ id, unit }: MeasureDefinition) => [id, unit]));
  const rows = pooling.flatMap(({ pooled, unpooled, parts }) =>
    parts.flatMap((part) =>
      PARTS.map((name) => {
        const { mean, halfWidth, n } = part[name];
        const unit = units.get(part.measure);
        return [pooled, unpooled, part.scope, part.measure, unit, name, mean, halfWidth, n, part.grows];
      }),
    ),
  );
  return csv(rows, [
    ...['candidate', 'against', 'scope', 'measure', 'unit', 'part'],
    ...['mean', 'half_width', 'n', 'queue_grows'],
  ]);
}
