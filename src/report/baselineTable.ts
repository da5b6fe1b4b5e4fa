/** What moved since a baseline was recorded: what it was, what it is, and whether chance explains it. */
import type { Baseline } from '../baseline/baseline.js';
import type { Checked, Moved } from '../baseline/check.js';
import { MEASURES, type MeasureDefinition } from '../metrics/measures.js';
import { quantity, scaleOf } from './quantity.js';
import type { Style } from './style.js';
import { textTable, wrapped, type TextRow } from './textTable.js';

const WIDTH = 100;
/** A changed rule moves nearly all numbers: a screenful tells as much. */
const MOST_ROWS = 30;
const MOST_DECIMALS = 8;
const NONE = '–';

/** Only of a check that saw something move. */
export function baselineTable(checked: Checked, baseline: Baseline, style: Style): string {
  const { sameDemand, moved, compared } = checked;
  // What is beyond chance first; otherwise in the file's order.
  const rank = ({ isBeyondChance }: Moved): number => (isBeyondChance === true ? 0 : 1);
  const rows = [...moved].sort((a, b) => rank(a) - rank(b));
  const shown = rows.slice(0, MOST_ROWS);
  const head = ['mode', 'what', '', 'baseline', 'now', 'moved by', 'beyond chance'];
  const table: TextRow[] = [head.map(style.bold), ...shown.map((one) => line(one, style))];
  const parts = [
    ...(sameDemand
      ? []
      : ['The demand is not the same: the runs met other consumers than when it was recorded.']),
    ...(moved.length === 0 ? [] : [`${moved.length} of ${compared} numbers moved:`, textTable(table, 3)]),
    ...(rows.length > shown.length ? [`and ${rows.length - shown.length} more`] : []),
    ...(moved.length === 0 ? [] : [chance(checked, baseline)]),
  ];
  return parts.map((part) => (part.includes('\n') ? part : wrapped(part, WIDTH))).join('\n\n');
}

function line({ mode, scope, measure, of, was, now, isBeyondChance }: Moved, style: Style): string[] {
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
  const beyond = isBeyondChance === null ? NONE : isBeyondChance ? style.bad('yes') : 'no';
  const cell = (value: number | null): string => (value === null ? NONE : text(value));
  return [mode, scope === null ? what : `${scope}: ${what}`, scale.unit, cell(was), cell(now), by, beyond];
}

function chance({ tested }: Checked, { replications }: Baseline): string {
  if (replications < 2) return 'Whether chance explains it cannot be told from one replication.';
  return (
    `beyond chance: by a two-sample t interval (Welch), 95 % over all ${tested} measures together (Bonferroni). ` +
    `${NONE}: counts have no interval.`
  );
}
