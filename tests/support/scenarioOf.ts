/** Builds small scenarios in code: bland defaults (24/7, cap 1, nobody absent, nothing costs a switch), said otherwise by name. */
import { DAY, HOUR, MINUTE } from '../../src/base/units.js';
import type { Seconds } from '../../src/base/units.js';
import type {
  Arrivals,
  AsMessaging,
  Calendar,
  Capacity,
  ConversationModel,
  FollowUp,
  Person,
  Scenario,
  ServiceTargets,
  Shift,
  Stream,
  WorkRules,
} from '../../src/scenario/types.js';

export type ConversationSpec = Partial<Omit<ConversationModel, 'follow'>> & {
  readonly follow?: Partial<FollowUp>;
};

export interface StreamSpec extends Partial<Omit<Stream, 'conversation' | 'asMessaging'>> {
  readonly conversation?: ConversationSpec;
  readonly asMessaging?: { readonly conversation?: ConversationSpec; readonly effortFactor?: number } | null;
}

/** Without `shifts` a person works one shift from the start to the horizon. */
export type PersonSpec = Omit<Person, 'shifts'> & { readonly shifts?: readonly Shift[] };

export interface ScenarioSpec extends Partial<
  Omit<Scenario, 'calendar' | 'people' | 'targets' | 'capacity' | 'work'>
> {
  /** Days of 24 hours; 1 by default. */
  readonly days?: number;
  /** Reporting interval in seconds; 30 min by default. */
  readonly interval?: Seconds;
  readonly calendar?: Calendar;
  readonly people?: readonly PersonSpec[];
  readonly targets?: {
    readonly chat?: Partial<ServiceTargets>;
    readonly messaging?: Partial<ServiceTargets>;
  };
  readonly capacity?: Partial<Omit<Capacity, 'messaging'>> & {
    readonly messaging?: Partial<Capacity['messaging']>;
  };
  readonly work?: Partial<Omit<WorkRules, 'switching'>> & {
    readonly switching?: Partial<WorkRules['switching']>;
  };
}

/** By default: one chat stream of 60 an hour (`streamOf()`), and two people who take everything. */
export function scenarioOf(spec: ScenarioSpec = {}): Scenario {
  const { days, interval, calendar: given, people, targets, capacity, work, ...rest } = spec;
  const calendar = given ?? calendarOf(days ?? 1, interval ?? 30 * MINUTE);
  const wholeTime = [shiftOf(0, calendar.horizon)];
  return {
    name: 'test',
    seed: 'test',
    replications: 1,
    calendar,
    warmUp: 0,
    targets: {
      chat: { ...TARGETS, ...targets?.chat },
      messaging: { ...TARGETS, ...targets?.messaging },
    },
    busyness: [],
    streams: [streamOf()],
    people: (people ?? peopleOf(2)).map((person) => ({ shifts: wholeTime, ...person })),
    capacity: {
      sharing: 'independent',
      noMessagingAtChats: null,
      ...capacity,
      messaging: {
        inactiveAfter: 240,
        inactiveWeight: 0.1,
        headroom: 0.5,
        backlogAfter: null,
        warmUpEvery: null,
        ...capacity?.messaging,
      },
    },
    work: {
      slowdown: { factors: [1], perExtra: 0 },
      attention: 'oldest-first',
      stopNewBefore: 0,
      openMessaging: 'keep',
      unassignAfter: 0,
      catchUp: 0,
      breaks: 'finish-chats',
      ...work,
      switching: { withinWorkspace: 0, betweenWorkspaces: 0, noticeDelay: 0, ...work?.switching },
    },
    modes: [],
    ...rest,
  };
}

const TARGETS: ServiceTargets = {
  firstResponse: { share: 0.8, within: 20 },
  everyResponse: { share: 0.8, within: 60 },
  abandonedUnder: null,
};

/** By default a chat stream `chat` (or `messaging`), skill `service`, 60 an hour all day, and `conversationOf()`. */
export function streamOf(spec: StreamSpec = {}): Stream {
  const { conversation, asMessaging, ...rest } = spec;
  return {
    name: spec.channel ?? 'chat',
    channel: 'chat',
    skill: 'service',
    priority: 5,
    arrivals: perHour(60),
    busyness: null,
    conversation: conversationOf(conversation),
    asMessaging: asMessaging ? asMessagingOf(asMessaging) : null,
    openingBacklog: [],
    ...rest,
  };
}

function asMessagingOf(spec: NonNullable<StreamSpec['asMessaging']>): AsMessaging {
  return { conversation: conversationOf(spec.conversation), effortFactor: spec.effortFactor ?? 1 };
}

/** By default one exchange of exactly 60 s; nobody leaves, no wrap-up, the agent closes, nothing follows. */
export function conversationOf(spec: ConversationSpec = {}): ConversationModel {
  return {
    exchanges: { kind: 'constant', value: 1 },
    effort: { kind: 'constant', value: 60 },
    firstEffort: null,
    consumerGap: { kind: 'constant', value: 60 },
    patience: null,
    patienceUntil: 'start',
    silentShare: 0,
    silentEffort: null,
    replyPatience: null,
    wrapUp: null,
    silenceTimeout: 365 * DAY,
    closeByAgent: 1,
    autoClose: DAY,
    affinity: { kind: 'none' },
    ...spec,
    follow: {
      byConsumer: 0,
      byAgent: 0,
      after: { kind: 'constant', value: HOUR },
      retelling: null,
      ...spec.follow,
    },
  };
}

/** `count` people `agent 1`, `agent 2`, … of one group who take both channels, one conversation at a time. */
export function peopleOf(count: number, spec: Partial<PersonSpec> = {}): PersonSpec[] {
  return Array.from({ length: count }, (_, i) => ({
    group: 'agent',
    channels: ['chat', 'messaging'],
    skills: ['service'],
    costPerHour: 20,
    absence: 0,
    lateness: 0,
    caps: { chat: 1, messaging: 1 },
    ...spec,
    name: `${spec.name ?? spec.group ?? 'agent'} ${i + 1}`,
  }));
}

/** From and to in seconds since the start; the day is that of a calendar of 24-hour days. */
export function shiftOf(start: Seconds, end: Seconds, spec: Partial<Shift> = {}): Shift {
  return { day: Math.floor(start / DAY), pattern: 'day', start, end, breaks: [], ...spec };
}

/** A constant rate over `days` days from the start. */
export function perHour(rate: number, days = 1): Arrivals {
  return { kind: 'poisson', bounds: [0, days * DAY], expected: [rate * 24 * days], shape: 'constant' };
}

/** Exact replay of these arrival times. */
export function atTimes(...times: Seconds[]): Arrivals {
  return { kind: 'replay', times };
}

/** Days of 24 hours from Tuesday 3 March 2026, UTC. */
export function calendarOf(days: number, interval: Seconds = 30 * MINUTE): Calendar {
  const horizon = days * DAY;
  const intervals = Math.ceil(horizon / interval);
  return {
    startDate: '2026-03-03',
    timezone: 'UTC',
    dayStarts: Array.from({ length: days + 1 }, (_, d) => d * DAY),
    horizon,
    intervalBounds: Array.from({ length: intervals + 1 }, (_, i) => Math.min(i * interval, horizon)),
    intervalLabels: Array.from({ length: intervals }, (_, i) => label(i * interval)),
    interval,
  };
}

function label(at: Seconds): string {
  return new Date(Date.UTC(2026, 2, 3) + at * 1000).toISOString().slice(0, 16).replace('T', ' ');
}
