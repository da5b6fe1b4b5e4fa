/** One long run per candidate, for questions without a closing time: one warm-up for all, batch means of what the intervals saw. */
import type { Seconds } from '../base/units.js';
import type { MeasureId } from '../metrics/measures.js';
import type { IntervalRow } from '../metrics/runReport.js';
import { cycleOf } from '../scenario/cycle.js';
import { CHANNELS, type Channel, type Scenario } from '../scenario/types.js';
import type { Comparison } from './comparison.js';
import { isUnavailable, type Candidate, type Outcome, type RunJobs } from './jobs.js';
import { batchMeans, mser5, type BatchMeans, type Refusal } from './steady.js';

/** What an interval tells of the long run, and how many conversations stand behind it; null: as a mean over time. */
const SERIES: readonly {
  readonly measure: MeasureId;
  readonly value: (row: IntervalRow) => number | null;
  readonly count: ((row: IntervalRow) => number) | null;
}[] = [
  { measure: 'queueWaitMean', value: (row) => row.queueWaitSeconds, count: (row) => row.assigned },
  { measure: 'firstResponseMean', value: (row) => row.firstResponseSeconds, count: (row) => row.answered },
  { measure: 'queueLength', value: (row) => row.queueLength, count: null },
  { measure: 'openConversations', value: (row) => row.openConversations, count: null },
];

export interface LongRunValue {
  readonly candidate: string;
  readonly channel: Channel;
  readonly measure: MeasureId;
  readonly result: BatchMeans | Refusal;
}

export interface LongRun {
  readonly scenario: string;
  readonly seed: string;
  readonly horizon: Seconds;
  /** The same for all candidates. */
  readonly warmUp: Seconds;
  /** How it was chosen, and what one observation is, in words. */
  readonly method: string;
  readonly values: readonly LongRunValue[];
  readonly unavailable: Comparison['unavailable'];
}

/** All candidates on one scenario; null when the signal was aborted: half a long run says nothing. */
export async function longRun(
  candidates: readonly [Candidate, ...Candidate[]],
  runJobs: RunJobs,
  signal?: AbortSignal,
): Promise<LongRun | Refusal | null> {
  const { scenario } = candidates[0];
  const cycle = cycleOf(scenario);
  if (cycle === null) {
    const why =
      'traffic or staffing repeats neither by the interval, the day nor the week within the horizon';
    return { refused: `${why}, so there is no long run to speak of: use replications` };
  }
  const outcomes = new Map<number, Outcome>();
  const jobs = candidates.map((_, candidate) => ({ candidate, replication: 0 }));
  await runJobs(jobs, ({ candidate }, outcome) => outcomes.set(candidate, outcome), signal);
  if (signal?.aborted) return null;
  const played = candidates.flatMap(({ name }, c) => {
    const outcome = outcomes.get(c);
    if (outcome === undefined || isUnavailable(outcome)) return [];
    const rows = outcome.intervals.filter(({ start }) => start >= scenario.warmUp);
    return [{ name, rows: CHANNELS.map((channel) => rows.filter((row) => row.channel === channel)) }];
  });
  const courses = played.map(({ rows }) => inCycles(total(rows), cycle.intervals));
  const { dropped, warmUp, method, settled } = truncationOf(scenario, courses, cycle.intervals);
  return {
    scenario: scenario.name,
    seed: scenario.seed,
    horizon: scenario.calendar.horizon,
    warmUp,
    method: `${method}; batch means of ${cycle.words === 'interval' ? 'intervals' : `whole ${cycle.words}s`}`,
    values: played.flatMap(({ name, rows }) =>
      rows.flatMap((own) => (own.length === 0 ? [] : valuesOf(name, own, dropped, cycle.intervals, settled))),
    ),
    unavailable: candidates.flatMap(({ name }, c) => {
      const outcome = outcomes.get(c);
      return outcome !== undefined && isUnavailable(outcome) ? [{ name, reason: outcome.unavailable }] : [];
    }),
  };
}

/** The scenario's fixed period, or else the longest that MSER-5 finds for any candidate's open conversations. */
function truncationOf(
  { warmUp, calendar }: Scenario,
  courses: readonly (readonly number[])[],
  cycle: number,
): { dropped: number; warmUp: Seconds; method: string; settled: boolean } {
  if (warmUp > 0)
    return { dropped: 0, warmUp, method: "warm-up as the scenario's warmUp says", settled: true };
  const found = courses.map((course) => mser5(course));
  const dropped = Math.max(0, ...found.map((one) => one.dropped)) * cycle;
  return {
    dropped,
    warmUp: dropped * calendar.interval,
    method: "warm-up by MSER-5 on the number of open conversations, the longest of all candidates'",
    settled: found.every(({ settled }) => settled),
  };
}

function valuesOf(
  candidate: string,
  rows: readonly IntervalRow[],
  dropped: number,
  cycle: number,
  settled: boolean,
): LongRunValue[] {
  const channel = rows[0]?.channel ?? CHANNELS[0];
  const kept = rows.slice(dropped);
  return SERIES.map(({ measure, value, count }) => {
    const weights = kept.map((row) => (count === null ? 1 : count(row)));
    const totals = inCycles(
      kept.map((row, i) => (value(row) ?? 0) * (weights[i] ?? 0)),
      cycle,
    );
    const sizes = inCycles(weights, cycle);
    const means = totals.map((sum, i) => (sizes[i] === 0 ? 0 : sum / (sizes[i] ?? 1)));
    const result = settled
      ? batchMeans(means, undefined, sizes)
      : { refused: 'MSER-5 found no end of the warm-up in the first half of the run: run longer' };
    return { candidate, channel, measure, result };
  });
}

/** Open conversations of both channels, interval by interval. */
function total(rows: readonly (readonly IntervalRow[])[]): number[] {
  const [first = [], second = []] = rows.filter((own) => own.length > 0);
  return first.map((row, i) => row.openConversations + (second[i]?.openConversations ?? 0));
}

/** Sums over whole cycles; what does not fill one at the end is dropped. */
function inCycles(values: readonly number[], cycle: number): number[] {
  return Array.from({ length: Math.floor(values.length / cycle) }, (_, c) =>
    values.slice(c * cycle, (c + 1) * cycle).reduce((sum, value) => sum + value, 0),
  );
}
