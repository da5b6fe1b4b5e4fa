/** The life of a conversation: it opens, the two sides take turns, it ends, and the thread may go on. */
import type { Seconds } from '../base/units.js';
import { CHAT } from '../scenario/types.js';
import {
  AGENT_CLOSES,
  COUNT,
  GAP,
  HEADER,
  PAIR,
  PATIENCE,
  REPLY_PATIENCE,
  SILENT,
  type Script,
} from '../traffic/script.js';
import { setActive, vacate } from './capacity.js';
import { end } from './ending.js';
import { ORIGIN, PHASE } from './conversations.js';
import { callHands, takeOffPile } from './desk.js';
import { ENDING, LOSS } from './observer.js';
import { STATUS } from './people.js';
import { leaveQueue, route, routeToAnyone } from './routing.js';
import { TIMER, type State } from './state.js';
import { closingTime, reschedule, setTimer, waitForConsumer } from './timers.js';

/** A new thread arrives. */
export function arrive(f: State, script: Script): void {
  const rules = f.rules.streams[script.stream]!;
  const block = f.scripts.keep(rules.asMessaging ? script.asMessaging : script.native);
  const c = f.takeSlot();
  const k = f.conversations;
  k.thread[c] = script.thread;
  k.part[c] = 0;
  k.stream[c] = script.stream;
  k.channel[c] = rules.channel;
  k.knownBy[c] = -1;
  k.firstLogin[c] = -1;
  k.loginChanges[c] = 0;
  k.threadArrivedAt[c] = script.at;
  k.tie[c] = script.tie;
  k.block[c] = block;
  k.script[c] = block + 1;
  k.exchange[c] = 0;
  open(f, c, ORIGIN.new, script.at);
}

/** Opens a conversation whose thread fields are set. `at`: since when its consumer waits. */
function open(f: State, c: number, origin: number, at: Seconds): void {
  const k = f.conversations;
  const { data } = f.scripts;
  const script = k.script[c]!;
  k.origin[c] = origin;
  k.login[c] = -1;
  k.list[c] = -1;
  k.arrivedAt[c] = at;
  k.wroteAt[c] = at;
  k.assignedAt[c] = NaN;
  k.exchanges[c] = data[script + COUNT]!;
  k.answers[c] = 0;
  k.ghost[c] = 0;
  k.walked[c] = 0;
  k.active[c] = 1;
  k.timer[c] = TIMER.none;
  k.timerAt[c] = Infinity;
  const rules = f.rules.streams[k.stream[c]!]!;
  k.dueAt[c] = at + rules.firstWithin;
  k.leavesAt[c] = origin === ORIGIN.agentFollowUp ? Infinity : at + data[script + PATIENCE]!;
  f.observer.arrived(c);
  // Of a thread that waited before the start, the whole wait counts as spent in the queue.
  k.queuedSeconds[c] = f.now - at;
  route(f, c);
}

/** The pending event of a conversation: its consumer gives up, or its timer is due. */
export function conversationEvent(f: State, c: number): void {
  const k = f.conversations;
  if (k.leavesAt[c]! <= k.timerAt[c]!) {
    k.leavesAt[c] = Infinity;
    if (k.answers[c] === 0) losePatience(f, c);
    else loseReplyPatience(f, c);
    return;
  }
  k.timerAt[c] = Infinity;
  switch (k.timer[c]) {
    case TIMER.writes:
      consumerWrites(f, c);
      break;
    case TIMER.timesOut:
      end(f, c, k.ghost[c] === 1 ? ENDING.abandonedSilently : ENDING.timedOut);
      break;
    case TIMER.goesInactive:
      f.observer.elapse(f.logins.person[k.login[c]!]!);
      setActive(f, c, 0);
      waitForConsumer(f, c);
      break;
    case TIMER.closes:
      autoClose(f, c);
      break;
    case TIMER.holdEnds:
      leaveQueue(f, c);
      routeToAnyone(f, c);
      break;
    case TIMER.returns:
      unassign(f, c, LOSS.returned);
      route(f, c);
      break;
    case TIMER.followsUp:
      open(f, c, k.origin[c]!, f.now);
      break;
    default:
      throw new Error(`conversation ${String(k.thread[c])} has an event but nothing is due`);
  }
}

