/** How people are written: groups by number or by name, what they can do, and the shifts that are dealt to them. */
import * as z from 'zod';
import {
  clock,
  duration,
  share,
  textField,
  told,
  wholeNumber,
  weekdays,
  WEEKDAYS,
  wrongKind,
  type TextSchema,
} from '../base/fields.js';
import { CLOCK_PATTERN, DURATION_PATTERN, parseClock, parseDuration } from '../base/format.js';
import { guessClock, guessDuration } from '../base/guess.js';
import type { Seconds } from '../base/units.js';
import { CHANNELS } from './types.js';

const text = z.string().min(1);

/** When a break starts: at a clock time, or so long after the shift's start. */
export type BreakStart = { readonly clock: Seconds } | { readonly after: Seconds };

function breakStart(): TextSchema<BreakStart> {
  return textField<BreakStart>({
    what: 'a time of day or a time since the shift began',
    examples: ['12:30', '3h30m'],
    pattern: `${CLOCK_PATTERN}|${DURATION_PATTERN}`,
    numberHint: (value) => `say ${value}h after the start, or a time of day such as 12:30`,
    guess: (written) => [...guessClock(written), ...guessDuration(written)],
    parse: (written) => {
      const time = parseClock(written);
      if (time !== null) return { value: { clock: time } };
      const after = parseDuration(written);
      return after === null ? null : { value: { after } };
    },
  });
}

const days = z
  .union([weekdays(), z.array(z.enum(WEEKDAYS)).min(1)])
  .optional()
  .describe('Days on which the shift begins: mon-fri, [sat, sun], daily. Default: daily.');

const breaks = z
  .array(
    z.strictObject({
      at: breakStart().describe('Start: a time of day (12:30) or the time since the shift began (3h30m).'),
      length: duration({ min: 1 }).describe('Length of the break.'),
      spread: duration()
        .optional()
        .describe(
          'Members take it one after another: its start moves over this time, in steps of 5m. Default: 0s, all together.',
        ),
      paid: z.boolean().optional().describe('Whether the break is paid. Default: false.'),
    }),
    { error: wrongKind('a list of breaks', 'breaks: [{ at: 12:00, length: 30m }]') },
  )
  .optional()
  .describe('Breaks. Default: none.');

export const shift = z
  .strictObject({
    name: text
      .optional()
      .describe(
        'Name of the pattern; entries of one name are one pattern. Default: its hours, such as 08:00-16:30.',
      ),
    start: clock().describe('Start, local time.'),
    length: duration({ min: 60, max: 24 * 3600, why: 'a shift is one stretch of work' })
      .optional()
      .describe('Length in real hours, breaks included, also when the clocks change. Either length or end.'),
    end: clock()
      .optional()
      .describe('End by the clock; earlier than the start means the next morning. Either length or end.'),
    days,
    breaks,
    share: share()
      .optional()
      .describe(
        'Share of the group that works this pattern. Without shares or counts: equal parts, so that two patterns have 6 of 12 people each.',
      ),
    count: wholeNumber(0)
      .optional()
      .describe('Number of people of the group that work this pattern; all counts add up to the group’s.'),
  })
  .superRefine((written, context) => {
    if ((written.length === undefined) === (written.end === undefined)) {
      const message =
        written.length === undefined
          ? 'a shift needs a length or an end'
          : 'a shift takes a length or an end, not both';
      context.addIssue({ code: 'custom', message: told(message, 'write length: 8h, or end: 16:30') });
    }
    if (written.share !== undefined && written.count !== undefined) {
      context.addIssue({
        code: 'custom',
        path: ['count'],
        message: told('a pattern takes a share or a count, not both', 'remove one'),
      });
    }
  })
  .meta({ id: 'Shift', description: 'A shift pattern.' });
export type WrittenShift = z.output<typeof shift>;

const shifts = z
  .union([
    z.literal('always'),
    z
      .array(shift, {
        error: wrongKind('a list of shifts', 'each with a dash: - { start: 08:00, length: 8h }'),
      })
      .min(1),
  ])
  .describe(
    'When they work: a list of patterns, or always (day and night without a pause, for theory). Each person works one pattern of the list: 12 people and two patterns are 6 and 6, unless `share` or `count` deal them otherwise.',
  );

const ability = {
  channels: z
    .array(z.enum(CHANNELS))
    .min(1)
    .optional()
    .describe('Channels they can handle. Default: chat and messaging.'),
  skills: z
    .array(text)
    .min(1)
    .optional()
    .describe('Skills they have. Default: every skill that traffic asks for.'),
  costPerHour: z.number().min(0).optional().describe('Cost of a paid hour, in your currency. Default: 20.'),
  shrinkage: share()
    .optional()
    .describe('Chance of being away on a day though paid (illness, leave, training). Default: 30%.'),
  lateness: duration()
    .optional()
    .describe('Standard deviation of late starts; nobody starts early. Default: 0s.'),
  caps: z
    .strictObject({
      chat: wholeNumber(1, 1000).optional().describe('Most chats at once.'),
      messaging: wholeNumber(1, 100_000)
        .optional()
        .describe('Most messaging conversations at once (active ones).'),
    })
    .optional()
    .describe('Caps of these people, instead of the scenario’s capacity.'),
};

const named = z.strictObject({
  name: text.describe('Name of the person.'),
  ...ability,
  shifts: shifts.optional().describe('Shifts of this person alone: all of them, not dealt.'),
});

export const group = z
  .strictObject({
    group: text.describe('Name of the group; people without a name are numbered after it.'),
    count: wholeNumber(1, 100_000)
      .optional()
      .describe('Number of people, over all shifts together. Either count or names.'),
    names: z
      .array(z.union([text, named]))
      .min(1)
      .optional()
      .describe(
        'Names of the people, or { name, … } where one differs from the group. Either count or names.',
      ),
    ...ability,
    shifts,
  })
  .refine(({ count, names }) => (count === undefined) !== (names === undefined), {
    error: 'a group needs either `count` or `names`\nwrite count: 12, or names: [Ana, Ben]',
  })
  .meta({ id: 'Group', description: 'People who are alike.' });
export type WrittenGroup = z.output<typeof group>;
export type WrittenPerson = z.output<typeof named>;
export type WrittenAbility = Pick<WrittenGroup, keyof typeof ability>;
export type WrittenShifts = WrittenGroup['shifts'];
