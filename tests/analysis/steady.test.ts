// One long run: MSER-5 and batch means against oracle STAT-1, what is refused, and runs of the engine that have a long run.
import { describe, expect, test } from 'vitest';
import type { RunJobs } from '../../src/analysis/jobs.js';
import { longRun, type LongRun } from '../../src/analysis/longRun.js';
import { batchMeans, mser5, type BatchMeans } from '../../src/analysis/steady.js';
import { DAY, HOUR } from '../../src/base/units.js';
import { inProcess } from '../../src/cluster/inProcess.js';
import type { IntervalRow } from '../../src/metrics/runReport.js';
import { cycleOf } from '../../src/scenario/cycle.js';
import type { Scenario } from '../../src/scenario/types.js';
import { simulate } from '../../src/simulate.js';
import { reportOf } from '../cluster/fakeSimulate.js';
import { atTimes, peopleOf, perHour, scenarioOf, streamOf } from '../support/scenarioOf.js';
import { HALF_HOUR, intervalRow } from './intervalRow.js';

/** STAT-1: a linear congruential generator drives an AR(1) on top of a decay. */
function oracleSeries(): number[] {
  let s = 20240501n;
  let z = 0;
  return Array.from({ length: 1000 }, (_, i) => {
    s = (1103515245n * s + 12345n) % 2n ** 31n;
    z = 0.7 * z + (Number(s) / 2 ** 31 - 0.5);
    return 10 + z + 12 * Math.exp(-i / 40);
  });
}

const rowOf = (openConversations: number, i: number): IntervalRow => intervalRow(i, { openConversations });

describe('one long run (oracle STAT-1)', () => {
  const series = oracleSeries();

  test('MSER-5 drops 135 observations', () => {
    expect(series[0]).toBeCloseTo(21.976135258562863, 12);
    expect(series[999]).toBeCloseTo(9.617245574071678, 12);
    const { dropped, statistic, settled } = mser5(series);
    expect([dropped, settled]).toEqual([135, true]);
    expect(statistic).toBeCloseTo(0.0006423916138880906, 14);
  });

  test('20 batch means of the rest give mean, deviation and half-width', () => {
    expect(batchMeans(series.slice(135))).toEqual({
      mean: expect.closeTo(9.998471440932175, 12) as number,
      deviation: expect.closeTo(0.16151666624461078, 12) as number,
      halfWidth: expect.closeTo(0.07559212667939579, 8) as number,
      batches: 20,
    });
  });
});

describe('no interval is given', () => {
  const refusal = (result: object): string => ('refused' in result ? String(result.refused) : 'given');

  test('with fewer than ten batches, or fewer observations than batches', () => {
    expect(refusal(batchMeans(oracleSeries(), 9))).toMatch(/9 batches are too few/);
    expect(refusal(batchMeans([1, 2, 3]))).toMatch(/too short/);
  });

  test('when neighbouring batches are alike: a walk that never forgets', () => {
    let at = 0;
    const walk = oracleSeries().map((x) => (at += x - 10));
    expect(refusal(batchMeans(walk))).toMatch(/alike/);
  });

  test('when a batch saw no conversation to average over', () => {
    const none = oracleSeries().map((_, i) => (i < 100 ? 0 : 1));
    expect(refusal(batchMeans(oracleSeries(), 20, none))).toMatch(/no conversations/);
  });
});

