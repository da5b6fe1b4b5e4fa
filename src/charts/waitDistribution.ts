/** How first responses are spread: the share of consumers answered within each time, with the targets marked. */
import type { Comparison } from '../analysis/comparison.js';
import { type Seconds } from '../base/units.js';
import { WAIT_SHARES } from '../metrics/waitCurves.js';
import type { Channel, Target } from '../scenario/types.js';
import { replicationCount, sizeWithInterval } from '../analysis/words.js';
import { chart, type Chart, type ChartDefinition, type Drawing } from './chart.js';
import {
  candidateColour,
  candidateDash,
  carriedChannels,
  CHANNEL_TITLES,
  DURATION_LABEL,
  DURATION_TICKS,
  panels,
  panelTitle,
  fiveDigits,
} from './pieces.js';
import { CHANNEL_NOUNS } from './verdictWords.js';
import { duration, share, unlike } from './words.js';

export const waitDistribution: ChartDefinition = {
  name: 'wait-distribution',
  summary: 'How many are answered within which time, against the targets',
  draw,
};

const TOLD_SHARES = [0.25, 0.5, 0.75, 0.9, 0.95, 0.99];
/** Waits below a second are drawn at one: the axis is logarithmic. */
const SHORTEST: Seconds = 1;

interface Curve {
  readonly candidate: string;
  readonly waits: readonly Seconds[];
  readonly target: Target;
}

interface Panel {
  readonly channel: Channel;
  readonly curves: readonly Curve[];
}

function draw(comparison: Comparison): Chart | null {
  const panelsDrawn = carriedChannels(comparison.candidates)
    .map((channel): Panel => ({
      channel,
      curves: comparison.candidates.flatMap(({ name, waitCurves, targets }) =>
        waitCurves[channel].length === 0
          ? []
          : [{ candidate: name, waits: waitCurves[channel], target: targets[channel] }],
      ),
    }))
    .filter(({ curves }) => curves.length > 0);
  if (panelsDrawn.length === 0) return null;
  return chart(
    {
      title: titleOf(panelsDrawn),
      subtitle:
        'Share of first answers sent within each time, on a logarithmic axis, of those answered at all; dashed in ' +
        `red the target. Each percentile is the mean of ${replicationCount(comparison.replications)}.${unlike(comparison)}`,
    },
    { hconcat: panelsDrawn.map((panel) => panelOf(panel, panelsDrawn.length, comparison)) },
    {
      columns: ['Channel', 'Candidate', ...TOLD_SHARES.map((told) => `${share(told, 0)} within`)],
      rows: panelsDrawn.flatMap(({ channel, curves }) =>
        curves.map(({ candidate, waits }) => [
          ...[CHANNEL_TITLES[channel], candidate],
          ...TOLD_SHARES.map((told) => duration(waits[WAIT_SHARES.indexOf(told)] ?? 0)),
        ]),
      ),
    },
  );
}

/** Says where the curves stand, not that one is better: they carry no intervals. */
function titleOf(drawn: readonly Panel[]): string {
  const told = drawn.map(({ channel, curves }) => {
    const late = curves.map(({ waits }) => waits[WAIT_SHARES.indexOf(0.9)] ?? 0);
    const [low, high] = [Math.min(...late), Math.max(...late)].map((wait) =>
      sizeWithInterval('seconds', wait, null),
    );
    const range = low === high ? (low ?? '') : `${low ?? ''} to ${high ?? ''}`;
    return `${CHANNEL_NOUNS[channel]} within ${range}`;
  });
  return `Nine in ten first answers: ${told.join('; ')}`;
}

function panelOf({ channel, curves }: Panel, count: number, comparison: Comparison): Drawing {
  const all = curves.flatMap(({ waits }) => waits);
  const shortest = DURATION_TICKS.findLast((tick) => tick <= Math.min(...all)) ?? SHORTEST;
  const latest = Math.max(...all, ...curves.map(({ target }) => target.within));
  const values = curves.flatMap(({ candidate, waits }) =>
    waits.map((wait, i) => ({
      ...{
        candidate,
        wait: fiveDigits(Math.max(shortest, wait)),
        share: WAIT_SHARES[i],
        told: duration(wait),
      },
    })),
  );
  const x = {
    ...{ field: 'wait', type: 'quantitative', title: null },
    scale: { type: 'log', domain: [shortest, latest], nice: false },
    axis: {
      values: DURATION_TICKS.filter((tick) => tick >= shortest && tick <= latest),
      labelExpr: DURATION_LABEL,
      grid: true,
    },
  };
  const y = {
    ...{ field: 'share', type: 'quantitative', title: count === 1 ? 'answered' : null },
    ...{ scale: { domain: [0, 1] }, axis: { format: '.0%' } },
  };
  const style = {
    ...{ x, y },
    color: candidateColour(comparison, 'shown'),
    strokeDash: candidateDash(comparison),
  };
  return {
    title: panelTitle(CHANNEL_TITLES[channel]),
    width: panels(count, { gap: 40 }).width,
    height: 260,
    layer: [
      ...targetsOf(curves).flatMap((target) => targetMark(target, shortest)),
      {
        data: { values },
        mark: { type: 'line', strokeWidth: 2, interpolate: 'monotone' },
        encoding: {
          ...style,
          tooltip: [
            ...[{ field: 'candidate' }, { field: 'told', title: 'within' }],
            { field: 'share', title: 'answered', format: '.1%' },
          ],
        },
      },
    ],
  };
}

function targetsOf(curves: readonly Curve[]): Target[] {
  const distinct = new Map(curves.map(({ target }) => [`${target.share} ${target.within}`, target]));
  return [...distinct.values()];
}

/** Its words stand at the left above its line: a curve of shares leaves that corner empty. */
function targetMark({ share: promised, within }: Target, shortest: Seconds): Drawing[] {
  const values = [
    {
      ...{ shortest, wait: within, share: promised },
      told: `target: ${share(promised, 0)} within ${duration(within)}`,
    },
  ];
  const y = { field: 'share', type: 'quantitative' };
  return [
    {
      data: { values },
      mark: { type: 'rule', style: 'target' },
      encoding: { x: { field: 'wait', type: 'quantitative' } },
    },
    { data: { values }, mark: { type: 'rule', style: 'target' }, encoding: { y } },
    {
      data: { values },
      mark: { type: 'text', style: 'target-text', dy: -7, dx: 6, align: 'left' },
      encoding: { x: { field: 'shortest', type: 'quantitative' }, y, text: { field: 'told' } },
    },
  ];
}
