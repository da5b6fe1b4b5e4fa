/** What settings are searched for: one number per run. */
import { MEASURES, type MeasureDefinition, type MeasureId, type Unit } from '../metrics/measures.js';
import { CHANNELS } from '../scenario/types.js';
import type { Headline } from './headline.js';
import { lowered } from './words.js';

/** A run's measure; null: no data. */
export type Look = (scope: string, measure: MeasureId) => number | null;

export interface Objective {
  /** In a planner's words. */
  readonly words: string;
  readonly unit: Unit;
  readonly better: 'lower' | 'higher';
  readonly of: (look: Look) => number | null;
}

/**
 * Both channels weigh the same, so that the smaller one is not given up for the larger one; a consumer who left counts twice
 * when the service level, too, misses them: lost is worse than late.
 */
export const SERVICE_MISSED: Objective = {
  words:
    'service missed: first answers beyond target plus consumers who left, as shares, mean of the channels',
  unit: 'share',
  better: 'lower',
  of: (look) => {
    const missed = CHANNELS.flatMap((channel) => {
      const level = look(channel, 'serviceLevel');
      return level === null ? [] : [1 - level + (look(channel, 'abandonedShare') ?? 0)];
    });
    return missed.length === 0 ? null : missed.reduce((sum, one) => sum + one, 0) / missed.length;
  },
};

/** Null: of this measure, neither more nor less is better. */
export function objectiveOn({ scope, measure }: Headline): Objective | null {
  const found: MeasureDefinition | undefined = MEASURES.find(({ id }) => id === measure);
  if (found === undefined || found.better === null) return null;
  return {
    words: `${scope}: ${lowered(found.label)}`,
    unit: found.unit,
    better: found.better,
    of: (look) => look(scope, measure),
  };
}
