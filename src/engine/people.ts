/** People and their logins as structs of arrays: who is here, what their hands do, what their logins hold. */
import { CHANNELS, type Scenario } from '../scenario/types.js';
import type { Plan } from './mode.js';

/** A person's presence. */
export const STATUS = {
  offline: 0,
  online: 1,
  /** On a break: keeps what it has, gets nothing new. */
  away: 2,
  /** The session is over and chats are being drained: overtime once the shift is over. */
  leaving: 3,
} as const;

/** What a person's hands do. */
export const DOING = {
  nothing: 0,
  answering: 1,
  wrappingUp: 2,
  changingLogin: 3,
} as const;

/** What turning to a piece of work took: nothing, another conversation in the same workspace, or the other workspace. */
export const TURN = { none: 0, withinWorkspace: 1, betweenWorkspaces: 2 } as const;

export class People {
  readonly count: number;
  readonly status: Uint8Array;
  readonly doing: Uint8Array;
  /** Login signed in with, or −1. */
  readonly login: Int32Array;
  /** Logins of person p are `firstLogin[p]` … `firstLogin[p + 1] − 1`. */
  readonly firstLogin: Int32Array;
  /** 1: a break has fallen due and has not begun. */
  readonly breakDue: Uint8Array;
  /** 1: within `stopNewBefore` of the session's end. */
  readonly closing: Uint8Array;
  /** Conversation in hand (−1: none). */
  readonly conversation: Int32Array;
  /** Start and end of the piece of work in hand. It runs: switching, then re-reading, then the work proper. */
  readonly workStart: Float64Array;
  readonly workEnd: Float64Array;
  readonly switchSeconds: Float64Array;
  readonly rereadSeconds: Float64Array;
  /** How the person turned to the piece in hand (`TURN`). */
  readonly turn: Uint8Array;
  /** The conversation slot's thread last worked on (−1: none since sign-in), and the channel of the workspace looked at. */
  readonly lastThread: Int32Array;
  readonly lookingAt: Int8Array;
  /** End of the shift now running (planned): work after it is overtime. */
  readonly shiftEnd: Float64Array;

  constructor(scenario: Scenario, plan: Plan) {
    const n = scenario.people.length;
    this.count = n;
    this.status = new Uint8Array(n);
    this.doing = new Uint8Array(n);
    this.login = new Int32Array(n).fill(-1);
    this.firstLogin = new Int32Array(n + 1);
    for (const login of plan.logins) this.firstLogin[login.person + 1]!++;
    for (let p = 0; p < n; p++) this.firstLogin[p + 1]! += this.firstLogin[p]!;
    this.breakDue = new Uint8Array(n);
    this.closing = new Uint8Array(n);
    this.conversation = new Int32Array(n).fill(-1);
    this.workStart = new Float64Array(n);
    this.workEnd = new Float64Array(n);
    this.switchSeconds = new Float64Array(n);
    this.rereadSeconds = new Float64Array(n);
    this.turn = new Uint8Array(n);
    this.lastThread = new Int32Array(n).fill(-1);
    this.lookingAt = new Int8Array(n).fill(-1);
    this.shiftEnd = new Float64Array(n);
  }
}

export class Logins {
  readonly count: number;
  readonly person: Int32Array;
  /** 1 while its person is signed in with it (online, away or leaving). */
  readonly signedIn: Uint8Array;
  /** Open chats, wrap-ups included. */
  readonly chats: Int32Array;
  /** Open messaging conversations: weighing 1, and weighing `inactiveWeight`. */
  readonly active: Int32Array;
  readonly inactive: Int32Array;
  /** Exchanges and wrap-ups waiting for hands, per channel: `pile[login * 2 + channel]`. */
  readonly pile: Int32Array;
  readonly maxChats: Float64Array;
  readonly maxConversations: Float64Array;
  /** How full, as routing compares: open chats ÷ max, and messaging load; `fill[login * 2 + channel]`. */
  readonly fill: Float64Array;
  /** Instant of the last chat received and of the last messaging assignment; −Infinity: none yet. */
  readonly lastChatAt: Float64Array;
  readonly lastMessageAt: Float64Array;

  constructor(scenario: Scenario, plan: Plan) {
    const n = plan.logins.length;
    this.count = n;
    this.person = Int32Array.from(plan.logins, (login) => login.person);
    this.signedIn = new Uint8Array(n);
    this.chats = new Int32Array(n);
    this.active = new Int32Array(n);
    this.inactive = new Int32Array(n);
    this.pile = new Int32Array(n * CHANNELS.length);
    this.fill = new Float64Array(n * CHANNELS.length);
    const cap = (channel: (typeof CHANNELS)[number]) =>
      Float64Array.from(plan.logins, (login) =>
        login.channels.includes(channel) ? scenario.people[login.person]!.caps[channel] : 0,
      );
    this.maxChats = cap('chat');
    this.maxConversations = cap('messaging');
    this.lastChatAt = new Float64Array(n).fill(-Infinity);
    this.lastMessageAt = new Float64Array(n).fill(-Infinity);
  }

  /** Assigned messaging load in weights. */
  load(login: number, inactiveWeight: number): number {
    return this.active[login]! + inactiveWeight * this.inactive[login]!;
  }
}
