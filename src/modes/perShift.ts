/** Per shift: each person handles both channels, never at once, and signs in with one login for chat, another for messaging. */
import * as z from 'zod';
import { clockRanges, duration, share } from '../base/fields.js';
import { formatDuration, formatShare } from '../base/format.js';
import { createCalendar } from '../base/calendar.js';
import { suggestion } from '../base/nearest.js';
import { DAY, HOUR, MINUTE, type Seconds } from '../base/units.js';
import type { LoginPlan, Session } from '../engine/mode.js';
import type { ModeProblem } from '../scenario/schema.js';
import type { Channel, Scenario, Shift } from '../scenario/types.js';
import { defineMode } from './definition.js';
import { alternate, type Stretch } from './rota.js';
import { loginOf, rotaClasses, wholeShifts } from './staffing.js';

const row = z.strictObject({
  who: z.array(z.string()).min(1).describe('Names of people or of groups.'),
  chat: clockRanges().optional().describe('When the chat login is signed in, such as 08:00-12:00.'),
  messaging: clockRanges().optional().describe('When the messaging login is signed in.'),
});

const settings = z.strictObject({
  chat: z
    .union([z.literal('auto'), share()])
    .default('auto')
    .describe(
      'Share of time on chat: auto (in proportion to the work offered in a person’s hours) or a share such as 60%.',
    ),
  blocks: duration({ min: 10 * MINUTE })
    .prefault('4h')
    .describe('Average length of a block on one channel, before the person changes logins.'),
  stagger: z
    .boolean()
    .default(true)
    .describe('true: people change one after the other, spread over the block; false: all at the same time.'),
  changeover: duration()
    .prefault('3m')
    .describe('Time out of work for each change of login. Nobody has measured it.'),
  table: z
    .array(row)
    .default([])
    .describe('An explicit rota for the people named; the others alternate in blocks.'),
});
type Settings = z.output<typeof settings>;

export const perShift = defineMode({
  name: 'per-shift',
  summary: 'everybody handles both channels, one at a time, with two logins',
  settings,
  plan: (scenario, choice) => {
    const logins: LoginPlan[] = [];
    const stretches = rota(scenario, choice);
    const sessions = scenario.people.map((person, p) => {
      const first = logins.length;
      if (person.channels.length === 1) {
        logins.push(loginOf(scenario, p, person.channels));
        return wholeShifts(person, first);
      }
      logins.push(
        loginOf(scenario, p, ['chat'], ' (chat)'),
        loginOf(scenario, p, ['messaging'], ' (messaging)'),
      );
      return person.shifts.flatMap((_, s) => toSessions(stretches[p]![s]!, s, first, choice.changeover));
    });
    return {
      logins,
      sessions,
      chatAsMessaging: false,
      notes: [rotaWords(scenario, choice, sessions), ...unused(scenario, sessions)],
    };
  },
  tunable: () => [
    {
      setting: 'chat',
      values: Array.from({ length: 17 }, (_, i) => (i + 2) / 20),
      ordered: true,
      words: (value) => (value === 'auto' ? value : formatShare(Number(value))),
    },
    {
      setting: 'blocks',
      values: [1, 2, 3, 4, 6, 8].map((hours) => hours * HOUR),
      ordered: true,
      words: (value) => formatDuration(Number(value)),
    },
    { setting: 'stagger', values: [true, false], ordered: false, words: String },
  ],
  check: (scenario, { table }) => {
    const known = [...new Set(scenario.people.flatMap((person) => [person.name, person.group]))];
    const strangers = table.flatMap(({ who }, i) =>
      who.flatMap((name, j) =>
        known.includes(name)
          ? []
          : [
              {
                path: ['table', i, 'who', j],
                message: `"${name}" is neither a person nor a group`,
                hint: suggestion(name, known),
              },
            ],
      ),
    );
    return [...strangers, ...table.flatMap(bothAtOnce)];
  },
});

