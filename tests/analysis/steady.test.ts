// One long run: MSER-5 and batch means against oracle STAT-1, and what is refused.
import { describe, expect, test } from 'vitest';
import { batchMeans, mser5, steadyState } from '../../src/analysis/steady.js';
import type { IntervalRow } from '../../src/metrics/runReport.js';
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

  test('from interval rows: MSER-5 or a fixed period, and it says which', () => {
    const rows = series.map(rowOf);
    const chosen = steadyState(rows, 'chat', 'openConversations', HALF_HOUR, null);
    expect(chosen).toMatchObject({ warmUp: 135 * HALF_HOUR, method: 'warm-up by MSER-5, batch means' });
    expect(chosen.result).toEqual(batchMeans(series.slice(135)));
    const fixed = steadyState(rows, 'chat', 'openConversations', HALF_HOUR, 40 * HALF_HOUR);
    expect(fixed).toMatchObject({ warmUp: 40 * HALF_HOUR, method: 'fixed warm-up, batch means' });
    expect(fixed.result).toEqual(batchMeans(series.slice(40)));
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

  test('when the beginning has no end within half the run', () => {
    const falling = Array.from({ length: 400 }, (_, i) => rowOf(1000 / (1 + i), i));
    expect(refusal(steadyState(falling, 'chat', 'openConversations', HALF_HOUR, null).result)).toMatch(
      /MSER-5/,
    );
  });
});
