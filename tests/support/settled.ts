/** What must be true of the whole floor once an instant is settled: lists, piles, counts, and no work left lying. */
import { hasRoom } from '../../src/engine/capacity.js';
import { DOING, STATUS } from '../../src/engine/people.js';
import { ORIGIN, PHASE } from '../../src/engine/conversations.js';
import type { State } from '../../src/engine/state.js';
import { CHAT, MESSAGING } from '../../src/scenario/types.js';
import { PATIENCE, REPLY_PATIENCE } from '../../src/traffic/script.js';
import { fail, type Entry } from './books.js';

const PHASE_OF = {
  queued: PHASE.queued,
  waiting: PHASE.waiting,
  worked: PHASE.worked,
  idle: PHASE.idle,
  wrapUp: PHASE.wrapUp,
  wrappingUp: PHASE.wrapUp,
} as const;

export function checkSettled(f: State, open: ReadonlyMap<number, Entry>): void {
  const listed = walkLists(f);
  for (const [c, entry] of open) {
    checkPlace(f, c, entry, listed);
    checkDeadlines(f, c, entry);
  }
  checkCounts(f, open);
  checkHands(f);
  checkQueues(f);
}

/** Every list is linked both ways and in order of rank. Gives the list of each member. */
function walkLists(f: State): Map<number, number> {
  const { lists, conversations: k } = f;
  const listed = new Map<number, number>();
  for (let list = 0; list < lists.head.length; list++) {
    let before = -1;
    for (let c = lists.head[list]!; c !== -1; before = c, c = k.after[c]!) {
      if (listed.has(c) || k.list[c] !== list || k.before[c] !== before)
        fail(`list ${list} is broken at ${c}`);
      if (before !== -1 && k.rank[before]! > k.rank[c]!) fail(`list ${list} is out of order at ${c}`);
      listed.set(c, list);
    }
  }
  return listed;
}

/** The slot says what the books say, and stands in the list where it belongs, or in none. */
function checkPlace(f: State, c: number, e: Entry, listed: ReadonlyMap<number, number>): void {
  const k = f.conversations;
  if (k.phase[c] !== PHASE_OF[e.stage])
    fail(`${e.name} is in phase ${k.phase[c]!}, the books say ${e.stage}`);
  if (k.login[c] !== e.login) fail(`${e.name} is with login ${k.login[c]!}, the books say ${e.login}`);
  const list = listed.get(c) ?? -1;
  const queues = [f.queueOf(e.stream)];
  if (k.knownBy[c] !== -1) queues.push(f.heldFor(k.knownBy[c]!));
  const right =
    e.stage === 'queued'
      ? queues.includes(list)
      : list === (e.stage === 'waiting' || e.stage === 'wrapUp' ? f.pileOf(e.login, e.channel) : -1);
  if (!right) fail(`${e.name}, ${e.stage}, stands in list ${list}`);
}

/** Nothing that was due by now is still to come. */
function checkDeadlines(f: State, c: number, e: Entry): void {
  const k = f.conversations;
  const { data } = f.scripts;
  const script = k.script[c]!;
  const rules = f.rules.streams[e.stream]!;
  const untilStart = rules.patienceUntilStart && e.stage === 'waiting';
  const neverAssigned = e.stage === 'queued' && Number.isNaN(k.assignedAt[c]!);
  const hoping = neverAssigned || ((e.stage === 'queued' || untilStart) && rules.patienceUntilStart);
  if (hoping && e.answers === 0 && !e.ghost && k.origin[c] !== ORIGIN.agentFollowUp) {
    if (e.arrivedAt + data[script + PATIENCE]! <= f.now) fail(`${e.name} should have lost patience`);
  }
  if (e.stage === 'idle' && k.writesAt[c]! <= f.now) fail(`${e.name} should have written`);
  if (e.channel === CHAT) {
    const replyDue = e.wroteAt + data[script + REPLY_PATIENCE]!;
    if (e.answers > 0 && e.stage === 'waiting' && replyDue <= f.now) fail(`${e.name} should have walked out`);
    if (e.answers > 0 && e.stage === 'worked' && replyDue <= f.now && k.walked[c] !== 1)
      fail(`${e.name} should have walked out under the agent's hands`);
    if (e.stage === 'idle' && e.answeredAt + rules.silenceTimeout <= f.now) fail(`${e.name} should time out`);
  } else if (e.stage === 'idle') {
    const runs = Math.ceil((e.answeredAt + rules.autoClose) / 1500) * 1500;
    if (runs <= f.now) fail(`${e.name} should be auto-closed`);
  }
}

