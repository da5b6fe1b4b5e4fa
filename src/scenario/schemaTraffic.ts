/** How traffic is written: streams, their opening hours and volumes, busy days, and what already waits at the start. */
import * as z from 'zod';
import {
  clock,
  clockRanges,
  duration,
  ratio,
  share,
  wholeNumber,
  WEEKDAYS,
  wrongKind,
} from '../base/fields.js';
import { parseShare } from '../base/format.js';
import { chatConversation, messagingConversation } from './schemaConversation.js';

const count = z.number().min(0);
const text = z.string().min(1);
const volumeInterval = (): ReturnType<typeof duration> =>
  duration({ min: 60, max: 86_400, why: 'volumes are given per 1m to 1d' });

const factor = ratio().optional().describe('Factor on the volume of this weekday, such as 112% or 0.4.');
const weekdayFactors = z
  .strictObject(
    Object.fromEntries(WEEKDAYS.map((day) => [day, factor])) as Record<
      (typeof WEEKDAYS)[number],
      typeof factor
    >,
  )
  .optional()
  .describe(
    'Factor on the day’s volume by weekday, such as { mon: 112%, sat: 0.4 }; days not named count 1.',
  );

const profile = z
  .union([
    z
      .string({ error: wrongKind('a profile', '{ from: 08:00, interval: 1h, shares: [10%, 60%, 30%] }') })
      .min(1),
    z.strictObject({
      file: text.describe('CSV file with a share of the day per interval, relative to this scenario.'),
      time: text.optional().describe('Column with the interval’s start. Default: time.'),
      share: text.optional().describe('Column with the share of the day. Default: share.'),
    }),
    z.strictObject({
      from: clock().describe('Start of the first interval.'),
      interval: volumeInterval().describe('Length of each interval.'),
      shares: z
        .array(ratio())
        .min(1)
        .describe('Share of the day’s volume in each interval; scaled to add up to 100%.'),
    }),
  ])
  .optional()
  .describe(
    'Shape of the day: a CSV file with the columns time and share, or shares inline. Without it: even over the opening hours.',
  );

const perInterval = z.strictObject(
  {
    perInterval: z.array(count).min(1).describe('Expected arrivals in each interval of a typical day.'),
    from: clock().optional().describe('Start of the first interval. Default: 00:00.'),
    interval: volumeInterval()
      .optional()
      .describe('Length of each interval. Default: the scenario’s interval.'),
    weekdays: weekdayFactors,
  },
  {
    error: wrongKind(
      'a volume',
      '{ perDay: 100 }, { perInterval: [4, 6, 8], from: 08:00 } or { file: volumes.csv }',
    ),
  },
);
const perDay = z.strictObject({
  perDay: count.describe('Expected arrivals on a typical day.'),
  profile,
  weekdays: weekdayFactors,
});
const perHour = z.strictObject({
  perHour: count.describe('Expected arrivals per hour, the same all through the opening hours.'),
  weekdays: weekdayFactors,
});
const fromFile = z.strictObject({
  file: text.describe('CSV file with volumes, in UTF-8, relative to this scenario: a forecast export.'),
  time: text
    .optional()
    .describe('Column with the interval’s start: 08:30, or a date and time. Default: time.'),
  date: text
    .optional()
    .describe('Column with the date, such as 2026-03-03, when the file has one row per date and interval.'),
  count: text.optional().describe('Column with the expected arrivals. Default: count.'),
  interval: volumeInterval()
    .optional()
    .describe('Length of each interval. Default: the step between the file’s times.'),
  weekdays: weekdayFactors,
});
const replay = z.strictObject({
  replay: z
    .strictObject({
      file: text.describe('CSV file with one row per logged arrival, relative to this scenario.'),
      column: text.describe('Column with the arrival: a date and time, or a time of day on the first day.'),
    })
    .describe('Exact replay of logged arrivals.'),
});

export const volume = z.union([perInterval, perDay, perHour, fromFile, replay]).meta({
  id: 'Volume',
  description: 'How many arrive: perInterval, perDay, perHour, from a CSV file, or a replay.',
});
export type WrittenVolume = z.output<typeof volume>;
export type WrittenProfile = NonNullable<z.output<typeof perDay>['profile']>;

