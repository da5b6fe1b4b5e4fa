/** Volumes within opening hours → arrivals in seconds since the start. */
import { shown, WEEKDAYS } from '../base/fields.js';
import { formatClock, formatShare } from '../base/format.js';
import type { Seconds } from '../base/units.js';
import { momentIn } from './cells.js';
import { fileSlots, inlineSlots, type DayVolumes, type Slot } from './dayVolumes.js';
import type { Path } from './document.js';
import type { Span } from './opening.js';
import type { Resolving } from './resolving.js';
import type { WrittenProfile, WrittenStream, WrittenVolume } from './schemaTraffic.js';
import type { Arrivals } from './types.js';

interface Piece {
  readonly start: Seconds;
  readonly end: Seconds;
  readonly expected: number;
}

const ROUGHLY_ONE = 0.02;

/** The arrivals of a stream; `path` is that of its volume. */
export function resolveArrivals(
  context: Resolving,
  path: Path,
  written: WrittenVolume,
  spans: readonly Span[],
  shape: NonNullable<WrittenStream['interpolation']>,
): Arrivals {
  if ('replay' in written) return resolveReplay(context, [...path, 'replay'], written.replay);
  const pieces = piecesOf(context, path, written, spans).flatMap((piece) =>
    clipped(piece, 0, context.calendar.tables.horizon),
  );
  return { kind: 'poisson', ...laidOut(pieces), shape };
}

type PoissonVolume = Exclude<WrittenVolume, { readonly replay: unknown }>;

function piecesOf(
  context: Resolving,
  path: Path,
  written: PoissonVolume,
  spans: readonly Span[],
): readonly Piece[] {
  const { calendar, notes } = context;
  const factors = WEEKDAYS.map((day) => written.weekdays?.[day] ?? 1);
  const factorOn = (day: number): number => factors[calendar.weekday(day)] ?? 1;
  const weekdayWords = WEEKDAYS.map((day, index) => `${day} ${formatShare(factors[index] ?? 1)}`).join(', ');
  notes.note([...path, 'weekdays'], weekdayWords, written.weekdays === undefined ? 'all days alike' : null);
  if ('perHour' in written) {
    notes.note([...path, 'perHour'], String(written.perHour), null);
    return spans.map(({ day, start, end }) => ({
      start,
      end,
      expected: (written.perHour * factorOn(day) * (end - start)) / 3600,
    }));
  }
  if ('perDay' in written && written.profile === undefined) {
    notes.note([...path, 'perDay'], String(written.perDay), null);
    notes.note([...path, 'profile'], 'even', 'even over the opening hours');
    return evenPieces(spans, (day) => written.perDay * factorOn(day));
  }
  const volumes = volumesOf(context, path, written);
  return volumes === null ? [] : slotPieces(context, path, volumes, factorOn, spans);
}

/** One volume per day, even over its opening hours. */
function evenPieces(spans: readonly Span[], volume: (day: number) => number): readonly Piece[] {
  const openSeconds = new Map<number, Seconds>();
  for (const { day, start, end } of spans) openSeconds.set(day, (openSeconds.get(day) ?? 0) + end - start);
  return spans.map(({ day, start, end }) => ({
    start,
    end,
    expected: (volume(day) * (end - start)) / (openSeconds.get(day) ?? 1),
  }));
}

function volumesOf(
  context: Resolving,
  path: Path,
  written: Exclude<PoissonVolume, { readonly perHour: number }>,
): DayVolumes | null {
  const { notes } = context;
  const { interval } = context.calendar.tables;
  if ('perInterval' in written) {
    const from = notes.pick([...path, 'from'], written.from, { value: 0, why: 'midnight' }, formatClock);
    const length = written.interval ?? interval;
    const why = written.interval === undefined ? 'the scenario’s interval' : null;
    notes.note([...path, 'interval'], `${length / 60}m`, why);
    notes.note([...path, 'perInterval'], `${written.perInterval.length} intervals`, null);
    return { typical: inlineSlots(context, [...path, 'perInterval'], written.perInterval, from, length) };
  }
  if ('perDay' in written) {
    notes.note([...path, 'perDay'], String(written.perDay), null);
    return profileOf(context, [...path, 'profile'], written.perDay, written.profile ?? '');
  }
  notes.note([...path, 'file'], written.file, null);
  const time = notes.pick([...path, 'time'], written.time, { value: 'time', why: 'the usual name' }, String);
  const count = notes.pick(
    [...path, 'count'],
    written.count,
    { value: 'count', why: 'the usual name' },
    String,
  );
  const words = written.date ?? 'none';
  notes.note(
    [...path, 'date'],
    words,
    written.date === undefined ? 'one typical day, or dates in the time column' : null,
  );
  const step = written.interval === undefined ? 'as in the file' : `${written.interval / 60}m`;
  notes.note(
    [...path, 'interval'],
    step,
    written.interval === undefined ? 'the step between the file’s times' : null,
  );
  const columns = { time, count, date: written.date, interval: written.interval };
  return fileSlots(context, path, written.file, columns, { time: 'time', count: 'count' });
}

/** A day's volume cut by shares that are scaled to add up to 1. */
function profileOf(
  context: Resolving,
  path: Path,
  perDay: number,
  written: WrittenProfile,
): DayVolumes | null {
  const slots = profileSlots(context, path, written);
  if (slots === null) return null;
  const sum = slots.reduce((total, { expected }) => total + expected, 0);
  if (sum === 0) {
    context.findings.error(path, 'the shares of the day are all 0');
    return null;
  }
  if (Math.abs(sum - 1) > ROUGHLY_ONE) {
    const message = `the shares of the day add up to ${formatShare(Number(sum.toFixed(4)))} and were scaled to 100%`;
    context.findings.warn(path, message, 'check that no interval is missing or counted twice');
  }
  return { typical: slots.map((slot) => ({ ...slot, expected: (slot.expected / sum) * perDay })) };
}

