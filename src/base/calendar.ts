/** Local time made once into seconds since the start: midnights, reporting intervals and clock times, true over clock changes. */
import { Temporal } from 'temporal-polyfill';
import { nearest } from './nearest.js';
import { DAY, type Seconds } from './units.js';

/** The calendar's tables; the shape that a scenario keeps. */
export interface CalendarTables {
  readonly startDate: string;
  readonly timezone: string;
  /** `days + 1` local midnights, the last is the horizon. */
  readonly dayStarts: readonly Seconds[];
  readonly horizon: Seconds;
  /** Starts of the reporting intervals, and then the horizon. */
  readonly intervalBounds: readonly Seconds[];
  readonly intervalLabels: readonly string[];
  readonly interval: Seconds;
}

export interface LocalCalendar {
  readonly tables: CalendarTables;
  /**
   * Seconds since the start of a clock time on day `day` (0-based; negative before the horizon); `secondsOfDay` may exceed
   * 24 h. A time that the clock skips is the moment of the skip; of a time that it shows twice the first is meant.
   */
  readonly at: (day: number, secondsOfDay: Seconds) => Seconds;
  /** 0 for Monday … 6 for Sunday. */
  readonly weekday: (day: number) => number;
  /** ISO date of a day. */
  readonly date: (day: number) => string;
}

/** Whether the text is an ISO date that exists. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}

/** Whether the text names a time zone of the IANA data base, such as `Europe/London`. */
export function isTimezone(text: string): boolean {
  try {
    Temporal.PlainDate.from('2000-01-01').toZonedDateTime(text);
    return true;
  } catch {
    return false;
  }
}

/** Zones of a place, `Berlin` → `Europe/Berlin`, or the one of its continent that a misspelt place is closest to. */
export function timezonesLike(text: string): readonly string[] {
  const zones = Intl.supportedValuesOf('timeZone');
  const continent = text.slice(0, text.lastIndexOf('/') + 1);
  const place = text.slice(continent.length).trim().replaceAll(' ', '_');
  const ofPlace = zones.filter((zone) => zone.toLowerCase().endsWith(`/${place.toLowerCase()}`));
  if (ofPlace.length > 0 || continent === '') return ofPlace;
  const beside = zones.filter((zone) => zone.startsWith(continent));
  const close = nearest(
    place,
    beside.map((zone) => zone.slice(continent.length)),
  );
  return close === undefined ? [] : [continent + close];
}

/** `days` local days from `startDate` on, in reporting intervals of `interval` seconds counted from each local midnight. */
export function createCalendar(
  startDate: string,
  days: number,
  timezone: string,
  interval: Seconds,
): LocalCalendar {
  const first = Temporal.PlainDate.from(startDate);
  const midnight = (day: number): Temporal.ZonedDateTime =>
    first.add({ days: day }).toZonedDateTime(timezone);
  const origin = midnight(0).epochMilliseconds;
  const since = (moment: { readonly epochMilliseconds: number }): Seconds =>
    (moment.epochMilliseconds - origin) / 1000;

  const dayStarts = Array.from({ length: days + 1 }, (_, day) => since(midnight(day)));
  const at = (day: number, secondsOfDay: Seconds): Seconds => {
    const start = dayStarts[day];
    const plainDay = start !== undefined && dayStarts[day + 1] === start + DAY;
    if (plainDay && secondsOfDay <= DAY) return start + secondsOfDay;
    const date = first.add({ days: day + Math.floor(secondsOfDay / DAY) });
    return since(momentOf(date, secondsOfDay % DAY, timezone));
  };
  const horizon = dayStarts[days]!;
  const intervalBounds: Seconds[] = [];
  const intervalLabels: string[] = [];
  for (let day = 0; day < days; day++) {
    const seen = new Set<string>();
    for (let start = dayStarts[day]!; start < dayStarts[day + 1]!; start += interval) {
      intervalBounds.push(start);
      intervalLabels.push(labelOf(origin + start * 1000, timezone, seen));
    }
  }
  intervalBounds.push(horizon);

  return {
    tables: { startDate, timezone, dayStarts, horizon, intervalBounds, intervalLabels, interval },
    at,
    weekday: (day) => first.add({ days: day }).dayOfWeek - 1,
    date: (day) => first.add({ days: day }).toString(),
  };
}

function momentOf(
  date: Temporal.PlainDate,
  secondsOfDay: Seconds,
  timezone: string,
): { readonly epochMilliseconds: number } {
  const local = date.toPlainDateTime().add({ milliseconds: Math.round(secondsOfDay * 1000) });
  const moment = local.toZonedDateTime(timezone, { disambiguation: 'earlier' });
  if (moment.toPlainDateTime().equals(local)) return moment;
  return moment.getTimeZoneTransition('next') ?? moment;
}

function labelOf(epochMilliseconds: number, timezone: string, seen: Set<string>): string {
  const local = Temporal.Instant.fromEpochMilliseconds(epochMilliseconds).toZonedDateTimeISO(timezone);
  const label = local.toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ');
  if (seen.has(label)) return label + local.offset;
  seen.add(label);
  return label;
}
