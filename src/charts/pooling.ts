/** Pooling gain and switching loss as steps: from apart to pooled without friction, from there to pooled as it is. */
import type { Comparison, Estimate, Pooling, PoolingPart } from '../analysis/comparison.js';
import { POOLING_MEASURES } from '../analysis/headline.js';
import { possibleDifference, type Ends } from '../analysis/possible.js';
import { capitalised, lowered, sizeWithInterval } from '../analysis/words.js';
import { chart, WIDTH, type Chart, type ChartDefinition, type Drawing } from './chart.js';
import { axisScale, panelTitle, themed } from './pieces.js';
import { CHANNEL_NOUNS, measureOf } from './verdictWords.js';
import { change } from './words.js';

export const pooling: ChartDefinition = {
  name: 'pooling',
  summary: 'What pooling gains, and what switching and slow-down take back',
  draw,
};

/** A step is coloured by what it proves. */
const EFFECTS = ['better', 'worse', 'cannot tell'] as const;
/** Nothing changes in any replication, so nothing is drawn. */
type Effect = (typeof EFFECTS)[number] | 'no change';

interface Step {
  readonly name: string;
  readonly from: number;
  readonly estimate: Estimate;
  readonly effect: Effect;
}

interface Panel {
  readonly title: string;
  readonly part: PoolingPart;
  readonly steps: readonly Step[];
}

function draw(comparison: Comparison): Chart | null {
  const all = comparison.pooling.flatMap((one) => one.parts.map((part) => panelOf(one, part, comparison)));
  const drawn = all.filter(isTold).sort((a, b) => order(a) - order(b));
  const [first] = comparison.pooling;
  if (drawn.length === 0 || first === undefined || comparison.replications < 2) return null;
  return chart(
    {
      title: titleOf(first),
      subtitle:
        `From ${first.unpooled} to ${first.pooled}: pooling with switching and slow-down off, then with both as configured, ` +
        `then the two together, as differences from ${first.unpooled} on the same demand, whiskers their 95 % intervals. ` +
        `${comparison.replications} replications.${drawn.some(isFar) ? ' Those of shares are drawn no further than 100 points.' : ''}`,
    },
    { columns: 2, concat: drawn.map(plot), spacing: 28 },
    {
      columns: ['Measure', 'Step', 'Change', 'Effect'],
      rows: drawn.flatMap(({ title, part, steps }) =>
        steps.map(({ name, estimate, effect }) => [title, name, changeOf(part, estimate), effect]),
      ),
    },
  );
}

/** Something changes, it is known which way is better, and no growing queue makes a mean of the run's length. */
function isTold({ part, steps }: Panel): boolean {
  const isStill = steps.every(({ estimate }) => estimate.mean === 0 && estimate.halfWidth === 0);
  return !part.grows && !isStill && measureOf(part.measure).better !== null;
}

/** The channels of one measure stand side by side. */
function order({ part }: Panel): number {
  return POOLING_MEASURES.findIndex(({ measure }) => measure === part.measure);
}

function panelOf({ pooled, unpooled }: Pooling, part: PoolingPart, { pooling: all }: Comparison): Panel {
  const { scope, measure, gain, loss, together } = part;
  const { label, better } = measureOf(measure);
  const step = (name: string, from: number, estimate: Estimate): Step => ({
    ...{ name, from, estimate, effect: effectOf(estimate, better) },
  });
  const whose = all.length > 1 ? `${pooled} against ${unpooled}: ` : '';
  const where = scope === 'people' ? '' : `${scope}: `;
  return {
    ...{ title: capitalised(`${whose}${where}${lowered(label)}`), part },
    steps: [
      step('pooling', 0, gain),
      step('switching and slow-down', gain.mean, loss),
      step('together', 0, together),
    ],
  };
}