const hours = clockRanges()
  .optional()
  .describe('Opening hours of these days; a narrower choice of days wins.');
/** Later keys are narrower and win. */
export const OPEN_KEYS = ['mon-sun', 'mon-sat', 'mon-fri', 'sat-sun', ...WEEKDAYS] as const;
const open = z
  .union([
    clockRanges(),
    z.strictObject(
      Object.fromEntries(OPEN_KEYS.map((key) => [key, hours])) as Record<
        (typeof OPEN_KEYS)[number],
        typeof hours
      >,
    ),
  ])
  .optional()
  .describe(
    'Opening hours: always (default), 08:00-22:00, or by day: { mon-fri: 08:00-20:00, sat: 09:00-13:00 }; days not named are closed.',
  );
export type WrittenOpen = NonNullable<z.output<typeof open>>;

const busyness = z
  .union([
    text.refine((name) => parseShare(name) === null, {
      error: 'a factor needs a name\nwrite busyness: { factor: busy days, cv: 6% }',
    }),
    z.strictObject({
      factor: text.describe('Name of the factor; streams that name the same one are busy on the same days.'),
      cv: ratio().optional().describe('Coefficient of variation of a day’s factor. Say it once per factor.'),
      lag1: share().optional().describe('Correlation with the day before. Default: 0.'),
    }),
  ])
  .optional()
  .describe('Busy and quiet days beyond chance: a gamma factor with mean 1 per day. Default: none.');

const backlog = z
  .strictObject({
    count: wholeNumber(0, 1_000_000).describe('Threads already waiting when the scenario starts.'),
    youngest: duration().optional().describe('Age of the youngest. Default: 0s.'),
    oldest: duration().describe('Age of the oldest; the others are spread evenly between.'),
  })
  .refine(({ youngest = 0, oldest }) => youngest <= oldest, {
    path: ['youngest'],
    error: 'the youngest is older than the oldest',
  })
  .optional()
  .describe('What waits at the start. Default: nothing.');

const streamShape = {
  name: text.describe('Name of the stream, used in every report.'),
  skill: text.optional().describe('Skill a person needs to serve it. Default: general.'),
  priority: wholeNumber(1, 10).optional().describe('1 is served first, 10 last. Default: 5.'),
  open,
  volume,
  interpolation: z
    .enum(['constant', 'linear'])
    .optional()
    .describe(
      'Arrival rate within an interval: constant (default), or linear through the intervals’ middles.',
    ),
  busyness,
  backlog,
};

const chatStream = z
  .strictObject({
    channel: z
      .literal('chat')
      .describe('chat: live, ends for good. messaging: asynchronous, can be resumed.'),
    ...streamShape,
    conversation: chatConversation.optional().describe('How one chat goes; every field has a default.'),
    asMessaging: z
      .union([
        text,
        z
          .strictObject({
            like: text.optional().describe('Name of the messaging stream whose conversation model is used.'),
            conversation: messagingConversation.optional().describe('A conversation model of its own.'),
            effortFactor: ratio()
              .optional()
              .describe('Total effort as messaging ÷ total effort as chat. Default: 1.'),
          })
          .refine(({ like, conversation }) => (like === undefined) !== (conversation === undefined), {
            error: 'say either `like` or `conversation`, and only one of them',
          }),
      ])
      .optional()
      .describe(
        'How this traffic would go as messaging, for modes that offer no chat: a messaging stream’s name, or a model. Default: not at all.',
      ),
  })
  .meta({ id: 'ChatStream' });

const messagingStream = z
  .strictObject({
    channel: z
      .literal('messaging')
      .describe('chat: live, ends for good. messaging: asynchronous, can be resumed.'),
    ...streamShape,
    conversation: messagingConversation
      .optional()
      .describe('How one conversation goes; every field has a default.'),
  })
  .meta({ id: 'MessagingStream' });

export const stream = z.discriminatedUnion('channel', [chatStream, messagingStream]);
export type WrittenStream = z.output<typeof stream>;
export type WrittenChatStream = z.output<typeof chatStream>;
