/** One pair of hands: which waiting piece comes next, what it costs to turn to it, and starting on it. */
import type { Seconds } from '../base/units.js';
import { CHAT, MESSAGING } from '../scenario/types.js';
import { EFFORT, HEADER, PAIR, SILENT_EFFORT } from '../traffic/script.js';
import { PHASE } from './conversations.js';
import { PRIORITY } from './eventQueue.js';
import { DOING, STATUS, TURN } from './people.js';
import type { State } from './state.js';
import { reschedule } from './timers.js';

/** Head of the pile that the person turns to next; −1 when nothing waits. */
export function nextPiece(f: State, p: number): number {
  const login = f.people.login[p]!;
  const chat = f.lists.head[f.pileOf(login, CHAT)]!;
  const message = f.lists.head[f.pileOf(login, MESSAGING)]!;
  if (message === -1) return chat;
  if (chat === -1) return message;
  const k = f.conversations;
  switch (f.attention) {
    case 'chat-first':
      return chat;
    case 'due-first':
      return k.dueAt[chat]! <= k.dueAt[message]! ? chat : message;
    case 'finish-workspace':
      if (f.people.lookingAt[p] === MESSAGING) return message;
      if (f.people.lookingAt[p] === CHAT) return chat;
      return k.wroteAt[chat]! <= k.wroteAt[message]! ? chat : message;
    case 'oldest-first':
      return k.wroteAt[chat]! <= k.wroteAt[message]! ? chat : message;
  }
}

/**
 * c, alone, comes to need hands. Hot: where they are free and nothing has to be settled before, they take it without the
 * detour through the pile.
 */
export function callHands(f: State, c: number): void {
  const { people, logins } = f;
  const login = f.conversations.login[c]!;
  const p = logins.person[login]!;
  const atOnce =
    people.doing[p] === DOING.nothing &&
    people.status[p] === STATUS.online &&
    people.login[p] === login &&
    people.breakDue[p] === 0 &&
    logins.pile[login * 2]! + logins.pile[login * 2 + 1]! === 0 &&
    f.unsettledLogins.isEmpty();
  if (atOnce) start(f, p, c, people.workEnd[p]! < f.now);
  else pileUp(f, c);
}

/**
 * Puts c on the pile of its login's person. A piece that free hands will take at this very instant needs no event for the
 * consumer's patience.
 */
export function pileUp(f: State, c: number): void {
  const { conversations: k, logins, lists } = f;
  const login = k.login[c]!;
  const channel = k.channel[c]!;
  const p = logins.person[login]!;
  const idle = f.people.doing[p] === DOING.nothing;
  const handsFree =
    idle && f.people.status[p] === STATUS.online && f.people.login[p] === login && f.people.breakDue[p] === 0;
  const waiting = logins.pile[login * 2]! + logins.pile[login * 2 + 1]!;
  if (k.leavesAt[c]! !== Infinity && (!handsFree || waiting > 0)) reschedule(f, c);
  if (handsFree && waiting === 1) {
    const other = lists.head[f.pileOf(login, CHAT)]!;
    reschedule(f, other === -1 ? lists.head[f.pileOf(login, MESSAGING)]! : other);
  }
  f.observer.joinsPile(c);
  // Within chat the longest wait comes first, within messaging what is due first.
  lists.insert(f.pileOf(login, channel), c, channel === CHAT ? k.wroteAt[c]! : k.dueAt[c]!);
  logins.pile[login * 2 + channel]! += 1;
  // Hands that are busy are looked after when they come free.
  if (idle) f.unsettledPeople.add(p);
}

export function takeOffPile(f: State, c: number): void {
  f.observer.leavesPile(c);
  f.lists.remove(c);
  f.logins.pile[f.conversations.login[c]! * 2 + f.conversations.channel[c]!]! -= 1;
}

/** Starts the person on a piece from the pile: an answer or a wrap-up. `wasIdle`: the hands had nothing before. */
export function startPiece(f: State, p: number, c: number, wasIdle: boolean): void {
  takeOffPile(f, c);
  start(f, p, c, wasIdle);
}

