/** How the engine tells what happens: it never counts, it only says. Metrics, logs and traces listen. */
import type { Seconds } from '../base/units.js';
import type { Scenario } from '../scenario/types.js';
import type { Conversations } from './conversations.js';
import type { Plan } from './mode.js';
import type { Logins, People } from './people.js';

/** The state of the floor, to be read and not written. Its arrays may be replaced as they grow: read through the object. */
export interface Floor {
  readonly now: Seconds;
  readonly scenario: Scenario;
  readonly plan: Plan;
  readonly conversations: Conversations;
  readonly people: People;
  readonly logins: Logins;
  /** The scripts of open threads: `conversations.script` and `block` are offsets into `data`. */
  readonly scripts: { readonly data: Float64Array };
  /** Conversations in the queue of each stream, held ones included. */
  readonly queued: Int32Array;
}

/** How a conversation came to its end. */
export const ENDING = {
  /** Chat: the script is done. Messaging: the agent closed it. */
  completed: 0,
  /** Messaging: closed by the closing job after `autoClose` of silence, the script done or not. */
  autoClosed: 1,
  /** Chat: the consumer was silent for too long. */
  timedOut: 2,
  /** The consumer left visibly before the first answer was begun. */
  abandoned: 3,
  /** The consumer had left without a sign before the first answer was begun. */
  abandonedSilently: 4,
  /** The consumer walked out over a slow reply. */
  walkedOut: 5,
} as const;

/** Why a login lost a conversation that goes on. */
export const LOSS = { returned: 0, handedOver: 1 } as const;

/** Who hears what happens. c is a conversation's slot, p a person, s a stream: places in the floor's arrays, as `login` is. */
export interface Observer {
  /** Before the first event; the floor is the same object throughout, and `floor.now` is when whatever is told happens. */
  begin(floor: Floor): void;
  /**
   * The clock stops here, where nothing happens or before anything has happened. Called at the start, and then at each instant
   * that the call before gave (Infinity, or past the horizon: never again).
   */
  checkpoint(): Seconds;
  /**
   * p's presence, or what their logins hold, is about to change: what is read now has held since the last call for p. What
   * the hands do, and what waits for them, has calls of its own.
   */
  elapse(p: number): void;
  /** c is about to join, or to leave, what waits for hands at its login. What free hands take at once never waits. */
  joinsPile(c: number): void;
  leavesPile(c: number): void;
  /** The queue of stream s is about to change. */
  elapseQueue(s: number): void;
  /** c has been opened: by a new consumer or as a follow-up (`origin`). It is not queued yet. */
  arrived(c: number): void;
  queued(c: number): void;
  /** `login[c]` has just been set; `knownBy[c]` is still the login that had the thread before. */
  assigned(c: number): void;
  /** c goes back to the queue or to another login; `login[c]` is still the one that loses it. */
  unassigned(c: number, loss: number): void;
  /** The consumer's silence ends: a message on an open conversation. */
  consumerWrote(c: number): void;
  /** The consumer has gone silently; the conversation stays. */
  leftSilently(c: number): void;
  /** p starts on c (−1: on a change of login): the piece is in `People` (workStart … rereadSeconds, doing, turn). */
  workStarted(p: number, c: number): void;
  /** p's answer to c's exchange is sent; `wroteAt`, `queuedSeconds`, `workStartedAt`, `exchange` still describe it. */
  answered(p: number, c: number): void;
  /** p's hands are free again after an answer, a wrap-up or a change of login (`doing` and `conversation` still say which). */
  workEnded(p: number): void;
  /** c is over for the consumer (a wrap-up may follow); `phase` and `login` are still those before. `followUp`: the thread will go on. */
  ended(c: number, ending: number, followUp: boolean): void;
  signedIn(p: number, login: number): void;
  signedOut(p: number, login: number): void;
  breakStarted(p: number): void;
  breakEnded(p: number): void;
  /** The horizon is reached. */
  finish(): void;
}
