/** The observer that measures: hears the engine, keeps what `Seen` holds, and gives the run's report. */
import type { Seconds } from '../base/units.js';
import type { Floor, Observer } from '../engine/observer.js';
import { CHAT } from '../scenario/types.js';
import type { Contacts } from './contacts.js';
import type { FloorTime } from './floorTime.js';
import type { Hands } from './hands.js';
import type { LoginLog } from './loginLog.js';
import { MARK, type Marks } from './marks.js';
import { reportOf, type RunMeta } from './report.js';
import type { RunReport } from './runReport.js';
import { Seen } from './seen.js';

/** Hot: every call does a fixed number of additions into typed arrays. */
export class Tally implements Observer {
  #floor!: Floor;
  #seen!: Seen;
  /** Parts of what is seen that hear every event: asked for without a detour. */
  #floorTime!: FloorTime;
  #hands!: Hands;
  #contacts!: Contacts;
  #log!: LoginLog;
  #marks!: Marks;
  /** The next instant at which everybody's time is settled: an interval's end, or that of the warm-up. */
  #nextBound: Seconds = Infinity;

  begin(floor: Floor): void {
    this.#floor = floor;
    this.#seen = new Seen(floor);
    ({
      floorTime: this.#floorTime,
      hands: this.#hands,
      contacts: this.#contacts,
      log: this.#log,
      marks: this.#marks,
    } = this.#seen);
    this.#nextBound = this.#boundAfter(0);
  }

  checkpoint(now: Seconds): Seconds {
    this.#cross(now);
    return this.#nextBound;
  }

  elapse(p: number, now: Seconds): void {
    this.#floorTime.elapse(p, now);
  }

  joinsPile(c: number, now: Seconds): void {
    this.#floorTime.joinsPile(this.#floor.conversations.login[c]!, now);
  }

  leavesPile(c: number, now: Seconds): void {
    this.#floorTime.leavesPile(this.#floor.conversations.login[c]!, now);
  }

  elapseQueue(s: number, now: Seconds): void {
    this.#seen.streamTime.elapseQueue(s, now);
  }

  arrived(c: number, now: Seconds): void {
    const { conversations } = this.#floor;
    const { marks, contacts, journeys, streamTime, countsFrom } = this.#seen;
    marks.open(c, conversations.arrivedAt[c]! >= countsFrom, conversations.size);
    streamTime.opened(conversations.stream[c]!, now);
    contacts.arrived(c);
    journeys.arrived(c, this.#threadCounted(c));
  }

  queued(c: number, now: Seconds): void {
    this.#marks.queuedSince[c] = now;
  }

  assigned(c: number, now: Seconds): void {
    const { marks, contacts, journeys, log } = this.#seen;
    const first = marks.first(c, MARK.assigned);
    if (first) contacts.assignedFirst(c, now);
    log.assigned(c, first, now);
    if (this.#threadCounted(c)) journeys.assigned(c);
    marks.queuedSince[c] = NaN;
    marks.assignedSince[c] = now;
    this.#engages(c, 1, now);
  }

  unassigned(c: number, loss: number, now: Seconds): void {
    this.#contacts.unassigned(c, loss);
    this.#engages(c, -1, now);
  }

  consumerWrote(c: number): void {
    this.#log.consumerWrote(c);
  }

  leftSilently(c: number, now: Seconds): void {
    this.#contacts.leftSilently(c, now);
  }

  workStarted(p: number): void {
    this.#hands.workStarted(p);
  }

  answered(_p: number, c: number, now: Seconds): void {
    this.#contacts.answered(c, now);
    this.#log.answered(c, now);
  }

  workEnded(p: number, now: Seconds): void {
    this.#hands.workEnded(p, now);
  }

  ended(c: number, ending: number, followUp: boolean, now: Seconds): void {
    const { marks, contacts, journeys, streamTime, log } = this.#seen;
    marks.close(c);
    streamTime.closed(this.#floor.conversations.stream[c]!, now);
    contacts.ended(c, ending, followUp, now);
    log.ended(c, ending, now);
    if (this.#threadCounted(c)) journeys.ended(c, ending);
    if (this.#floor.conversations.login[c]! >= 0) this.#engages(c, -1, now);
  }

  signedOut(_p: number, login: number): void {
    this.#log.signedOut(login);
  }

  /** Presence is read in `elapse`. */
  signedIn(): void {
    return;
  }

  breakStarted(): void {
    return;
  }

  breakEnded(): void {
    return;
  }

  finish(now: Seconds): void {
    this.#cross(now);
    this.#contacts.finish(now);
  }

  /** To be asked once the run is over. */
  report(meta: RunMeta): RunReport {
    return reportOf(this.#seen, meta);
  }

  #threadCounted(c: number): boolean {
    return this.#floor.conversations.threadArrivedAt[c]! >= this.#seen.countsFrom;
  }

  /** A chat begins or ends on its login; the time before is counted as it was. */
  #engages(c: number, step: number, now: Seconds): void {
    const { channel, login } = this.#floor.conversations;
    if (channel[c] !== CHAT) return;
    const l = login[c]!;
    this.#floorTime.elapse(this.#floor.logins.person[l]!, now);
    this.#floorTime.engagedChats[l]! += step;
  }

  /** Settles everybody's time at every bound up to `now`: ends of reporting intervals, and the end of the warm-up. */
  #cross(now: Seconds): void {
    const { from, intervals } = this.#seen;
    while (this.#nextBound <= now) {
      const bound = this.#nextBound;
      this.#seen.elapseAll(bound);
      if (intervals.end === bound) intervals.close(this.#seen.channelTotals());
      if (bound === from) this.#seen.restart();
      this.#nextBound = this.#boundAfter(bound);
    }
  }

  #boundAfter(now: Seconds): Seconds {
    const { warmUp } = this.#floor.scenario;
    const { end } = this.#seen.intervals;
    return warmUp > now && warmUp < end ? warmUp : end;
  }
}
