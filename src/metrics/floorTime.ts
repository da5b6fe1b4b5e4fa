/** Where people's time goes: presence per person; signed-in time, open conversations, load and what waits per login. */
import type { Seconds } from '../base/units.js';
import type { Floor } from '../engine/observer.js';
import { STATUS, type Logins, type People } from '../engine/people.js';

/** Fields per login and presence (0 at work, 1 on a break), all in seconds or something × seconds. */
export const TIME = {
  signedIn: 0,
  chats: 1,
  active: 2,
  inactive: 3,
  pile: 4,
  /** Chats that are going on, wrap-ups out: their number × time, and the time with any. */
  engagedChats: 5,
  engaged: 6,
  /** No room for one more chat; for one more messaging conversation; load over the cap. */
  chatsAtCap: 7,
  loadAtCap: 8,
  loadAboveCap: 9,
} as const;
const TIME_SIZE = 10;

/** Concurrency above this is counted here. */
const MOST = 255;
/** Weights of 0.1 do not add up exactly. */
const HAIR = 1e-9;

export class FloorTime {
  /** Per person: on a break, working past the planned end. */
  readonly onBreak: Float64Array;
  readonly overtime: Float64Array;
  /** Conversation-seconds a consumer waited for a login that was signed out. */
  readonly stranded: Float64Array;
  /** Per login. */
  readonly maxOpen: Int32Array;
  readonly maxLoad: Float64Array;
  /** Seconds of all people at work with 0, 1, 2, … open conversations. */
  readonly concurrency = new Float64Array(MOST + 1);
  /** Chats going on per login, wrap-ups out. */
  readonly engagedChats: Int32Array;
  readonly #times: Float64Array;
  /**
   * Per login, since the last `elapse`: seconds waited by what has left the pile, less the instants at which what is still in
   * it came: with the pile times now it is the seconds waited by all.
   */
  readonly #pileSeconds: Float64Array;
  /** Up to when a person's presence and what their logins hold are counted. */
  readonly #since: Float64Array;
  /** The stretch being counted: a field, since passing a number on to a call may cost an allocation. */
  #dt: Seconds = 0;
  readonly #floor: Floor;
  readonly #people: People;
  readonly #logins: Logins;
  readonly #inactiveWeight: number;
  readonly #headroom: number;

  constructor(floor: Floor) {
    const people = floor.people.count;
    const logins = floor.logins.count;
    this.onBreak = new Float64Array(people);
    this.overtime = new Float64Array(people);
    this.stranded = new Float64Array(people);
    this.maxOpen = new Int32Array(logins);
    this.maxLoad = new Float64Array(logins);
    this.engagedChats = new Int32Array(logins);
    this.#times = new Float64Array(logins * 2 * TIME_SIZE);
    this.#pileSeconds = new Float64Array(logins);
    this.#since = new Float64Array(people);
    this.#floor = floor;
    this.#people = floor.people;
    this.#logins = floor.logins;
    this.#inactiveWeight = floor.scenario.capacity.messaging.inactiveWeight;
    this.#headroom = floor.scenario.capacity.messaging.headroom;
  }

  /** `field` of a login while at work. */
  atWork(login: number, field: number): number {
    return this.#times[login * 2 * TIME_SIZE + field]!;
  }

  /** `field` of a login by the vendor's clock, which runs through breaks. */
  signedIn(login: number, field: number): number {
    return this.atWork(login, field) + this.#times[(login * 2 + 1) * TIME_SIZE + field]!;
  }

  /** p's presence, or what their logins hold, is about to change. */
  elapse(p: number): void {
    const { now } = this.#floor;
    const dt = now - this.#since[p]!;
    if (dt === 0) return;
    this.#since[p] = now;
    this.#dt = dt;
    this.#elapsePiles(p);
    this.#elapsePresence(p);
  }

  /** Something begins to wait for the hands of the login's person, or waits no more. Hot: nothing is multiplied until `elapse`. */
  joinsPile(login: number): void {
    const { now } = this.#floor;
    this.#pileSeconds[login]! -= now;
  }

  leavesPile(login: number): void {
    const { now } = this.#floor;
    this.#pileSeconds[login]! += now;
  }

  elapseAll(): void {
    for (let p = 0; p < this.#since.length; p++) this.elapse(p);
  }

  restart(): void {
    for (const array of [this.onBreak, this.overtime, this.stranded]) array.fill(0);
    for (const array of [this.maxOpen, this.maxLoad]) array.fill(0);
    this.concurrency.fill(0);
    this.#times.fill(0);
  }

  /** What waited at each of p's logins: a consumer whose login is signed out is stranded. */
  #elapsePiles(p: number): void {
    const { now } = this.#floor;
    const people = this.#people;
    const logins = this.#logins;
    for (let login = people.firstLogin[p]!; login < people.firstLogin[p + 1]!; login++) {
      const pile = logins.pile[login * 2]! + logins.pile[login * 2 + 1]!;
      const before = this.#pileSeconds[login]!;
      if (pile === 0 && before === 0) continue;
      const seconds = before + pile * now;
      this.#pileSeconds[login] = -pile * now;
      if (people.login[p] === login && logins.signedIn[login] === 1)
        this.#times[this.#cell(p, login) + TIME.pile]! += seconds;
      else this.stranded[p]! += seconds;
    }
  }

  #elapsePresence(p: number): void {
    const { now } = this.#floor;
    const dt = this.#dt;
    const people = this.#people;
    const logins = this.#logins;
    const login = people.login[p]!;
    if (login < 0 || logins.signedIn[login] === 0) return;
    const at = this.#cell(p, login);
    this.#times[at]! += dt;
    const chats = logins.chats[login]!;
    const open = chats + logins.active[login]! + logins.inactive[login]!;
    if (people.status[p] === STATUS.away) {
      this.onBreak[p]! += dt;
    } else {
      this.concurrency[open < MOST ? open : MOST]! += dt;
      const late = now - people.shiftEnd[p]!;
      if (late > 0) this.overtime[p]! += late < dt ? late : dt;
    }
    if (open === 0) return;
    if (open > this.maxOpen[login]!) this.maxOpen[login] = open;
    if (chats > 0) this.#withChats(login, at, chats);
    if (open > chats) this.#withMessaging(login, at);
  }

  /** Where the login's times begin, by whether its person is on a break. */
  #cell(p: number, login: number): number {
    return (login * 2 + (this.#people.status[p] === STATUS.away ? 1 : 0)) * TIME_SIZE;
  }

  #withChats(login: number, at: number, chats: number): void {
    const dt = this.#dt;
    const times = this.#times;
    times[at + TIME.chats]! += chats * dt;
    if (chats >= this.#logins.maxChats[login]!) times[at + TIME.chatsAtCap]! += dt;
    const engaged = this.engagedChats[login]!;
    if (engaged === 0) return;
    times[at + TIME.engagedChats]! += engaged * dt;
    times[at + TIME.engaged]! += dt;
  }

  #withMessaging(login: number, at: number): void {
    const dt = this.#dt;
    const logins = this.#logins;
    const times = this.#times;
    const active = logins.active[login]!;
    const inactive = logins.inactive[login]!;
    times[at + TIME.active]! += active * dt;
    times[at + TIME.inactive]! += inactive * dt;
    const load = active + this.#inactiveWeight * inactive;
    if (load > this.maxLoad[login]!) this.maxLoad[login] = load;
    const over = load - logins.maxConversations[login]! - HAIR;
    if (over + 1 > this.#headroom) times[at + TIME.loadAtCap]! += dt;
    if (over > 0) times[at + TIME.loadAboveCap]! += dt;
  }
}
