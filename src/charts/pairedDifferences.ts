/** Every pair of candidates: their difference on the same demand with its interval, against a line at nothing. */
import type { Comparison, PairedDifference } from '../analysis/comparison.js';
import type { Headline } from '../analysis/headline.js';
import { allowingFor } from '../analysis/pairWords.js';
import { isLevel, sides } from '../analysis/paired.js';
import { possibleDifference, type Ends } from '../analysis/possible.js';
import { isGrid, modeOf, scenarioOf } from '../analysis/scenarioFindings.js';
import type { Unit } from '../metrics/measures.js';
import { chart, WIDTH, type Chart, type ChartDefinition, type Drawing } from './chart.js';
import { axisScale, candidateColour, candidateLegend, panelTitle } from './pieces.js';
import { textWidth } from './textWidth.js';
import { measureOf, pairsTold, provenPairs } from './verdictWords.js';
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
/** With more pairs only those with the first candidate, or the first of each mode, are drawn. */
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
  return chart(
    { title: titleOf(rows), subtitle: subtitleOf(comparison, drawn) },
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

function subtitleOf(comparison: Comparison, drawn: readonly Panel[]): string {
  const { candidates, pairs, replications } = comparison;
  const compared = pairs.filter(({ scope, measure }) =>
    MEASURES_SHOWN.some((shown) => shown.scope === scope && shown.measure === measure),
  );
  const rows = drawn.flatMap((panel) => panel.rows.map((row) => ({ unit: panel.unit, ...row })));
  const isFar = rows.some(({ unit, pair, half }) => endsOf(unit, pair, half).isCut);
  return [
    `First named minus second${candidates.every((one) => one.sharesDemand) ? ', on the same demand' : ''}, with its 95 %`,
    `interval${allowingFor(compared)}. Filled, in the colour of the better one: the interval leaves out zero.`,
    ...(rows.some(({ better, level }) => better === null && !level) ? ['Hollow: cannot tell yet.'] : []),
    ...(rows.some(({ level }) => level) ? ['Hollow on the line: no difference at all.'] : []),
    ...(isGrid(comparison) ? ['Only pairs of one mode are drawn.'] : []),
    ...(isCut(comparison)
      ? [`Only those with the first ${isGrid(comparison) ? 'scenario' : 'candidate'}.`]
      : []),
    ...(isFar ? ['Intervals of shares are drawn no further than 100 points.'] : []),
    `${replications} replications.`,
  ].join(' ');
}

/** Of the measure that has the most. */
function isCut(comparison: Comparison): boolean {
  return MEASURES_SHOWN.some((shown) => pairsTold(comparison, shown).length > MOST_PAIRS);
}

/** `now − planned`; of scenarios under several modes `blended: now − planned`. */
function labelOf(comparison: Comparison, { a, b }: PairedDifference): string {
  return isGrid(comparison)
    ? `${modeOf(comparison, a)}: ${scenarioOf(comparison, a)} − ${scenarioOf(comparison, b)}`
    : `${a} − ${b}`;
}

function endsOf(unit: Unit, { difference }: PairedDifference, half: number): Ends {
  return possibleDifference(unit, { mean: difference.mean, halfWidth: half });
}

function rowsOf(comparison: Comparison, { scope, measure }: Headline): Row[] {
  const proven = provenPairs(comparison, { scope, measure });
  const firsts = comparison.candidates
    .filter((one, i, all) =>
      isGrid(comparison) ? all.findIndex(({ mode }) => mode === one.mode) === i : i === 0,
    )
    .map(({ name }) => name);
  const isDrawn = ({ a, b }: PairedDifference): boolean =>
    !isCut(comparison) || firsts.includes(a) || firsts.includes(b);
  return pairsTold(comparison, { scope, measure })
    .filter(isDrawn)
    .flatMap((pair): Row[] => {
      const half = pair.adjustedHalfWidth;
      if (half === null) return [];
      const better = proven.includes(pair) ? sides(pair).winner : null;
      return [{ pair, label: labelOf(comparison, pair), half, better, level: isLevel(pair) }];
    });
}

function plot({ title, unit, rows }: Panel, width: number, comparison: Comparison): Drawing {
  const ends = rows.map(({ pair, half }) => endsOf(unit, pair, half));
  const most = Math.max(...ends.flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)]));
  const scale = axisScale(unit, most);
  const values = rows.map(({ pair, label, half, better }, i) => ({
    ...{ label, a: pair.a, b: pair.b, candidate: better, difference: pair.difference.mean * scale.factor },
    ...{ low: (ends[i]?.low ?? 0) * scale.factor, high: (ends[i]?.high ?? 0) * scale.factor },
    told: change(unit, pair.difference.mean, half),
  }));
  const y = { field: 'label', type: 'nominal', sort: rows.map(({ label }) => label), title: null };
  const x = {
    field: 'difference',
    type: 'quantitative',
    title: scale.title,
    // An axis of nothing but zero has no length, and labels it with six decimals.
    scale: { zero: true, ...(most === 0 ? { domain: [-1, 1] } : {}) },
    axis: most === 0 ? { values: [0] } : { tickCount: 5 },
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
  const legend = { ...candidateLegend(comparison), title: 'better', symbolType: 'circle' };
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
  if (told + open === 0) return 'There is no difference: what is compared is the same in every replication';
  if (told === 0)
    return open === 1
      ? 'The one difference cannot be told from chance yet'
      : `None of ${open} differences can be told from chance yet`;
  const beyond = told === 1 ? 'difference is beyond chance' : 'differences are beyond chance';
  return open === 0
    ? `${told === 1 ? 'The one' : `All ${told}`} ${beyond}`
    : `${told} ${beyond}; ${open} cannot be told yet`;
}
