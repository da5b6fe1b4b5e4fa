/** Every value that a scenario file may leave out, with where it comes from; `explain` prints the reasons. */
import type { CountDistribution, Distribution } from '../base/distribution.js';
import { DAY, HOUR, MINUTE } from '../base/units.js';
import type { Affinity, ByChannel, Channel, Target } from './types.js';

export interface Default<T> {
  readonly value: T;
  /** Source or reason. */
  readonly why: string;
}

function fallback<T>(value: T, why: string): Default<T> {
  return { value, why };
}

const lognormal = (mean: number, cv: number): Distribution => ({ kind: 'lognormal', mean, cv });
const exponential = (mean: number): Distribution => ({ kind: 'exponential', mean });
const geometric = (mean: number): CountDistribution => ({ kind: 'geometric', mean });

export const GENERAL = {
  start: fallback('2026-01-05', 'a Monday without a clock change'),
  days: fallback(1, 'one day'),
  timezone: fallback('UTC', 'no clock changes'),
  interval: fallback(30 * MINUTE, 'what most forecasts use'),
  seed: fallback('1', 'any seed will do'),
  replications: fallback(20, 'assumption: enough for a first look'),
  warmUp: fallback(0, 'everything counts'),
} as const;

export const TARGETS: ByChannel<{
  readonly firstResponse: Default<Target>;
  readonly everyResponse: Default<Target>;
  readonly abandoned: Default<number | null>;
}> = {
  chat: {
    firstResponse: fallback({ share: 0.8, within: 60 }, 'vendor examples'),
    everyResponse: fallback({ share: 0.8, within: 60 }, 'assumption: as the first answer'),
    abandoned: fallback<number | null>(null, 'no limit unless you set one'),
  },
  messaging: {
    firstResponse: fallback({ share: 0.8, within: 15 * MINUTE }, 'vendor examples'),
    everyResponse: fallback(
      { share: 0.9, within: HOUR },
      'vendor examples: each answer within 60m; the share is an assumption',
    ),
    abandoned: fallback<number | null>(null, 'no limit unless you set one'),
  },
};

export const STREAM = {
  skill: fallback('general', 'one skill for all'),
  priority: fallback(5, 'the middle'),
  open: fallback('always', 'no opening hours given'),
  interpolation: fallback('constant' as const, 'a constant rate within each interval'),
  busyness: fallback('none', 'no busy and quiet days beyond chance'),
  lag1: fallback(0, 'days independent of each other'),
  backlog: fallback('nothing', 'an empty start'),
  asMessaging: fallback('none', 'modes without chat are left out unless you say how it would go'),
  effortFactor: fallback(1, 'the same total effort'),
} as const;

interface ConversationDefaults {
  readonly exchanges: Default<CountDistribution>;
  readonly effort: Default<Distribution>;
  readonly consumerGap: Default<Distribution>;
  readonly patience: Default<Distribution | null>;
  readonly silentShare: Default<number>;
}

const MESSAGING_GAP: Distribution = {
  kind: 'mixture',
  parts: [
    { share: 0.7, of: lognormal(90, 1) },
    { share: 0.3, of: lognormal(80 * MINUTE, 1.5) },
  ],
};

export const CONVERSATION: ByChannel<ConversationDefaults> = {
  chat: {
    exchanges: fallback(geometric(7), 'assumption'),
    effort: fallback(
      lognormal(40, 0.8),
      'assumption; 7 × (40s + about 60s) is near a published chat mean of 11m55s',
    ),
    consumerGap: fallback(lognormal(55, 1), 'assumption'),
    patience: fallback<Distribution | null>(exponential(4 * MINUTE), 'assumption'),
    silentShare: fallback(0.4, 'Castellanos, Yom-Tov, Goldberg & Park: 17 companies, 3% to 70%'),
  },
  messaging: {
    exchanges: fallback(geometric(6), 'vendor FAQ: 12 messages'),
    effort: fallback(lognormal(55, 0.8), 'assumption'),
    consumerGap: fallback(MESSAGING_GAP, 'assumption, so that a conversation is open about 128m (vendor)'),
    patience: fallback<Distribution | null>(null, 'messaging consumers do not leave a queue'),
    silentShare: fallback(0, 'nobody leaves'),
  },
};

