/** What people's time on shift goes into: serving consumers, and what the way of working costs. */
import type { Comparison, Estimate } from '../analysis/comparison.js';
import type { MeasureId } from '../metrics/measures.js';
import { percent } from '../analysis/words.js';
import { chart, WIDTH, type Chart, type ChartDefinition } from './chart.js';
import { themed } from './pieces.js';
import { onAverage, share } from './words.js';

const KINDS: readonly { readonly measure: MeasureId; readonly kind: string }[] = [
  { measure: 'answeringShare', kind: 'answering' },
  { measure: 'wrapUpShare', kind: 'wrap-up' },
  { measure: 'switchingShare', kind: 'switching' },
  { measure: 'rereadingShare', kind: 're-reading' },
  { measure: 'loginChangeShare', kind: 'login change' },
];
/** A smaller share of the time is not worth a title. */
const NOTHING = 0.005;
/** What does not serve anybody. */
const FRICTION: readonly string[] = ['switching', 're-reading', 'login change'];

export const utilisation: ChartDefinition = {
  name: 'utilisation',
  summary: 'How busy people are, and with what: serving, switching, re-reading, changing logins',
  draw,
};

interface Bar {
  readonly candidate: string;
  readonly total: Estimate;
  readonly parts: readonly number[];
}

function draw(comparison: Comparison): Chart | null {
  const bars = comparison.candidates.flatMap(({ name, estimates }): Bar[] => {
    const own = estimates['people'];
    const total = own?.['utilisation'];
    return total === undefined
      ? []
      : [{ candidate: name, total, parts: KINDS.map(({ measure }) => own?.[measure]?.mean ?? 0) }];
  });
  if (bars.length === 0) return null;
  const y = {
    ...{ field: 'candidate', type: 'nominal', sort: bars.map(({ candidate }) => candidate), title: null },
    axis: { labelFontSize: 12 },
  };
  const x = {
    field: 'share',
    type: 'quantitative',
    title: 'share of time on shift',
    axis: { format: '.0%' },
  };
  const parts = bars.flatMap(({ candidate, parts: own }) =>
    own.map((one, order) => ({ candidate, order, kind: KINDS[order]?.kind, share: one, told: share(one) })),
  );
  return chart(
    {
      title: titleOf(comparison, bars),
      subtitle:
        'Hours on shift by what they went into, idle time left blank; at the end of each bar utilisation with its ' +
        `95 % interval. In reds what serves nobody. ${onAverage(comparison)}`,
    },
    {
      ...{ width: WIDTH - 180, height: { step: 34 } },
      layer: [
        {
          data: { values: parts },
          mark: { type: 'bar', height: { band: 0.68 } },
          encoding: {
            ...{ y, x: { ...x, stack: 'zero', scale: { domain: [0, 1] } } },
            color: {
              ...{ field: 'kind', type: 'nominal', legend: { title: null } },
              scale: { domain: KINDS.map(({ kind }) => kind), range: themed('work') },
            },
            order: { field: 'order', type: 'quantitative' },
            tooltip: [{ field: 'candidate' }, { field: 'kind' }, { field: 'told', title: 'of shift' }],
          },
        },
        {
          data: {
            values: bars.map(({ candidate, total }) => ({
              candidate,
              share: total.mean,
              told: within(total),
            })),
          },
          mark: { type: 'text', align: 'left', dx: 6, style: 'note' },
          encoding: { y, x, text: { field: 'told' } },
        },
      ],
    },
    {
      columns: ['Candidate', 'Utilisation', ...KINDS.map(({ kind }) => kind)],
      rows: bars.map(({ candidate, total, parts: own }) => [
        candidate,
        within(total),
        ...own.map((one) => share(one)),
      ]),
    },
  );
}

function within({ mean, halfWidth }: Estimate): string {
  return halfWidth === null ? share(mean) : `${(100 * mean).toFixed(1)} ± ${(100 * halfWidth).toFixed(1)} %`;
}

function titleOf(comparison: Comparison, bars: readonly Bar[]): string {
  const rubs = bars.map(({ candidate, parts }) => ({
    candidate,
    friction: parts.reduce((sum, one, i) => sum + (FRICTION.includes(KINDS[i]?.kind ?? '') ? one : 0), 0),
  }));
  const [low, high] = [Math.min, Math.max].map((of) => percent(of(...bars.map(({ total }) => total.mean))));
  const busy = `People are busy ${low === high ? (low ?? '') : `${low ?? ''} to ${high ?? ''}`} of their time`;
  const most = rubs.reduce((worst, one) => (one.friction > worst.friction ? one : worst));
  return most.friction < NOTHING
    ? `${busy}, next to nothing of it switching`
    : `${busy}; ${most.candidate} takes ${share(most.friction)} for switching, re-reading and logins`;
}