describe('long runs', () => {
  const scenario = scenarioOf({ days: 21, streams: [streamOf({ arrivals: perHour(60, 21) })] });
  const told = async (
    courses: Readonly<Record<string, readonly IntervalRow[]>>,
    asked: Scenario = scenario,
  ): Promise<LongRun> => {
    const names = Object.keys(courses);
    const [first, ...others] = names.map((name) => ({ name, scenario: asked, mode: name }));
    const runJobs: RunJobs = (jobs, finished) => {
      for (const job of jobs) {
        const intervals = courses[names[job.candidate]!]!;
        finished(job, { ...reportOf(asked, names[job.candidate]!, job.replication, {}), intervals });
      }
      return Promise.resolve();
    };
    return (await longRun([first!, ...others], runJobs)) as LongRun;
  };
  const valueOf = ({ values }: LongRun, candidate: string, measure: string): object | undefined =>
    values.find((value) => value.candidate === candidate && value.measure === measure)?.result;
  const series = oracleSeries();

  test('have one warm-up, the longest that MSER-5 finds for any of them, or the fixed one of the scenario', async () => {
    const slow = series.map((value, i) => value + 12 * Math.exp(-i / 90));
    const run = await told({ quick: series.map(rowOf), slow: slow.map(rowOf) });
    const longest = mser5(slow).dropped;
    expect(longest).toBeGreaterThan(135);
    expect(run).toMatchObject({ warmUp: longest * HALF_HOUR, unavailable: [] });
    expect(run.method).toMatch(/^warm-up by MSER-5 on the number of open conversations.*of intervals$/);
    expect(valueOf(run, 'quick', 'openConversations')).toEqual(batchMeans(series.slice(longest)));
    const fixed = await told({ one: series.map(rowOf) }, { ...scenario, warmUp: 40 * HALF_HOUR });
    expect(fixed).toMatchObject({ warmUp: 40 * HALF_HOUR });
    expect(fixed.method).toMatch(/^warm-up as the scenario/);
    expect(valueOf(fixed, 'one', 'openConversations')).toEqual(batchMeans(series.slice(40)));
  });

  test('average waits over conversations, not over intervals', async () => {
    const rows = series.map((openConversations, i) =>
      intervalRow(i, { openConversations, queueWaitSeconds: i % 2 ? 20 : 10, assigned: i % 2 ? 3 : 1 }),
    );
    const result = valueOf(
      await told({ one: rows }, { ...scenario, warmUp: 200 * HALF_HOUR }),
      'one',
      'queueWaitMean',
    );
    expect(result).toMatchObject({ mean: 17.5, halfWidth: 0, batches: 20 });
  });

  test('are refused an interval when their beginning has no end within half the run, and any when nothing repeats', async () => {
    const run = await told({ falling: Array.from({ length: 400 }, (_, i) => rowOf(1000 / (1 + i), i)) });
    expect(run.values.map(({ result }) => 'refused' in result && result.refused)).toEqual(
      Array(4).fill(expect.stringMatching(/MSER-5/)),
    );
    const replay = scenarioOf({ streams: [streamOf({ arrivals: atTimes(60, 120) })] });
    expect(await told({ one: series.map(rowOf) }, replay)).toEqual({
      refused: expect.stringMatching(/repeats neither by .* use replications/) as string,
    });
  });

  test('of the engine as M/M/3 hold the exact wait of Erlang C', async () => {
    const effort = { kind: 'exponential', mean: 126 } as const;
    const stream = streamOf({ arrivals: perHour(60, 20), conversation: { effort } });
    const queue = scenarioOf({ days: 20, streams: [stream], people: peopleOf(3) });
    const candidates = [{ name: 'line', scenario: queue, mode: 'blended' }] as const;
    const run = (await longRun(candidates, inProcess(candidates, simulate))) as LongRun;
    const found = valueOf(run, 'line', 'queueWaitMean') as BatchMeans;
    // Load 0.7 of 3: chance to wait 0.4923, by the recursion of Erlang B; mean wait that × 126 / (3 × 0.3).
    const b = [1, 2, 3].reduce((last, n) => (2.1 * last) / (n + 2.1 * last), 1);
    const exact = ((b / (1 - 0.7 * (1 - b))) * 126) / 0.9;
    expect(Math.abs(found.mean - exact)).toBeLessThan(1.5 * found.halfWidth);
    expect(found.halfWidth).toBeLessThan(0.15 * exact);
  });
});

describe('a cycle', () => {
  const byDay = (expected: readonly number[]): Scenario =>
    scenarioOf({
      days: expected.length,
      streams: [
        streamOf({
          arrivals: {
            kind: 'poisson',
            bounds: expected.flatMap((_, d) => [d * DAY, d * DAY + 12 * HOUR]).concat(expected.length * DAY),
            expected: expected.flatMap((count) => [count, 0]),
            shape: 'constant',
          },
        }),
      ],
    });

  test('is an interval, a day or a week, the shortest that repeats; what is seen once is none', () => {
    expect(cycleOf(scenarioOf({ streams: [streamOf({ arrivals: perHour(60) })] }))?.words).toBe('interval');
    expect(cycleOf(byDay([90, 90]))).toEqual({ intervals: 48, words: 'day' });
    const week = [90, 80, 80, 80, 90, 40, 0];
    expect(cycleOf(byDay([...week, ...week]))).toEqual({ intervals: 336, words: 'week' });
    expect(cycleOf(byDay([90]))).toBeNull();
    expect(cycleOf(byDay([90, 80, 70]))).toBeNull();
  });
});
