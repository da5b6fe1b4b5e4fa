/** What a measure is: an id, how to say it, and where it is told. */

export type Unit = 'count' | 'seconds' | 'share' | 'number' | 'perHour' | 'money' | 'ratio' | 'hours';

/** `consumers`: in `all`, `chat`, `messaging` and `stream:<name>`; the others in the scope of that name. */
export type Told = 'consumers' | 'people' | 'reports';

export interface MeasureDefinition<Id extends string = string> {
  readonly id: Id;
  readonly label: string;
  readonly unit: Unit;
  readonly better: 'lower' | 'higher' | null;
  readonly told: Told;
  /** One plain sentence, as in metrics.md. */
  readonly meaning: string;
}

type Better = MeasureDefinition['better'];

/** Definitions of one place, written as rows: id, label, unit, better, meaning. */
export function define<const Id extends string>(
  told: Told,
  rows: readonly (readonly [id: Id, label: string, unit: Unit, better: Better, meaning: string])[],
): MeasureDefinition<Id>[] {
  return rows.map(([id, label, unit, better, meaning]) => ({ id, label, unit, better, told, meaning }));
}

export const SPREAD = ['Mean', 'P50', 'P90', 'P95', 'Max'] as const;
export type Spread = (typeof SPREAD)[number];

/** Mean, percentiles and maximum of one wait of a consumer: seconds, the fewer the better. */
export function defineSpread<const Id extends string>(
  id: Id,
  label: string,
  meaning: string,
): MeasureDefinition<`${Id}${Spread}`>[] {
  return SPREAD.map((part) => ({
    id: `${id}${part}`,
    label: `${label}, ${part === 'Mean' || part === 'Max' ? part.toLowerCase() : part}`,
    unit: 'seconds',
    better: 'lower',
    told: 'consumers',
    meaning,
  }));
}
