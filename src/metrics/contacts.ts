/** What consumers lived through, per stream: how conversations came and ended, and every wait of those that arrived after the warm-up. */
import type { Seconds } from '../base/units.js';
import { ORIGIN, type Conversations } from '../engine/conversations.js';
import { ENDING, LOSS, type Floor } from '../engine/observer.js';
import { CHANNELS, CHAT } from '../scenario/types.js';
import { CELL, type Intervals } from './intervals.js';
import { MARK, type Marks } from './marks.js';
import { offeredWork } from './offeredWork.js';
import { Sketch } from './sketch.js';

/** Fields of one stream in `Contacts.counts`. The first six are the endings, in the order of `ENDING`. */
export const SEEN = {
  offered: 6,
  /** Opened by a consumer; only these have a first wait. */
  byConsumer: 7,
  openAtEnd: 8,
  returned: 9,
  handedOver: 10,
  resumedByConsumer: 11,
  resumedByAgent: 12,
  recontacts: 13,
  /** Resumed conversations that got a login, and those whose person had the thread before. */
  resumedAssigned: 14,
  resumedSameAgent: 15,
  /** Answers that nobody waited for: to a consumer who has gone, and the first of an agent's own follow-up. */
  unaskedAnswers: 16,
  assignedWithin: 17,
  /** Known leavers from the queue inside the target; all leavers inside it. */
  leftQueueWithin: 18,
  leftWithin: 19,
  firstWithin: 20,
  laterWithin: 21,
  /** Neither answered (assigned) nor gone at the horizon, and still inside the target. */
  undecided: 22,
  undecidedInQueue: 23,
  /** Sums of seconds: the three parts of first responses, and the time without hands in all responses. */
  inQueue: 24,
  inWorkspace: 25,
  beingWritten: 26,
  workWait: 27,
  /** Threads whose last conversation came to a good end, and their seconds from the first arrival. */
  resolvedThreads: 28,
  resolution: 29,
  /** Seconds of undivided work that arrived, wrap-ups in. */
  offeredWork: 30,
  /** Open at the horizon, and it is the agent's turn. */
  owedAtEnd: 31,
} as const;
const SEEN_SIZE = 32;

export class Contacts {
  readonly queueWait: readonly Sketch[];
  readonly firstResponse: readonly Sketch[];
  readonly response: readonly Sketch[];
  readonly duration: readonly Sketch[];
  readonly #counts: Float64Array;
  readonly #floor: Floor;
  readonly #conversations: Conversations;
  readonly #marks: Marks;
  readonly #intervals: Intervals;
  /** Targets by carrying channel. */
  readonly #firstWithin: Float64Array;
  readonly #laterWithin: Float64Array;
  readonly #from: Seconds;

  /** Counts what arrives at `from` or later. */
  constructor(floor: Floor, marks: Marks, intervals: Intervals, from: Seconds) {
    const { streams, targets } = floor.scenario;
    const sketches = (): Sketch[] => streams.map(() => new Sketch());
    this.queueWait = sketches();
    this.firstResponse = sketches();
    this.response = sketches();
    this.duration = sketches();
    this.#counts = new Float64Array(streams.length * SEEN_SIZE);
    this.#floor = floor;
    this.#conversations = floor.conversations;
    this.#marks = marks;
    this.#intervals = intervals;
    this.#from = from;
    this.#firstWithin = Float64Array.from(CHANNELS, (channel) => targets[channel].firstResponse.within);
    this.#laterWithin = Float64Array.from(CHANNELS, (channel) => targets[channel].everyResponse.within);
  }

  count(stream: number, field: number): number {
    return this.#counts[stream * SEEN_SIZE + field]!;
  }