function profileSlots(context: Resolving, path: Path, written: WrittenProfile): readonly Slot[] | null {
  const { notes } = context;
  if (typeof written !== 'string' && 'shares' in written) {
    notes.note(path, `${written.shares.length} shares inline`, null);
    return inlineSlots(context, [...path, 'shares'], written.shares, written.from, written.interval);
  }
  const { file, time, share } = typeof written === 'string' ? { file: written } : written;
  notes.note(path, file, null);
  const timeName = notes.pick([...path, 'time'], time, { value: 'time', why: 'the usual name' }, String);
  const shareName = notes.pick([...path, 'share'], share, { value: 'share', why: 'the usual name' }, String);
  const columns = { time: timeName, count: shareName, date: undefined, interval: undefined };
  const volumes = fileSlots(context, path, file, columns, { time: 'time', count: 'share' });
  if (volumes === null || 'typical' in volumes) return volumes?.typical ?? null;
  context.findings.error(
    path,
    `${shown(file)} has dates, but a profile is one typical day`,
    'keep one day, without dates',
  );
  return null;
}

function slotPieces(
  context: Resolving,
  path: Path,
  volumes: DayVolumes,
  factorOn: (day: number) => number,
  spans: readonly Span[],
): readonly Piece[] {
  const { calendar, findings } = context;
  const ofDay = new Map<number, Span[]>();
  for (const span of spans) ofDay.set(span.day, [...(ofDay.get(span.day) ?? []), span]);
  const pieces: Piece[] = [];
  let total = 0;
  let kept = 0;
  for (let day = 0; day < calendar.tables.dayStarts.length - 1; day++) {
    const near = [...(ofDay.get(day - 1) ?? []), ...(ofDay.get(day) ?? [])];
    const slots = 'typical' in volumes ? volumes.typical : volumes.byDate.get(calendar.date(day));
    if (slots === undefined) {
      findings.error(
        [...path, 'file'],
        `the file has no rows for ${calendar.date(day)}`,
        'add the day, or shorten `days`',
      );
    }
    for (const { from, length, expected } of slots ?? []) {
      const whole = {
        start: calendar.at(day, from),
        end: calendar.at(day, from + length),
        expected: expected * factorOn(day),
      };
      const open = near.flatMap(({ start, end }) => clipped(whole, start, end));
      total += whole.expected;
      kept += open.reduce((sum, piece) => sum + piece.expected, 0);
      pieces.push(...open);
    }
  }
  warnOfLoss(context, path, total, kept, spans);
  return pieces;
}

function warnOfLoss(
  context: Resolving,
  path: Path,
  total: number,
  kept: number,
  spans: readonly Span[],
): void {
  const lost = total - kept;
  if (lost <= total * 1e-9) return;
  const where = spans.length === 0 ? 'the stream never opens' : 'they fall outside its opening hours';
  const message = `${Number(lost.toFixed(1))} of ${Number(total.toFixed(1))} expected arrivals are left out: ${where}`;
  context.findings.warn(path, message, 'widen `open`, or remove those intervals');
}

/** The part of a piece between two moments, with its part of the arrivals. */
function clipped({ start, end, expected }: Piece, from: Seconds, to: Seconds): Piece[] {
  const first = Math.max(start, from);
  const last = Math.min(end, to);
  return last > first
    ? [{ start: first, end: last, expected: (expected * (last - first)) / (end - start) }]
    : [];
}

/** Pieces in order as bounds and counts; what lies between two pieces expects nothing. */
function laidOut(pieces: readonly Piece[]): { bounds: Seconds[]; expected: number[] } {
  const ordered = [...pieces].sort((a, b) => a.start - b.start);
  const bounds: Seconds[] = [ordered[0]?.start ?? 0];
  const expected: number[] = [];
  for (const piece of ordered) {
    if (piece.start > (bounds.at(-1) ?? 0)) {
      bounds.push(piece.start);
      expected.push(0);
    }
    bounds.push(piece.end);
    expected.push(piece.expected);
  }
  return { bounds, expected };
}

function resolveReplay(
  context: Resolving,
  path: Path,
  written: { readonly file: string; readonly column: string },
): Arrivals {
  const { calendar, findings, files, notes } = context;
  notes.note([...path, 'file'], written.file, null);
  notes.note([...path, 'column'], written.column, null);
  const table = files.open(written.file, [...path, 'file']);
  const column = table === null ? -1 : files.column(table, written.column, [...path, 'column']);
  if (table === null || column < 0) return { kind: 'replay', times: [] };
  const complain = files.complainer(table, path);
  const dayOf = new Map(calendar.tables.dayStarts.slice(0, -1).map((_, day) => [calendar.date(day), day]));
  let outside = 0;
  const times: Seconds[] = [];
  for (const row of table.rows) {
    const moment = momentIn(row, column, null, complain);
    if (moment === null) continue;
    const day = moment.date === '' ? 0 : dayOf.get(moment.date);
    if (day === undefined) outside++;
    else times.push(calendar.at(day, moment.clock));
  }
  if (outside > 0) {
    const message = `${outside} of ${table.rows.length} logged arrivals are left out: they lie outside the horizon`;
    findings.warn([...path, 'file'], message, 'check `start` and `days`');
  }
  return { kind: 'replay', times: times.sort((a, b) => a - b) };
}
