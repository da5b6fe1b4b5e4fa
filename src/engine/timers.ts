/** A conversation's one pending event: the earlier of the consumer's leaving and its timer. */
import { MINUTE, type Seconds } from '../base/units.js';
import { PRIORITY } from './eventQueue.js';
import { TIMER, type State } from './state.js';

/** The job that closes silent conversations runs this often. Source: vendor documentation. */
const CLOSING_JOB_EVERY: Seconds = 25 * MINUTE;

/** Puts the pending event in step with `leavesAt` and `timerAt`. */
export function reschedule(f: State, c: number): void {
  const k = f.conversations;
  const subject = f.firstConversationSubject + c;
  const at = Math.min(k.leavesAt[c]!, k.timerAt[c]!);
  if (at === Infinity) f.events.cancel(subject);
  else f.events.schedule(subject, at, PRIORITY.consumer);
}

export function setTimer(f: State, c: number, timer: number, at: Seconds): void {
  f.conversations.timer[c] = timer;
  f.conversations.timerAt[c] = at;
  reschedule(f, c);
}

/** Nothing is pending any more. */
export function silence(f: State, c: number): void {
  const k = f.conversations;
  k.leavesAt[c] = Infinity;
  k.timer[c] = TIMER.none;
  k.timerAt[c] = Infinity;
  f.events.cancel(f.firstConversationSubject + c);
}

/** First run of the closing job at which the silence that began at `since` has lasted long enough. */
export function closingTime(since: Seconds, autoClose: Seconds): Seconds {
  return Math.ceil((since + autoClose) / CLOSING_JOB_EVERY) * CLOSING_JOB_EVERY;
}

/** The next thing that happens to an idle messaging conversation. */
export function waitForConsumer(f: State, c: number): void {
  const k = f.conversations;
  const writes = k.writesAt[c]!;
  const closes = k.closesAt[c]!;
  const { inactiveAfter, inactiveWeight } = f.scenario.capacity.messaging;
  const inactive = k.active[c] === 1 && inactiveWeight < 1 ? f.now + inactiveAfter : Infinity;
  const next = Math.min(inactive, writes, closes);
  // Ties: a message that comes at the very moment is still in time.
  if (next === writes) setTimer(f, c, TIMER.writes, next);
  else if (next === closes) setTimer(f, c, TIMER.closes, next);
  else setTimer(f, c, TIMER.goesInactive, next);
}
