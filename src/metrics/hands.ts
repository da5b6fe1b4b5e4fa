/** What people's hands did for conversations: seconds by login, channel and kind of work, and the switches between them. */
import type { Seconds } from '../base/units.js';
import type { Floor } from '../engine/observer.js';
import type { Conversations } from '../engine/conversations.js';
import { DOING, type People } from '../engine/people.js';
import { CHANNELS } from '../scenario/types.js';

/** Kinds of work for a conversation. A change of login is nobody's conversation, and not here. */
export const WORK = { answering: 0, wrapUp: 1, switching: 2, rereading: 3 } as const;
const KINDS = 4;
const NONE = -1;

export class Hands {
  /** Pieces for another conversation than the piece before, in the same workspace and in the other one; per person. */
  readonly switchesWithin: Int32Array;
  readonly switchesBetween: Int32Array;
  /** Seconds of work per stream. */
  readonly ofStream: Float64Array;
  readonly #seconds: Float64Array;
  readonly #people: People;
  readonly #conversations: Conversations;
  /** The piece in hand, per person: where its seconds go (−1: no piece), its stream, its kind, and up to when it is counted. */
  readonly #cell: Int32Array;
  readonly #stream: Int32Array;
  readonly #kind: Uint8Array;
  readonly #countedTo: Float64Array;
  /** Thread and channel of the piece before; −1: none since sign-in. */
  readonly #lastThread: Int32Array;
  readonly #lastChannel: Int8Array;

  constructor(floor: Floor) {
    const people = floor.people.count;
    this.switchesWithin = new Int32Array(people);
    this.switchesBetween = new Int32Array(people);
    this.ofStream = new Float64Array(floor.scenario.streams.length);
    this.#seconds = new Float64Array(floor.logins.count * CHANNELS.length * KINDS);
    this.#people = floor.people;
    this.#conversations = floor.conversations;
    this.#cell = new Int32Array(people).fill(NONE);
    this.#stream = new Int32Array(people);
    this.#kind = new Uint8Array(people);
    this.#countedTo = new Float64Array(people);
    this.#lastThread = new Int32Array(people).fill(NONE);
    this.#lastChannel = new Int8Array(people).fill(NONE);
  }

  seconds(login: number, channel: number, kind: number): Seconds {
    return this.#seconds[(login * CHANNELS.length + channel) * KINDS + kind]!;
  }

  /** All kinds together. */
  worked(login: number, channel: number): Seconds {
    let sum = 0;
    for (let kind = 0; kind < KINDS; kind++) sum += this.seconds(login, channel, kind);
    return sum;
  }

  signedIn(p: number): void {
    this.#lastThread[p] = NONE;
    this.#lastChannel[p] = NONE;
  }

  workStarted(p: number, c: number, now: Seconds): void {
    const people = this.#people;
    const conversations = this.#conversations;
    const doing = people.doing[p]!;
    if (doing === DOING.changingLogin) return;
    const channel = conversations.channel[c]!;
    this.#cell[p] = (people.login[p]! * CHANNELS.length + channel) * KINDS;
    this.#stream[p] = conversations.stream[c]!;
    this.#kind[p] = doing === DOING.wrappingUp ? WORK.wrapUp : WORK.answering;
    this.#countedTo[p] = now;
    const thread = conversations.thread[c]!;
    const last = this.#lastThread[p]!;
    if (last !== thread && last !== NONE) {
      if (this.#lastChannel[p] === channel) this.switchesWithin[p]! += 1;
      else this.switchesBetween[p]! += 1;
    }
    this.#lastThread[p] = thread;
    this.#lastChannel[p] = channel;
  }

  workEnded(p: number, now: Seconds): void {
    this.#countTo(p, now);
    this.#cell[p] = NONE;
  }

  elapseAll(now: Seconds): void {
    for (let p = 0; p < this.#cell.length; p++) this.#countTo(p, now);
  }

  restart(): void {
    this.switchesWithin.fill(0);
    this.switchesBetween.fill(0);
    this.ofStream.fill(0);
    this.#seconds.fill(0);
  }

  /** A piece runs: switching, then re-reading, then the work proper. */
  #countTo(p: number, now: Seconds): void {
    const cell = this.#cell[p]!;
    if (cell === NONE) return;
    const people = this.#people;
    const from = this.#countedTo[p]!;
    this.#countedTo[p] = now;
    this.ofStream[this.#stream[p]!]! += now - from;
    const switched = people.workStart[p]! + people.switchSeconds[p]!;
    const reread = switched + people.rereadSeconds[p]!;
    let at = from;
    if (at < switched) {
      const to = switched < now ? switched : now;
      this.#seconds[cell + WORK.switching]! += to - at;
      at = to;
    }
    if (at < reread) {
      const to = reread < now ? reread : now;
      this.#seconds[cell + WORK.rereading]! += to - at;
      at = to;
    }
    this.#seconds[cell + this.#kind[p]!]! += now - at;
  }
}
