/** comparison.json: everything the runs can prove, and nothing that differs between two runs of one seed. */
import type { Comparison } from '../analysis/comparison.js';

export function comparisonJson(comparison: Comparison): string {
  return JSON.stringify(comparison, null, 2) + '\n';
}
