/** Recognises a queue that grows all day, whose mean wait would only say how long the run was. */
import type { Seconds, Share } from '../base/units.js';
import type { IntervalRow, PersonRow, RunReport } from '../metrics/runReport.js';
import { CHANNELS, type ByChannel, type Channel } from '../scenario/types.js';
import type { GrowingQueue } from './comparison.js';
import { halfWidth, mean } from './interval.js';

/** Growth goes on when each step from third to third of the staffed time has at least this part of the whole. */
const STEADY_PART: Share = 0.25;
/** Less than this part of the offered conversations in the queue at the end is an ordinary evening, not a growing queue. */
const LEFT_OVER: Share = 0.03;
/** Hands this full have no time left. */
const NO_TIME_LEFT: Share = 0.95;
/** Less surplus than this is not worth a number. */
const WORTH_SAYING: Share = 0.005;

/** One replication's queue of one channel over the time in which somebody is signed in for it. */
interface QueueTrend {
  /** Mean queue length in each third of that time. */
  readonly thirds: readonly [number, number, number];
  readonly atEnd: number;
  readonly offered: number;
}

/** Collects queue trends replication by replication. */
export class Stability {
  private readonly trends: ByChannel<QueueTrend[]> = { chat: [], messaging: [] };
  /** Every replication of a candidate carries its streams alike. */
  private carries: RunReport['carries'] = { chat: [], messaging: [] };

  add(report: RunReport): void {
    this.carries = report.carries;
    for (const channel of CHANNELS) {
      const trend = trendOf(report.intervals.filter((row) => row.channel === channel));
      if (trend !== null) this.trends[channel].push(trend);
    }
  }

  /** `interval`: how long one is; `intervals` and `people` are averages over the replications added. */
  growingQueues(
    interval: Seconds,
    intervals: readonly IntervalRow[],
    people: readonly PersonRow[],
  ): GrowingQueue[] {
    return CHANNELS.filter((channel) => grows(this.trends[channel])).map((channel) => ({
      scopes: ['all', channel, ...this.carries[channel].map((name) => `stream:${name}`)],
      sentence: `${channel} queue grows all day: ${reason(channel, interval, intervals, people)}`,
    }));
  }
}

function trendOf(rows: readonly IntervalRow[]): QueueTrend | null {
  const staffed = rows.filter((row) => row.peopleSignedIn > 0);
  const last = staffed.at(-1);
  if (last === undefined || staffed.length < 3) return null;
  const lengths = staffed.map((row) => row.queueLength);
  const third = (i: number): number =>
    mean(lengths.slice(Math.round((i * lengths.length) / 3), Math.round(((i + 1) * lengths.length) / 3)));
  return { thirds: [third(0), third(1), third(2)], atEnd: last.queueLength, offered: total(rows, 'offered') };
}

/** The mean queue grows on and on, much of the demand is left in it, and growth is beyond chance where that can be judged. */
function grows(trends: readonly QueueTrend[]): boolean {
  if (trends.length === 0) return false;
  const third = (i: 0 | 1 | 2): number => mean(trends.map(({ thirds }) => thirds[i]));
  const growth = trends.map(({ thirds }) => thirds[2] - thirds[0]);
  const step = STEADY_PART * mean(growth);
  const beyondChance = mean(growth) > (halfWidth(growth) ?? 0);
  return (
    beyondChance &&
    third(1) - third(0) >= step &&
    third(2) - third(1) >= step &&
    mean(trends.map(({ atEnd }) => atEnd)) >= LEFT_OVER * mean(trends.map(({ offered }) => offered))
  );
}

function reason(
  channel: Channel,
  interval: Seconds,
  intervals: readonly IntervalRow[],
  people: readonly PersonRow[],
): string {
  const own = intervals.filter((row) => row.channel === channel && row.peopleSignedIn > 0);
  const others = intervals.filter((row) => row.channel !== channel);
  const worked = total(own, 'workedSeconds');
  // People signed in for both channels at once have only the time that the other channel leaves them.
  const signedIn = total(own, 'peopleSignedIn') * interval;
  const elsewhere = total(others, 'peopleSignedIn') * interval;
  const onShift = people.reduce((sum, { shiftSeconds }) => sum + shiftSeconds, 0);
  const smaller = Math.min(signedIn, elsewhere);
  const shared = smaller > 0 ? Math.min(1, Math.max(0, (signedIn + elsewhere - onShift) / smaller)) : 0;
  const available = signedIn - shared * total(others, 'workedSeconds');
  const surplus = total(own, 'offeredWorkSeconds') / available - 1;
  if (available > 0 && surplus >= WORTH_SAYING) {
    return `${Math.max(1, Math.round(100 * surplus))} % more work than people`;
  }
  return worked >= NO_TIME_LEFT * available
    ? 'the bare work would fit, but switching and slow-down leave people no time'
    : 'people have time left, so caps, skills or sign-in hours hold it back';
}

function total(
  rows: readonly IntervalRow[],
  field: 'offered' | 'peopleSignedIn' | 'workedSeconds' | 'offeredWorkSeconds',
): number {
  return rows.reduce((sum, row) => sum + row[field], 0);
}
