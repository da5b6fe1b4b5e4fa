/** Who gets what: a conversation looks for a login, and a login with room looks for a conversation. */
import { CHAT, MESSAGING } from '../scenario/types.js';
import type { Ranking } from './candidates.js';
import { canTake, hasRoom, noteWarmUp, occupy } from './capacity.js';
import { ORIGIN, PHASE } from './conversations.js';
import { callHands, pileUp } from './desk.js';
import { TIMER, type State } from './state.js';
import { reschedule, setTimer } from './timers.js';

const NOBODY = -1;

/** Routes a conversation that nobody has: to a login at once, held for the one who knows it, or into its queue. */
export function route(f: State, c: number): void {
  const k = f.conversations;
  const rules = f.rules.streams[k.stream[c]!]!;
  const known = k.knownBy[c]!;
  k.phase[c] = PHASE.queued;
  k.queuedAt[c] = f.now;
  f.observer.queued(c);
  if (known !== NOBODY && rules.channel === MESSAGING) {
    const wait = holdFor(f, c, known);
    if (wait !== null && canTake(f, known, MESSAGING)) {
      assign(f, c, known);
      return;
    }
    if (wait !== null && wait > 0 && f.lastSessionEnd[known]! > f.now) {
      enqueue(f, c, f.heldFor(known));
      setTimer(f, c, TIMER.holdEnds, f.now + wait);
      return;
    }
  }
  routeToAnyone(f, c);
}

/** Routes a conversation whose hold, if it had one, is over. */
export function routeToAnyone(f: State, c: number): void {
  const stream = f.conversations.stream[c]!;
  // Whoever has waited longer goes first, and where somebody waits there is nobody with room.
  const login = f.lists.head[f.queueOf(stream)] === -1 ? choose(f, c, 1) : NOBODY;
  if (login !== NOBODY) assign(f, c, login);
  else enqueue(f, c, f.queueOf(stream));
}

/** Seconds to wait for the login that knows the thread; 0: prefer it if it has room now; null: no preference. */
function holdFor(f: State, c: number, known: number): number | null {
  const k = f.conversations;
  // An agent's follow-up needs that agent, as long as they come back.
  if (k.origin[c] === ORIGIN.agentFollowUp && k.answers[c] === 0) return f.lastSessionEnd[known]! - f.now;
  const { affinity } = f.rules.streams[k.stream[c]!]!;
  if (affinity.kind === 'none') return null;
  return affinity.kind === 'prefer' ? 0 : affinity.upTo;
}

function enqueue(f: State, c: number, list: number): void {
  const k = f.conversations;
  const stream = k.stream[c]!;
  f.observer.elapseQueue(stream);
  f.queued[stream]! += 1;
  f.lists.insert(list, c, k.channel[c] === CHAT ? k.wroteAt[c]! : k.dueAt[c]!);
  reschedule(f, c);
}

/** Takes c out of its queue, or out of what is held for a login. */
export function leaveQueue(f: State, c: number): void {
  const k = f.conversations;
  const stream = k.stream[c]!;
  f.observer.elapseQueue(stream);
  f.queued[stream]! -= 1;
  f.lists.remove(c);
}

/**
 * The login for a conversation nobody has, or −1. Chat: lowest open ÷ max, then the longest since a chat was received.
 * Messaging: lowest load, then the longest since an assignment. Then the script's uniform.
 */
export function choose(f: State, c: number, weight: number): number {
  const k = f.conversations;
  const ranking = f.candidates.rankingOf(k.stream[c]!, weight);
  if (f.pauseEnds <= f.now) noteEndedPauses(f);
  rankAnew(f, ranking);
  const { tournament, logins } = ranking;
  const ties = tournament.sharing;
  return ties === 0 ? NOBODY : logins[tournament.winner(Math.floor(k.tie[c]! * ties))]!;
}

/** Not left to the logins' own events: what happens at the very instant of a pause's end may come before them. */
function noteEndedPauses(f: State): void {
  let next = Infinity;
  for (let login = 0; login < f.logins.count; login++) {
    const end = f.readyAt[login]!;
    if (end > f.now) next = Math.min(next, end);
    else if (end >= f.pauseEnds) f.candidates.note(login);
  }
  f.pauseEnds = next;
}