function losePatience(f: State, c: number): void {
  const k = f.conversations;
  if (f.scripts.data[k.script[c]! + SILENT] === 1) {
    k.ghost[c] = 1;
    f.observer.leftSilently(c);
    reschedule(f, c);
  } else {
    end(f, c, ENDING.abandoned);
  }
}

function loseReplyPatience(f: State, c: number): void {
  const k = f.conversations;
  // The agent notices on sending: the work in hand is done in vain.
  if (k.phase[c] === PHASE.worked) k.walked[c] = 1;
  else end(f, c, ENDING.walkedOut);
}

function consumerWrites(f: State, c: number): void {
  const { conversations: k, now } = f;
  k.wroteAt[c] = now;
  k.queuedSeconds[c] = 0;
  k.dueAt[c] = now + f.rules.streams[k.stream[c]!]!.everyWithin;
  f.observer.consumerWrote(c);
  if (k.channel[c] === CHAT) {
    k.leavesAt[c] = now + f.scripts.data[k.script[c]! + REPLY_PATIENCE]!;
  } else {
    const login = k.login[c]!;
    const p = f.logins.person[login]!;
    if (f.scenario.work.openMessaging !== 'keep' && !serves(f, p, login)) {
      unassign(f, c, LOSS.returned);
      route(f, c);
      return;
    }
    if (k.active[c] === 0) {
      f.observer.elapse(p);
      setActive(f, c, 1);
    }
  }
  k.phase[c] = PHASE.waiting;
  callHands(f, c);
}

/** Whether the person is signed in with this login and the session is not over; on a break, what they have waits. */
function serves(f: State, p: number, login: number): boolean {
  const status = f.people.status[p]!;
  return f.people.login[p] === login && (status === STATUS.online || status === STATUS.away);
}

/** Takes an idle or waiting conversation off its login. */
export function unassign(f: State, c: number, loss: number): void {
  const k = f.conversations;
  f.observer.elapse(f.logins.person[k.login[c]!]!);
  f.observer.unassigned(c, loss);
  if (k.list[c] !== -1) takeOffPile(f, c);
  vacate(f, c);
  k.login[c] = -1;
  k.timer[c] = TIMER.none;
  k.timerAt[c] = Infinity;
  reschedule(f, c);
}

/** p has sent the answer to c: the consumer has the word, or the conversation is over. */
export function answer(f: State, p: number, c: number): void {
  const { conversations: k, now } = f;
  const chat = k.channel[c] === CHAT;
  f.observer.answered(p, c);
  const waited = now - k.wroteAt[c]!;
  k.knownBy[c] = k.login[c]!;
  k.answers[c]! += 1;
  k.wroteAt[c] = NaN;
  k.leavesAt[c] = Infinity;
  if (k.walked[c] === 1) {
    end(f, c, ENDING.walkedOut);
    return;
  }
  const script = k.script[c]!;
  k.writesAt[c] = Infinity;
  if (k.ghost[c] === 0) {
    const next = k.exchange[c]! + 1;
    k.exchange[c] = next;
    if (next < k.exchanges[c]!) {
      k.writesAt[c] = now + f.scripts.data[script + HEADER + PAIR * next + GAP]!;
    } else if (chat || f.scripts.data[script + AGENT_CLOSES] === 1) {
      end(f, c, ENDING.completed);
      return;
    }
  }
  k.phase[c] = PHASE.idle;
  const rules = f.rules.streams[k.stream[c]!]!;
  if (chat) {
    const timesOut = now + rules.silenceTimeout;
    if (k.writesAt[c] <= timesOut) setTimer(f, c, TIMER.writes, k.writesAt[c]);
    else setTimer(f, c, TIMER.timesOut, timesOut);
    return;
  }
  k.closesAt[c] = closingTime(now, rules.autoClose);
  if (waited > (f.scenario.capacity.messaging.backlogAfter ?? Infinity)) {
    f.observer.elapse(p);
    setActive(f, c, 0);
  }
  waitForConsumer(f, c);
}

function autoClose(f: State, c: number): void {
  const k = f.conversations;
  end(f, c, k.ghost[c] === 1 ? ENDING.abandonedSilently : ENDING.autoClosed);
}
