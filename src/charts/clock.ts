/** The clock on the wall as an axis: where an interval stands, which ticks are drawn, and what day it is. */
import { DAY, HOUR, type Seconds } from '../base/units.js';

/** `2026-03-03 08:30` as an instant for a UTC axis: the clock on the wall, whatever zone the machine is in. */
export function wallTime(label: string): number {
  return Date.parse(`${label.slice(0, 16).replace(' ', 'T')}Z`);
}

/** Marked with its offset: this hour of the wall has been before, in a night in which the clocks go back. */
const isRepeated = (label: string): boolean => label.length > 16;

/** Milliseconds of a UTC axis. */
export interface Place {
  readonly from: number;
  readonly to: number;
}

/** Where intervals lie on such an axis. An hour that a night has twice is drawn as two halves, or one would hide the other. */
export function placesOf(labels: readonly string[]): (label: string) => Place {
  const repeats = [...new Set(labels.filter(isRepeated))].map(wallTime);
  const walls = [...new Set(labels.map(wallTime))].sort((a, b) => a - b);
  const step = Math.min(DAY * 1000, ...walls.map((wall, i) => (walls[i + 1] ?? Infinity) - wall));
  const start = Math.min(...repeats);
  const length = repeats.length * step;
  return (label) => {
    const wall = wallTime(label);
    if (!(wall >= start && wall < start + length)) return { from: wall, to: wall + step };
    const from = start + (wall - start) / 2 + (isRepeated(label) ? length / 2 : 0);
    return { from, to: from + step / 2 };
  };
}

/** `Mon 2 Mar`, of the wall's calendar. */
export function dayOf(label: string): string {
  const words = new Date(wallTime(label)).toUTCString();
  return words.slice(0, 11).replace(',', '').replace(/ 0/, ' ');
}

export function daysIn(labels: readonly string[]): number {
  return new Set(labels.map((label) => label.slice(0, 10))).size;
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
  const step = (times.at(-1) ?? NaN) - (times.at(-2) ?? NaN);
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