/** Where all the work is on one channel the rota is still there, but nobody changes by it. */
function rotaWords(scenario: Scenario, choice: Settings, sessions: readonly (readonly Session[])[]): string {
  if (!sessions.some((own) => new Set(own.map(({ login }) => login)).size > 1))
    return 'nobody changes logins: each person is on one channel all the time';
  const both = scenario.people.filter((person) => person.channels.length > 1).length;
  const how = choice.stagger ? 'changing one after the other' : 'all changing at once';
  const blocks =
    choice.table.length > 0
      ? 'as the table says'
      : `in blocks of ${formatDuration(choice.blocks)} on average, ${how}`;
  return `${both === 1 ? '1 person with two logins' : `${both} people with two logins each`}, ${blocks}`;
}

/** Paid hours for which a table names no login: nobody would notice them in the waits. */
function unused(scenario: Scenario, sessions: readonly (readonly Session[])[]): string[] {
  const length = ({ start, end }: { readonly start: Seconds; readonly end: Seconds }): Seconds => end - start;
  const total = (
    spans: readonly (readonly { readonly start: Seconds; readonly end: Seconds }[])[],
  ): Seconds => spans.flat().reduce((sum, span) => sum + length(span), 0);
  const hours = (total(scenario.people.map(({ shifts }) => shifts)) - total(sessions)) / HOUR;
  return hours < 0.01 ? [] : [`the table leaves ${hours.toFixed(1)} person-hours of shifts without a login`];
}

/** A row whose two logins would be signed in at the same time of day. */
function bothAtOnce({ chat, messaging }: Settings['table'][number], i: number): ModeProblem[] {
  const overlap = (chat ?? []).some((a) =>
    (messaging ?? []).some((b) =>
      [-DAY, 0, DAY].some((later) => a.from < b.to + later && b.from + later < a.to),
    ),
  );
  if (!overlap) return [];
  const message = 'the hours of chat and of messaging overlap';
  return [{ path: ['table', i, 'messaging'], message, hint: 'nobody is signed in with two logins at once' }];
}

/** `rota[p][s]`: what person p does in shift s, for people with both channels. */
function rota(scenario: Scenario, choice: Settings): Stretch[][][] {
  const result: Stretch[][][] = scenario.people.map(() => []);
  for (const { people, chatShare } of rotaClasses(scenario, choice.chat === 'auto' ? null : choice.chat)) {
    people.forEach((p, i) => {
      const place = i / people.length;
      result[p] = scenario.people[p]!.shifts.map(
        (shift, s) =>
          tabled(scenario, choice, p, shift) ?? alternate(shift, { ...choice, chatShare, place, turn: s }),
      );
    });
  }
  return result;
}

/** The stretches that the table gives this person, within the shift; null when it does not name them. */
function tabled(scenario: Scenario, choice: Settings, p: number, shift: Shift): Stretch[] | null {
  const person = scenario.people[p]!;
  const entry =
    choice.table.find(({ who }) => who.includes(person.name)) ??
    choice.table.find(({ who }) => who.includes(person.group));
  if (entry === undefined) return null;
  const { startDate, timezone, dayStarts, interval } = scenario.calendar;
  const calendar = createCalendar(startDate, dayStarts.length - 1, timezone, interval);
  // A shift over midnight meets the clock times of the next day; one of the evening before, those of the first.
  const within = (channel: Channel): Stretch[] =>
    [-1, 0, 1].flatMap((later) =>
      (entry[channel] ?? []).flatMap(({ from, to }) => {
        const start = Math.max(shift.start, calendar.at(shift.day + later, from));
        const end = Math.min(shift.end, calendar.at(shift.day + later, to));
        return start < end ? [{ channel, start, end }] : [];
      }),
    );
  const stretches = [...within('chat'), ...within('messaging')].sort((a, b) => a.start - b.start);
  return stretches.reduce<Stretch[]>((joined, next) => {
    const last = joined.at(-1);
    if (last?.channel !== next.channel || next.start > last.end) return [...joined, next];
    return [...joined.slice(0, -1), { ...last, end: Math.max(last.end, next.end) }];
  }, []);
}

function toSessions(
  stretches: readonly Stretch[],
  shift: number,
  firstLogin: number,
  changeover: Seconds,
): Session[] {
  return stretches.map(({ channel, start, end }, i) => ({
    login: firstLogin + (channel === 'chat' ? 0 : 1),
    shift,
    start,
    end,
    // Signing in at the start of a shift takes no longer than in any other mode.
    changeover: i === 0 ? 0 : changeover,
  }));
}
