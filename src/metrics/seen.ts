/** All that is kept of one run while it is watched, and the totals that several readers share. */
import type { Seconds } from '../base/units.js';
import type { Floor } from '../engine/observer.js';
import { CHANNELS, CHAT, MESSAGING } from '../scenario/types.js';
import { Contacts } from './contacts.js';
import { FloorTime, TIME } from './floorTime.js';
import { Hands } from './hands.js';
import { Intervals, type ChannelTotals } from './intervals.js';
import { Journeys } from './journeys.js';
import { LoginLog } from './loginLog.js';
import { Marks } from './marks.js';
import { StreamTime } from './streamTime.js';

export class Seen {
  readonly marks = new Marks();
  readonly intervals: Intervals;
  readonly contacts: Contacts;
  readonly journeys: Journeys;
  readonly streamTime: StreamTime;
  readonly floorTime: FloorTime;
  readonly hands: Hands;
  readonly log: LoginLog;
  /** The channel that carries each stream. */
  readonly channelOf: readonly number[];
  /** Start of statistics. What waited before the start counts as arriving at it, when there is no warm-up. */
  readonly from: Seconds;
  readonly countsFrom: Seconds;

  /** Streams and logins by channel. */
  readonly #streamsOf: readonly (readonly number[])[];
  readonly #loginsOf: readonly (readonly number[])[];
  readonly #loginsOfBoth: readonly number[];

  constructor(readonly floor: Floor) {
    const { scenario, plan } = floor;
    this.from = scenario.warmUp;
    this.countsFrom = scenario.warmUp > 0 ? scenario.warmUp : -Infinity;
    this.channelOf = scenario.streams.map(({ channel }) =>
      channel === 'chat' && !plan.chatAsMessaging ? CHAT : MESSAGING,
    );
    this.intervals = new Intervals(floor);
    this.contacts = new Contacts(floor, this.marks, this.intervals, this.countsFrom);
    this.journeys = new Journeys(floor, this.marks);
    this.streamTime = new StreamTime(floor);
    this.floorTime = new FloorTime(floor);
    this.hands = new Hands(floor);
    this.log = new LoginLog(floor, this.marks);
    this.#streamsOf = CHANNELS.map((_, channel) =>
      this.channelOf.flatMap((carried, s) => (carried === channel ? [s] : [])),
    );
    this.#loginsOf = CHANNELS.map((_, channel) =>
      plan.logins.flatMap((_login, l) => (this.serves(l, channel) ? [l] : [])),
    );
    this.#loginsOfBoth = plan.logins.flatMap(({ channels }, l) => (channels.length > 1 ? [l] : []));
  }

  get observedSeconds(): Seconds {
    return this.floor.scenario.calendar.horizon - this.from;
  }

  /** Lets all time up to now pass for everybody. */
  elapseAll(): void {
    this.streamTime.elapseAll();
    this.floorTime.elapseAll();
    this.hands.elapseAll();
  }

  /** Statistics begin: all that has been seen of people and lengths until now is forgotten. */
  restart(): void {
    this.streamTime.restart();
    this.floorTime.restart();
    this.hands.restart();
    this.log.restart();
    this.intervals.restart();
  }

  serves(login: number, channel: number): boolean {
    return this.floor.plan.logins[login]!.channels.includes(CHANNELS[channel]!);
  }

  channelTotals(): ChannelTotals[] {
    const signedIn = (l: number): Seconds => this.floorTime.atWork(l, TIME.signedIn);
    return CHANNELS.map((_, channel) => {
      const streams = this.#streamsOf[channel]!;
      const logins = this.#loginsOf[channel]!;
      const total = (of: readonly number[], seconds: (i: number) => number): number =>
        of.reduce((sum, i) => sum + seconds(i), 0);
      return {
        queueSeconds: total(streams, (s) => this.streamTime.queueSeconds[s]!),
        openSeconds: total(streams, (s) => this.streamTime.openSeconds[s]!),
        signedInSeconds: total(logins, signedIn),
        signedInForBothSeconds: total(this.#loginsOfBoth, signedIn),
        workedSeconds: total(logins, (l) => this.hands.worked(l, channel)),
      };
    });
  }
}