function rankAnew(f: State, { channel, weight, logins, tournament, changed }: Ranking): void {
  const lastAt = channel === CHAT ? f.logins.lastChatAt : f.logins.lastMessageAt;
  for (let place = changed.take(); place !== -1; place = changed.take()) {
    const login = logins[place]!;
    if (canTake(f, login, channel, weight))
      tournament.enter(place, f.logins.fill[login * 2 + channel]!, lastAt[login]!);
    else tournament.withdraw(place);
  }
}

/** Gives c to the login. c is new to it, or comes from a queue, or is handed over. */
export function assign(f: State, c: number, login: number): void {
  const { conversations: k, logins } = f;
  const p = logins.person[login]!;
  const inQueue = k.list[c] !== -1;
  if (inQueue) leaveQueue(f, c);
  f.observer.elapse(p);
  k.queuedSeconds[c]! += f.now - k.queuedAt[c]!;
  k.login[c] = login;
  k.phase[c] = PHASE.waiting;
  if (k.firstLogin[c] === NOBODY) k.firstLogin[c] = login;
  else if (k.firstLogin[c] !== login) k.loginChanges[c]! += 1;
  if (k.channel[c] === CHAT) {
    logins.lastChatAt[login] = f.now;
  } else {
    k.active[c] = 1;
    logins.lastMessageAt[login] = f.now;
  }
  occupy(f, c);
  if (k.channel[c] === MESSAGING) noteWarmUp(f, login);
  f.observer.assigned(c);
  if (Number.isNaN(k.assignedAt[c])) k.assignedAt[c] = f.now;
  k.timer[c] = TIMER.none;
  k.timerAt[c] = Infinity;
  if (!f.rules.streams[k.stream[c]!]!.patienceUntilStart && k.answers[c] === 0) k.leavesAt[c] = Infinity;
  if (inQueue) {
    reschedule(f, c);
    // Others may come with it, of which the person chooses.
    pileUp(f, c);
  } else {
    callHands(f, c);
  }
}

/** Fills a login that may have come to have room, from what is held for it and from the queues it serves. */
export function refill(f: State, login: number): void {
  while (f.accepting[login] === 1) {
    const c = nextFor(f, login);
    if (c === -1) break;
    assign(f, c, login);
  }
}

/** What the login would take next: by priority, chat before messaging, then what has waited longest or is due first. */
function nextFor(f: State, login: number): number {
  const { conversations: k, lists } = f;
  const held = lists.head[f.heldFor(login)]!;
  let best = held !== -1 && hasRoom(f, login, MESSAGING) ? held : -1;
  let roomFor = -1;
  const streams = f.rules.streamsOf[login]!;
  for (let i = 0; i < streams.length; i++) {
    const c = lists.head[f.queueOf(streams[i]!)]!;
    if (c === -1) continue;
    const channel = k.channel[c]!;
    if (roomFor !== channel) {
      if (!hasRoom(f, login, channel)) continue;
      roomFor = channel;
    }
    if (best === -1 || goesBefore(f, c, best)) best = c;
  }
  return best;
}

function goesBefore(f: State, a: number, b: number): boolean {
  const k = f.conversations;
  const [ra, rb] = [f.rules.streams[k.stream[a]!]!, f.rules.streams[k.stream[b]!]!];
  if (ra.priority !== rb.priority) return ra.priority < rb.priority;
  if (ra.channel !== rb.channel) return ra.channel < rb.channel;
  return k.rank[a]! < k.rank[b]!;
}

/**
 * After people came back to work: first each gets what was held for them, then the queues' heads are routed like new
 * arrivals, so that the first name on the roster does not get the whole backlog.
 */
export function routeBacklog(f: State): void {
  for (let login = 0; login < f.logins.count; login++) {
    let held = f.lists.head[f.heldFor(login)]!;
    while (held !== -1 && canTake(f, login, MESSAGING)) {
      assign(f, held, login);
      held = f.lists.head[f.heldFor(login)]!;
    }
  }
  for (;;) {
    let best = -1;
    for (let s = 0; s < f.queued.length; s++) {
      const c = f.lists.head[f.queueOf(s)]!;
      if (c === -1 || (best !== -1 && !goesBefore(f, c, best))) continue;
      if (choose(f, c, 1) !== NOBODY) best = c;
    }
    if (best === -1) break;
    assign(f, best, choose(f, best, 1));
  }
}
