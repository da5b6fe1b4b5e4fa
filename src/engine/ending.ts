/** The end of a conversation: its place is given back, a wrap-up may be left to do, and the thread may go on later. */
import type { Seconds } from '../base/units.js';
import { CHAT } from '../scenario/types.js';
import {
  COUNT,
  FOLLOW,
  FOLLOW_AFTER,
  FOLLOW_AGENT,
  FOLLOW_NONE,
  HEADER,
  PAIR,
  WRAP_UP,
} from '../traffic/script.js';
import { vacate } from './capacity.js';
import { ORIGIN, PHASE } from './conversations.js';
import { pileUp, takeOffPile } from './desk.js';
import { ENDING } from './observer.js';
import { leaveQueue } from './routing.js';
import { TIMER, type State } from './state.js';
import { setTimer, silence } from './timers.js';

/** The conversation is over for its consumer. */
export function end(f: State, c: number, ending: number): void {
  const k = f.conversations;
  const follows = schedulesFollowUp(f, c, ending);
  f.observer.ended(c, ending, follows);
  const login = k.login[c]!;
  if (login !== -1) f.observer.elapse(f.logins.person[login]!);
  if (k.phase[c] === PHASE.queued) leaveQueue(f, c);
  else if (k.list[c] !== -1) takeOffPile(f, c);
  silence(f, c);
  k.wrapUpSeconds[c] =
    k.channel[c] === CHAT && k.answers[c]! > 0 ? f.scripts.data[k.script[c]! + WRAP_UP]! : 0;
  if (!follows) f.scripts.release(k.block[c]!);
  if (k.wrapUpSeconds[c] > 0) {
    k.phase[c] = PHASE.wrapUp;
    k.wroteAt[c] = f.now;
    pileUp(f, c);
  } else {
    dismiss(f, c);
  }
}

/** Gives back the slot, and with it the place on the login. The caller has let the person's time elapse. */
export function dismiss(f: State, c: number): void {
  const k = f.conversations;
  if (k.login[c] !== -1) {
    vacate(f, c);
    f.unsettledPeople.add(f.logins.person[k.login[c]!]!);
  }
  k.release(c);
}

/** Lets the thread go on later, if its script says so; the dormant conversation takes over the script. */
function schedulesFollowUp(f: State, c: number, ending: number): boolean {
  if (ending === ENDING.abandoned || ending === ENDING.abandonedSilently) return false;
  const k = f.conversations;
  const { data } = f.scripts;
  const script = k.script[c]!;
  if (k.writesAt[c]! !== Infinity && ending === ENDING.autoClosed) {
    sleep(f, c, ORIGIN.consumerFollowUp, script, k.exchange[c]!, k.writesAt[c]!);
    return true;
  }
  const by = data[script + FOLLOW]!;
  if (by === FOLLOW_NONE) return false;
  const origin = by === FOLLOW_AGENT ? ORIGIN.agentFollowUp : ORIGIN.consumerFollowUp;
  sleep(
    f,
    c,
    origin,
    script + HEADER + PAIR * data[script + COUNT]!,
    0,
    f.now + data[script + FOLLOW_AFTER]!,
  );
  return true;
}

/** A dormant conversation that opens at `at`, next in c's thread. */
function sleep(f: State, c: number, origin: number, script: number, exchange: number, at: Seconds): void {
  const d = f.takeSlot();
  const k = f.conversations;
  k.phase[d] = PHASE.dormant;
  k.thread[d] = k.thread[c]!;
  k.part[d] = k.part[c]! + 1;
  k.origin[d] = origin;
  k.stream[d] = k.stream[c]!;
  k.channel[d] = k.channel[c]!;
  k.knownBy[d] = k.knownBy[c]!;
  k.firstLogin[d] = k.firstLogin[c]!;
  k.loginChanges[d] = k.loginChanges[c]!;
  k.threadArrivedAt[d] = k.threadArrivedAt[c]!;
  k.tie[d] = k.tie[c]!;
  k.block[d] = k.block[c]!;
  k.script[d] = script;
  k.exchange[d] = exchange;
  k.login[d] = -1;
  k.list[d] = -1;
  k.leavesAt[d] = Infinity;
  setTimer(f, d, TIMER.followsUp, at);
}
