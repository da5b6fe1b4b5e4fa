/** May this login take one more? The rules of capacity, and what an assignment or an end does to them. */
import { CHAT, MESSAGING } from '../scenario/types.js';
import { PRIORITY } from './eventQueue.js';
import type { State } from './state.js';

/** Room for rounding in sums of weights such as 0.1. */
const EPSILON = 1e-9;

/** Whether the login, if it gets new work at all, has room for one more conversation of the channel. */
export function hasRoom(f: State, login: number, channel: number, weight = 1): boolean {
  const { logins } = f;
  const { messaging, sharing, noMessagingAtChats } = f.scenario.capacity;
  const chats = logins.chats[login]!;
  const maxChats = logins.maxChats[login]!;
  if (channel === CHAT) {
    if (chats >= maxChats) return false;
    if (sharing === 'independent' || logins.maxConversations[login] === 0) return true;
    const load = logins.load(login, messaging.inactiveWeight);
    return (chats + 1) / maxChats + load / logins.maxConversations[login]! <= 1 + EPSILON;
  }
  if (f.readyAt[login]! > f.now) return false;
  if (noMessagingAtChats !== null && chats >= noMessagingAtChats) return false;
  const load = logins.load(login, messaging.inactiveWeight) + weight;
  const max = logins.maxConversations[login]!;
  if (load > max + messaging.headroom + EPSILON) return false;
  return sharing === 'independent' || maxChats === 0 || chats / maxChats + load / max <= 1 + EPSILON;
}

/** Whether the login may be given one more conversation of the channel now. */
export function canTake(f: State, login: number, channel: number, weight = 1): boolean {
  return f.accepting[login] === 1 && hasRoom(f, login, channel, weight);
}

/** Counts c on its login. The caller has let the person's time elapse. */
export function occupy(f: State, c: number): void {
  const { conversations: k, logins } = f;
  const login = k.login[c]!;
  if (k.channel[c] === CHAT) logins.chats[login]! += 1;
  else if (k.active[c] === 1) logins.active[login]! += 1;
  else logins.inactive[login]! += 1;
  noteFill(f, login, k.channel[c]!);
}

/** Takes c off its login's counts, and lets the login look for more. The caller has let the person's time elapse. */
export function vacate(f: State, c: number): void {
  const { conversations: k, logins } = f;
  const login = k.login[c]!;
  if (k.channel[c] === CHAT) logins.chats[login]! -= 1;
  else if (k.active[c] === 1) logins.active[login]! -= 1;
  else logins.inactive[login]! -= 1;
  noteFill(f, login, k.channel[c]!);
  f.unsettledLogins.add(login);
}

/** How full the login is has changed, and with it perhaps its room. */
function noteFill(f: State, login: number, channel: number): void {
  const { logins } = f;
  logins.fill[login * 2 + channel] =
    channel === CHAT
      ? logins.chats[login]! / logins.maxChats[login]!
      : logins.load(login, f.scenario.capacity.messaging.inactiveWeight);
  f.candidates.note(login);
}

/** Messaging: from weight 1 to the inactive weight, or back. The caller has let the person's time elapse. */
export function setActive(f: State, c: number, active: 0 | 1): void {
  const { conversations: k, logins } = f;
  if (k.active[c] === active) return;
  const login = k.login[c]!;
  const step = active === 1 ? 1 : -1;
  k.active[c] = active;
  logins.active[login]! += step;
  logins.inactive[login]! -= step;
  noteFill(f, login, MESSAGING);
  if (active === 0) f.unsettledLogins.add(login);
}

/** A messaging assignment during warm-up: the next one has to wait. */
export function noteWarmUp(f: State, login: number): void {
  const every = f.scenario.capacity.messaging.warmUpEvery;
  if (every === null || f.readyAt[login] === -Infinity) return;
  const { inactiveWeight, headroom } = f.scenario.capacity.messaging;
  const full = f.logins.load(login, inactiveWeight) + 1 > f.logins.maxConversations[login]! + headroom;
  f.readyAt[login] = full ? -Infinity : f.now + every;
  if (full) return;
  f.pauseEnds = Math.min(f.pauseEnds, f.now + every);
  f.events.schedule(f.firstLoginSubject + login, f.now + every, PRIORITY.login);
}
