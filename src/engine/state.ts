/** The state of one run: the floor that observers may read, and what only the engine needs. */
import type { Seconds } from '../base/units.js';
import { CHANNELS, type AttentionPolicy, type Scenario } from '../scenario/types.js';
import { Candidates } from './candidates.js';
import { Conversations } from './conversations.js';
import { EventQueue } from './eventQueue.js';
import { Lists } from './lists.js';
import type { Plan } from './mode.js';
import type { Floor, Observer } from './observer.js';
import { Logins, People } from './people.js';
import type { Roster } from './roster.js';
import { rulesOf, type Rules } from './rules.js';
import { ScriptStore } from './scriptStore.js';
import { Worklist } from './worklist.js';

/** What a conversation's `timerAt` will bring. */
export const TIMER = {
  none: 0,
  /** Idle: the consumer writes. */
  writes: 1,
  /** Idle chat: the consumer has been silent for too long. */
  timesOut: 2,
  /** Idle messaging: weighs less from now on. */
  goesInactive: 3,
  /** Idle messaging: the closing job closes it. */
  closes: 4,
  /** Held for one login: from now on anyone. */
  holdEnds: 5,
  /** Waits with a login that signed out: back to the queue. */
  returns: 6,
  /** Dormant: the thread goes on. */
  followsUp: 7,
} as const;

export class State implements Floor {
  now: Seconds = 0;
  readonly rules: Rules;
  readonly attention: AttentionPolicy;
  readonly conversations = new Conversations();
  readonly scripts = new ScriptStore();
  readonly people: People;
  readonly logins: Logins;
  readonly events: EventQueue;
  readonly lists: Lists;
  readonly queued: Int32Array;
  readonly candidates: Candidates;
  /** 1: the login may get new conversations, capacity aside. */
  readonly accepting: Uint8Array;
  /** Warm-up: earliest next messaging assignment; −Infinity: not warming up. */
  readonly readyAt: Float64Array;
  /** Earliest end of a warm-up pause that the candidates have not been told of. */
  pauseEnds: Seconds = Infinity;
  /** Instant from which the login will not be signed in again; −Infinity: never is. */
  readonly lastSessionEnd: Float64Array;
  /** Session that waits for the person to come free of the one before (index into `Plan.sessions[p]`), or −1. */
  readonly pendingSession: Int32Array;
  readonly breakLength: Float64Array;
  readonly breakEndsAt: Float64Array;
  /** People whose session has ended at this instant. */
  readonly leavers: Worklist;
  /** People whose hands may have something to do, and logins that may take more. */
  readonly unsettledPeople: Worklist;
  readonly unsettledLogins: Worklist;
  /** Somebody came back to work: route the queues once all of this instant is known. */
  reopened = false;
  /** Subjects of the event queue: people first, then these. */
  readonly arrivalSubject: number;
  readonly rosterSubject: number;
  readonly firstLoginSubject: number;
  readonly firstConversationSubject: number;
  #subjects: number;

  constructor(
    readonly scenario: Scenario,
    readonly plan: Plan,
    readonly roster: Roster,
    readonly observer: Observer,
  ) {
    const streams = scenario.streams.length;
    const people = scenario.people.length;
    const logins = plan.logins.length;
    this.rules = rulesOf(scenario, plan);
    this.attention = plan.attention ?? scenario.work.attention;
    this.people = new People(scenario, plan);
    this.logins = new Logins(scenario, plan);
    this.lists = new Lists(streams + logins + logins * CHANNELS.length, this.conversations);
    this.queued = new Int32Array(streams);
    const { inactiveWeight } = scenario.capacity.messaging;
    const handsOver = scenario.work.openMessaging === 'hand-over';
    this.candidates = new Candidates(this.rules.streams, logins, handsOver ? inactiveWeight : 1);
    this.accepting = new Uint8Array(logins);
    this.readyAt = new Float64Array(logins).fill(-Infinity);
    this.lastSessionEnd = roster.lastSessionEnd;
    this.breakEndsAt = new Float64Array(people);
    this.pendingSession = new Int32Array(people).fill(-1);
    this.breakLength = new Float64Array(people);
    this.leavers = new Worklist(people);
    this.unsettledPeople = new Worklist(people);
    this.unsettledLogins = new Worklist(logins);
    this.arrivalSubject = people;
    this.rosterSubject = people + 1;
    this.firstLoginSubject = people + 2;
    this.firstConversationSubject = this.firstLoginSubject + logins;
    this.#subjects = this.firstConversationSubject + this.conversations.size;
    this.events = new EventQueue(this.#subjects);
  }

  /** A fresh conversation slot, with room for its event. */
  takeSlot(): number {
    const c = this.conversations.take();
    const subjects = this.firstConversationSubject + this.conversations.size;
    if (subjects > this.#subjects) {
      this.events.grow(subjects);
      this.#subjects = subjects;
    }
    return c;
  }

  /** List of what waits for any login. */
  queueOf(stream: number): number {
    return stream;
  }

  /** List of what is held for one login. */
  heldFor(login: number): number {
    return this.queued.length + login;
  }

  /** List of what waits for a login's person's hands. */
  pileOf(login: number, channel: number): number {
    return this.queued.length + this.logins.count + login * CHANNELS.length + channel;
  }
}