function effectOf({ mean, halfWidth }: Estimate, better: 'lower' | 'higher' | null): Effect {
  if (mean === 0 && halfWidth === 0) return 'no change';
  if (halfWidth === null || Math.abs(mean) <= halfWidth || better === null) return 'cannot tell';
  return mean < 0 === (better === 'lower') ? 'better' : 'worse';
}

/** Of a step's whisker, as a difference from apart. */
function endsOf({ measure }: PoolingPart, { from, estimate: { mean, halfWidth } }: Step): Ends {
  return possibleDifference(measureOf(measure).unit, { mean: from + mean, halfWidth });
}

function isFar({ part, steps }: Panel): boolean {
  return steps.some((step) => endsOf(part, step).isCut);
}

function plot({ title, part, steps }: Panel): Drawing {
  const { unit } = measureOf(part.measure);
  const reached = steps.flatMap((step) => {
    const { low, high } = endsOf(part, step);
    return [step.from, low, high];
  });
  const scale = axisScale(unit, Math.max(...reached.map(Math.abs)));
  const values = steps.map((step) => {
    const { name, from, estimate, effect } = step;
    const { low, high } = endsOf(part, step);
    return {
      ...{ name, effect, from: from * scale.factor, to: (from + estimate.mean) * scale.factor },
      ...{ low: low * scale.factor, high: high * scale.factor },
      told: changeOf(part, estimate),
    };
  });
  const y = { field: 'name', type: 'nominal', sort: steps.map(({ name }) => name), title: null };
  const x = { field: 'from', type: 'quantitative', title: scale.title, axis: { tickCount: 5 } };
  const tooltip = [{ field: 'name', title: 'step' }, { field: 'told', title: 'change' }, { field: 'effect' }];
  return {
    title: panelTitle(title),
    data: { values },
    ...{ width: Math.floor((WIDTH - 260) / 2), height: { step: 28 } },
    layer: [
      {
        mark: { type: 'bar', height: { band: 0.6 }, opacity: 0.85 },
        encoding: {
          ...{ y, x, x2: { field: 'to' }, tooltip },
          color: {
            ...{ field: 'effect', type: 'nominal', legend: { title: null } },
            scale: { domain: [...EFFECTS], range: themed('effect') },
          },
        },
      },
      {
        mark: { type: 'rule', style: 'ink' },
        encoding: { y, x: { ...x, field: 'low' }, x2: { field: 'high' } },
      },
      {
        data: { values: [{ nothing: 0 }] },
        mark: { type: 'rule', style: 'zero' },
        encoding: { x: { field: 'nothing', type: 'quantitative' } },
      },
    ],
  };
}

function changeOf({ measure }: PoolingPart, { mean, halfWidth }: Estimate): string {
  return change(measureOf(measure).unit, mean, halfWidth);
}

/** "Pooling gains 16 s on messaging; switching and slow-down take 15 s on chats and 18 s on messaging". */
function titleOf({ parts }: Pooling): string {
  const waits = parts.filter(({ measure, grows }) => measure === 'firstResponseMean' && !grows);
  const proven = (estimate: Estimate): boolean => effectOf(estimate, 'lower') !== 'cannot tell';
  const noun = (scope: string): string =>
    Object.entries(CHANNEL_NOUNS).find(([one]) => one === scope)?.[1] ?? scope;
  const told = (of: 'gain' | 'loss', sign: 1 | -1): string[] =>
    waits
      .filter((part) => proven(part[of]) && part[of].mean * sign > 0)
      .map((part) => `${sizeWithInterval('seconds', part[of].mean, null)} on ${noun(part.scope)}`);
  const gains = told('gain', -1);
  const losses = told('loss', 1);
  const gained =
    gains.length === 0
      ? 'Pooling gains nothing on waits that the runs can tell'
      : `Pooling gains ${gains.join(' and ')}`;
  const lost =
    losses.length === 0
      ? 'switching and slow-down take nothing that they can tell'
      : `switching and slow-down take ${losses.join(' and ')}`;
  return `${gained}; ${lost}`;
}