function start(f: State, p: number, c: number, wasIdle: boolean): void {
  const k = f.conversations;
  if (k.phase[c] === PHASE.wrapUp) {
    startWrapUp(f, p, c, wasIdle);
    return;
  }
  k.phase[c] = PHASE.worked;
  k.workStartedAt[c] = f.now;
  if (k.leavesAt[c]! !== Infinity) {
    // Patience with one reply goes on while it is written; its event may have been spared until now.
    const { patienceUntilStart } = f.rules.streams[k.stream[c]!]!;
    if (k.answers[c] === 0 && patienceUntilStart) k.leavesAt[c] = Infinity;
    reschedule(f, c);
  }
  const script = k.script[c]!;
  const effort =
    k.ghost[c] === 1
      ? f.scripts.data[script + SILENT_EFFORT]!
      : f.scripts.data[script + HEADER + PAIR * k.exchange[c]! + EFFORT]!;
  turnTo(f, p, c, wasIdle);
  begin(f, p, c, DOING.answering, rereading(f, p, c), effort * slowdown(f, p));
}

function startWrapUp(f: State, p: number, c: number, wasIdle: boolean): void {
  turnTo(f, p, c, wasIdle);
  begin(f, p, c, DOING.wrappingUp, 0, f.conversations.wrapUpSeconds[c]!);
}

/** Starts the person on changing logins. */
export function startLoginChange(f: State, p: number, seconds: number): void {
  turned(f, p, TURN.none, 0);
  begin(f, p, -1, DOING.changingLogin, 0, seconds);
}

/** The person has turned to the piece. */
function begin(f: State, p: number, c: number, doing: number, reread: number, work: number): void {
  const { people } = f;
  people.doing[p] = doing;
  people.conversation[p] = c;
  people.workStart[p] = f.now;
  people.rereadSeconds[p] = reread;
  const end = f.now + people.switchSeconds[p]! + reread + work;
  people.workEnd[p] = end;
  f.observer.workStarted(p, c);
  f.events.schedule(p, end, PRIORITY.hands);
}

/** From the last piece to this one: the person looks at its workspace from now on. */
function turnTo(f: State, p: number, c: number, wasIdle: boolean): void {
  const { people, conversations: k } = f;
  const channel = k.channel[c]!;
  const looking = people.lookingAt[p]!;
  const last = people.lastThread[p]!;
  people.lookingAt[p] = channel;
  people.lastThread[p] = k.thread[c]!;
  const { switching } = f.scenario.work;
  if (looking === -1 || last === k.thread[c]) turned(f, p, TURN.none, 0);
  else if (looking === channel) turned(f, p, TURN.withinWorkspace, switching.withinWorkspace);
  else
    turned(f, p, TURN.betweenWorkspaces, switching.betweenWorkspaces + (wasIdle ? switching.noticeDelay : 0));
}

function turned(f: State, p: number, turn: number, seconds: Seconds): void {
  f.people.turn[p] = turn;
  f.people.switchSeconds[p] = seconds;
}

/** Whoever takes over a messaging thread that another person answered reads it first. */
function rereading(f: State, p: number, c: number): Seconds {
  const k = f.conversations;
  if (k.channel[c] === CHAT) return 0;
  const known = k.knownBy[c]!;
  if (known === -1 || f.logins.person[known] === p) return 0;
  return f.scenario.work.catchUp;
}

/** Effort factor at the person's present number of open conversations. */
function slowdown(f: State, p: number): number {
  const { factors, perExtra } = f.scenario.work.slowdown;
  const login = f.people.login[p]!;
  const open = f.logins.chats[login]! + f.logins.active[login]! + f.logins.inactive[login]!;
  if (open <= factors.length) return factors[open - 1] ?? 1;
  return factors[factors.length - 1]! + perExtra * (open - factors.length);
}
