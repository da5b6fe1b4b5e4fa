/** How service targets, capacity and the rules of work are written. */
import * as z from 'zod';
import { duration, ratio, share, textField, wholeNumber, type TextSchema } from '../base/fields.js';
import { parseDuration, parseShare } from '../base/format.js';
import { guessDuration, guessShare } from '../base/guess.js';
import { ATTENTION_POLICIES, OPEN_MESSAGING_POLICIES, type Target } from './types.js';

/** `80% in 60s`. */
function target(): TextSchema<Target> {
  return textField<Target>({
    what: 'a target',
    examples: ['80% in 60s', '90% in 15m'],
    guess: guessTarget,
    parse: (text) => {
      const [first, second, extra] = text.split(/\s+in\s+/);
      const reached = parseShare(first ?? '');
      const within = parseDuration(second ?? '');
      if (reached === null || within === null || extra !== undefined) return null;
      return reached > 1 ? 'asks for more than 100%' : { value: { share: reached, within } };
    },
  });
}

/** `80/20`, `80% within 20 seconds` → `80% in 20s`, as service levels are spoken of. */
function guessTarget(text: string): readonly string[] {
  const [, reached = '', time = ''] =
    /^(\d+)\s*%?\s*(?:\/|in|within|under)\s*(\d.*)$/i.exec(text.trim()) ?? [];
  return guessDuration(/^\d+$/.test(time) ? `${time}s` : time).map((within) => `${reached}% in ${within}`);
}

/** `under 5%`. */
function under(): TextSchema<number> {
  return textField<number>({
    what: 'a limit',
    examples: ['under 5%'],
    guess: (text) => guessShare(text).map((limit) => `under ${limit}`),
    parse: (text) => {
      const limit = parseShare(text.replace(/^under\s+/, ''));
      if (limit === null) return null;
      return limit > 1 ? 'is more than 100%' : { value: limit };
    },
  });
}

const channelTargets = (
  first: string,
  every: string,
): z.ZodObject<{
  firstResponse: z.ZodOptional<TextSchema<Target>>;
  everyResponse: z.ZodOptional<TextSchema<Target>>;
  abandoned: z.ZodOptional<z.ZodUnion<readonly [z.ZodLiteral<'none'>, TextSchema<number>]>>;
}> =>
  z.strictObject({
    firstResponse: target()
      .optional()
      .describe(`Share of first answers that come in time. Default: ${first}.`),
    everyResponse: target()
      .optional()
      .describe(
        `Share of all answers that come in time; also says when a message is due. Default: ${every}.`,
      ),
    abandoned: z
      .union([z.literal('none'), under()])
      .optional()
      .describe('Limit on consumers who leave, such as under 5%. Default: none.'),
  });

export const targets = z.strictObject({
  chat: channelTargets('80% in 60s', '80% in 60s').optional().describe('Targets of live chat.'),
  messaging: channelTargets('80% in 15m', '90% in 60m').optional().describe('Targets of messaging.'),
});

export const capacity = z.strictObject({
  chat: z
    .strictObject({
      max: wholeNumber(1, 1000)
        .optional()
        .describe('Most chats at once per login, wrap-up included. Default: 3.'),
    })
    .optional()
    .describe('Live chat.'),
  messaging: z
    .strictObject({
      max: wholeNumber(1, 100_000)
        .optional()
        .describe('Most messaging conversations at once per login, by weight. Default: 10.'),
      inactiveAfter: duration()
        .optional()
        .describe('Silence of the consumer after which a conversation weighs less. Default: 4m.'),
      inactiveWeight: share().optional().describe('Weight of an inactive conversation. Default: 0.1.'),
      headroom: z
        .number()
        .min(0)
        .max(100)
        .optional()
        .describe('A new one is accepted while load + 1 ≤ max + headroom. Default: 0.5.'),
      backlogAfter: z
        .union([z.literal('off'), duration()])
        .optional()
        .describe(
          'A reply later than this makes the conversation inactive at once after answering. Default: off (vendor: 2h).',
        ),
      warmUpEvery: z
        .union([z.literal('off'), duration({ min: 1 })])
        .optional()
        .describe(
          'After sign-in one new conversation at once, then one per this time until full. Default: off (vendor: 90s).',
        ),
    })
    .optional()
    .describe('Messaging.'),
  blended: z
    .enum(['independent', 'shared'])
    .optional()
    .describe(
      'A login with both channels: caps of their own (independent, default), or one budget (shared).',
    ),
  noMessagingAtChats: z
    .union([z.literal('off'), wholeNumber(1, 1000)])
    .optional()
    .describe('No new messaging while this many chats are open. Default: off.'),
});

const switchTime = 'Nobody has published a measurement: an assumption to sweep.';

export const work = z.strictObject({
  slowdownPerExtraConversation: ratio()
    .optional()
    .describe(
      'Work takes this much longer for each open conversation beyond the last one in slowdown. Default: 0%.',
    ),
  slowdown: z
    .array(ratio())
    .min(1)
    .optional()
    .describe('Factors on effort at 1, 2, 3 … open conversations, such as [1, 1.05, 1.15]. Default: [1].'),
  switching: z
    .strictObject({
      withinWorkspace: duration()
        .optional()
        .describe(`To another conversation in the same workspace. ${switchTime} Default: 2s.`),
      betweenWorkspaces: duration()
        .optional()
        .describe(`To a conversation in the other workspace. ${switchTime} Default: 8s.`),
      noticeDelay: duration()
        .optional()
        .describe(
          `For an idle person who looks at the other workspace to notice new work. ${switchTime} Default: 5s.`,
        ),
    })
    .optional()
    .describe('What it costs to turn to another conversation.'),
  attention: z
    .enum(ATTENTION_POLICIES)
    .optional()
    .describe('Which workspace’s waiting message comes next. Default: oldest-first.'),
  breaks: z
    .enum(['finish-chats', 'at-once'])
    .optional()
    .describe(
      'A break starts, with its full length, once open chats have ended (finish-chats, default), or at once.',
    ),
  endOfShift: z
    .strictObject({
      stopNewBefore: duration()
        .optional()
        .describe('No new work this long before a shift’s end or a login change. Default: 10m.'),
      messaging: z
        .enum(OPEN_MESSAGING_POLICIES)
        .optional()
        .describe(
          'Open messaging conversations: keep (they wait for their login to return; the vendor’s default and ours), return (to the queue), hand-over (to a person on shift).',
        ),
      unassignAfter: duration()
        .optional()
        .describe('return: how long a waiting consumer stays with a login that signed out. Default: 10m.'),
      catchUp: duration().optional().describe('Re-reading, paid by whoever takes over. Default: 40s.'),
    })
    .optional()
    .describe('What happens at the end of a shift.'),
});

export type WrittenTargets = z.output<typeof targets>;
export type WrittenCapacity = z.output<typeof capacity>;
export type WrittenWork = z.output<typeof work>;
