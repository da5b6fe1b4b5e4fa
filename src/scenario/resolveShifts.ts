/** Shift patterns as written → stretches of work in seconds, and who gets which. */
import type { LocalCalendar } from '../base/calendar.js';
import type { Seconds, Share } from '../base/units.js';
import { formatClock, formatDuration } from '../base/format.js';
import { WEEKDAYS } from '../base/fields.js';
import { DAY } from '../base/units.js';
import type { Path } from './document.js';
import type { Resolving } from './resolving.js';
import type { WrittenShift, WrittenShifts } from './schemaPeople.js';
import type { Shift } from './types.js';

/** One pattern: all entries of one name. */
export interface Pattern {
  readonly name: string;
  /** For the member at `position` of the pattern's members, from 0 to below 1: breaks that are spread come later and later. */
  readonly shiftsAt: (position: Share) => readonly Shift[];
  readonly share: number | undefined;
  readonly count: number | undefined;
  /** Where its first entry stands. */
  readonly path: Path;
}

/** The patterns of a list of shifts, in the order written. */
export function resolvePatterns(context: Resolving, path: Path, written: WrittenShifts): readonly Pattern[] {
  if (written === 'always') {
    const { horizon } = context.calendar.tables;
    context.notes.note(path, 'always', null);
    const shifts = [{ day: 0, pattern: 'always', start: 0, end: horizon, breaks: [] }];
    return [{ name: 'always', shiftsAt: () => shifts, share: undefined, count: undefined, path }];
  }
  const entries = new Map<string, Entry[]>();
  for (const [index, entry] of written.entries()) {
    const at = [...path, index];
    const name = entry.name ?? freshName(entry, entries);
    noteShift(context, at, entry, name);
    checkBreaks(context, at, entry);
    entries.set(name, [...(entries.get(name) ?? []), { entry, path: at }]);
  }
  return [...entries].map(([name, parts]) => patternOf(context, name, parts));
}

interface Entry {
  readonly entry: WrittenShift;
  readonly path: Path;
}

function patternOf(context: Resolving, name: string, parts: readonly Entry[]): Pattern {
  const shiftsAt = (position: Share): readonly Shift[] =>
    parts
      .flatMap(({ entry }) => resolveShift(context.calendar, entry, name, position))
      .sort((a, b) => a.start - b.start);
  const first = shiftsAt(0);
  const spread = parts.some(({ entry }) => entry.breaks?.some((one) => (one.spread ?? 0) > 0));
  const sizes = parts.filter(({ entry }) => (entry.share ?? entry.count) !== undefined);
  const [size, again] = sizes;
  if (again !== undefined) {
    const key = again.entry.share === undefined ? 'count' : 'share';
    context.findings.error([...again.path, key], `pattern "${name}" says twice how many work it`, 'keep one');
  }
  const path = parts[0]?.path ?? [];
  checkOverlap(context, parts.at(-1)?.path ?? path, first);
  return {
    name,
    path,
    shiftsAt: spread ? shiftsAt : () => first,
    share: size?.entry.share,
    count: size?.entry.count,
  };
}

function freshName(entry: WrittenShift, used: ReadonlyMap<string, unknown>): string {
  const end = entry.end ?? entry.start + (entry.length ?? 0);
  const hours = `${formatClock(entry.start)}-${formatClock(end)}`;
  let name = hours;
  for (let next = 2; used.has(name); next++) name = `${hours} (${next})`;
  return name;
}

function noteShift({ notes }: Resolving, path: Path, entry: WrittenShift, name: string): void {
  const { start, end, length, days, breaks } = entry;
  notes.note([...path, 'name'], name, entry.name === undefined ? 'its hours' : null);
  notes.note([...path, 'start'], formatClock(start), null);
  if (length !== undefined) notes.note([...path, 'length'], formatDuration(length), null);
  if (end !== undefined) notes.note([...path, 'end'], formatClock(end), null);
  const dayWords = weekdaysOf(days)
    .map((day) => WEEKDAYS[day])
    .join(' ');
  notes.note([...path, 'days'], dayWords, days === undefined ? 'daily' : null);
  if (breaks === undefined) notes.note([...path, 'breaks'], 'none', 'no breaks given');
  for (const [index, one] of (breaks ?? []).entries()) {
    const at =
      'clock' in one.at ? formatClock(one.at.clock) : `${formatDuration(one.at.after)} after the start`;
    notes.note([...path, 'breaks', index], `${formatDuration(one.length)} at ${at}`, null);
    notes.pick(
      [...path, 'breaks', index, 'paid'],
      one.paid,
      { value: false, why: 'breaks are unpaid' },
      String,
    );
  }
}

