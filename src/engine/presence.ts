/** People come and go: sign-in, change of login, breaks, draining, and what becomes of open conversations. */
import { CHAT, MESSAGING } from '../scenario/types.js';
import { occupy, vacate } from './capacity.js';
import { PHASE } from './conversations.js';
import { nextPiece, startLoginChange, startPiece } from './desk.js';
import { PRIORITY } from './eventQueue.js';
import { unassign } from './life.js';
import { LOSS } from './observer.js';
import { DOING, STATUS } from './people.js';
import { assign, choose } from './routing.js';
import { TIMER, type State } from './state.js';
import { setTimer } from './timers.js';

/** The session begins, or waits until the person has come free of the one before. */
export function come(f: State, p: number, session: number): void {
  if (f.people.status[p] !== STATUS.offline) {
    f.pendingSession[p] = session;
    return;
  }
  // A break that fell due before, in a gap of the rota, is over.
  f.people.breakDue[p] = 0;
  beginSession(f, p, session);
}

function beginSession(f: State, p: number, index: number): void {
  const { people, scenario, plan } = f;
  const session = plan.sessions[p]![index]!;
  f.observer.elapse(p);
  f.pendingSession[p] = -1;
  people.status[p] = STATUS.online;
  people.login[p] = session.login;
  people.lastThread[p] = -1;
  people.lookingAt[p] = -1;
  people.closing[p] = f.now >= session.end - scenario.work.stopNewBefore ? 1 : 0;
  people.shiftEnd[p] = scenario.people[p]!.shifts[session.shift]!.end;
  if (session.changeover > 0) startLoginChange(f, p, session.changeover);
  else signIn(f, p);
}

/** The login is in: what waited for it is there, and it may get new work. */
export function signIn(f: State, p: number): void {
  const login = f.people.login[p]!;
  f.observer.elapse(p);
  f.logins.signedIn[login] = 1;
  f.readyAt[login] = f.scenario.capacity.messaging.warmUpEvery === null ? -Infinity : f.now;
  f.observer.signedIn(p, login);
  for (let c = f.lists.head[f.pileOf(login, MESSAGING)]!; c !== -1; c = f.conversations.after[c]!) {
    if (f.conversations.timer[c] === TIMER.returns) setTimer(f, c, TIMER.none, Infinity);
  }
  reopen(f, p);
}

/** The person may get new work again, unless a break or the session's end is near. */
function reopen(f: State, p: number): void {
  updateAccepting(f, p);
  f.reopened = true;
  f.unsettledPeople.add(p);
}

function updateAccepting(f: State, p: number): void {
  const { people, logins } = f;
  const login = people.login[p]!;
  if (login === -1) return;
  const open = people.status[p] === STATUS.online && people.closing[p] === 0 && people.breakDue[p] === 0;
  f.accepting[login] = open && logins.signedIn[login] === 1 ? 1 : 0;
  f.candidates.note(login);
}

/** No new work from now on: the session's end is near. */
export function stopNew(f: State, p: number): void {
  f.people.closing[p] = 1;
  updateAccepting(f, p);
}

/** A break has fallen due; who is not there has none. */
export function breakTime(f: State, p: number, length: number): void {
  if (f.people.status[p] === STATUS.offline) return;
  f.people.breakDue[p] = 1;
  f.breakLength[p] = length;
  updateAccepting(f, p);
  f.unsettledPeople.add(p);
}

function startBreak(f: State, p: number): void {
  f.observer.elapse(p);
  f.people.breakDue[p] = 0;
  f.people.status[p] = STATUS.away;
  f.observer.breakStarted(p);
  f.breakEndsAt[p] = f.now + f.breakLength[p]!;
  f.events.schedule(p, f.breakEndsAt[p], PRIORITY.roster);
}

export function endBreak(f: State, p: number): void {
  f.observer.elapse(p);
  f.people.status[p] = STATUS.online;
  f.observer.breakEnded(p);
  reopen(f, p);
}

/** The session is over: chats are drained, messaging follows its policy. */
export function leave(f: State, p: number): void {
  const { people } = f;
  const midShift = people.shiftEnd[p]! > f.now;
  f.pendingSession[p] = -1;
  if (!midShift) people.breakDue[p] = 0;
  if (people.status[p] === STATUS.offline || people.status[p] === STATUS.leaving) return;
  f.observer.elapse(p);
  if (people.status[p] === STATUS.away) {
    f.observer.breakEnded(p);
    f.events.cancel(p);
    // The rest of a break that a change of login cuts is taken under the next one.
    const rest = f.breakEndsAt[p]! - f.now;
    if (midShift && rest > 0) {
      people.breakDue[p] = 1;
      f.breakLength[p] = rest;
    }
  }
  people.status[p] = STATUS.leaving;
  updateAccepting(f, p);
  f.leavers.add(p);
  f.unsettledPeople.add(p);
}

