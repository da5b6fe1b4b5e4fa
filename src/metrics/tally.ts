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
  /** The checkpoint asked for; NaN: none yet. */
  #due: Seconds = NaN;

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
  }

  /** Ends of reporting intervals, the horizon among them, and the end of the warm-up: everybody's time is settled. */
  checkpoint(): Seconds {
    const { intervals, from } = this.#seen;
    const { now, scenario } = this.#floor;
    if (now === this.#due) {
      this.#seen.elapseAll();
      if (intervals.end === now) intervals.close(this.#seen.channelTotals());
      if (now === from) this.#seen.restart();
    }
    const { warmUp } = scenario;
    this.#due = warmUp > now && warmUp < intervals.end ? warmUp : intervals.end;
    return this.#due;
  }

  elapse(p: number): void {
    this.#floorTime.elapse(p);
  }

  joinsPile(c: number): void {
    this.#floorTime.joinsPile(this.#floor.conversations.login[c]!);
  }

  leavesPile(c: number): void {
    this.#floorTime.leavesPile(this.#floor.conversations.login[c]!);
  }

  elapseQueue(s: number): void {
    this.#seen.streamTime.elapseQueue(s);
  }

  arrived(c: number): void {
    const { conversations } = this.#floor;
    const { marks, contacts, journeys, streamTime, countsFrom } = this.#seen;
    marks.open(c, conversations.arrivedAt[c]! >= countsFrom, conversations.size);
    streamTime.opened(conversations.stream[c]!);
    contacts.arrived(c);
    journeys.arrived(c, this.#threadCounted(c));
  }

  queued(c: number): void {
    const { now } = this.#floor;
    this.#marks.queuedSince[c] = now;
  }

  assigned(c: number): void {
    const { now } = this.#floor;
    const { marks, contacts, journeys, log } = this.#seen;
    const first = marks.first(c, MARK.assigned);
    if (first) contacts.assignedFirst(c);
    log.assigned(c, first);
    if (this.#threadCounted(c)) journeys.assigned(c);
    marks.queuedSince[c] = NaN;
    marks.assignedSince[c] = now;
    this.#engages(c, 1);
  }

  unassigned(c: number, loss: number): void {
    this.#contacts.unassigned(c, loss);
    this.#engages(c, -1);
  }

  consumerWrote(c: number): void {
    this.#log.consumerWrote(c);
  }

  leftSilently(c: number): void {
    this.#contacts.leftSilently(c);
  }

  workStarted(p: number): void {
    this.#hands.workStarted(p);
  }

  answered(_p: number, c: number): void {
    this.#contacts.answered(c);
    this.#log.answered(c);
  }

  workEnded(p: number): void {
    this.#hands.workEnded(p);
  }

  ended(c: number, ending: number, followUp: boolean): void {
    const { marks, contacts, journeys, streamTime, log } = this.#seen;
    marks.close(c);
    streamTime.closed(this.#floor.conversations.stream[c]!);
    contacts.ended(c, ending, followUp);
    log.ended(c, ending);
    if (this.#threadCounted(c)) journeys.ended(c, ending);
    if (this.#floor.conversations.login[c]! >= 0) this.#engages(c, -1);
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

  finish(): void {
    this.#contacts.finish();
  }

  /** To be asked once the run is over. */
  report(meta: RunMeta): RunReport {
    return reportOf(this.#seen, meta);
  }

  #threadCounted(c: number): boolean {
    return this.#floor.conversations.threadArrivedAt[c]! >= this.#seen.countsFrom;
  }

  /** A chat begins or ends on its login; the time before is counted as it was. */
  #engages(c: number, step: number): void {
    const { channel, login } = this.#floor.conversations;
    if (channel[c] !== CHAT) return;
    const l = login[c]!;
    this.#floorTime.elapse(this.#floor.logins.person[l]!);
    this.#floorTime.engagedChats[l]! += step;
  }
}
