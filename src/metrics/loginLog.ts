/** What each login's channel would log: connections, waits, answers, ends; the raw material of the two report families. */
import { ORIGIN, type Conversations } from '../engine/conversations.js';
import { ENDING, type Floor } from '../engine/observer.js';
import type { Logins } from '../engine/people.js';
import { CHANNELS, CHAT, MESSAGING } from '../scenario/types.js';
import { MARK, type Marks } from './marks.js';
import { Sketch } from './sketch.js';

/** Fields per login and channel. */
export const LOG = {
  requested: 0,
  /** Conversations over, however they ended; with an answer in them; with an answer the consumer was there to read. */
  closed: 1,
  handled: 2,
  trulyHandled: 3,
  abandoned: 4,
  /** The first answers of an agent's own follow-ups: no response to anything. */
  unasked: 5,
  waits: 6,
  wait: 7,
  waitMax: 8,
  /** First answers of conversations, and their response times, as logged; then those a consumer was there to read. */
  firsts: 9,
  first: 10,
  trueFirsts: 11,
  trueFirst: 12,
  responses: 13,
  response: 14,
  durations: 15,
  duration: 16,
  /** Times a consumer began to wait for this login while it was signed out. */
  stranded: 17,
} as const;
const LOG_SIZE = 18;

export class LoginLog {
  /** Waits for assignment, per login, of the messaging report. */
  readonly messagingWait: readonly Sketch[];
  /** Conversations truly handled, per stream. */
  readonly handledOfStream: Float64Array;
  readonly #log: Float64Array;
  readonly #floor: Floor;
  readonly #conversations: Conversations;
  readonly #logins: Logins;
  /** Open messaging stays with a login that signs out. */
  readonly #kept: boolean;
  readonly #marks: Marks;

  constructor(floor: Floor, marks: Marks) {
    this.messagingWait = Array.from({ length: floor.logins.count }, () => new Sketch());
    this.handledOfStream = new Float64Array(floor.scenario.streams.length);
    this.#log = new Float64Array(floor.logins.count * CHANNELS.length * LOG_SIZE);
    this.#floor = floor;
    this.#conversations = floor.conversations;
    this.#logins = floor.logins;
    this.#kept = floor.scenario.work.openMessaging === 'keep';
    this.#marks = marks;
  }

  get(login: number, channel: number, field: number): number {
    return this.#log[this.#at(login, channel) + field]!;
  }

  /** `first`: nobody had this conversation before. */
  assigned(c: number, first: boolean): void {
    const { now } = this.#floor;
    const v = this.#conversations;
    const login = v.login[c]!;
    const at = this.#at(login, v.channel[c]!);
    this.#log[at + LOG.requested]! += 1;
    if (v.origin[c] === ORIGIN.agentFollowUp) return;
    const wait = first ? now - v.arrivedAt[c]! : now - this.#marks.queuedSince[c]!;
    // Handed over from login to login: it has not queued.
    if (Number.isNaN(wait)) return;
    this.#log[at + LOG.waits]! += 1;
    this.#log[at + LOG.wait]! += wait;
    if (wait > this.#log[at + LOG.waitMax]!) this.#log[at + LOG.waitMax] = wait;
    if (v.channel[c] === MESSAGING) this.messagingWait[login]!.record(wait);
  }

  /** Where open conversations are not kept, one whose login is away goes back to the queue at once. */
  consumerWrote(c: number): void {
    if (!this.#kept) return;
    const { login, channel } = this.#conversations;
    const l = login[c]!;
    if (this.#logins.signedIn[l] === 0) this.#log[this.#at(l, channel[c]!) + LOG.stranded]! += 1;
  }

  signedOut(login: number): void {
    const { pile } = this.#logins;
    for (const channel of [CHAT, MESSAGING]) {
      this.#log[this.#at(login, channel) + LOG.stranded]! += pile[login * CHANNELS.length + channel]!;
    }
  }

  /** Hot. */
  answered(c: number): void {
    const { now } = this.#floor;
    const v = this.#conversations;
    const login = v.login[c]!;
    const at = this.#at(login, v.channel[c]!);
    const log = this.#log;
    const gone = v.ghost[c] === 1 || v.walked[c] === 1;
    const first = v.answers[c] === 0;
    if (v.exchange[c]! + 1 === v.exchanges[c]! && !gone) this.#handles(c, login);
    if (first && v.origin[c] === ORIGIN.agentFollowUp) {
      log[at + LOG.unasked]! += 1;
      return;
    }
    const total = now - v.wroteAt[c]!;
    log[at + LOG.responses]! += 1;
    log[at + LOG.response]! += total;
    if (!first) return;
    log[at + LOG.firsts]! += 1;
    log[at + LOG.first]! += total;
    if (gone) return;
    log[at + LOG.trueFirsts]! += 1;
    log[at + LOG.trueFirst]! += total;
  }

  /** The login that has c closes it. One that nobody has had is in no log. */
  ended(c: number, ending: number): void {
    const { now } = this.#floor;
    const v = this.#conversations;
    const login = v.login[c]!;
    if (login < 0) return;
    const channel = v.channel[c]!;
    const at = this.#at(login, channel);
    const log = this.#log;
    log[at + LOG.closed]! += 1;
    if (ending === ENDING.abandoned) log[at + LOG.abandoned]! += 1;
    log[at + LOG.durations]! += 1;
    log[at + LOG.duration]! += now - (channel === CHAT ? this.#marks.assignedSince[c]! : v.arrivedAt[c]!);
    const answeredBy = v.answeredBy(c);
    if (answeredBy < 0) return;
    log[at + LOG.handled]! += 1;
    if (ending !== ENDING.abandonedSilently) this.#handles(c, answeredBy);
  }

  /**
   * All of c's work is done, or no more will be asked for: due to the login that answered last. Messaging may stay open for
   * a day after that, which says when the closing job runs and nothing about the people.
   */
  #handles(c: number, answeredBy: number): void {
    if (!this.#marks.first(c, MARK.handled)) return;
    const v = this.#conversations;
    this.#log[this.#at(answeredBy, v.channel[c]!) + LOG.trulyHandled]! += 1;
    this.handledOfStream[v.stream[c]!]! += 1;
  }

  restart(): void {
    this.#log.fill(0);
    this.handledOfStream.fill(0);
    for (const sketch of this.messagingWait) sketch.clear();
  }

  #at(login: number, channel: number): number {
    return (login * CHANNELS.length + channel) * LOG_SIZE;
  }
}
