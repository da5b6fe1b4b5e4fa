/** What people's hands did: seconds by person, and by login, channel and kind of work; and the switches between pieces. */
import type { Seconds } from '../base/units.js';
import type { Floor } from '../engine/observer.js';
import type { Conversations } from '../engine/conversations.js';
import { DOING, TURN, type People } from '../engine/people.js';
import { CHANNELS } from '../scenario/types.js';

/** Kinds of work for a conversation. A change of login is nobody's conversation, and not here. */
export const WORK = { answering: 0, wrapUp: 1, switching: 2, rereading: 3 } as const;
const KINDS = 4;

export class Hands {
  /** Per person: hands busy, and of that changing login. */
  readonly busy: Float64Array;
  readonly changing: Float64Array;
  /** Pieces for another conversation than the piece before, in the same workspace and in the other one; per person. */
  readonly switchesWithin: Int32Array;
  readonly switchesBetween: Int32Array;
  /** Seconds of work per stream. */
  readonly ofStream: Float64Array;
  readonly #seconds: Float64Array;
  readonly #floor: Floor;
  readonly #people: People;
  readonly #conversations: Conversations;
  /** Up to when the pieces still in hand are counted. */
  #countedTo: Seconds = 0;

  constructor(floor: Floor) {
    const people = floor.people.count;
    this.busy = new Float64Array(people);
    this.changing = new Float64Array(people);
    this.switchesWithin = new Int32Array(people);
    this.switchesBetween = new Int32Array(people);
    this.ofStream = new Float64Array(floor.scenario.streams.length);
    this.#seconds = new Float64Array(floor.logins.count * CHANNELS.length * KINDS);
    this.#floor = floor;
    this.#people = floor.people;
    this.#conversations = floor.conversations;
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

  workStarted(p: number): void {
    const turn = this.#people.turn[p]!;
    if (turn === TURN.withinWorkspace) this.switchesWithin[p]! += 1;
    else if (turn === TURN.betweenWorkspaces) this.switchesBetween[p]! += 1;
  }

  /** The piece in hand is over, or counted as far as it has come. */
  workEnded(p: number): void {
    const { now } = this.#floor;
    const people = this.#people;
    const start = people.workStart[p]!;
    const from = start > this.#countedTo ? start : this.#countedTo;
    this.busy[p]! += now - from;
    if (people.doing[p] === DOING.changingLogin) this.changing[p]! += now - from;
    else this.#countPiece(p, from);
  }

  elapseAll(): void {
    const { now } = this.#floor;
    const { count, doing } = this.#people;
    for (let p = 0; p < count; p++) if (doing[p] !== DOING.nothing) this.workEnded(p);
    this.#countedTo = now;
  }

  restart(): void {
    this.busy.fill(0);
    this.changing.fill(0);
    this.switchesWithin.fill(0);
    this.switchesBetween.fill(0);
    this.ofStream.fill(0);
    this.#seconds.fill(0);
  }

  /** A piece runs: switching, then re-reading, then the work proper. */
  #countPiece(p: number, from: Seconds): void {
    const { now } = this.#floor;
    const people = this.#people;
    const { stream, channel } = this.#conversations;
    const c = people.conversation[p]!;
    const cell = (people.login[p]! * CHANNELS.length + channel[c]!) * KINDS;
    this.ofStream[stream[c]!]! += now - from;
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
    const kind = people.doing[p] === DOING.wrappingUp ? WORK.wrapUp : WORK.answering;
    this.#seconds[cell + kind]! += now - at;
  }
}
