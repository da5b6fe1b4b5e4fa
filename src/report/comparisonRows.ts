/** The table that answers a planner first, as values: groups of rows, a cell per candidate. Text, page and workbook dress it. */
import type { CandidateResult, Comparison, Estimate } from '../analysis/comparison.js';
import { MEASURES, type MeasureDefinition, type MeasureId } from '../metrics/measures.js';
import type { Shown } from './intervalNotes.js';
import { PLANNER_GROUPS, type PlannerRow } from './plannerRows.js';
import { quantity, scaleOf, type Scale } from './quantity.js';

export interface ComparisonGroup {
  readonly title: string;
  readonly scope: string;
  readonly rows: readonly ComparisonRow[];
}

export interface ComparisonRow {
  readonly measure: MeasureDefinition;
  /** As the row is headed: a part is named without the whole above it. */
  readonly label: string;
  readonly isPart: boolean;
  readonly scale: Scale;
  /** In the order of the comparison's candidates. */
  readonly cells: readonly ComparisonCell[];
}

export interface ComparisonCell {
  readonly candidate: string;
  /** null: no data. */
  readonly estimate: Estimate | null;
  /** The queue grows without bound: a mean wait in it says how long the day was, so it is not shown. */
  readonly grows: boolean;
  readonly isBest: boolean;
}

/** Rows that have data for any candidate; groups that have rows. */
export function comparisonGroups(comparison: Comparison): ComparisonGroup[] {
  return PLANNER_GROUPS.map(({ title, scope, rows }) => ({
    ...{ title, scope },
    rows: rows.flatMap((row) => rowsOf(comparison, scope, row)),
  })).filter(({ rows }) => rows.length > 0);
}

/** `130 ± 8`, in the row's unit. */
export function estimateText({ mean, halfWidth }: Estimate, scale: Scale): string {
  const text = quantity(mean, scale);
  return halfWidth === null ? text : `${text} ± ${quantity(halfWidth, scale)}`;
}

/** The numbers of a table that have an interval. */
export function shownIn(groups: readonly ComparisonGroup[]): Shown[] {
  return groups.flatMap(({ rows }) =>
    rows.flatMap(({ measure: { unit }, scale, cells }) =>
      cells.flatMap(({ estimate, grows }) => (estimate === null || grows ? [] : [{ estimate, unit, scale }])),
    ),
  );
}

function rowsOf(comparison: Comparison, scope: string, { measure, parts = [] }: PlannerRow): ComparisonRow[] {
  const { label, unit } = definitionOf(measure);
  const scale = scaleOf(unit, meansOf(comparison, scope, measure));
  return [measure, ...parts]
    .filter((id) => meansOf(comparison, scope, id).length > 0)
    .map((id) => ({
      ...{ measure: definitionOf(id), isPart: id !== measure, scale },
      label: id === measure ? label : partLabel(id, label),
      cells: comparison.candidates.map((candidate) => cellOf(comparison, candidate, scope, id)),
    }));
}

function cellOf(
  { verdicts }: Comparison,
  { name, estimates, growingQueues }: CandidateResult,
  scope: string,
  measure: MeasureId,
): ComparisonCell {
  return {
    candidate: name,
    estimate: estimates[scope]?.[measure] ?? null,
    grows:
      definitionOf(measure).unit === 'seconds' && growingQueues.some(({ scopes }) => scopes.includes(scope)),
    isBest: verdicts[scope]?.[measure]?.[name]?.verdict === 'best',
  };
}

function meansOf({ candidates }: Comparison, scope: string, measure: MeasureId): number[] {
  return candidates.flatMap(({ estimates }) => estimates[scope]?.[measure]?.mean ?? []);
}

function definitionOf(measure: MeasureId): MeasureDefinition {
  const found = MEASURES.find(({ id }) => id === measure);
  if (found === undefined) throw new Error(`the table asks for "${measure}", which is no measure`);
  return found;
}

/** `First response: in queue` under `First response, mean` is `in queue`. */
function partLabel(part: MeasureId, under: string): string {
  const { label } = definitionOf(part);
  const [whole, rest] = label.split(': ');
  return rest !== undefined && under.startsWith(whole ?? '') ? rest : label;
}
