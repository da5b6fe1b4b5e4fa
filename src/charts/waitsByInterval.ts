/** First responses over the day: each candidate's mean by interval of arrival with its interval, the others' behind it. */
import type { AveragedInterval, Comparison } from '../analysis/comparison.js';
import { sizeWithInterval } from '../analysis/words.js';
import type { Seconds } from '../base/units.js';
import type { Channel } from '../scenario/types.js';
import { chart, type Chart, type ChartDefinition, type Drawing } from './chart.js';
import { crossTable } from './crossTable.js';
import { clockAxis, daysIn, dayOf, placesOf, CLOCK_TIP } from './clock.js';
import {
  candidateColour,
  carriedChannels,
  CHANNEL_TITLES,
  durationUnit,
  DURATION_LABEL,
  DURATION_TICKS,
  panelsOverTime,
  panelTitle,
  fiveDigits,
  candidateFacet,
} from './pieces.js';
import { CHANNEL_NOUNS } from './verdictWords.js';
import { durationWithin, onAverage, unlike } from './words.js';

export const waitsByInterval: ChartDefinition = {
  name: 'waits-by-interval',
  summary: 'When consumers wait: first responses over the day, with their intervals',
  draw,
};

/** An interval with data. */
interface Point {
  readonly candidate: string;
  readonly row: AveragedInterval;
  readonly mean: Seconds;
}

/** A band that reaches higher is cut: one lonely message at night must not flatten the day. */
const BAND_OVER_MEANS = 1.6;
/** When the highest mean is so many times the middle one, the axis is logarithmic: the day would be flat beside it. */
const FLATTENING = 6;

function draw(comparison: Comparison): Chart | null {
  const points = comparison.candidates.flatMap(({ name, intervals }) =>
    intervals.flatMap((row): Point[] =>
      row.firstResponseSeconds === null ? [] : [{ candidate: name, row, mean: row.firstResponseSeconds }],
    ),
  );
  if (points.length === 0) return null;
  const channels = carriedChannels(comparison.candidates).map((channel) => ({
    channel,
    own: points.filter(({ row }) => row.channel === channel),
  }));
  const shown = channels.filter(({ own }) => own.length > 0);
  return chart(
    {
      title: `The highest mean wait: ${shown.map(longest).join('; ')}`,
      subtitle:
        'Mean first response by interval in which the consumer wrote, one panel per candidate with its 95 % ' +
        `interval as a band and the others in grey. ${onAverage(comparison)}${unlike(comparison)}` +
        (shown.some(({ own }) => isBandCut(own)) ? " A band goes on where the plot's edge cuts it." : '') +
        (shown.some(({ own }) => isTopped(own))
          ? ' The title leaves out intervals with less than one answer on average.'
          : ''),
    },
    { vconcat: shown.map(({ channel, own }) => panel(channel, own, comparison)) },
    crossTable(
      ['Channel', 'Interval'],
      points.flatMap(({ candidate, row, mean }) => {
        const line = [CHANNEL_TITLES[row.channel], row.label];
        const wait = durationWithin({ mean, halfWidth: row.firstResponseHalfWidth });
        return [
          { line, column: `${candidate}, answered`, cell: Number(row.answered.toFixed(1)) },
          { line, column: candidate, cell: wait },
        ];
      }),
    ),
  );
}

/** The highest mean, with its interval: no claim that another candidate's is lower. */
function longest({ channel, own }: { readonly channel: Channel; readonly own: readonly Point[] }): string {
  const top = highest(own);
  const wait = sizeWithInterval('seconds', top.mean, top.row.firstResponseHalfWidth);
  return `${CHANNEL_NOUNS[channel]} ${wait}, with ${top.candidate} at ${whenOf(top.row.label, own)}`;
}

/** Of intervals with an answer or more, as long as there are any: the mean of fewer is one consumer's luck. */
function highest(own: readonly Point[]): Point {
  const busy = own.filter(({ row }) => row.answered >= 1);
  return (busy.length > 0 ? busy : own).reduce((most, point) => (point.mean > most.mean ? point : most));
}

/** Some point that is drawn lies higher than the one that the title tells. */
function isTopped(own: readonly Point[]): boolean {
  const { mean } = highest(own);
  return own.some((point) => point.mean > mean);
}

/** `11:30`; with its date when there are several. */
function whenOf(label: string, own: readonly Point[]): string {
  return daysIn(own.map(({ row }) => row.label)) === 1
    ? label.slice(11, 16)
    : `${label.slice(11, 16)} on ${dayOf(label)}`;
}

