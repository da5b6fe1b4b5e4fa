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
const KEYS = Object.keys(ZERO) as (keyof PersonSums)[];

export function personSums(seen: Seen, p: number): PersonSums {
  const { floor, floorTime, hands } = seen;
  const { firstLogin } = floor.people;
  const person = floor.scenario.people[p]!;
  const paid = paidSeconds(person, seen.from, floor.scenario.calendar.horizon);
  const sums = {
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
  for (let login = firstLogin[p]!; login < firstLogin[p + 1]!; login++) addLogin(sums, seen, login);
  return sums;
}

export function addUp(sums: readonly PersonSums[]): PersonSums {
  const total = { ...ZERO };
  for (const one of sums) for (const key of KEYS) total[key] += one[key];
  return total;
}

function addLogin(sums: typeof ZERO, seen: Seen, login: number): void {
  const { floorTime, hands, log, floor } = seen;
  const time = (field: number): number => floorTime.atWork(login, field);
  const both = (of: (channel: number) => number): number => of(CHAT) + of(MESSAGING);
  const work = (kind: number): Seconds => both((channel) => hands.seconds(login, channel, kind));
  const logged = (field: number): number => both((channel) => log.get(login, channel, field));
  const signedIn = time(TIME.signedIn);
  const { inactiveWeight } = floor.scenario.capacity.messaging;
  sums.shift += signedIn;
  sums.answering += work(WORK.answering);
  sums.wrapUp += work(WORK.wrapUp);
  sums.switching += work(WORK.switching);
  sums.rereading += work(WORK.rereading);
  sums.signedIn += signedIn;
  sums.signedInChat += seen.serves(login, CHAT) ? signedIn : 0;
  sums.signedInMessaging += seen.serves(login, MESSAGING) ? signedIn : 0;
  sums.chats += time(TIME.chats);
  sums.messaging += time(TIME.active) + time(TIME.inactive);
  sums.load += time(TIME.active) + inactiveWeight * time(TIME.inactive);
  sums.pile += time(TIME.pile);
  sums.chatsAtCap += time(TIME.chatsAtCap);
  sums.loadAtCap += time(TIME.loadAtCap);
  sums.loadAboveCap += time(TIME.loadAboveCap);
  sums.stranded += logged(LOG.stranded);
  sums.handledChats += log.get(login, CHAT, LOG.trulyHandled);
  sums.handledMessaging += log.get(login, MESSAGING, LOG.trulyHandled);
  sums.answers += logged(LOG.responses) + logged(LOG.unasked);
  sums.firstResponses += logged(LOG.trueFirsts);
  sums.firstResponseSeconds += logged(LOG.trueFirst);
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
