/** The table of a sweep: points as rows, modes under a few headline measures as columns, then findings in words. */
import type { CandidateResult } from '../analysis/comparison.js';
import { hasGrowingQueue } from '../analysis/judge.js';
import type { Sweep, SweepPoint } from '../analysis/swept.js';
import { MEASURES, type MeasureDefinition, type MeasureId, type Unit } from '../metrics/measures.js';
import { rangeNotes, sweepBracketNotes, type Shown } from './intervalNotes.js';
import { quantity, scaleOf, type Scale } from './quantity.js';
import { PLAIN, type Style } from './style.js';
import { textTable, wrapped, type Across, type TextRow } from './textTable.js';

const WIDTH = 100;
/** For the values of one point together; longer ones are cut. */
const VALUES_WIDTH = 48;
const NO_DATA = '–';
const GROWS = 'grows';
/** Follow a number and a point; where they do not, a blank keeps the figures in line. */
const BEST = '*';
const OTHER_DEMAND = '†';

interface Asked {
  readonly title: string;
  readonly scope: string;
  readonly measure: MeasureId;
}

const ASKED: readonly Asked[] = [
  { title: 'Chat, first response', scope: 'chat', measure: 'firstResponseMean' },
  { title: 'Chat, abandoned', scope: 'chat', measure: 'abandonedShare' },
  { title: 'Messaging, first response', scope: 'messaging', measure: 'firstResponseMean' },
  { title: 'Cost per handled', scope: 'people', measure: 'costPerHandled' },
];

/** A measure of one mode: a cell for each point. */
interface Column {
  readonly title: string;
  readonly mode: string;
  readonly cell: (point: SweepPoint, style: Style) => string;
}

