/** What one run saw: plain data that survives JSON. Every number is defined in `measures.ts` or beside its field. */
import type { Share, Seconds } from '../base/units.js';
import type { ByChannel, Channel } from '../scenario/types.js';
import type { MeasureId } from './measures.js';

/** Absent key: no data (0/0), never 0. */
export type Measures = Readonly<Partial<Record<MeasureId, number>>>;

export interface RunReport {
  readonly scenario: string;
  readonly mode: string;
  readonly seed: string;
  readonly replication: number;
  /** Hash of the demand; equal for all modes. */
  readonly demandFingerprint: string;
  /** Events executed: arrivals, consumer messages, ends of work, departures, timers, roster moments. */
  readonly events: number;
  /** Names of the streams that each channel carried: with chat carried as messaging, the channels' scopes are not what they are elsewhere. */
  readonly carries: ByChannel<readonly string[]>;
  /** What the mode decided, in a planner's words. */
  readonly notes: readonly string[];
  /** Keyed by scope: `all`, `chat`, `messaging`, `stream:<name>`, `people`, `reports`. */
  readonly scopes: Readonly<Record<string, Measures>>;
  /** Share of signed-in time, breaks out, with 0, 1, 2, … open conversations of the login in use; sums to 1, or is empty. */
  readonly concurrencyShares: readonly Share[];
  /** First responses in seconds at the shares of `WAIT_SHARES`, of those answered by the horizon; empty: nobody was. */
  readonly waitCurves: ByChannel<readonly Seconds[]>;
  readonly intervals: readonly IntervalRow[];
  readonly people: readonly PersonRow[];
  readonly logins: readonly LoginRow[];
  readonly reportRows: readonly ReportRow[];
}

/** One row per reporting interval after the warm-up and channel that carries a stream; counts and waits belong to the interval of arrival. */
export interface IntervalRow {
  readonly start: Seconds;
  readonly label: string;
  readonly channel: Channel;
  readonly offered: number;
  /** Opened by a consumer and assigned: the count behind the queue wait; then those behind the two below it. */
  readonly assigned: number;
  readonly answered: number;
  readonly responses: number;
  readonly abandoned: number;
  /** Means: a mean times its count can be pooled over intervals. */
  readonly queueWaitSeconds: number | null;
  readonly firstResponseSeconds: number | null;
  /** By interval of the consumer's message. */
  readonly responseSeconds: number | null;
  /** First responses within the target; who left, or still waits at the horizon, inside it is counted out. */
  readonly withinTargetShare: Share | null;
  /** Time-weighted over the interval. */
  readonly queueLength: number;
  readonly openConversations: number;
  /** People signed in with a login of this channel and not on a break, time-weighted. */
  readonly peopleSignedIn: number;
  /** Those of them whose login serves another channel, too. */
  readonly peopleSignedInForBoth: number;
  /** Work for this channel's conversations, switching and re-reading in, done in the interval. */
  readonly workedSeconds: Seconds;
  /** Undivided work that arrived with the interval's conversations, wrap-ups in, done or not. */
  readonly offeredWorkSeconds: Seconds;
}

export interface PersonRow {
  readonly person: string;
  readonly group: string;
  /** Truly present, breaks out; changes of login and overtime in. */
  readonly shiftSeconds: Seconds;
  /** Rostered, unpaid breaks out, absence in. */
  readonly paidSeconds: Seconds;
  /** Hands busy: the sum of the five kinds below, and of the logins' worked seconds and the changes of login. */
  readonly workedSeconds: Seconds;
  readonly answeringSeconds: Seconds;
  readonly wrapUpSeconds: Seconds;
  readonly switchingSeconds: Seconds;
  readonly rereadingSeconds: Seconds;
  readonly loginChangeSeconds: Seconds;
  readonly overtimeSeconds: Seconds;
  readonly utilisation: Share | null;
  readonly handledChats: number;
  readonly handledMessaging: number;
  readonly answers: number;
  /** Of the login in use, breaks out, as all of this block. */
  readonly concurrency: number | null;
  readonly concurrencyChat: number | null;
  readonly concurrencyMessaging: number | null;
  readonly maxConcurrency: number;
  readonly load: number | null;
  readonly waitingPile: number | null;
  readonly switchesWithin: number;
  readonly switchesBetween: number;
  readonly strandedConversations: number;
  readonly strandedSeconds: Seconds;
  readonly handledPerHour: number | null;
  /** Each conversation handled counts with the mean seconds of work of its channel; ÷ hours on shift. The true ranking. */
  readonly handledWorkPerHour: number | null;
  /** Report rows that carry this person's activity. */
  readonly reportRows: number;
  /** Largest part of the work for conversations that any one row accounts for; then that of any one row of the family. */
  readonly visibleShare: Share | null;
  readonly visibleShareChat: Share | null;
  readonly visibleShareMessaging: Share | null;
  readonly effectiveRows: number | null;
  /** Naive reading of the merged rows ÷ truth. */
  readonly distortionHandledPerHour: number | null;
  readonly distortionUtilisation: number | null;
  readonly distortionWait: number | null;
}

export interface LoginRow {
  readonly login: string;
  readonly person: string;
  readonly channels: string;
  /** By the vendor's clock, which runs through breaks. */
  readonly signedInSeconds: Seconds;
  readonly handledChats: number;
  readonly handledMessaging: number;
  /** Work for conversations; a change of login belongs to the person and to neither login. */
  readonly workedSeconds: Seconds;
  readonly maxConcurrency: number;
  readonly load: number | null;
}

/** One line of one of the two report families, as the vendor would show it for one login. Null: this family does not show it. */
export interface ReportRow {
  readonly family: Channel;
  readonly login: string;
  readonly person: string;
  /** The one clock that both families show. */
  readonly loggedInSeconds: Seconds;
  /** Connections to this login. */
  readonly requested: number;
  /** Over with an answer in them (interactive); over at all, auto-closed too. */
  readonly handled: number;
  readonly closed: number;
  /** ÷ requested in the chat report, ÷ closed in the messaging report. */
  readonly abandonedRate: Share | null;
  readonly waitMeanSeconds: number | null;
  readonly waitMaxSeconds: number | null;
  readonly waitP50Seconds: number | null;
  readonly waitP90Seconds: number | null;
  readonly firstResponseMeanSeconds: number | null;
  readonly responseMeanSeconds: number | null;
  readonly durationMeanSeconds: number | null;
  readonly concurrencyLoggedIn: number | null;
  readonly concurrencyEngaged: number | null;
  readonly loadMean: number | null;
  readonly loadMax: number | null;
  /** Interactive chats per labour hour, or CCPLH. */
  readonly perLabourHour: number | null;
}
