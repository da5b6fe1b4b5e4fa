/** Fields of a scenario file as zod schemas: text as planners write it in, numbers out, with a rule and a hint when it fails. */
import * as z from 'zod';
import {
  CLOCK_PATTERN,
  DURATION_PATTERN,
  formatDuration,
  parseClock,
  parseDuration,
  parseShare,
  SHARE_PATTERN,
} from './format.js';
import { guessClock, guessDays, guessDuration, guessHours, guessShare } from './guess.js';
import { DAY, type Seconds, type Share } from './units.js';

// Off: writing a parser for each schema and compiling it takes longer than one reading, or two hundred, win back.
z.config({ jitless: true });

/** Letters of a value that a message shows. */
const LONGEST = 80;

/** One message of an issue: what is wrong, and on a second line what to do. `toldParts` takes it apart again. */
export function told(message: string, hint?: string): string {
  return hint === undefined ? message : `${message}\n${hint}`;
}

/** The two parts of a message made by `told`. */
export function toldParts(text: string): { readonly message: string; readonly hint?: string } {
  const cut = text.indexOf('\n');
  return cut < 0 ? { message: text } : { message: text.slice(0, cut), hint: text.slice(cut + 1) };
}

/** A value as a message shows it. */
export function shown(value: unknown): string {
  if (value === null) return 'an empty value';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a group of fields';
  if (typeof value === 'string') return `"${cut(value)}"`;
  if (value === Infinity || value === -Infinity) return 'an infinite number';
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : 'nothing';
}

