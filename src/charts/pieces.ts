/** Parts that charts share: who has which colour and dash, panels side by side, axes of durations and shares. */
import { CHANNELS, type ByChannel, type Channel } from '../scenario/types.js';
import { DAY, HOUR, MINUTE, type Seconds } from '../base/units.js';
import type { CandidateResult, Comparison } from '../analysis/comparison.js';
import type { Ends } from '../analysis/possible.js';
import type { Unit } from '../metrics/measures.js';
import type { IntervalRow } from '../metrics/runReport.js';
import { WIDTH } from './chart.js';
import { daysIn } from './clock.js';
import { textWidth } from './textWidth.js';
import type { RangeName } from './theme.js';

export const CHANNEL_TITLES: ByChannel<string> = { chat: 'Live chat', messaging: 'Messaging' };

/** Solid first; each also reads in grey. */
const DASHES = [
  [1, 0],
  [7, 3],
  [2, 2],
  [9, 3, 2, 3],
  [4, 4],
  [12, 3],
  [1, 3],
  [6, 2, 1, 2, 1, 2],
];
const SHAPES = ['circle', 'square', 'triangle-up', 'diamond', 'cross', 'triangle-down', 'triangle-right'];

/** Long enough that a dash pattern shows. */
const LINE_SYMBOL = { symbolSize: 700, symbolStrokeWidth: 2.2 };
/** Of such a symbol and the room around it. */
const LINE_ROOM = 60;

/** A range of the theme by its name; Vega-Lite's own types only know their own names. */
export function themed(range: RangeName): never {
  return range as never;
}

/** Whoever has a name can be told apart by it. */
type Named = { readonly candidates: readonly { readonly name: string }[] };

/** A legend's symbol and the room around it, in pixels. */
const SYMBOL = 46;

/** A legend in rows that are no wider than what is drawn below them. */
export function candidateLegend({ candidates }: Named, symbol = SYMBOL) {
  const widest = Math.max(0, ...candidates.map(({ name }) => textWidth(name, { size: 11, bold: false })));
  const columns = Math.max(1, Math.floor(WIDTH / (widest + symbol)));
  return { title: null, ...(columns < candidates.length ? { columns } : {}) };
}

/** All candidates in the domain, whoever is drawn: so everyone keeps their colour in every chart. */
export function candidateColour(of: Named, legend: 'shown' | 'hidden' = 'hidden') {
  const { candidates } = of;
  const domain = candidates.map(({ name }) => name);
  return {
    field: 'candidate',
    type: 'nominal' as const,
    scale: { domain, range: themed('category') },
    legend: legend === 'shown' ? { ...candidateLegend(of, LINE_ROOM), ...LINE_SYMBOL } : null,
  };
}

export function candidateDash(of: Comparison) {
  const { candidates } = of;
  const domain = candidates.map(({ name }) => name);
  const range = domain.map((_, i) => DASHES[i % DASHES.length] ?? []);
  return {
    field: 'candidate',
    type: 'nominal' as const,
    scale: { domain, range },
    legend: { ...candidateLegend(of, LINE_ROOM), ...LINE_SYMBOL },
  };
}

export function candidateShape(of: Named) {
  const { candidates } = of;
  const domain = candidates.map(({ name }) => name);
  const range = domain.map((_, i) => SHAPES[i % SHAPES.length] ?? 'circle');
  return {
    field: 'candidate',
    type: 'nominal' as const,
    scale: { domain, range },
    legend: candidateLegend(of),
  };
}

/** A panel per candidate, named above its left edge. */
export function candidateFacet(names: readonly string[]) {
  return {
    ...{ field: 'candidate', type: 'nominal' as const, sort: names, title: null },
    header: { labelAnchor: 'start' },
  };
}

/** Who is signed in for both channels; drawn between the two. */
export const BOTH = 'both at once';

export function channelColour(legend: Readonly<Record<string, unknown>> | null = { title: null }) {
  const domain = [CHANNEL_TITLES.chat, BOTH, CHANNEL_TITLES.messaging];
  return {
    ...{ field: 'channel', type: 'nominal' as const, legend },
    scale: { domain, range: themed('channel') },
  };
}

export interface Panels {
  readonly columns: number;
  /** Of each, in pixels. */
  readonly width: number;
}

