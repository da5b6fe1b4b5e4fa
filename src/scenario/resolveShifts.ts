/** Shift patterns as written → stretches of work in seconds, and who gets which. */
import type { Seconds } from '../base/units.js';
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
  readonly shifts: readonly Shift[];
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
    return [{ name: 'always', shifts, share: undefined, count: undefined, path }];
  }
  const used = new Set<string>();
  const patterns = new Map<string, Pattern>();
  for (const [index, entry] of written.entries()) {
    const at = [...path, index];
    const name = entry.name ?? freshName(entry, used);
    used.add(name);
    noteShift(context, at, entry, name);
    const before = patterns.get(name);
    const shifts = [...(before?.shifts ?? []), ...resolveShift(context, at, entry, name)];
    shifts.sort((a, b) => a.start - b.start);
    checkOverlap(context, at, shifts);
    if (before === undefined)
      patterns.set(name, { name, shifts, share: entry.share, count: entry.count, path: at });
    else patterns.set(name, mergedPattern(context, at, before, entry, shifts));
  }
  return [...patterns.values()];
}

function mergedPattern(
  context: Resolving,
  path: Path,
  before: Pattern,
  entry: WrittenShift,
  shifts: readonly Shift[],
): Pattern {
  const twice = (before.share ?? before.count) !== undefined && (entry.share ?? entry.count) !== undefined;
  if (twice) {
    const key = entry.share === undefined ? 'count' : 'share';
    context.findings.error(
      [...path, key],
      `pattern "${before.name}" says twice how many work it`,
      'keep one',
    );
  }
  return { ...before, shifts, share: before.share ?? entry.share, count: before.count ?? entry.count };
}

function freshName(entry: WrittenShift, used: ReadonlySet<string>): string {
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
  context: Resolving,
  path: Path,
  entry: WrittenShift,
  pattern: string,
): readonly Shift[] {
  const { calendar } = context;
  const { horizon, dayStarts } = calendar.tables;
  const weekdays = new Set(weekdaysOf(entry.days));
  checkBreaks(context, path, entry);
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
      .map(({ at, length, paid = false }) => ({
        start: 'clock' in at ? calendar.at(day, nextMorning(entry.start, at.clock)) : start + at.after,
        length,
        paid,
      }))
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

/** Breaks must lie inside their shift and apart from each other; judged on a day without a clock change. */
function checkBreaks({ findings }: Resolving, path: Path, entry: WrittenShift): void {
  const shiftLength = entry.length ?? nextMorning(entry.start, entry.end ?? 0) - entry.start;
  const taken: { readonly from: Seconds; readonly to: Seconds }[] = [];
  for (const [index, { at, length }] of (entry.breaks ?? []).entries()) {
    const from = 'clock' in at ? nextMorning(entry.start, at.clock) - entry.start : at.after;
    const to = from + length;
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

/** How many of `size` people work each pattern: by count, by share, or in equal parts; the rest by largest remainder. */
export function dealt(
  context: Resolving,
  path: Path,
  patterns: readonly Pattern[],
  size: number,
): readonly number[] {
  const { findings } = context;
  const byCount = patterns.filter(({ count }) => count !== undefined).length;
  const byShare = patterns.filter(({ share }) => share !== undefined).length;
  if (byCount + byShare > 0 && byCount !== patterns.length && byShare !== patterns.length) {
    findings.error(
      path,
      'some patterns say how many work them, others do not',
      'give every pattern a share, or every one a count',
    );
    return patterns.map(() => 0);
  }
  if (byCount > 0) {
    const counts = patterns.map(({ count = 0 }) => count);
    const sum = counts.reduce((total, count) => total + count, 0);
    if (sum !== size)
      findings.error(path, `the patterns' counts add up to ${sum}, but the group has ${size} people`);
    return counts;
  }
  const shares = patterns.map(({ share }) => share ?? 1 / patterns.length);
  const sum = shares.reduce((total, share) => total + share, 0);
  if (Math.abs(sum - 1) > 0.005) {
    findings.error(
      path,
      `the patterns' shares add up to ${Number((sum * 100).toFixed(1))}%`,
      'make them add up to 100%',
    );
  }
  return largestRemainder(shares, size);
}

/** Whole numbers that add up to `size`, as near to the shares as can be (Hamilton's method). */
export function largestRemainder(shares: readonly number[], size: number): readonly number[] {
  const sum = shares.reduce((total, share) => total + share, 0);
  const exact = shares.map((share) => (sum === 0 ? 0 : (share / sum) * size));
  const counts = exact.map((value) => Math.floor(value + 1e-9));
  const order = exact.map((_, index) => index).sort((a, b) => remainder(b) - remainder(a) || a - b);
  let left = sum === 0 ? 0 : size - counts.reduce((total, count) => total + count, 0);
  function remainder(index: number): number {
    return (exact[index] ?? 0) - (counts[index] ?? 0);
  }
  for (const index of order) {
    if (left-- <= 0) break;
    counts[index] = (counts[index] ?? 0) + 1;
  }
  return counts;
}