  arrived(c: number): void {
    const { stream, channel, origin } = this.#conversations;
    if (!this.#marks.has(c, MARK.counted)) return;
    const counts = this.#counts;
    const s = stream[c]! * SEEN_SIZE;
    const by = origin[c]!;
    const cell = this.#arrivalCell(c);
    const work = offeredWork(this.#floor, c);
    counts[s + SEEN.offered]! += 1;
    counts[s + SEEN.offeredWork]! += work;
    this.#intervals.counts[cell + CELL.offered]! += 1;
    this.#intervals.counts[cell + CELL.offeredWork]! += work;
    if (by === ORIGIN.agentFollowUp) {
      counts[s + SEEN.resumedByAgent]! += 1;
      return;
    }
    counts[s + SEEN.byConsumer]! += 1;
    this.#intervals.counts[cell + CELL.byConsumer]! += 1;
    if (by === ORIGIN.consumerFollowUp) {
      counts[s + (channel[c] === CHAT ? SEEN.recontacts : SEEN.resumedByConsumer)]! += 1;
    }
  }

  /** The first assignment of c. */
  assignedFirst(c: number): void {
    const { now } = this.#floor;
    if (!this.#marks.has(c, MARK.counted)) return;
    const v = this.#conversations;
    const stream = v.stream[c]!;
    const s = stream * SEEN_SIZE;
    const origin = v.origin[c]!;
    if (origin !== ORIGIN.new && v.channel[c] !== CHAT) this.#resumed(s, v.knownBy[c]!, v.login[c]!);
    if (origin === ORIGIN.agentFollowUp) return;
    const wait = now - v.arrivedAt[c]!;
    this.queueWait[stream]!.record(wait);
    if (wait <= this.#firstWithin[v.channel[c]!]!) this.#counts[s + SEEN.assignedWithin]! += 1;
    const cell = this.#arrivalCell(c);
    this.#intervals.counts[cell + CELL.assigned]! += 1;
    this.#intervals.counts[cell + CELL.queueWait]! += wait;
  }

  unassigned(c: number, loss: number): void {
    if (!this.#marks.has(c, MARK.counted)) return;
    const s = this.#conversations.stream[c]! * SEEN_SIZE;
    this.#counts[s + (loss === LOSS.returned ? SEEN.returned : SEEN.handedOver)]! += 1;
  }

  leftSilently(c: number): void {
    if (this.#marks.has(c, MARK.counted)) this.#left(c, true);
  }

  /** Hot. An answer to a consumer who has gone is no response. */
  answered(c: number): void {
    const { now } = this.#floor;
    if (!this.#marks.has(c, MARK.counted)) return;
    const v = this.#conversations;
    const stream = v.stream[c]!;
    const s = stream * SEEN_SIZE;
    const counts = this.#counts;
    const first = v.answers[c] === 0;
    if (v.ghost[c] === 1 || v.walked[c] === 1 || (first && v.origin[c] === ORIGIN.agentFollowUp)) {
      counts[s + SEEN.unaskedAnswers]! += 1;
      return;
    }
    const channel = v.channel[c]!;
    const total = now - v.wroteAt[c]!;
    const written = now - v.workStartedAt[c]!;
    const cells = this.#intervals.counts;
    this.response[stream]!.record(total);
    counts[s + SEEN.workWait]! += total - written;
    const asked = this.#intervals.cell(this.#intervals.at(v.wroteAt[c]!), channel);
    cells[asked + CELL.responses]! += 1;
    cells[asked + CELL.response]! += total;
    if (!first) {
      if (total <= this.#laterWithin[channel]!) counts[s + SEEN.laterWithin]! += 1;
      return;
    }
    this.firstResponse[stream]!.record(total);
    const queued = v.queuedSeconds[c]!;
    counts[s + SEEN.inQueue]! += queued;
    counts[s + SEEN.inWorkspace]! += total - queued - written;
    counts[s + SEEN.beingWritten]! += written;
    cells[asked + CELL.answered]! += 1;
    cells[asked + CELL.firstResponse]! += total;
    if (total > this.#firstWithin[channel]!) return;
    counts[s + SEEN.firstWithin]! += 1;
    cells[asked + CELL.withinTarget]! += 1;
  }

  ended(c: number, ending: number, followUp: boolean): void {
    const { now } = this.#floor;
    if (!this.#marks.has(c, MARK.counted)) return;
    const v = this.#conversations;
    const stream = v.stream[c]!;
    const s = stream * SEEN_SIZE;
    this.#counts[s + ending]! += 1;
    if (ending === ENDING.abandoned) {
      this.#intervals.counts[this.#arrivalCell(c) + CELL.abandoned]! += 1;
      this.#left(c, false);
    }
    if (v.answers[c]! > 0 && ending !== ENDING.abandonedSilently) {
      this.duration[stream]!.record(now - v.arrivedAt[c]!);
    }
    if (followUp || (ending !== ENDING.completed && ending !== ENDING.autoClosed)) return;
    if (v.threadArrivedAt[c]! < this.#from) return;
    this.#counts[s + SEEN.resolvedThreads]! += 1;
    this.#counts[s + SEEN.resolution]! += now - v.threadArrivedAt[c]!;
  }

  /** What is still open at the horizon, and which of it no service level can judge yet. */
  finish(): void {
    const { now } = this.#floor;
    const v = this.#conversations;
    for (let c = 0; c < this.#marks.size; c++) {
      if (!this.#marks.has(c, MARK.open) || !this.#marks.has(c, MARK.counted)) continue;
      const s = v.stream[c]! * SEEN_SIZE;
      this.#counts[s + SEEN.openAtEnd]! += 1;
      if (!Number.isNaN(v.wroteAt[c]!) && v.ghost[c] === 0) this.#counts[s + SEEN.owedAtEnd]! += 1;
      const inside = now - v.arrivedAt[c]! <= this.#firstWithin[v.channel[c]!]!;
      if (!inside || v.origin[c] === ORIGIN.agentFollowUp) continue;
      if (!this.#marks.has(c, MARK.assigned)) this.#counts[s + SEEN.undecidedInQueue]! += 1;
      if (v.answers[c]! > 0 || v.ghost[c] === 1) continue;
      this.#counts[s + SEEN.undecided]! += 1;
      this.#intervals.counts[this.#arrivalCell(c) + CELL.countedOut]! += 1;
    }
  }

  /** The consumer gives up waiting for the first answer. */
  #left(c: number, silently: boolean): void {
    const { now } = this.#floor;
    const v = this.#conversations;
    if (now - v.arrivedAt[c]! > this.#firstWithin[v.channel[c]!]!) return;
    const s = v.stream[c]! * SEEN_SIZE;
    this.#counts[s + SEEN.leftWithin]! += 1;
    this.#intervals.counts[this.#arrivalCell(c) + CELL.countedOut]! += 1;
    // A silent leaver keeps its place and is still assigned.
    if (!silently && !this.#marks.has(c, MARK.assigned)) this.#counts[s + SEEN.leftQueueWithin]! += 1;
  }

  #resumed(s: number, knownBy: number, login: number): void {
    if (knownBy < 0) return;
    const { person } = this.#floor.logins;
    this.#counts[s + SEEN.resumedAssigned]! += 1;
    if (person[knownBy] === person[login]) this.#counts[s + SEEN.resumedSameAgent]! += 1;
  }

  #arrivalCell(c: number): number {
    const v = this.#conversations;
    return this.#intervals.cell(this.#intervals.at(v.arrivedAt[c]!), v.channel[c]!);
  }
}
