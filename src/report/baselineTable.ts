/** What moved since a baseline was recorded: what it was, what it is, and whether chance explains it. */
import type { Baseline } from '../baseline/baseline.js';
import { isBeyondChance, type Checked, type Moved } from '../baseline/check.js';
import { MEASURES, type MeasureDefinition } from '../metrics/measures.js';
import { quantity, scaleOf } from './quantity.js';
import type { Style } from './style.js';
import { textTable, wrapped, type TextRow } from './textTable.js';

const WIDTH = 100;
/** A changed rule moves nearly all numbers: a screenful tells as much. */
const MOST_ROWS = 30;
const MOST_DECIMALS = 8;
const NONE = '–';
const OTHER_SCENARIO =
  'The scenario is not the one that was recorded: since then its file has changed, a CSV file that it reads, or a default.';

/** Only of a check that did not pass. */
export function baselineTable(checked: Checked, baseline: Baseline, style: Style): string {
  const { sameScenario, sameDemand, moved, compared } = checked;
  const shown = mostMoved(moved);
  const head = ['mode', 'what', '', 'baseline', 'now', 'moved by', 'beyond chance'];
  const table: TextRow[] = [head.map(style.bold), ...shown.map((one) => line(one, style))];
  const moves = [
    `${moved.length} of ${compared} numbers moved:`,
    textTable(table, 3),
    ...(moved.length > shown.length
      ? [`and ${moved.length - shown.length} more: they moved less, are gone, or are counts`]
      : []),
    ...(sameDemand
      ? ['The runs met the same consumers: what moved these numbers is the change, not chance.']
      : []),
    aboutChance(checked, baseline),
  ];
  const parts = [
    ...(sameScenario ? [] : [OTHER_SCENARIO]),
    ...(sameDemand
      ? []
      : ['The demand is not the same: the runs met other consumers than when it was recorded.']),
    ...(moved.length === 0 ? [] : moves),
  ];
  return parts.map((part) => (part.includes('\n') ? part : wrapped(part, WIDTH))).join('\n\n');
}

/** What is beyond chance first, otherwise in the file's order; of too many the largest moves, which a mode that is gone has not. */
function mostMoved(moved: readonly Moved[]): Moved[] {
  const size = ({ was, now, halfWidths }: Moved): number =>
    was === null || now === null ? 0 : (halfWidths ?? -1);
  const shown = new Set([...moved].sort((a, b) => size(b) - size(a)).slice(0, MOST_ROWS));
  const inOrder = moved.filter((one) => shown.has(one));
  return [...inOrder.filter(isBeyondChance), ...inOrder.filter((one) => !isBeyondChance(one))];
}

function line(one: Moved, style: Style): string[] {
  const { mode, scope, measure, of, was, now, halfWidths } = one;
  const { label, unit } = MEASURES.find(({ id }: MeasureDefinition) => id === measure) ?? {
    ...{ label: 'events', unit: 'count' as const },
  };
  const values = [was, now].flatMap((value) => value ?? []);
  const scale = scaleOf(of === 'n' ? 'count' : unit, values);
  let digits = of === 'total' || of === 'n' ? 0 : scale.digits;
  const text = (value: number): string => quantity(value, { ...scale, digits });
  if (was !== null && now !== null) while (text(was) === text(now) && digits < MOST_DECIMALS) digits++;
  const by = was === null || now === null ? NONE : `${now > was ? '+' : ''}${text(now - was)}`;
  const what = { mean: label, total: label, sd: `${label}, spread`, n: `${label}, replications` }[of];
  const beyond = halfWidths === null ? NONE : isBeyondChance(one) ? style.bad('yes') : 'no';
  const cell = (value: number | null): string => (value === null ? NONE : text(value));
  return [mode, scope === null ? what : `${scope}: ${what}`, scale.unit, cell(was), cell(now), by, beyond];
}

function aboutChance({ tested }: Checked, { replications }: Baseline): string {
  if (replications < 2) return `${NONE}: one replication cannot tell whether chance alone moves as much.`;
  return (
    `beyond chance: more than other random numbers would explain, by a two-sample t interval (Welch), 95 % over all ${tested} measures together (Bonferroni). ` +
    `${NONE}: counts have no interval.`
  );
}
