/** One long run as a table: candidates as columns, and under it why an interval is missing, where one is. */
import type { LongRun, LongRunValue } from '../analysis/longRun.js';
import { formatDuration } from '../base/format.js';
import { MEASURES, type MeasureDefinition } from '../metrics/measures.js';
import { CHANNELS, type ByChannel } from '../scenario/types.js';
import { csv } from './csv.js';
import { quantity, scaleOf } from './quantity.js';
import type { Style } from './style.js';
import { textTable, wrapped, type TextRow } from './textTable.js';

const WIDTH = 100;
const TITLES: ByChannel<string> = { chat: 'Live chat', messaging: 'Messaging' };

export function longRunTable(run: LongRun, style: Style): string {
  const names = [...new Set(run.values.map(({ candidate }) => candidate))];
  const reasons = [
    ...new Set(run.values.flatMap(({ result }) => ('refused' in result ? [result.refused] : []))),
  ];
  const rows: TextRow[] = [['', '', ...names.map((name) => style.bold(name))]];
  for (const channel of CHANNELS) {
    const own = run.values.filter((value) => value.channel === channel);
    const measures = [...new Set(own.map(({ measure }) => measure))];
    if (measures.length === 0) continue;
    rows.push(style.bold(TITLES[channel]));
    for (const measure of measures)
      rows.push(
        row(
          own.filter((value) => value.measure === measure),
          names,
          reasons,
        ),
      );
  }
  const { horizon, warmUp, method } = run;
  const how = `One run of ${formatDuration(horizon)}, seed ${run.seed}; the first ${formatDuration(warmUp)} not counted: ${method}. ± is the half-width of the 95 % interval.`;
  return [
    `${style.bold(run.scenario)}\n${style.dim(wrapped(how, WIDTH))}`,
    textTable(rows, 2),
    ...reasons.map((reason, i) => wrapped(`${mark(i)} no interval: ${reason}`, WIDTH, '  ')),
    ...run.unavailable.map(({ name, reason }) => wrapped(`${name} is not shown: ${reason}`, WIDTH, '  ')),
  ].join('\n\n');
}

function row(
  values: readonly LongRunValue[],
  names: readonly string[],
  reasons: readonly string[],
): string[] {
  const { label, unit } = definitionOf(values[0]?.measure);
  const scale = scaleOf(
    unit,
    values.flatMap(({ result }) => ('refused' in result ? [] : [result.mean])),
  );
  const cells = names.map((name) => {
    const result = values.find(({ candidate }) => candidate === name)?.result;
    if (result === undefined) return '–';
    if ('refused' in result) return mark(reasons.indexOf(result.refused));
    return `${quantity(result.mean, scale)} ± ${quantity(result.halfWidth, scale)}`;
  });
  return [`  ${label}`, scale.unit, ...cells];
}

/** Every value, or why there is none, one per line (tidy). */
export function longRunCsv({ values, warmUp }: LongRun): string {
  const header = [
    'candidate',
    'channel',
    'measure',
    'unit',
    'mean',
    'half_width',
    'batches',
    'warm_up_seconds',
    'refused',
  ];
  const rows = values.map(({ candidate, channel, measure, result }) => {
    const { unit } = definitionOf(measure);
    const numbers =
      'refused' in result ? [null, null, null] : [result.mean, result.halfWidth, result.batches];
    return [
      candidate,
      channel,
      measure,
      unit,
      ...numbers,
      warmUp,
      'refused' in result ? result.refused : null,
    ];
  });
  return csv(rows, header);
}

function definitionOf(measure: string | undefined): MeasureDefinition {
  const found: MeasureDefinition | undefined = MEASURES.find(({ id }) => id === measure);
  if (found === undefined) throw new Error(`there is no measure "${measure ?? ''}"`);
  return found;
}

/** `(a)`, `(b)`, … */
function mark(index: number): string {
  return `(${String.fromCharCode(97 + index)})`;
}
