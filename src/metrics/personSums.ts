/** The truth about people as sums that can be added up over people, before anything is divided. */
import { HOUR, type Seconds } from '../base/units.js';
import { CHAT, MESSAGING, type Person } from '../scenario/types.js';
import { TIME } from './floorTime.js';
import { WORK } from './hands.js';
import { LOG } from './loginLog.js';
import type { Seen } from './seen.js';

const ZERO = {
  paid: 0,
  /** Money for paid hours and overtime. */
  cost: 0,
  /** Present, breaks out. */
  shift: 0,
  breaks: 0,
  overtime: 0,
  /** Hands busy, as the clock saw it; then by kind, as the pieces of work say. */
  worked: 0,
  answering: 0,
  wrapUp: 0,
  switching: 0,
  rereading: 0,
  loginChange: 0,
  /** Signed in, breaks out: with any login, with one of the channel. */
  signedIn: 0,
  signedInChat: 0,
  signedInMessaging: 0,
  /** Open conversations, load and waiting pieces × seconds. */
  chats: 0,
  messaging: 0,
  load: 0,
  pile: 0,
  chatsAtCap: 0,
  loadAtCap: 0,
  loadAboveCap: 0,
  switchesWithin: 0,
  switchesBetween: 0,
  stranded: 0,
  strandedSeconds: 0,
  handledChats: 0,
  handledMessaging: 0,
  answers: 0,
  /** First answers a consumer was there to read. */
  firstResponses: 0,
  firstResponseSeconds: 0,
};

/** Seconds, counts, and things × seconds. */
export type PersonSums = Readonly<typeof ZERO>;

export function personSums(seen: Seen, p: number): PersonSums {
  const { floor, floorTime, hands } = seen;
  const { firstLogin } = floor.people;
  const person = floor.scenario.people[p]!;
  const paid = paidSeconds(person, seen.from, floor.scenario.calendar.horizon);
  const own = {
    ...ZERO,
    paid,
    cost: ((paid + floorTime.overtime[p]!) / HOUR) * person.costPerHour,
    shift: hands.changing[p]!,
    breaks: floorTime.onBreak[p]!,
    overtime: floorTime.overtime[p]!,
    worked: hands.busy[p]!,
    loginChange: hands.changing[p]!,
    switchesWithin: hands.switchesWithin[p]!,
    switchesBetween: hands.switchesBetween[p]!,
    strandedSeconds: floorTime.stranded[p]!,
  };
  const logins = Array.from({ length: firstLogin[p + 1]! - firstLogin[p]! }, (_, i) => firstLogin[p]! + i);
  return addUp([own, ...logins.map((login) => loginSums(seen, login))]);
}

export function addUp(sums: readonly PersonSums[]): PersonSums {
  const total = { ...ZERO };
  for (const one of sums) for (const key of Object.keys(ZERO) as (keyof PersonSums)[]) total[key] += one[key];
  return total;
}

function loginSums(seen: Seen, login: number): PersonSums {
  const { floorTime, hands, log, floor } = seen;
  const time = (field: number): number => floorTime.atWork(login, field);
  const both = (of: (channel: number) => number): number => of(CHAT) + of(MESSAGING);
  const work = (kind: number): Seconds => both((channel) => hands.seconds(login, channel, kind));
  const logged = (field: number): number => both((channel) => log.get(login, channel, field));
  const signedIn = time(TIME.signedIn);
  const { inactiveWeight } = floor.scenario.capacity.messaging;
  return {
    ...ZERO,
    shift: signedIn,
    answering: work(WORK.answering),
    wrapUp: work(WORK.wrapUp),
    switching: work(WORK.switching),
    rereading: work(WORK.rereading),
    signedIn,
    signedInChat: seen.serves(login, CHAT) ? signedIn : 0,
    signedInMessaging: seen.serves(login, MESSAGING) ? signedIn : 0,
    chats: time(TIME.chats),
    messaging: time(TIME.active) + time(TIME.inactive),
    load: time(TIME.active) + inactiveWeight * time(TIME.inactive),
    pile: time(TIME.pile),
    chatsAtCap: time(TIME.chatsAtCap),
    loadAtCap: time(TIME.loadAtCap),
    loadAboveCap: time(TIME.loadAboveCap),
    stranded: logged(LOG.stranded),
    handledChats: log.get(login, CHAT, LOG.trulyHandled),
    handledMessaging: log.get(login, MESSAGING, LOG.trulyHandled),
    answers: logged(LOG.responses) + logged(LOG.unasked),
    firstResponses: logged(LOG.trueFirsts),
    firstResponseSeconds: logged(LOG.trueFirst),
  };
}

/** Rostered between the two instants, unpaid breaks out, whether or not the person came. */
function paidSeconds(person: Person, from: Seconds, to: Seconds): Seconds {
  const within = (start: Seconds, end: Seconds): Seconds =>
    Math.max(0, Math.min(end, to) - Math.max(start, from));
  return person.shifts.reduce((sum, { start, end, breaks }) => {
    const unpaid = breaks.filter(({ paid }) => !paid);
    return sum + within(start, end) - unpaid.reduce((s, b) => s + within(b.start, b.start + b.length), 0);
  }, 0);
}
