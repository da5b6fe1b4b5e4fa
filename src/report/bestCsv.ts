/** best.csv: every setting that the search tried, with its pilot score, one per line (tidy). */
import type { Comparison } from '../analysis/comparison.js';
import { csv } from './csv.js';

export function bestCsv({ best }: Comparison): string {
  const rows = (best?.modes ?? []).flatMap(({ candidate, settings: chosen, given, tried }) =>
    tried.map(({ settings, score, replications }) => [
      ...[candidate, settings, settings === given, settings === chosen],
      ...[score, replications],
    ]),
  );
  return csv(rows, ['candidate', 'settings', 'given', 'best', 'pilot_score', 'pilot_replications']);
}
