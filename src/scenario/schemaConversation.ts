/** How a conversation is written: its exchanges, efforts, gaps, patience, end and what may follow it. */
import * as z from 'zod';
import { duration, share } from '../base/fields.js';
import { countLaw, law } from './schemaLaws.js';

const none = z.literal('none');
const MINIMUM_AUTO_CLOSE = 25 * 60;

const common = {
  exchanges: countLaw
    .optional()
    .describe(
      'Exchanges per conversation (the consumer writes, the agent answers). Default: geometric, mean 7 chat, 6 messaging.',
    ),
  effort: law
    .optional()
    .describe(
      'Undivided work of the agent per exchange. Default: mean 40s (chat) or 55s (messaging), cv 0.8.',
    ),
  greeting: law
    .optional()
    .describe('Work of the first exchange, when it differs: a short greeting is answered sooner.'),
  consumerGap: law
    .optional()
    .describe(
      'From the agent’s answer to the consumer’s next message. Default: chat mean 55s, cv 1; messaging 70% mean 90s, 30% mean 80m.',
    ),
  patience: z
    .union([none, law])
    .optional()
    .describe('How long a consumer waits before leaving, or none. Default: chat mean 4m, messaging none.'),
  patienceUntil: z
    .enum(['start', 'assignment'])
    .optional()
    .describe(
      'What ends the wait that patience is about: the agent starts on the first exchange (default), or is assigned.',
    ),
  silentLeavers: z
    .union([
      share(),
      z.strictObject({
        share: share().describe('Share of leavers who leave without a sign.'),
        effort: law
          .optional()
          .describe('What it costs an agent to find out; the first exchange’s effort unless said otherwise.'),
      }),
    ])
    .optional()
    .describe(
      'Leavers who do not show that they left: they are assigned, cost work and hold a slot. Default: chat 40%.',
    ),
};

export const chatConversation = z
  .strictObject({
    ...common,
    replyPatience: z
      .union([none, law])
      .optional()
      .describe('The consumer walks out when one reply takes longer. Default: none.'),
    wrapUp: z
      .union([none, law])
      .optional()
      .describe('Work after the chat that holds the slot and the person. Default: none.'),
    silenceTimeout: duration({ min: 1 })
      .optional()
      .describe(
        'Silence of the consumer after which the chat is ended. Default: 6m (3m and a warning, 3m more).',
      ),
    recontact: z
      .union([
        none,
        z.strictObject({
          probability: share().describe(
            'Chance that an ended chat is followed by a new one about the same matter.',
          ),
          after: law.optional().describe('From the end to the new chat. Default: mean 20m.'),
          retelling: z
            .union([none, law])
            .optional()
            .describe(
              'Extra work on the new chat’s first exchange, as the story is told again. Default: 60s.',
            ),
        }),
      ])
      .optional()
      .describe('New chats about the same matter. Default: 10%.'),
  })
  .meta({ id: 'ChatConversation', description: 'How one live chat goes.' });

export const messagingConversation = z
  .strictObject({
    ...common,
    close: z
      .strictObject({
        byAgent: share()
          .optional()
          .describe('Chance that the agent closes right after the last answer. Default: 70%.'),
        autoCloseAfter: duration({ min: MINIMUM_AUTO_CLOSE, why: 'the closing job runs every 25m' })
          .optional()
          .describe('Silence after which the conversation closes by itself, at least 25m. Default: 1d.'),
      })
      .optional()
      .describe('How a conversation ends.'),
    resume: z
      .union([
        none,
        z
          .strictObject({
            byConsumer: share()
              .optional()
              .describe('Chance that the consumer resumes a closed conversation. Default: 20%.'),
            byAgent: share().optional().describe('Chance that the agent follows up on it. Default: 0%.'),
            after: law.optional().describe('From the end to the resumption. Default: mean 16h.'),
          })
          .refine(({ byConsumer = 0, byAgent = 0 }) => byConsumer + byAgent < 1, {
            error:
              'byConsumer and byAgent add up to 100% or more, so a thread would never end\nlower one of them',
          }),
      ])
      .optional()
      .describe('Conversations that go on after their end, with their history. Default: byConsumer 20%.'),
    affinity: z
      .union([
        z.enum(['none', 'prefer']),
        z.strictObject({
          hold: duration().describe('How long to wait for the agent who knows the thread; then anyone.'),
        }),
      ])
      .optional()
      .describe(
        'Who takes a message of a known thread: anyone, preferably who knows it (default), or wait up to `hold`.',
      ),
  })
  .meta({ id: 'MessagingConversation', description: 'How one messaging conversation goes.' });

export type WrittenChatConversation = z.output<typeof chatConversation>;
export type WrittenMessagingConversation = z.output<typeof messagingConversation>;