/** In how many columns so many panels stand, and how wide each is; `gap` has the room of an axis. */
export function panels(count: number, { gap = 24, most = 4 } = {}): Panels {
  // Rows that are full, where that can be: an empty place would have an axis all the same.
  const full = [most, most - 1].find((columns) => columns > 1 && count % columns === 0);
  const columns = Math.max(1, Math.min(count, full ?? most));
  return { columns, width: Math.floor((WIDTH - gap * (columns - 1)) / columns) };
}

/** Panels with time from left to right: of several days, two or three side by side. */
export function panelsOverTime(count: number, labels: readonly string[]): Panels {
  const few = count % 2 === 0 ? 2 : 3;
  return panels(count, { most: daysIn(labels) > 1 ? few : 4 });
}

/** The unit in which durations up to `most` are written on an axis, and its length in seconds. */
export function durationUnit(most: Seconds): { readonly unit: string; readonly length: Seconds } {
  if (most < 4 * MINUTE) return { unit: 'seconds', length: 1 };
  if (most < 4 * HOUR) return { unit: 'minutes', length: MINUTE };
  return most < 4 * DAY ? { unit: 'hours', length: HOUR } : { unit: 'days', length: DAY };
}

/** In what an axis of differences up to `most` is written, and what its numbers are multiplied by. */
export function axisScale(unit: Unit, most: number): { readonly title: string; readonly factor: number } {
  if (unit === 'seconds') {
    const { unit: title, length } = durationUnit(most);
    return { title, factor: 1 / length };
  }
  if (unit === 'share') return { title: 'percentage points', factor: 100 };
  return { title: unit === 'money' ? "in the scenario's currency" : '', factor: 1 };
}

export function carriedChannels(candidates: readonly CandidateResult[]): Channel[] {
  return CHANNELS.filter((channel) => candidates.some(({ carries }) => carries[channel].length > 0));
}

/** The people signed in in one interval, each counted once: for chat alone, for both, for messaging alone. */
export function signedIn(
  rows: readonly IntervalRow[],
): { readonly channel: string; readonly people: number }[] {
  const both = Math.max(0, ...rows.map(({ peopleSignedInForBoth }) => peopleSignedInForBoth));
  const own = rows.map(({ channel, peopleSignedIn, peopleSignedInForBoth }) => ({
    ...{ channel: CHANNEL_TITLES[channel], people: peopleSignedIn - peopleSignedInForBoth },
  }));
  return [...own, { channel: BOTH, people: both }];
}

/** An axis of shares that ends where they do; room for points at its ends, a label at its top within the plot. */
export function shareAxis(title: string, ends: readonly Ends[]) {
  const [low, high] = [Math.min(...ends.map((one) => one.low)), Math.max(...ends.map((one) => one.high))];
  const room = Math.max(0.08 * (high - low), 0.005);
  const domain = [Math.max(0, low - room), Math.min(1, high + room)].map(fiveDigits);
  return {
    ...{ type: 'quantitative', title, scale: { domain, zero: false, nice: false } },
    axis: { format: high - low < 0.08 ? '.1%' : '.0%', labelFlush: true },
  };
}

/** Closes a subtitle where an interval is drawn no further than shares go. */
export function cutNote(ends: readonly Ends[]): string {
  return ends.some(({ isCut }) => isCut)
    ? ' Intervals of shares are drawn no further than 0 % and 100 %, though from few replications they reach beyond.'
    : '';
}

/** The name of one of several plots, at its left edge. */
export function panelTitle(text: string) {
  return { text, fontSize: 13, offset: 8, frame: 'group' };
}

/** Where a logarithmic axis of seconds is labelled. */
export const DURATION_TICKS: readonly Seconds[] = [
  ...[1, 5, 15, MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 4 * HOUR, 12 * HOUR, 48 * HOUR],
];

/** Axis labels for seconds, whatever their size: `30 s`, `5 min`, `4 h`. */
export const DURATION_LABEL =
  "datum.value < 60 ? datum.value + ' s' : datum.value < 3600 ? datum.value / 60 + ' min' : datum.value / 3600 + ' h'";

/** Five digits: more than a picture shows, and a spec a third as long. */
export function fiveDigits(value: number): number {
  return Number(value.toPrecision(5));
}