export const ANY_CONVERSATION = {
  greeting: fallback<Distribution | null>(null, 'the first exchange is like the others'),
  patienceUntil: fallback('start' as const, 'the consumer waits for an answer, not for an assignment'),
  silentEffort: fallback<Distribution | null>(null, 'the first exchange’s effort'),
} as const;

export const CHAT_ONLY = {
  replyPatience: fallback<Distribution | null>(null, 'nobody walks out'),
  wrapUp: fallback<Distribution | null>(null, 'vendor: off unless set'),
  silenceTimeout: fallback(6 * MINUTE, 'vendor: 180s and 180s more'),
  recontactProbability: fallback(0.1, 'assumption; vendor: resolution about 80%'),
  recontactAfter: fallback(exponential(20 * MINUTE), 'assumption'),
  retelling: fallback<Distribution | null>({ kind: 'constant', value: 60 }, 'assumption'),
} as const;

export const MESSAGING_ONLY = {
  closeByAgent: fallback(0.7, 'assumption'),
  autoClose: fallback(DAY, 'assumption'),
  resumeByConsumer: fallback(0.2, 'assumption; vendor: resolution about 80%'),
  resumeByAgent: fallback(0, 'no follow-ups'),
  resumeAfter: fallback(exponential(16 * HOUR), 'assumption: nearly all within 3 days'),
  affinity: fallback<Affinity>({ kind: 'prefer' }, 'vendor: back to who knows the thread'),
} as const;

const BOTH: readonly Channel[] = ['chat', 'messaging'];

export const PEOPLE = {
  channels: fallback(BOTH, 'both'),
  skillsWhy: 'every skill that traffic asks for',
  costPerHour: fallback(20, 'assumption, in your currency'),
  shrinkage: fallback(0.3, 'planners’ 20% to 50%'),
  lateness: fallback(0, 'everybody on time'),
  breaks: fallback('none', 'no breaks given'),
  daysWhy: 'no days given',
  capsWhy: 'the scenario’s capacity',
} as const;

export const CAPACITY = {
  maxChats: fallback(3, 'vendor examples'),
  maxConversations: fallback(10, 'assumption; vendor samples: 4, 20'),
  inactiveAfter: fallback(4 * MINUTE, 'vendor: 240s'),
  inactiveWeight: fallback(0.1, 'vendor'),
  headroom: fallback(0.5, 'vendor'),
  backlogAfter: fallback<number | null>(null, 'vendor: off unless set'),
  warmUpEvery: fallback<number | null>(null, 'vendor: off unless set'),
  sharing: fallback('independent' as const, 'vendor'),
  noMessagingAtChats: fallback<number | null>(null, 'no such rule'),
} as const;

const UNMEASURED = 'assumption: nobody has published a measurement, so sweep it';

export const WORK = {
  slowdown: fallback<readonly number[]>([1], 'no slow-down'),
  perExtra: fallback(0, 'no slow-down'),
  withinWorkspace: fallback(2, UNMEASURED),
  betweenWorkspaces: fallback(8, UNMEASURED),
  noticeDelay: fallback(5, UNMEASURED),
  attention: fallback('oldest-first' as const, 'first come, first served'),
  breaks: fallback('finish-chats' as const, 'a consumer is not left in the middle of a chat'),
  stopNewBefore: fallback(10 * MINUTE, 'assumption'),
  openMessaging: fallback('keep' as const, 'vendor'),
  unassignAfter: fallback(10 * MINUTE, 'assumption'),
  catchUp: fallback(40, 'assumption'),
} as const;

export const MODES_WHY = 'every mode there is';