function checkCounts(f: State, open: ReadonlyMap<number, Entry>): void {
  const { logins } = f;
  const chats = new Int32Array(logins.count);
  const active = new Int32Array(logins.count);
  const inactive = new Int32Array(logins.count);
  const pile = new Int32Array(logins.count * 2);
  const queued = new Int32Array(f.queued.length);
  for (const e of open.values()) {
    if (e.stage === 'queued') queued[e.stream]! += 1;
    if (e.login === -1) continue;
    if (e.channel === CHAT) chats[e.login]! += 1;
    else if (e.stage === 'idle' && f.now >= e.inactiveFrom) inactive[e.login]! += 1;
    else active[e.login]! += 1;
    if (e.stage === 'waiting' || e.stage === 'wrapUp') pile[e.login * 2 + e.channel]! += 1;
  }
  const same = (what: string, shown: ArrayLike<number>, booked: Int32Array): void => {
    booked.forEach((n, i) => {
      if (shown[i] !== n) fail(`${what} ${i} at ${f.now}: floor ${shown[i]!}, books ${n}`);
    });
  };
  const { inactiveWeight } = f.scenario.capacity.messaging;
  for (let l = 0; l < logins.count; l++) {
    const load = active[l]! + inactiveWeight * inactive[l]!;
    const fill = logins.maxChats[l] === 0 ? 0 : chats[l]! / logins.maxChats[l]!;
    if (logins.fill[2 * l + CHAT] !== fill || logins.fill[2 * l + MESSAGING] !== load)
      fail(`login ${l} is fuller or emptier than routing thinks at ${f.now}`);
  }
  same('chats of login', logins.chats, chats);
  same('active of login', logins.active, active);
  same('inactive of login', logins.inactive, inactive);
  same('pile', logins.pile, pile);
  same('queue of stream', f.queued, queued);
}

/** No idle hands while there is something they may do. */
function checkHands(f: State): void {
  const { people, logins } = f;
  for (let p = 0; p < people.count; p++) {
    if (people.doing[p] !== DOING.nothing) continue;
    const login = people.login[p]!;
    const status = people.status[p];
    if (status === STATUS.offline || status === STATUS.away) continue;
    const chats = logins.pile[login * 2 + CHAT]!;
    const messages = logins.pile[login * 2 + MESSAGING]!;
    const onlyChats = status === STATUS.leaving || people.breakDue[p] === 1;
    if (chats > 0 || (messages > 0 && !onlyChats))
      fail(`person ${p} is idle with work in the pile at ${f.now}`);
    if (onlyChats && logins.chats[login] === 0) fail(`person ${p} stays for nothing at ${f.now}`);
  }
}

/** Nobody waits in a queue while a login that serves it is open and has room. */
function checkQueues(f: State): void {
  for (let s = 0; s < f.queued.length; s++) {
    const c = f.lists.head[f.queueOf(s)]!;
    if (c === -1) continue;
    for (const login of f.rules.streams[s]!.logins)
      if (f.accepting[login] === 1 && hasRoom(f, login, f.conversations.channel[c]!))
        fail(`stream ${s} waits although login ${login} has room at ${f.now}`);
  }
  for (let login = 0; login < f.logins.count; login++) {
    if (f.lists.head[f.heldFor(login)] === -1) continue;
    if (f.accepting[login] === 1 && hasRoom(f, login, MESSAGING))
      fail(`what is held for login ${login} waits although it has room at ${f.now}`);
  }
}