function panel(channel: Channel, points: readonly Point[], comparison: Comparison): Drawing {
  const names = comparison.candidates.map(({ name }) => name);
  const shown = names.filter((name) => points.some(({ candidate }) => candidate === name));
  const labels = points.map(({ row }) => row.label);
  const { columns, width } = panelsOverTime(shown.length, labels);
  const top = topOf(points);
  const most = Math.max(...points.map(({ mean }) => mean));
  const placeOf = placesOf(labels);
  const means = points.map(({ mean }) => mean).sort((a, b) => a - b);
  const isLog = most > FLATTENING * (means[means.length >> 1] ?? most);
  const bottom = isLog ? Math.max(1, (means[0] ?? 1) / 1.3) : 0;
  const { unit, length } = isLog ? { unit: 'log scale', length: 1 } : durationUnit(top);
  const at = (wait: Seconds): number => fiveDigits(Math.max(bottom, wait) / length);
  const values = inStretches(points).map(({ candidate, row, mean, stretch }) => {
    const half = row.firstResponseHalfWidth ?? 0;
    return {
      ...{ candidate, stretch, time: placeOf(row.label).from },
      ...{ wait: at(mean), low: at(mean - half), high: at(mean + half) },
      told: durationWithin({ mean, halfWidth: row.firstResponseHalfWidth }),
    };
  });
  const others = values.map(({ candidate, time, wait, stretch }) => ({
    other: candidate,
    time,
    wait,
    stretch,
  }));
  const x = { field: 'time', type: 'temporal', scale: { type: 'utc' }, axis: clockAxis(labels, width) };
  const scale = { type: isLog ? 'log' : 'linear', domain: [bottom / length, top / length], nice: false };
  const ticks = DURATION_TICKS.filter((tick) => tick >= bottom && tick <= top);
  const axis = isLog ? { values: ticks, labelExpr: DURATION_LABEL } : {};
  return {
    title: panelTitle(CHANNEL_TITLES[channel]),
    data: { values },
    facet: candidateFacet(names),
    columns,
    spec: {
      width,
      height: 150,
      layer: layers({ x, scale, axis, unit, others }, comparison),
    },
  };
}

/** Where the plot ends. */
function topOf(points: readonly Point[]): Seconds {
  return Math.min(
    BAND_OVER_MEANS * Math.max(...points.map(({ mean }) => mean)),
    Math.max(...points.map(endOf)),
  );
}

function endOf({ mean, row }: Point): Seconds {
  return mean + (row.firstResponseHalfWidth ?? 0);
}

function isBandCut(points: readonly Point[]): boolean {
  return points.some((point) => endOf(point) > topOf(points));
}

/** Numbers the stretches without a gap: over closed hours no line is drawn. */
function inStretches(points: readonly Point[]): (Point & { readonly stretch: number })[] {
  const starts = [...new Set(points.map(({ row }) => row.start))].sort((a, b) => a - b);
  const step = Math.min(...starts.map((start, i) => (starts[i + 1] ?? Infinity) - start));
  let stretch = 0;
  return points.map((point, i) => {
    const before = points[i - 1];
    const goesOn = before?.candidate === point.candidate && point.row.start - before.row.start <= step;
    if (!goesOn) stretch++;
    return { ...point, stretch };
  });
}

interface Shared {
  readonly x: Drawing;
  readonly scale: Drawing;
  readonly axis: Drawing;
  readonly unit: string;
  readonly others: readonly Drawing[];
}

function layers({ x, scale, axis, unit, others }: Shared, comparison: Comparison): Drawing[] {
  const y = { field: 'wait', type: 'quantitative', title: unit, scale, axis };
  const color = candidateColour(comparison);
  const detail = { field: 'stretch' };
  return [
    {
      // Data of its own is not dealt out to the panels: all see it.
      data: { values: others },
      mark: { type: 'line', style: 'context', clip: true },
      encoding: { x, y, detail: [{ field: 'other' }, { field: 'stretch' }] },
    },
    {
      mark: { type: 'area', style: 'band', clip: true },
      encoding: { x, y: { ...y, field: 'low' }, y2: { field: 'high' }, color, detail },
    },
    { mark: { type: 'line', clip: true, strokeWidth: 2 }, encoding: { x, y, color, detail } },
    {
      mark: { type: 'point', filled: true, size: 14, clip: true },
      encoding: {
        ...{ x, y, color },
        tooltip: [{ field: 'candidate' }, CLOCK_TIP, { field: 'told', title: 'first response' }],
      },
    },
  ];
}
