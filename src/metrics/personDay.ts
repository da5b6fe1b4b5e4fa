/** One person's day as stretches of time: where they were signed in, what their hands did, what lay open and waited. */
import type { Seconds } from '../base/units.js';
import type { Floor, Observer } from '../engine/observer.js';
import { DOING } from '../engine/people.js';
import { CHANNELS, CHAT, MESSAGING, type Channel } from '../scenario/types.js';

export const HAND_KINDS = ['answering', 'wrap-up', 'switching', 're-reading', 'login change'] as const;
export type HandKind = (typeof HAND_KINDS)[number];

interface Stretch {
  readonly from: Seconds;
  readonly to: Seconds;
}

export interface Piece extends Stretch {
  readonly kind: HandKind;
  /** Null: a change of login is in no workspace. */
  readonly channel: Channel | null;
}

export interface Presence extends Stretch {
  readonly login: string;
  readonly isBreak: boolean;
}

/** Of all logins of the person together. */
export interface Held extends Stretch {
  readonly channel: Channel;
  /** Conversations open, and exchanges and wrap-ups waiting for hands. */
  readonly open: number;
  readonly waiting: number;
}

export interface PersonDay {
  readonly person: string;
  readonly presence: readonly Presence[];
  readonly pieces: readonly Piece[];
  readonly held: readonly Held[];
}

/** Hears everything and keeps what concerns one person (index into `Scenario.people`). */
export class PersonDayObserver implements Observer {
  readonly #person: number;
  #floor!: Floor;
  readonly #presence: Presence[] = [];
  readonly #pieces: Piece[] = [];
  readonly #held: Held[] = [];
  /** Start of the presence now running; null: signed out. */
  #present: { from: Seconds; login: string; isBreak: boolean } | null = null;
  #heldSince: Seconds = 0;

  constructor(person: number) {
    this.#person = person;
  }

  /** To be asked once the run is over. */
  day(): PersonDay {
    const person = this.#floor.scenario.people[this.#person]!.name;
    return { person, presence: this.#presence, pieces: this.#pieces, held: this.#held };
  }

  begin(floor: Floor): void {
    this.#floor = floor;
  }

  /** What is read now has held since the last call. */
  elapse(p: number): void {
    const { now } = this.#floor;
    if (p !== this.#person || now === this.#heldSince) return;
    CHANNELS.forEach((channel, k) => {
      const { open, waiting } = this.#holds(k);
      const before = this.#held.findLast((held) => held.channel === channel);
      const goesOn = before?.open === open && before.waiting === waiting && before.to === this.#heldSince;
      if (goesOn) this.#held[this.#held.lastIndexOf(before)] = { ...before, to: now };
      else this.#held.push({ channel, open, waiting, from: this.#heldSince, to: now });
    });
    this.#heldSince = now;
  }

  joinsPile(c: number): void {
    this.#elapseOf(c);
  }

  leavesPile(c: number): void {
    this.#elapseOf(c);
  }

  workEnded(p: number): void {
    const { now } = this.#floor;
    if (p === this.#person) this.#addPieces(now);
  }

  signedIn(p: number, login: number): void {
    const { now } = this.#floor;
    if (p === this.#person) this.#enter(now, login, false);
  }

  signedOut(p: number): void {
    const { now } = this.#floor;
    if (p === this.#person) this.#leave(now);
  }

  breakStarted(p: number): void {
    const { now } = this.#floor;
    if (p === this.#person) this.#enter(now, this.#floor.people.login[p]!, true);
  }

  breakEnded(p: number): void {
    const { now } = this.#floor;
    if (p === this.#person) this.#enter(now, this.#floor.people.login[p]!, false);
  }

  finish(): void {
    const { now } = this.#floor;
    const { people } = this.#floor;
    if (people.doing[this.#person] !== DOING.nothing) this.#addPieces(now);
    this.#leave(now);
    this.elapse(this.#person);
  }

  // What is not about a person's own time.
  checkpoint(): Seconds {
    return Infinity;
  }
  elapseQueue(): void {}
  arrived(): void {}
  queued(): void {}
  assigned(): void {}
  unassigned(): void {}
  consumerWrote(): void {}
  leftSilently(): void {}
  workStarted(): void {}
  answered(): void {}
  ended(): void {}

  #elapseOf(c: number): void {
    const { logins, conversations } = this.#floor;
    this.elapse(logins.person[conversations.login[c]!]!);
  }

  #holds(channel: number): { readonly open: number; readonly waiting: number } {
    const { logins, people } = this.#floor;
    let [open, waiting] = [0, 0];
    for (let l = people.firstLogin[this.#person]!; l < people.firstLogin[this.#person + 1]!; l++) {
      if (channel === CHAT) open += logins.chats[l]!;
      if (channel === MESSAGING) open += logins.active[l]! + logins.inactive[l]!;
      waiting += logins.pile[l * 2 + channel]!;
    }
    return { open, waiting };
  }

  #enter(now: Seconds, login: number, isBreak: boolean): void {
    this.#leave(now);
    this.#present = { from: now, login: this.#floor.plan.logins[login]?.name ?? '', isBreak };
  }

  #leave(now: Seconds): void {
    if (this.#present !== null && now > this.#present.from)
      this.#presence.push({ ...this.#present, to: now });
    this.#present = null;
  }

  /** A piece runs: switching, then re-reading, then the work proper. */
  #addPieces(now: Seconds): void {
    const { people, conversations } = this.#floor;
    const p = this.#person;
    const doing = people.doing[p]!;
    const start = people.workStart[p]!;
    if (doing === DOING.changingLogin) {
      this.#addPiece('login change', null, start, now);
      return;
    }
    const channel = CHANNELS[conversations.channel[people.conversation[p]!]!]!;
    const switched = Math.min(now, start + people.switchSeconds[p]!);
    const reread = Math.min(now, switched + people.rereadSeconds[p]!);
    this.#addPiece('switching', channel, start, switched);
    this.#addPiece('re-reading', channel, switched, reread);
    this.#addPiece(doing === DOING.wrappingUp ? 'wrap-up' : 'answering', channel, reread, now);
  }

  #addPiece(kind: HandKind, channel: Channel | null, from: Seconds, to: Seconds): void {
    if (to > from) this.#pieces.push({ kind, channel, from, to });
  }
}
