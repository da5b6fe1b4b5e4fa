/** How planners write durations, times of day and shares, and the numbers behind them: `2h30m`, `08:30`, `30%`. */
import { DAY, HOUR, MINUTE, type Seconds, type Share } from './units.js';

const NUMBER = String.raw`(\d+(?:\.\d+)?)`;

/** Regular expressions for editors; the parsers below are the law. */
export const DURATION_PATTERN = String.raw`^(?=.)(\d+(\.\d+)?d)?\s*(\d+(\.\d+)?h)?\s*(\d+(\.\d+)?m)?\s*(\d+(\.\d+)?s)?$`;
export const CLOCK_PATTERN = String.raw`^([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d)?$|^24:00$`;
export const SHARE_PATTERN = String.raw`^\d+(\.\d+)?\s*%$`;

const DURATION = new RegExp(
  String.raw`^(?:${NUMBER}d)?\s*(?:${NUMBER}h)?\s*(?:${NUMBER}m)?\s*(?:${NUMBER}s)?$`,
);
const CLOCK = new RegExp(CLOCK_PATTERN);
const SHARE = new RegExp(SHARE_PATTERN);

/** Seconds in `45s`, `4m`, `2h30m` or `1d`; null when the text is not a duration with units. A day is 24 hours. */
export function parseDuration(text: string): Seconds | null {
  const found = DURATION.exec(text.trim());
  if (found === null || text.trim() === '') return null;
  const [days, hours, minutes, seconds] = found.slice(1).map((part: string | undefined) => Number(part ?? 0));
  return (days ?? 0) * DAY + (hours ?? 0) * HOUR + (minutes ?? 0) * MINUTE + (seconds ?? 0);
}

/** `1h30m` for 5400: the text that `parseDuration` reads back, exact to the millisecond. */
export function formatDuration(seconds: Seconds): string {
  const milliseconds = Math.round(Math.abs(seconds) * 1000);
  let rest = milliseconds / 1000;
  const parts: string[] = [];
  for (const [unit, length] of [
    ['d', DAY],
    ['h', HOUR],
    ['m', MINUTE],
  ] as const) {
    const count = Math.floor(rest / length);
    if (count > 0) parts.push(`${count}${unit}`);
    rest -= count * length;
  }
  const left = Math.round(rest * 1000) / 1000;
  if (left > 0 || parts.length === 0) parts.push(`${left}s`);
  return (seconds < 0 && milliseconds > 0 ? '-' : '') + parts.join('');
}

/** Seconds after midnight in `8:30`, `08:30` or `08:30:15`; `24:00` is the end of the day; null for anything else. */
export function parseClock(text: string): Seconds | null {
  const clean = text.trim();
  if (!CLOCK.test(clean)) return null;
  const [hours, minutes, seconds] = clean.split(':').map(Number);
  return (hours ?? 0) * HOUR + (minutes ?? 0) * MINUTE + (seconds ?? 0);
}

/** `08:30` for 30600; past midnight it goes on from 00:00, but 86400 itself is `24:00`. */
export function formatClock(secondsOfDay: Seconds): string {
  const wrapped = secondsOfDay > DAY ? secondsOfDay % DAY : secondsOfDay;
  const two = (value: number): string => String(value).padStart(2, '0');
  const seconds = Math.floor(wrapped % MINUTE);
  const clock = `${two(Math.floor(wrapped / HOUR))}:${two(Math.floor((wrapped % HOUR) / MINUTE))}`;
  return seconds === 0 ? clock : `${clock}:${two(seconds)}`;
}

/** The ratio in `30%` or `6.3 %`; null when there is no percent sign. It may exceed 1. */
export function parseShare(text: string): Share | null {
  const clean = text.trim();
  return SHARE.test(clean) ? Number(clean.slice(0, -1)) / 100 : null;
}

/** `6.3%` for 0.063, free of binary noise. */
export function formatShare(share: Share): string {
  return `${Number((share * 100).toPrecision(12))}%`;
}
