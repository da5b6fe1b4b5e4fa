/** Per reporting interval and channel: counts and waits by arrival, time shares where the time passed. */
import type { Seconds } from '../base/units.js';
import type { Floor } from '../engine/observer.js';
import { CHANNELS, type Calendar } from '../scenario/types.js';
import { ratio } from './noData.js';
import type { IntervalRow } from './runReport.js';

/** Fields of one cell of `Intervals.counts`. */
export const CELL = {
  offered: 0,
  /** Opened by a consumer: those that have a wait. */
  byConsumer: 1,
  abandoned: 2,
  assigned: 3,
  queueWait: 4,
  answered: 5,
  firstResponse: 6,
  withinTarget: 7,
  /** Left inside the target, or still waiting inside it at the horizon: counted out of the service level. */
  countedOut: 8,
  responses: 9,
  response: 10,
  offeredWork: 11,
} as const;
const CELL_SIZE = 12;

/** Totals since the start of statistics, per channel; an interval's share is the difference of two of them. */
export interface ChannelTotals {
  readonly queueSeconds: number;
  readonly openSeconds: number;
  readonly signedInSeconds: number;
  readonly signedInForBothSeconds: number;
  readonly workedSeconds: number;
}

const NOTHING: ChannelTotals = {
  queueSeconds: 0,
  openSeconds: 0,
  signedInSeconds: 0,
  signedInForBothSeconds: 0,
  workedSeconds: 0,
};

export class Intervals {
  readonly counts: Float64Array;
  readonly #calendar: Calendar;
  /** The present interval, and its beginning. */
  #present = 0;
  #start: Seconds = 0;
  readonly #passed: ChannelTotals[] = [];
  #before: readonly ChannelTotals[] = CHANNELS.map(() => NOTHING);

  constructor(floor: Floor) {
    this.#calendar = floor.scenario.calendar;
    this.counts = new Float64Array(this.#calendar.intervalLabels.length * CHANNELS.length * CELL_SIZE);
  }

  /** End of the present interval; Infinity after the last. */
  get end(): Seconds {
    return this.#calendar.intervalBounds[this.#present + 1] ?? Infinity;
  }

  /** The interval that a past instant lies in, nearly always the present one; the first for what waited before the start. */
  at(instant: Seconds): number {
    if (instant >= this.#start) return this.#present;
    const { intervalBounds } = this.#calendar;
    let interval = this.#present;
    while (interval > 0 && intervalBounds[interval]! > instant) interval--;
    return interval;
  }

  /** Where the cell of this interval and channel begins in `counts`. */
  cell(interval: number, channel: number): number {
    return (interval * CHANNELS.length + channel) * CELL_SIZE;
  }

  /** The present interval is over; `totals` by channel. */
  close(totals: readonly ChannelTotals[]): void {
    totals.forEach((now, channel) => {
      const before = this.#before[channel]!;
      this.#passed.push({
        queueSeconds: now.queueSeconds - before.queueSeconds,
        openSeconds: now.openSeconds - before.openSeconds,
        signedInSeconds: now.signedInSeconds - before.signedInSeconds,
        signedInForBothSeconds: now.signedInForBothSeconds - before.signedInForBothSeconds,
        workedSeconds: now.workedSeconds - before.workedSeconds,
      });
    });
    this.#before = totals;
    this.#start = this.end;
    this.#present++;
  }

  /** The totals start again from 0, as statistics begin. */
  restart(): void {
    this.#before = CHANNELS.map(() => NOTHING);
  }

  /** Rows of the intervals that end after `from`, for the channels asked for. */
  rows(from: number, channels: readonly number[]): IntervalRow[] {
    const { intervalLabels, intervalBounds } = this.#calendar;
    return intervalLabels.flatMap((_, i) =>
      intervalBounds[i + 1]! > from ? channels.map((channel) => this.#row(i, channel, from)) : [],
    );
  }

  #row(interval: number, channel: number, from: number): IntervalRow {
    const { intervalBounds, intervalLabels } = this.#calendar;
    const start = intervalBounds[interval]!;
    const seconds = intervalBounds[interval + 1]! - Math.max(start, from);
    const cell = this.cell(interval, channel);
    const count = (field: number): number => this.counts[cell + field]!;
    const passed = this.#passed[interval * CHANNELS.length + channel] ?? NOTHING;
    return {
      start,
      label: intervalLabels[interval]!,
      channel: CHANNELS[channel]!,
      offered: count(CELL.offered),
      assigned: count(CELL.assigned),
      answered: count(CELL.answered),
      responses: count(CELL.responses),
      abandoned: count(CELL.abandoned),
      queueWaitSeconds: ratio(count(CELL.queueWait), count(CELL.assigned)),
      firstResponseSeconds: ratio(count(CELL.firstResponse), count(CELL.answered)),
      responseSeconds: ratio(count(CELL.response), count(CELL.responses)),
      withinTargetShare: ratio(count(CELL.withinTarget), count(CELL.byConsumer) - count(CELL.countedOut)),
      queueLength: passed.queueSeconds / seconds,
      openConversations: passed.openSeconds / seconds,
      peopleSignedIn: passed.signedInSeconds / seconds,
      peopleSignedInForBoth: passed.signedInForBothSeconds / seconds,
      workedSeconds: passed.workedSeconds,
      offeredWorkSeconds: count(CELL.offeredWork),
    };
  }
}
