/** How much the replications are worth, in a sentence: what precision was reached, and why the run stopped there. */
import { MEASURES, type MeasureDefinition } from '../metrics/measures.js';
import type { Comparison, Precision } from './comparison.js';
import { precisionOf } from './sequential.js';
import { list, replicationCount } from './words.js';

/** More names than this are not read. */
const NAMED = 3;

/** Null when a fixed number of replications was asked for and was run. */
export function precisionSentence({
  precision,
  replications,
}: Pick<Comparison, 'precision' | 'replications'>): string | null {
  const { target, stopped } = precision;
  const what = measuresOf(precision);
  const reached = precisionOf(precision.reached);
  const known = reached === null ? null : `known to within ${percent(reached)}`;
  switch (stopped) {
    case 'as asked':
      return null;
    case 'precise enough':
      return `${replications} replications were enough: ${what} ${known ?? ''}, as asked (${percent(target ?? 0)}).`;
    case 'at the ceiling': {
      const sofar =
        known === null ? 'without a relative precision (no data, or a mean near 0)' : `only ${known}`;
      return `Stopped at the ceiling of ${replications} replications: ${what} ${sofar}, not the ${percent(target ?? 0)} asked for.`;
    }
    case 'interrupted': {
      const sofar =
        known === null ? 'too few to say how precise the means are' : `enough for ${what} ${known}`;
      return `Stopped early: ${replicationCount(replications)} ${replications === 1 ? 'is' : 'are'} finished, ${sofar}.`;
    }
  }
}

/** `"First response, mean" of chat and messaging`. */
function measuresOf({ measures }: Precision): string {
  const scopes = new Map<string, string[]>();
  for (const { scope, measure } of measures) scopes.set(measure, [...(scopes.get(measure) ?? []), scope]);
  const names = [...scopes].map(([measure, of]) => `"${labelOf(measure)}" of ${list(of)}`);
  return names.length <= NAMED ? list(names) : `the ${measures.length} chosen measures`;
}

function labelOf(measure: string): string {
  return MEASURES.find(({ id }: MeasureDefinition) => id === measure)?.label ?? measure;
}

/** Two significant digits, `4.7 %`; a bound is not rounded to below itself. */
function percent(share: number): string {
  const size = 100 * share;
  const digits = size < 10 ? 1 : 0;
  return `${Number((Math.ceil(size * 10 ** digits - 1e-9) / 10 ** digits).toFixed(digits))} %`;
}
