/** A scenario proved good: what is asked, fully resolved, in seconds and shares. Plain data that survives JSON. */
import type { CalendarTables } from '../base/calendar.js';
import type { CountDistribution, Distribution } from '../base/distribution.js';
import type { Money, Seconds, Share } from '../base/units.js';

export const CHANNELS = ['chat', 'messaging'] as const;
export type Channel = (typeof CHANNELS)[number];
export type ByChannel<T> = Readonly<Record<Channel, T>>;

/** Small integers for the hot state: the index in `CHANNELS`. */
export const CHAT = 0;
export const MESSAGING = 1;

export const ATTENTION_POLICIES = ['oldest-first', 'chat-first', 'due-first', 'finish-workspace'] as const;
export type AttentionPolicy = (typeof ATTENTION_POLICIES)[number];

export const OPEN_MESSAGING_POLICIES = ['keep', 'return', 'hand-over'] as const;
export type OpenMessagingPolicy = (typeof OPEN_MESSAGING_POLICIES)[number];

export interface Scenario {
  readonly name: string;
  /** The question this scenario answers, in the planner's words. */
  readonly question?: string;
  readonly seed: string;
  readonly replications: number;
  readonly calendar: Calendar;
  /** Start of statistics; what arrives or passes before it is simulated but not counted. */
  readonly warmUp: Seconds;
  readonly targets: ByChannel<ServiceTargets>;
  readonly busyness: readonly BusynessFactor[];
  readonly streams: readonly Stream[];
  readonly people: readonly Person[];
  readonly capacity: Capacity;
  readonly work: WorkRules;
  /** The candidates asked for, in the order written; settings are opaque here and proved by the mode's own schema. */
  readonly modes: readonly ModeRequest[];
}

export interface ModeRequest {
  readonly name: string;
  readonly settings: unknown;
}

/** Days, zone and reporting intervals, as tables in seconds since the start. */
export type Calendar = CalendarTables;

export interface Target {
  readonly share: Share;
  readonly within: Seconds;
}

export interface ServiceTargets {
  readonly firstResponse: Target;
  /** Every later answer; also sets when an exchange is due. */
  readonly everyResponse: Target;
  /** Known leavers ÷ offered must stay under this. */
  readonly abandonedUnder: Share | null;
}

/** A gamma factor with mean 1 per day, shared by the streams that name it; AR(1) between days on the normal scale. */
export interface BusynessFactor {
  readonly name: string;
  readonly cv: number;
  readonly lag1: number;
}

export interface Stream {
  readonly name: string;
  readonly channel: Channel;
  readonly skill: string;
  /** 1 (served first) … 10. */
  readonly priority: number;
  readonly arrivals: Arrivals;
  /** Index into `Scenario.busyness`, or null. */
  readonly busyness: number | null;
  readonly conversation: ConversationModel;
  /** The model used when a mode offers no chat; null when the planner named none, and always null for messaging. */
  readonly asMessaging: AsMessaging | null;
  /** Threads already waiting at the start: their ages, oldest first. */
  readonly openingBacklog: readonly Seconds[];
}

export type Arrivals =
  | {
      readonly kind: 'poisson';
      /** Bounds of the volume intervals (n + 1, increasing, within the horizon; gaps are intervals with volume 0). */
      readonly bounds: readonly Seconds[];
      /** Expected arrivals in each interval (n). */
      readonly expected: readonly number[];
      /** `linear`: the rate runs through the interval's middle values, continuous, with the same expected total per interval where that stays ≥ 0. */
      readonly shape: 'constant' | 'linear';
    }
  | { readonly kind: 'replay'; readonly times: readonly Seconds[] };

export interface AsMessaging {
  readonly conversation: ConversationModel;
  /** Total agent effort of the thread as messaging ÷ its effort as chat. */
  readonly effortFactor: number;
}