function weekdaysOf(days: WrittenShift['days']): readonly number[] {
  if (days === undefined) return WEEKDAYS.map((_, index) => index);
  return days.map((day) => (typeof day === 'number' ? day : WEEKDAYS.indexOf(day)));
}

/** The shift on each of its days, from the evening before the horizon on, clipped to the horizon. */
function resolveShift(
  calendar: LocalCalendar,
  entry: WrittenShift,
  pattern: string,
  position: Share,
): readonly Shift[] {
  const { horizon, dayStarts } = calendar.tables;
  const weekdays = new Set(weekdaysOf(entry.days));
  const shifts: Shift[] = [];
  for (let day = -1; day < dayStarts.length - 1; day++) {
    if (!weekdays.has(calendar.weekday(day))) continue;
    const start = calendar.at(day, entry.start);
    const end =
      entry.end === undefined
        ? start + (entry.length ?? 0)
        : calendar.at(day, nextMorning(entry.start, entry.end));
    if (end <= 0 || start >= horizon || end <= start) continue;
    const breaks = (entry.breaks ?? [])
      .map(({ at, length, spread = 0, paid = false }) => {
        const earliest =
          'clock' in at ? calendar.at(day, nextMorning(entry.start, at.clock)) : start + at.after;
        return {
          start: earliest + Math.floor((spread * position) / SPREAD_STEP) * SPREAD_STEP,
          length,
          paid,
        };
      })
      .flatMap((one) => clippedBreak(one, Math.max(0, start), Math.min(horizon, end)))
      .sort((a, b) => a.start - b.start);
    shifts.push({ day, pattern, start: Math.max(0, start), end: Math.min(horizon, end), breaks });
  }
  return shifts;
}

/** A clock time at or before the start of a shift lies on the next day. */
function nextMorning(start: Seconds, time: Seconds): Seconds {
  return time <= start ? time + DAY : time;
}

function clippedBreak(one: Shift['breaks'][number], from: Seconds, to: Seconds): Shift['breaks'] {
  const start = Math.max(one.start, from);
  const length = Math.min(one.start + one.length, to) - start;
  return length > 0 ? [{ ...one, start, length }] : [];
}

/** Spread breaks start at steps of five minutes. */
const SPREAD_STEP = 300;

/** Breaks must lie inside their shift and apart from each other; judged on a day without a clock change. */
function checkBreaks({ findings }: Resolving, path: Path, entry: WrittenShift): void {
  const shiftLength = entry.length ?? nextMorning(entry.start, entry.end ?? 0) - entry.start;
  const taken: { readonly from: Seconds; readonly to: Seconds }[] = [];
  for (const [index, { at, length, spread = 0 }] of (entry.breaks ?? []).entries()) {
    const from = 'clock' in at ? nextMorning(entry.start, at.clock) - entry.start : at.after;
    const to = from + spread + length;
    const place = [...path, 'breaks', index, 'at'];
    const hours = `${formatClock(entry.start)} to ${formatClock(entry.start + shiftLength)}`;
    if (to > shiftLength) {
      const message = `the break from ${formatClock(entry.start + from)} to ${formatClock(entry.start + to)} lies outside its shift`;
      findings.error(place, message, `the shift is ${hours}`);
    }
    if (taken.some((other) => from < other.to && other.from < to)) {
      findings.error(
        place,
        'the break overlaps another break of its shift',
        'move it, or make one break of the two',
      );
    }
    taken.push({ from, to });
  }
}

/** Nobody works two shifts at once; `shifts` are in order. */
export function checkOverlap({ findings, calendar }: Resolving, path: Path, shifts: readonly Shift[]): void {
  for (const [index, shift] of shifts.entries()) {
    const before = shifts[index - 1];
    if (before === undefined || shift.start >= before.end) continue;
    const names =
      before.pattern === shift.pattern
        ? `two shifts of "${shift.pattern}"`
        : `"${before.pattern}" and "${shift.pattern}"`;
    findings.error(
      path,
      `${names} overlap on ${calendar.date(Math.max(0, shift.day))}`,
      'nobody works two shifts at once',
    );
    return;
  }
}
