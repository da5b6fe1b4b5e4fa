/** The block under the table that tells pooling gain and switching loss apart. */
import type { Estimate, Pooling, PoolingPart } from '../analysis/comparison.js';
import { MEASURES, type MeasureDefinition } from '../metrics/measures.js';
import { quantity, scaleOf, type Scale } from './quantity.js';
import type { Style } from './style.js';
import { textTable, wrapped, type TextRow } from './textTable.js';

const TITLES: Readonly<Record<string, string>> = {
  chat: 'Live chat',
  messaging: 'Messaging',
  people: 'People',
};

export function poolingTable({ pooled, unpooled, parts }: Pooling, style: Style, width: number): string {
  const rows: TextRow[] = [
    [style.bold(`${pooled} against ${unpooled}`), '', 'pooling gain', 'switching loss', 'together'],
  ];
  const news = parts.filter(isNews);
  if (news.length === 0) return '';
  let scope = '';
  for (const part of news) {
    if (part.scope !== scope) rows.push(style.bold(TITLES[part.scope] ?? part.scope));
    scope = part.scope;
    rows.push(row(part));
  }
  const certain = news.some(({ together }) => together.halfWidth !== null);
  const means =
    `gain: ${pooled} with all switching and slow-down off, minus ${unpooled}. loss: ${pooled} as configured, ` +
    `minus that.${certain ? ' Each ± is the 95 % interval of that difference on the same demand.' : ''}`;
  return [
    style.bold('Pooling gain and switching loss'),
    textTable(rows, 2),
    style.dim(wrapped(means, width)),
  ].join('\n');
}

/** Nobody leaves messaging where nobody has to: three zeros tell nothing. */
function isNews({ gain, loss }: PoolingPart): boolean {
  return [gain, loss].some(({ mean, halfWidth }) => mean !== 0 || (halfWidth ?? 0) !== 0);
}

function row({ measure, gain, loss, together, grows }: PoolingPart): string[] {
  const { label, unit }: MeasureDefinition = MEASURES.find(({ id }) => id === measure) ?? unknown(measure);
  const three = [gain, loss, together];
  const scale = scaleOf(
    unit,
    three.map(({ mean }) => mean),
  );
  const shown = scale.unit === '%' ? 'points' : scale.unit;
  if (grows && unit === 'seconds') return [`  ${label}`, shown, ...three.map(() => 'grows')];
  return [`  ${label}`, shown, ...three.map((part) => signed(part, scale))];
}

function signed({ mean, halfWidth }: Estimate, scale: Scale): string {
  const size = quantity(mean, scale);
  const text = mean > 0 && Number(size) !== 0 ? `+${size}` : size.replace('-', '−');
  return halfWidth === null ? text : `${text} ± ${quantity(halfWidth, scale)}`;
}

function unknown(measure: string): never {
  throw new Error(`there is no measure "${measure}"`);
}
