/** One pair of hands: which waiting piece comes next, what it costs to turn to it, and starting on it. */
import { CHAT, MESSAGING } from '../scenario/types.js';
import { EFFORT, HEADER, PAIR, SILENT_EFFORT } from '../traffic/script.js';
import { PHASE } from './conversations.js';
import { PRIORITY } from './eventQueue.js';
import { DOING, STATUS } from './people.js';
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
 * Puts c on the pile of its login's person. The caller has let the person's time elapse. A piece that free hands will
 * take at this very instant needs no event for the consumer's patience: hot, since it spares most chats one.
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
  // Within chat the longest wait comes first, within messaging what is due first.
  lists.insert(f.pileOf(login, channel), c, channel === CHAT ? k.wroteAt[c]! : k.dueAt[c]!);
  logins.pile[login * 2 + channel]! += 1;
  // Hands that are busy are looked after when they come free.
  if (idle) f.unsettledPeople.add(p);
}

/** The caller has let the person's time elapse. */
export function takeOffPile(f: State, c: number): void {
  f.lists.remove(c);
  f.logins.pile[f.conversations.login[c]! * 2 + f.conversations.channel[c]!]! -= 1;
}

/** Starts the person on a piece from the pile: an answer or a wrap-up. `wasIdle`: the hands had nothing before. */
export function startPiece(f: State, p: number, c: number, wasIdle: boolean): void {
  const k = f.conversations;
  f.observer.elapse(p, f.now, true);
  takeOffPile(f, c);
  if (k.phase[c] === PHASE.wrapUp) {
    startWrapUp(f, p, c, wasIdle);
    return;
  }
  k.phase[c] = PHASE.worked;
  k.workStartedAt[c] = f.now;
  if (k.leavesAt[c]! !== Infinity) {
    // Patience with one reply goes on while it is written; `pileUp` may have spared its event.
    const { patienceUntilStart } = f.rules.streams[k.stream[c]!]!;
    if (k.answers[c] === 0 && patienceUntilStart) k.leavesAt[c] = Infinity;
    reschedule(f, c);
  }
  const script = k.script[c]!;
  const effort =
    k.ghost[c] === 1
      ? f.scripts.data[script + SILENT_EFFORT]!
      : f.scripts.data[script + HEADER + PAIR * k.exchange[c]! + EFFORT]!;
  const turn = turnTo(f, p, c, wasIdle);
  begin(f, p, c, DOING.answering, turn, rereading(f, p, c), effort * slowdown(f, p));
}

function startWrapUp(f: State, p: number, c: number, wasIdle: boolean): void {
  const turn = turnTo(f, p, c, wasIdle);
  begin(f, p, c, DOING.wrappingUp, turn, 0, f.conversations.wrapUpSeconds[c]!);
}

/** Starts the person on changing logins. */
export function startLoginChange(f: State, p: number, seconds: number): void {
  f.observer.elapse(p, f.now, true);
  begin(f, p, -1, DOING.changingLogin, 0, 0, seconds);
}

function begin(
  f: State,
  p: number,
  c: number,
  doing: number,
  turn: number,
  reread: number,
  work: number,
): void {
  const { people } = f;
  people.doing[p] = doing;
  people.conversation[p] = c;
  people.workStart[p] = f.now;
  people.switchSeconds[p] = turn;
  people.rereadSeconds[p] = reread;
  const end = f.now + turn + reread + work;
  people.workEnd[p] = end;
  f.observer.workStarted(p, c, f.now);
  f.events.schedule(p, end, PRIORITY.hands);
}

/** Seconds to turn from the last piece to this one; the person looks at its workspace from now on. */
function turnTo(f: State, p: number, c: number, wasIdle: boolean): number {
  const { people, conversations: k } = f;
  const channel = k.channel[c]!;
  const looking = people.lookingAt[p]!;
  const last = people.lastThread[p]!;
  people.lookingAt[p] = channel;
  people.lastThread[p] = k.thread[c]!;
  if (looking === -1) return 0;
  const { switching } = f.scenario.work;
  if (looking !== channel) return switching.betweenWorkspaces + (wasIdle ? switching.noticeDelay : 0);
  return last === k.thread[c] ? 0 : switching.withinWorkspace;
}

/** Whoever takes over a messaging thread that another person answered reads it first. */
function rereading(f: State, p: number, c: number): number {
  const k = f.conversations;
  const known = k.knownBy[c]!;
  if (known === -1 || k.channel[c] === CHAT || f.logins.person[known] === p) return 0;
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
