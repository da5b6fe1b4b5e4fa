/** Parts that charts share: who has which colour and dash, panels side by side, axes of durations, days and shares. */
import { CHANNELS, type ByChannel, type Channel } from '../scenario/types.js';
import { DAY, HOUR, MINUTE, type Seconds } from '../base/units.js';
import type { CandidateResult, Comparison } from '../analysis/comparison.js';
import type { Unit } from '../metrics/measures.js';
import type { IntervalRow } from '../metrics/runReport.js';
import { WIDTH } from './chart.js';
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

/** A range of the theme by its name; Vega-Lite's own types only know their own names. */
export function themed(range: RangeName): never {
  return range as never;
}

/** Whoever has a name can be told apart by it. */
type Named = { readonly candidates: readonly { readonly name: string }[] };

/** All candidates in the domain, whoever is drawn: so everyone keeps their colour in every chart. */
export function candidateColour({ candidates }: Named, legend: 'shown' | 'hidden' = 'hidden') {
  const domain = candidates.map(({ name }) => name);
  return {
    field: 'candidate',
    type: 'nominal' as const,
    scale: { domain, range: themed('category') },
    legend: legend === 'shown' ? { title: null, ...LINE_SYMBOL } : null,
  };
}

export function candidateDash({ candidates }: Comparison) {
  const domain = candidates.map(({ name }) => name);
  const range = domain.map((_, i) => DASHES[i % DASHES.length] ?? []);
  return {
    field: 'candidate',
    type: 'nominal' as const,
    scale: { domain, range },
    legend: { title: null, ...LINE_SYMBOL },
  };
}

export function candidateShape({ candidates }: Named) {
  const domain = candidates.map(({ name }) => name);
  const range = domain.map((_, i) => SHAPES[i % SHAPES.length] ?? 'circle');
  return { field: 'candidate', type: 'nominal' as const, scale: { domain, range }, legend: { title: null } };
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

export function daysIn(labels: readonly string[]): number {
  return new Set(labels.map((label) => label.slice(0, 10))).size;
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

/** `2026-03-03 08:30` as an instant for a UTC axis: the clock on the wall, whatever zone the machine is in. */
export function wallTime(label: string): number {
  return Date.parse(`${label.slice(0, 16).replace(' ', 'T')}Z`);
}

/** `Mon 2 Mar`, of the wall's calendar. */
export function dayOf(label: string): string {
  const words = new Date(wallTime(label)).toUTCString();
  return words.slice(0, 11).replace(',', '').replace(/ 0/, ' ');
}

/** An axis of the clock on the wall: hours of no more than `hoursUpTo`, or the days of several. */
export function clockAxis(labels: readonly string[], width: number, hoursUpTo: Seconds = DAY) {
  const times = labels.map(wallTime);
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const isOneDay = last - first <= hoursUpTo * 1000;
  // A tick needs the room of `08:00` or `Mon`.
  const room = Math.max(1, width / 45);
  const unit = (isOneDay ? HOUR : DAY) * 1000;
  const units = (last - first) / unit;
  const step = unit * ([1, 2, 3, 6, 12, 24, 28].find((one) => units / one <= room) ?? 56);
  const values: number[] = [];
  for (let at = Math.ceil(first / step) * step; at <= last; at += step) values.push(at);
  return { values, format: isOneDay ? '%H:%M' : '%a', title: null, grid: !isOneDay };
}

/** Steps of time end where the last of them ends: the last value of each line once more. */
export function toTheEnd<
  V extends { readonly candidate: string; readonly channel?: string; readonly time: number },
>(values: readonly V[]): V[] {
  const times = [...new Set(values.map(({ time }) => time))].sort((a, b) => a - b);
  const step = Math.min(...times.map((time, i) => (times[i + 1] ?? Infinity) - time));
  const last = new Map(values.map((value) => [`${value.candidate}\n${value.channel ?? ''}`, value]));
  const ends = [...last.values()].map((value) => ({ ...value, time: value.time + step }));
  return Number.isFinite(step) ? [...values, ...ends] : [...values];
}

/** The clock on the wall in a tooltip. */
export const CLOCK_TIP = {
  field: 'time',
  type: 'temporal',
  scale: { type: 'utc' },
  timeUnit: 'utcdayhoursminutes',
  title: 'from',
};

/** The name of one of several plots, at its left edge. */
export function panelTitle(text: string) {
  return { text, fontSize: 13, offset: 8, frame: 'group' };
}

/** Axis labels for seconds, whatever their size: `30 s`, `5 min`, `4 h`. */
export const DURATION_LABEL =
  "datum.value < 60 ? datum.value + ' s' : datum.value < 3600 ? datum.value / 60 + ' min' : datum.value / 3600 + ' h'";

/** Five digits: more than a picture shows, and a spec a third as long. */
export function fiveDigits(value: number): number {
  return Number(value.toPrecision(5));
}
