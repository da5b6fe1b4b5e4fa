/** Every pair of candidates: their difference on the same demand with its interval, against a line at nothing. */
import type { Comparison, PairedDifference } from '../analysis/comparison.js';
import type { Headline } from '../analysis/headline.js';
import type { Unit } from '../metrics/measures.js';
import { chart, WIDTH, type Chart, type ChartDefinition, type Drawing } from './chart.js';
import { axisScale, candidateColour, panelTitle } from './pieces.js';
import { textWidth } from './textWidth.js';
import { measureOf, provenPairs, sides } from './verdictWords.js';
import { change } from './words.js';

export const pairedDifferences: ChartDefinition = {
  name: 'paired-differences',
  summary: 'What can be told apart and what cannot yet: differences with their intervals',
  draw,
};

const MEASURES_SHOWN: readonly (Headline & { readonly title: string })[] = [
  { scope: 'chat', measure: 'firstResponseMean', title: 'Chat: first response, mean' },
  { scope: 'messaging', measure: 'firstResponseMean', title: 'Messaging: first response, mean' },
  { scope: 'chat', measure: 'serviceLevel', title: 'Chat: service level' },
  { scope: 'messaging', measure: 'serviceLevel', title: 'Messaging: service level' },
  { scope: 'people', measure: 'costPerHandled', title: 'Cost per conversation handled' },
  { scope: 'reports', measure: 'visibleShareMean', title: 'Share of work that the fullest row shows' },
];
/** With more pairs only those with the first candidate are drawn. */
const MOST_PAIRS = 10;
const LABEL = { size: 11, bold: false };

interface Row {
  readonly pair: PairedDifference;
  readonly label: string;
  readonly half: number;
  /** Beyond chance, between queues that do not grow. */
  readonly better: string | null;
  /** The same in every replication. */
  readonly level: boolean;
}

interface Panel {
  readonly title: string;
  readonly unit: Unit;
  readonly rows: readonly Row[];
}

function draw(comparison: Comparison): Chart | null {
  const drawn = MEASURES_SHOWN.flatMap((shown): Panel[] => {
    const rows = rowsOf(comparison, shown);
    return rows.length === 0 ? [] : [{ title: shown.title, unit: measureOf(shown.measure).unit, rows }];
  });
  if (drawn.length === 0) return null;
  const rows = drawn.flatMap((panel) => panel.rows);
  const room = Math.max(...rows.map(({ label }) => textWidth(label, LABEL))) + 12;
  const columns = room <= WIDTH / 3 ? 2 : 1;
  const width = Math.floor((WIDTH + 80) / columns - room - 20);
  const few = comparison.pairs.length > 0 && isCut(comparison);
  return chart(
    {
      title: titleOf(rows),
      subtitle:
        'First named minus second, on the same demand, with its interval (95 %, adjusted for the pairs shown). Filled, ' +
        'in the colour of the better one: the interval leaves out zero. Hollow: cannot tell yet.' +
        `${few ? ' Only pairs with the first candidate are drawn.' : ''} ${comparison.replications} replications.`,
    },
    { columns, concat: drawn.map((panel) => plot(panel, width, comparison)), spacing: 24 },
    {
      columns: ['Measure', 'Difference of', 'Mean and interval', 'Better'],
      rows: drawn.flatMap((panel) =>
        panel.rows.map(({ pair, label, half, better, level }) => [
          ...[panel.title, label],
          change(panel.unit, pair.difference.mean, half),
          better ?? (level ? 'no difference' : 'cannot tell yet'),
        ]),
      ),
    },
  );
}

function isCut({ candidates }: Comparison): boolean {
  return (candidates.length * (candidates.length - 1)) / 2 > MOST_PAIRS;
}

function rowsOf(comparison: Comparison, { scope, measure }: Headline): Row[] {
  const proven = provenPairs(comparison, { scope, measure });
  const first = comparison.candidates[0]?.name;
  return comparison.pairs
    .filter((pair) => pair.scope === scope && pair.measure === measure)
    .filter(({ a, b }) => !isCut(comparison) || a === first || b === first)
    .flatMap((pair): Row[] => {
      const half = pair.adjustedHalfWidth;
      if (half === null) return [];
      const better = proven.includes(pair) ? sides(pair).winner : null;
      const level = half === 0 && pair.difference.mean === 0;
      return [{ pair, label: `${pair.a} − ${pair.b}`, half, better, level }];
    });
}

function plot({ title, unit, rows }: Panel, width: number, comparison: Comparison): Drawing {
  const most = Math.max(...rows.map(({ pair, half }) => Math.abs(pair.difference.mean) + half));
  const scale = axisScale(unit, most);
  const values = rows.map(({ pair, label, half, better }) => ({
    ...{ label, a: pair.a, b: pair.b, candidate: better, difference: pair.difference.mean * scale.factor },
    ...{
      low: (pair.difference.mean - half) * scale.factor,
      high: (pair.difference.mean + half) * scale.factor,
    },
    told: change(unit, pair.difference.mean, half),
  }));
  const y = { field: 'label', type: 'nominal', sort: rows.map(({ label }) => label), title: null };
  const x = {
    field: 'difference',
    type: 'quantitative',
    title: scale.title,
    scale: { zero: true },
    axis: { tickCount: 5 },
  };
  const tooltip = [
    { field: 'label', title: 'difference' },
    { field: 'told', title: 'mean' },
  ];
  const unsure = {
    transform: [{ filter: 'datum.candidate === null' }],
    mark: { type: 'point', style: 'unsure', filled: false, size: 55, strokeWidth: 1.5 },
    encoding: { y, x, tooltip },
  };
  const legend = { title: 'better', symbolType: 'circle' };
  const proven = {
    transform: [{ filter: 'datum.candidate !== null' }],
    mark: { type: 'point', filled: true, size: 75, opacity: 1 },
    encoding: { y, x, color: { ...candidateColour(comparison), legend }, tooltip },
  };
  return {
    title: panelTitle(title),
    data: { values },
    ...{ width, height: { step: 20 } },
    layer: [
      {
        data: { values: [{ nothing: 0 }] },
        mark: { type: 'rule', style: 'zero' },
        encoding: { x: { field: 'nothing', type: 'quantitative' } },
      },
      {
        mark: { type: 'rule', style: 'unsure', strokeWidth: 1.5 },
        encoding: { y, x: { ...x, field: 'low' }, x2: { field: 'high' }, tooltip },
      },
      ...(rows.some(({ better }) => better === null) ? [unsure] : []),
      ...(rows.some(({ better }) => better !== null) ? [proven] : []),
    ],
  };
}

function titleOf(rows: readonly Row[]): string {
  const told = rows.filter(({ better }) => better !== null).length;
  const open = rows.filter(({ better, level }) => better === null && !level).length;
  if (told === 0)
    return open === 1
      ? 'The one difference cannot be told from chance yet'
      : `None of ${open} differences can be told from chance yet`;
  const beyond = told === 1 ? 'difference is beyond chance' : 'differences are beyond chance';
  return open === 0
    ? `${told === 1 ? 'The one' : `All ${told}`} ${beyond}`
    : `${told} ${beyond}; ${open} cannot be told yet`;
}
