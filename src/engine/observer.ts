/** How the engine tells what happens: it never counts, it only says. Metrics, logs and traces listen. */
import type { Seconds } from '../base/units.js';
import type { Scenario } from '../scenario/types.js';
import type { Conversations } from './conversations.js';
import type { Plan } from './mode.js';
import type { Logins, People } from './people.js';

/** The state of the floor, to be read and not written. Its arrays may be replaced as they grow: read through the object. */
export interface Floor {
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

export interface Observer {
  /** Before the first event; the floor is the same object throughout. */
  begin(floor: Floor): void;
  /**
   * The clock has come to `now`, and nothing has changed yet since the event before. Called once before the first event, and
   * then at the first event at or after the instant that the last call gave (Infinity: never again).
   */
  checkpoint(now: Seconds): Seconds;
  /**
   * p's presence, or what their logins hold, is about to change: what is read now has held since the last call for p. What
   * the hands do, and what waits for them, has calls of its own.
   */
  elapse(p: number, now: Seconds): void;
  /** c is about to join, or to leave, what waits for hands at its login. What free hands take at once never waits. */
  joinsPile(c: number, now: Seconds): void;
  leavesPile(c: number, now: Seconds): void;
  /** The queue of stream s is about to change. */
  elapseQueue(s: number, now: Seconds): void;
  /** c has been opened: by a new consumer or as a follow-up (`origin`). It is not queued yet. */
  arrived(c: number, now: Seconds): void;
  queued(c: number, now: Seconds): void;
  /** `login[c]` has just been set; `knownBy[c]` is still the login that had the thread before. */
  assigned(c: number, now: Seconds): void;
  /** c goes back to the queue or to another login; `login[c]` is still the one that loses it. */
  unassigned(c: number, loss: number, now: Seconds): void;
  /** The consumer's silence ends: a message on an open conversation. */
  consumerWrote(c: number, now: Seconds): void;
  /** The consumer has gone silently; the conversation stays. */
  leftSilently(c: number, now: Seconds): void;
  /** p starts on c (−1: on a change of login): the piece is in `People` (workStart … rereadSeconds, doing, turn). */
  workStarted(p: number, c: number, now: Seconds): void;
  /** p's answer to c's exchange is sent; `wroteAt`, `queuedSeconds`, `workStartedAt`, `exchange` still describe it. */
  answered(p: number, c: number, now: Seconds): void;
  /** p's hands are free again after an answer, a wrap-up or a change of login (`doing` and `conversation` still say which). */
  workEnded(p: number, now: Seconds): void;
  /** c is over for the consumer (a wrap-up may follow); `phase` and `login` are still those before. `followUp`: the thread will go on. */
  ended(c: number, ending: number, followUp: boolean, now: Seconds): void;
  signedIn(p: number, login: number, now: Seconds): void;
  signedOut(p: number, login: number, now: Seconds): void;
  breakStarted(p: number, now: Seconds): void;
  breakEnded(p: number, now: Seconds): void;
  /** The horizon is reached. */
  finish(now: Seconds): void;
}