export interface ConversationModel {
  readonly exchanges: CountDistribution;
  /** Seconds of undivided work per exchange. */
  readonly effort: Distribution;
  /** Effort of the first exchange (a greeting), when it differs. */
  readonly firstEffort: Distribution | null;
  readonly consumerGap: Distribution;
  /** null: never leaves. */
  readonly patience: Distribution | null;
  readonly patienceUntil: 'start' | 'assignment';
  readonly silentShare: Share;
  /** What opening a silent leaver costs; null: the first exchange's effort. */
  readonly silentEffort: Distribution | null;
  /** Chat: the consumer walks out when one reply takes longer; null: never. */
  readonly replyPatience: Distribution | null;
  /** Chat: seconds of wrap-up after the chat; null: none. */
  readonly wrapUp: Distribution | null;
  /** Chat: silence of the consumer after which the chat is ended. */
  readonly silenceTimeout: Seconds;
  /** Messaging: chance that the agent closes right after the last answer. */
  readonly closeByAgent: Share;
  /** Messaging: silence after which the closing job, which runs every 25 min, closes. */
  readonly autoClose: Seconds;
  /** What may follow the end: a re-contact (chat) or a resumption (messaging). */
  readonly follow: FollowUp;
  readonly affinity: Affinity;
}

export interface FollowUp {
  readonly byConsumer: Share;
  /** Messaging only. */
  readonly byAgent: Share;
  /** From the end of the conversation to the follow-up. */
  readonly after: Distribution;
  /** Chat: extra effort on the first exchange, as the story is told again; null: none. */
  readonly retelling: Distribution | null;
}

export type Affinity =
  | { readonly kind: 'none' }
  | { readonly kind: 'prefer' }
  /** Wait for the agent who knows the thread, up to `upTo` seconds; then anyone. */
  | { readonly kind: 'hold'; readonly upTo: Seconds };

export interface Person {
  readonly name: string;
  readonly group: string;
  readonly channels: readonly Channel[];
  readonly skills: readonly string[];
  readonly costPerHour: Money;
  /** Chance of being absent on a day (paid). */
  readonly absence: Share;
  /** Standard deviation of the noise on a shift's start; a start is never early. */
  readonly lateness: Seconds;
  readonly caps: ByChannel<number>;
  readonly shifts: readonly Shift[];
}

/** One stretch of paid work, in seconds since the start; overnight in one piece; clipped to the horizon. */
export interface Shift {
  /** Index of the local day on which it begins (−1: the evening before the horizon). */
  readonly day: number;
  /** Name of the pattern it comes from; people of one group and pattern are interchangeable for a rota. */
  readonly pattern: string;
  readonly start: Seconds;
  readonly end: Seconds;
  readonly breaks: readonly { readonly start: Seconds; readonly length: Seconds; readonly paid: boolean }[];
}

export interface Capacity {
  readonly messaging: {
    readonly inactiveAfter: Seconds;
    readonly inactiveWeight: number;
    readonly headroom: number;
    /** A reply later than this makes the conversation inactive at once after answering; null: off. */
    readonly backlogAfter: Seconds | null;
    /** After sign-in one new conversation at once, then one per this many seconds, until first at the cap; null: off. */
    readonly warmUpEvery: Seconds | null;
  };
  /** How one login that has both channels counts them. */
  readonly sharing: 'independent' | 'shared';
  /** No new messaging while this many chats are open; null: off. */
  readonly noMessagingAtChats: number | null;
}

export interface WorkRules {
  /** Effort factor at n open conversations: `factors[n − 1]`, the last entry goes on with `perExtra` for each one more. */
  readonly slowdown: { readonly factors: readonly number[]; readonly perExtra: number };
  readonly switching: {
    readonly withinWorkspace: Seconds;
    readonly betweenWorkspaces: Seconds;
    readonly noticeDelay: Seconds;
  };
  readonly attention: AttentionPolicy;
  readonly stopNewBefore: Seconds;
  readonly openMessaging: OpenMessagingPolicy;
  /** `return`: how long a waiting consumer stays with a login that signed out. */
  readonly unassignAfter: Seconds;
  /** Re-reading, paid by whoever takes over a thread that another person had. */
  readonly catchUp: Seconds;
  /** `finish-chats`: a break of full length starts once the open chats have ended; `at-once`: open chats wait. */
  readonly breaks: 'finish-chats' | 'at-once';
}