/** On one line, and no longer than a message can bear. */
function cut(text: string): string {
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ');
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

/** Error words of a schema for a value of the wrong kind, `what` with its article; everything else has its own. */
export function wrongKind(what: string, example: string) {
  return ({ code, input }: { readonly code: string; readonly input?: unknown }): string | undefined =>
    code === 'invalid_type' && input !== undefined && input !== null
      ? told(`${shown(input)} is not ${what}`, `write ${example}`)
      : undefined;
}

/** `` `45s`, `4m` or `1d` ``. */
function choice(examples: readonly string[]): string {
  const quoted = examples.map((example) => `\`${example}\``);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1) ?? ''}`;
}

export interface TextRule<T> {
  /** With its article: `a duration`. */
  readonly what: string;
  readonly examples: readonly string[];
  readonly pattern?: string;
  /** What to do when a bare number stands there. */
  readonly numberHint?: (value: number) => string;
  /** What may be meant by a text that does not say a `T`; those that do not say one either are not shown. */
  readonly guess?: (text: string) => readonly string[];
  /** null: the text does not say a `T`; a string: it does, but breaks this rule. */
  readonly parse: (text: string) => { readonly value: T } | string | null;
}

/** A text that stands for a value. */
export function textField<T>(rule: TextRule<T>): z.ZodPipe<z.ZodString, z.ZodTransform<Awaited<T>, string>> {
  const hintFor = (text: string): string => {
    const guesses = (rule.guess?.(text) ?? []).filter((guess) => isGood(rule.parse(guess)));
    return guesses.length > 0
      ? `did you mean ${choice(guesses)}?`
      : `write ${rule.what} such as ${choice(rule.examples)}`;
  };
  return z
    .string({
      error: ({ input }) => {
        if (input === undefined) return undefined;
        const isNumber = typeof input === 'number' && Number.isFinite(input);
        const numberHint = isNumber ? rule.numberHint?.(input) : undefined;
        return told(
          `${shown(input)} is not ${rule.what}`,
          numberHint ?? hintFor(isNumber ? String(input) : ''),
        );
      },
    })
    .meta({ examples: [...rule.examples], ...(rule.pattern === undefined ? {} : { pattern: rule.pattern }) })
    .transform((text, context) => {
      const parsed = rule.parse(text);
      if (isGood(parsed)) return parsed.value as Awaited<T>;
      const message =
        parsed === null
          ? told(`${shown(text)} is not ${rule.what}`, hintFor(text))
          : told(`${shown(text)} ${parsed}`);
      context.issues.push({ code: 'custom', input: text, message });
      return z.NEVER;
    });
}

function isGood<T>(parsed: ReturnType<TextRule<T>['parse']>): parsed is { readonly value: T } {
  return parsed !== null && typeof parsed !== 'string';
}

export type TextSchema<T> = ReturnType<typeof textField<T>>;

/** `45s`, `4m`, `2h30m`, `1d` → seconds. A number without a unit is refused: nobody knows what it means. */
export function duration(
  limits: { readonly min?: Seconds; readonly max?: Seconds; readonly why?: string } = {},
): TextSchema<Seconds> {
  const { min = 0, max = Infinity, why } = limits;
  const because = why === undefined ? '' : `: ${why}`;
  return textField<Seconds>({
    what: 'a duration',
    examples: ['45s', '4m', '2h30m', '1d'],
    pattern: DURATION_PATTERN,
    numberHint: (value) => `say the unit: ${value}s, ${value}m or ${value}h`,
    guess: guessDuration,
    parse: (text) => {
      const value = parseDuration(text);
      if (value === null) return null;
      if (value < min) return `is shorter than ${formatDuration(min)}${because}`;
      if (value > max) return `is longer than ${formatDuration(max)}${because}`;
      return { value };
    },
  });
}

/** `08:30` → seconds after midnight; `24:00` is the end of the day. */
export function clock(): TextSchema<Seconds> {
  return textField<Seconds>({
    what: 'a time of day',
    examples: ['08:30', '17:00'],
    pattern: CLOCK_PATTERN,
    guess: guessClock,
    parse: (text) => {
      const value = parseClock(text);
      return value === null ? null : { value };
    },
  });
}

/** `30%` or 0.3 → 0.3; between 0 and 1. */
export function share(): z.ZodUnion<readonly [TextSchema<Share>, z.ZodNumber]> {
  return ratioUpTo(1, 'is more than 100%');
}

/** `6.3%` or 0.063, also above 1: a coefficient of variation, a factor. */
export function ratio(): z.ZodUnion<readonly [TextSchema<number>, z.ZodNumber]> {
  return ratioUpTo(Infinity, '');
}

function ratioUpTo(limit: number, over: string): z.ZodUnion<readonly [TextSchema<number>, z.ZodNumber]> {
  const text = textField<number>({
    what: 'a percentage',
    examples: ['30%', '0.3'],
    pattern: SHARE_PATTERN,
    guess: guessShare,
    parse: (written) => {
      const value = parseShare(written);
      if (value === null) return null;
      return value > limit ? over : { value };
    },
  });
  const number = z.number().min(0);
  if (!Number.isFinite(limit)) return z.union([text, number]);
  const error = ({ input }: { readonly input: unknown }): string =>
    told(`${shown(input)} ${over}`, `write ${shown(input)}% if that is what is meant`);
  return z.union([text, number.max(limit, { error })]);
}

/** A whole number from `min` on. */
export function wholeNumber(min: number, max: number = Number.MAX_SAFE_INTEGER): z.ZodNumber {
  return z.number().int().min(min).max(max);
}

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** `mon-fri`, `sat`, `mon, wed, fri` or `daily` → weekday numbers, 0 for Monday. */
export function weekdays(): TextSchema<readonly number[]> {
  return textField<readonly number[]>({
    what: 'a choice of days',
    examples: ['mon-fri', 'sat', 'mon, wed, fri', 'daily'],
    guess: guessDays,
    parse: (text) => {
      const value = parseWeekdays(text);
      return value === null ? null : { value };
    },
  });
}

function parseWeekdays(text: string): readonly number[] | null {
  if (text.trim() === 'daily') return WEEKDAYS.map((_, index) => index);
  const chosen = new Set<number>();
  for (const part of text.split(',')) {
    const [first, last, extra] = part
      .split('-')
      .map((word) => WEEKDAYS.indexOf(word.trim().toLowerCase() as Weekday));
    if (first === undefined || first < 0 || last === -1 || extra !== undefined) return null;
    for (let day = first; ; day = (day + 1) % 7) {
      chosen.add(day);
      if (day === (last ?? first)) break;
    }
  }
  return [...chosen].sort((a, b) => a - b);
}

/** Hours of a day, in seconds after its midnight; `to` may lie beyond 24 h when the night belongs to the evening. */
export interface ClockRange {
  readonly from: Seconds;
  readonly to: Seconds;
}

/** `08:00-22:00`, `09:00-12:00, 13:00-17:00`, `18:00-02:00`, `always` or `closed`. */
export function clockRanges(): TextSchema<readonly ClockRange[]> {
  return textField<readonly ClockRange[]>({
    what: 'opening hours',
    examples: ['08:00-22:00', '09:00-12:00, 13:00-17:00', 'always', 'closed'],
    guess: guessHours,
    parse: (text) => {
      const value = parseClockRanges(text);
      return value === null ? null : { value };
    },
  });
}

function parseClockRanges(text: string): readonly ClockRange[] | null {
  if (text.trim() === 'closed') return [];
  if (text.trim() === 'always') return [{ from: 0, to: DAY }];
  const ranges: ClockRange[] = [];
  for (const part of text.split(',')) {
    const [from, to, extra] = part.split('-').map(parseClock);
    if (from === undefined || from === null || to === undefined || to === null || extra !== undefined)
      return null;
    ranges.push({ from, to: to > from ? to : to + DAY });
  }
  return ranges.sort((a, b) => a.from - b.from);
}