/** What becomes of the messaging that those whose session has just ended leave open: first those whose consumer waits. */
export function releaseMessaging(f: State): void {
  const { conversations: k, leavers } = f;
  const policy = f.scenario.work.openMessaging;
  const idle = policy === 'hand-over' && !leavers.isEmpty() ? idleOfLeavers(f) : null;
  for (let p = leavers.take(); p !== -1; p = leavers.take()) {
    if (policy === 'keep') continue;
    const login = f.people.login[p]!;
    for (let c = f.lists.head[f.pileOf(login, MESSAGING)]!; c !== -1;) {
      const next = k.after[c]!;
      if (policy === 'hand-over') handOver(f, c);
      else returnLater(f, c);
      c = next;
    }
    for (const c of idle?.get(login) ?? []) handOver(f, c);
  }
}

/** Their idle messaging by login: one look at all slots, since many leave at a shift's end. */
function idleOfLeavers(f: State): ReadonlyMap<number, readonly number[]> {
  const { conversations: k, people, logins } = f;
  const idle = new Map<number, number[]>();
  for (let c = 0; c < k.highWater; c++) {
    if (k.phase[c] !== PHASE.idle || k.channel[c] !== MESSAGING) continue;
    const login = k.login[c]!;
    const p = logins.person[login]!;
    if (people.status[p] !== STATUS.leaving || people.login[p] !== login) continue;
    const those = idle.get(login);
    if (those === undefined) idle.set(login, [c]);
    else those.push(c);
  }
  return idle;
}

function returnLater(f: State, c: number): void {
  setTimer(f, c, TIMER.returns, f.now + f.scenario.work.unassignAfter);
}

/** To a person on shift with room; if there is none, as with `return`. */
export function handOver(f: State, c: number): void {
  const { conversations: k, logins } = f;
  const target = choose(f, c, k.active[c] === 1 ? 1 : f.scenario.capacity.messaging.inactiveWeight);
  const waiting = k.phase[c] === PHASE.waiting;
  if (target === -1) {
    if (waiting) returnLater(f, c);
    return;
  }
  if (waiting) {
    unassign(f, c, LOSS.handedOver);
    k.queuedAt[c] = f.now;
    assign(f, c, target);
    return;
  }
  f.observer.elapse(logins.person[k.login[c]!]!);
  f.observer.unassigned(c, LOSS.handedOver);
  vacate(f, c);
  f.observer.elapse(logins.person[target]!);
  k.login[c] = target;
  if (k.firstLogin[c] !== target) k.loginChanges[c]! += 1;
  logins.lastMessageAt[target] = f.now;
  occupy(f, c);
  f.observer.assigned(c);
}

function signOut(f: State, p: number): void {
  const { people, logins } = f;
  const login = people.login[p]!;
  f.observer.elapse(p);
  if (logins.signedIn[login] === 1) {
    logins.signedIn[login] = 0;
    f.observer.signedOut(p, login);
  }
  people.status[p] = STATUS.offline;
  people.login[p] = -1;
  const next = f.pendingSession[p]!;
  if (next !== -1) beginSession(f, p, next);
}

/** What the person does next, if their hands are free: the chat drained to the end, a break, or the next piece. */
export function settlePerson(f: State, p: number): void {
  const { people } = f;
  if (people.doing[p] !== DOING.nothing) return;
  const status = people.status[p]!;
  if (status === STATUS.offline || status === STATUS.away) return;
  const login = people.login[p]!;
  const chatsFirst = status === STATUS.leaving || people.breakDue[p] === 1;
  if (!chatsFirst) {
    work(f, p, nextPiece(f, p));
    return;
  }
  const drained = f.logins.chats[login] === 0;
  if (status === STATUS.leaving && drained) signOut(f, p);
  else if (status === STATUS.online && (drained || f.scenario.work.breaks === 'at-once')) startBreak(f, p);
  else work(f, p, f.lists.head[f.pileOf(login, CHAT)]!);
}

function work(f: State, p: number, c: number): void {
  if (c !== -1) startPiece(f, p, c, f.people.workEnd[p]! < f.now);
}
