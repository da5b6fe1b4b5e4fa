/** Opening hours as spans of seconds since the start. */
import type { LocalCalendar } from '../base/calendar.js';
import { WEEKDAYS, type ClockRange } from '../base/fields.js';
import { formatClock } from '../base/format.js';
import { DAY, type Seconds } from '../base/units.js';
import { OPEN_KEYS, type WrittenOpen } from './schemaTraffic.js';

/** A stretch of opening hours; `day` is the local day it belongs to, −1 for the evening before the start. */
export interface Span {
  readonly day: number;
  readonly start: Seconds;
  readonly end: Seconds;
}

const ALWAYS: readonly ClockRange[] = [{ from: 0, to: DAY }];

/** The opening hours of each day from the evening before the start on, not yet clipped to the horizon. */
export function openingSpans(written: WrittenOpen | undefined, calendar: LocalCalendar): Span[] {
  const byWeekday = WEEKDAYS.map((_, weekday) => rangesOn(written, weekday));
  const spans: Span[] = [];
  for (let day = -1; day < calendar.tables.dayStarts.length - 1; day++) {
    for (const { from, to } of byWeekday[calendar.weekday(day)] ?? []) {
      const start = Math.max(calendar.at(day, from), spans.at(-1)?.end ?? -Infinity);
      const span = { day, start, end: calendar.at(day, to) };
      if (span.end > 0 && span.end > start) spans.push(span);
    }
  }
  return spans;
}

/** `08:00-22:00`, or by day. */
export function openingWords(written: WrittenOpen): string {
  if (isRanges(written)) return rangesWords(written);
  return OPEN_KEYS.flatMap((key) =>
    written[key] === undefined ? [] : [`${key} ${rangesWords(written[key])}`],
  ).join('; ');
}

function rangesWords(ranges: readonly ClockRange[]): string {
  if (ranges.length === 0) return 'closed';
  return ranges
    .map(({ from, to }) => (from === 0 && to === DAY ? 'always' : `${formatClock(from)}-${formatClock(to)}`))
    .join(', ');
}

function isRanges(written: WrittenOpen): written is readonly ClockRange[] {
  return Array.isArray(written);
}

function rangesOn(written: WrittenOpen | undefined, weekday: number): readonly ClockRange[] {
  if (written === undefined) return ALWAYS;
  if (isRanges(written)) return written;
  return OPEN_KEYS.reduce<readonly ClockRange[]>((found, key) => {
    const ranges = written[key];
    return ranges !== undefined && covers(key, weekday) ? ranges : found;
  }, []);
}

function covers(key: string, weekday: number): boolean {
  const [first = -1, last = first] = key
    .split('-')
    .map((name) => (WEEKDAYS as readonly string[]).indexOf(name));
  return first <= weekday && weekday <= last;
}