export function sweepTable(sweep: Sweep, style: Style): string {
  const fits = (columns: readonly Column[]): boolean =>
    tableOf(sweep, columns, PLAIN)
      .split('\n')
      .every((line) => line.length <= WIDTH);
  const blocks = blocksOf(
    ASKED.map((asked) => columnsOf(sweep, asked)),
    fits,
  );
  const parts = [
    heading(sweep, style),
    ...blocks.map((columns) => tableOf(sweep, columns, style)),
    legend(sweep, style),
    unavailable(sweep),
    sweep.findings.map((sentence) => wrapped(`- ${sentence}`, WIDTH, '  ')).join('\n'),
    ...sweepBracketNotes(sweep).map((sentence) => style.dim(wrapped(sentence, WIDTH))),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function heading({ scenario, question, seed, replications, points }: Sweep, style: Style): string {
  const count = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`;
  const runs = `${count(points.length, 'point')}, ${count(replications, 'replication')} each, seed ${seed}`;
  const shown =
    replications < 2 ? 'no interval from one replication' : 'mean ± half-width of the 95 % interval';
  return [
    style.bold(wrapped(scenario, WIDTH)),
    ...(question === null ? [] : [wrapped(question, WIDTH)]),
    style.dim(`${runs}: ${shown}`),
  ].join('\n');
}

/** One column per mode that has the measure at some point. */
function columnsOf(sweep: Sweep, { title, scope, measure }: Asked): Column[] {
  const results = sweep.points.flatMap((point) => point.results);
  const has = ({ estimates }: CandidateResult): boolean => estimates[scope]?.[measure] !== undefined;
  const means = results.flatMap(({ estimates }) => estimates[scope]?.[measure]?.mean ?? []);
  const { unit, scale } = writtenAs(measure, means);
  return sweep.modes
    .filter((mode) => results.some((result) => result.mode === mode && has(result)))
    .map((mode) => ({
      title: scale.unit === '' ? title : `${title} (${scale.unit})`,
      mode,
      cell: (point, style) => {
        const result = point.results.find((one) => one.mode === mode);
        if (result === undefined) return `${NO_DATA} `;
        // A mean wait in a queue that grows all day says how long the day was.
        if (unit === 'seconds' && hasGrowingQueue(result, scope)) return style.warn(`${GROWS} `);
        const verdict = sweep.alongPoints[mode]?.[scope]?.[measure]?.[result.name]?.verdict;
        const text = cellText(result, scope, measure, scale);
        return verdict === 'best' ? style.good(`${text}${BEST}`) : `${text} `;
      },
    }));
}

function cellText({ estimates }: CandidateResult, scope: string, measure: MeasureId, scale: Scale): string {
  const estimate = estimates[scope]?.[measure];
  if (estimate === undefined) return NO_DATA;
  const mean = quantity(estimate.mean, scale);
  return estimate.halfWidth === null ? mean : `${mean} ± ${quantity(estimate.halfWidth, scale)}`;
}

/** A measure's columns stay together, unless they alone are too wide. */
function blocksOf(
  measures: readonly (readonly Column[])[],
  fits: (columns: readonly Column[]) => boolean,
): Column[][] {
  const blocks: Column[][] = [];
  const append = (columns: readonly Column[]): void => {
    const last = blocks.at(-1);
    if (last !== undefined && fits([...last, ...columns])) last.push(...columns);
    else blocks.push([...columns]);
  };
  for (const columns of measures) {
    if (columns.length === 0) continue;
    if (fits(columns)) append(columns);
    else for (const column of columns) append([column]);
  }
  return blocks;
}

function tableOf({ points, labels }: Sweep, columns: readonly Column[], style: Style): string {
  const titles: Across[] = [];
  for (const { title } of columns) {
    const last = titles.at(-1);
    if (last?.text === title) titles[titles.length - 1] = { text: title, columns: last.columns + 1 };
    else titles.push({ text: title, columns: 1 });
  }
  const cut = (text: string): string => {
    const most = Math.floor(VALUES_WIDTH / labels.length) - 1;
    return text.length > most ? `${text.slice(0, most - 1)}…` : text;
  };
  const rows: TextRow[] = [
    [...labels.map(() => ''), ...titles.map((title) => ({ ...title, text: style.bold(title.text) }))],
    [...labels.map((label) => style.bold(cut(label))), ...columns.map(({ mode }) => `${mode} `)],
    ...points.map((point) => [
      ...point.values.map((value, v) => {
        const isLast = v === labels.length - 1;
        return cut(value) + (isLast && !point.sharesDemand ? ` ${OTHER_DEMAND}` : '');
      }),
      ...columns.map(({ cell }) => cell(point, style)),
    ]),
  ];
  return textTable(rows, labels.length);
}

function legend({ points, modes, replications }: Sweep, style: Style): string {
  const results = points.flatMap((point) => point.results);
  const sentences = [
    ...(replications < 2 || points.length < 2
      ? []
      : [`${BEST} best point of ${modes.length === 1 ? 'its column' : 'its mode'} beyond chance.`]),
    ...(points.every(({ sharesDemand }) => sharesDemand)
      ? []
      : [`${OTHER_DEMAND} met other demand than the first point.`]),
    ...rangeNotes(ASKED.flatMap((asked) => shownOf(results, asked))),
    ...(results.some(({ growingQueues }) => growingQueues.length > 0)
      ? [`${GROWS}: the queue grows without bound, so its mean wait would say nothing.`]
      : []),
  ];
  return sentences.map((sentence) => style.dim(wrapped(sentence, WIDTH))).join('\n');
}

function shownOf(results: readonly CandidateResult[], { scope, measure }: Asked): Shown[] {
  const estimates = results.flatMap((result) => result.estimates[scope]?.[measure] ?? []);
  const { unit, scale } = writtenAs(
    measure,
    estimates.map(({ mean }) => mean),
  );
  return estimates.map((estimate) => ({ estimate, unit, scale }));
}

function writtenAs(
  measure: MeasureId,
  means: readonly number[],
): { readonly unit: Unit; readonly scale: Scale } {
  const unit = MEASURES.find(({ id }: MeasureDefinition) => id === measure)?.unit ?? 'number';
  return { unit, scale: scaleOf(unit, means) };
}

/** Told once per reason. */
function unavailable({ unavailable: left }: Sweep): string {
  const reasons = [...new Set(left.map(({ reason }) => reason))];
  return reasons
    .map((reason) => {
      const names = left.filter((one) => one.reason === reason).map(({ name }) => name);
      return wrapped(`not played: ${names.join('; ')}: ${reason}`, WIDTH, '  ');
    })
    .join('\n');
}
