// Arrivals: the rate asked for, interval by interval, and days as busy as the gamma law says.
import { describe, expect, test } from 'vitest';
import { DAY, HOUR } from '../../src/base/units.js';
import { randomBlocks, randomStream } from '../../src/base/random.js';
import type { Arrivals } from '../../src/scenario/types.js';
import { arrivalTimes } from '../../src/traffic/arrivals.js';
import { dayFactors } from '../../src/traffic/busyness.js';
import { massOf, ratePieces, type RatePiece } from '../../src/traffic/rate.js';
import { chiSquareScore, correlation, momentsOf } from '../support/sample.js';

type Poisson = Extract<Arrivals, { kind: 'poisson' }>;

const timesOf = (
  arrivals: Arrivals,
  key: string | number,
  dayStarts = [0, DAY],
  factors: Float64Array | null = null,
) => {
  const arrive = arrivalTimes(arrivals, dayStarts, factors, randomBlocks('arrivals', key));
  const times: number[] = [];
  for (let at = arrive.next(); at < Infinity; at = arrive.next()) times.push(at);
  expect(arrive.next()).toBe(Infinity);
  return times;
};

const countIn = (times: readonly number[], bounds: readonly number[]) => {
  const counts = new Float64Array(bounds.length - 1);
  let cell = 0;
  for (const at of times) {
    while (at >= bounds[cell + 1]!) cell++;
    counts[cell]!++;
  }
  return counts;
};

/** Unequal intervals with a closed one between. */
const BOUNDS = [8, 8.5, 9, 11, 12, 13, 13.25, 14].map((hour) => hour * HOUR);
const EXPECTED = [4000, 6000, 30_000, 0, 9000, 2500, 5000];

describe.each(['constant', 'linear'] as const)('a Poisson process of %s rate', (shape) => {
  const arrivals: Poisson = { kind: 'poisson', bounds: BOUNDS, expected: EXPECTED, shape };

  test('has the expected count in every interval, none in a closed one, in order (chi-square, 3.5 s.e.)', () => {
    const times = timesOf(arrivals, shape);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    const counts = countIn(times, BOUNDS);
    expect(counts[3]).toBe(0);
    const open = [0, 1, 2, 4, 5, 6];
    const score = chiSquareScore(
      open.map((i) => counts[i]!),
      open.map((i) => EXPECTED[i]!),
    );
    expect(Math.abs(score)).toBeLessThan(3.5);
  });

  test('follows its rate within the intervals (chi-square over 5-minute cells, 3.5 s.e.)', () => {
    const cells = Array.from({ length: 36 + 1 }, (_, i) => 8 * HOUR + i * 300);
    const pieces = ratePieces(arrivals, [], null);
    const counts = countIn(
      timesOf({ ...arrivals, bounds: BOUNDS.slice(0, 4), expected: EXPECTED.slice(0, 3) }, shape),
      cells,
    );
    const expected = cells.slice(1).map((end, i) => massBetween(pieces, cells[i]!, end));
    expect(Math.abs(chiSquareScore(counts, expected))).toBeLessThan(3.5);
  });

  test('brings every arrival forward when the volume grows: runs at two volumes stay in step', () => {
    const more = { ...arrivals, expected: EXPECTED.map((count) => count * 1.1) };
    const times = timesOf(arrivals, 'step');
    const earlier = timesOf(more, 'step');
    expect(times.every((at, i) => earlier[i]! <= at)).toBe(true);
  });
});

/** Integral of a piecewise-linear rate: the trapezoid is exact within a piece. */
function massBetween(pieces: readonly RatePiece[], start: number, end: number): number {
  let mass = 0;
  for (const piece of pieces) {
    const from = Math.max(start, piece.start);
    const to = Math.min(end, piece.end);
    if (from >= to) continue;
    const middle = ((from + to) / 2 - piece.start) / (piece.end - piece.start);
    mass += (piece.from + (piece.to - piece.from) * middle) * (to - from);
  }
  return mass;
}

describe('a linear rate', () => {
  const piecesOf = (bounds: readonly number[], expected: readonly number[]) =>
    ratePieces({ kind: 'poisson', bounds, expected, shape: 'linear' }, [], null);

  test('keeps the total of every interval exactly, is never negative, and joins at the bounds', () => {
    const pieces = piecesOf(BOUNDS, EXPECTED);
    EXPECTED.forEach((count, i) => {
      expect(massBetween(pieces, BOUNDS[i]!, BOUNDS[i + 1]!)).toBeCloseTo(count, 6);
    });
    for (const piece of pieces) expect(Math.min(piece.from, piece.to)).toBeGreaterThanOrEqual(0);
    const opened = pieces.filter((piece) => massOf(piece) > 0 && piece.end <= 11 * HOUR);
    opened.slice(1).forEach((piece, i) => {
      expect(piece.from).toBeCloseTo(opened[i]!.to, 12);
    });
  });

  test('is one straight line where the volumes lie on one, unequal intervals included', () => {
    const bounds = [0, 10, 20, 40, 50];
    const rate = (at: number) => 3 + 0.2 * at;
    const expected = bounds
      .slice(1)
      .map((end, i) => ((rate(bounds[i]!) + rate(end)) / 2) * (end - bounds[i]!));
    for (const piece of piecesOf(bounds, expected)) {
      expect(piece.from).toBeCloseTo(rate(piece.start), 9);
      expect(piece.to).toBeCloseTo(rate(piece.end), 9);
    }
  });

  test('stays constant in an interval too small for its neighbours', () => {
    const pieces = piecesOf([0, 10, 20, 30], [1000, 10, 1000]);
    expect(pieces.filter(({ start }) => start === 10)).toEqual([{ start: 10, end: 20, from: 1, to: 1 }]);
  });
});

test('replay gives back the logged times in order', () => {
  expect(timesOf({ kind: 'replay', times: [30, 10, 10.5, 20] }, 'replay')).toEqual([10, 10.5, 20, 30]);
});

describe('busyness', () => {
  test('PG-1: counts of a gamma-busy day are negative binomial (oracle PG-1, 3.5 s.e.)', () => {
    const perHour = [100, 150, 150, 180, 200, 150, 150, 150, 120, 100, 80, 70, 60];
    const days = 4000;
    const dayStarts = Array.from({ length: days + 1 }, (_, d) => d * DAY);
    const factor = { name: 'day', cv: Math.sqrt(1 / 10), lag1: 0 };
    const arrivals: Poisson = {
      kind: 'poisson',
      bounds: [
        ...dayStarts.slice(0, -1).flatMap((start) => Array.from({ length: 14 }, (_, h) => start + h * HOUR)),
        days * DAY,
      ],
      expected: Array.from({ length: days }, () => [...perHour, 0]).flat(),
      shape: 'constant',
    };
    const times = timesOf(arrivals, 'PG-1', dayStarts, dayFactors(factor, days, randomStream('PG-1')));
    const counts = countIn(times, arrivals.bounds);
    const hour = (h: number) => Float64Array.from({ length: days }, (_, d) => counts[14 * d + h]!);
    const totals = momentsOf(countIn(times, dayStarts));

    expect(Math.abs(totals.mean - 1660)).toBeLessThan(3.5 * totals.meanError);
    expect(Math.abs(totals.variance - 526.5168563303553 ** 2)).toBeLessThan(3.5 * totals.varianceError);
    expect(Math.abs(totals.variance / totals.mean - 167)).toBeLessThan(
      3.5 * (totals.varianceError / totals.mean),
    );
    const first = momentsOf(hour(0));
    expect(Math.abs(first.variance / first.mean - 11)).toBeLessThan(3.5 * (first.varianceError / first.mean));
    const busiest = momentsOf(hour(4));
    expect(Math.abs(busiest.variance / busiest.mean - 21)).toBeLessThan(
      3.5 * (busiest.varianceError / busiest.mean),
    );
    // s.e. of a correlation r is about (1 − r²)/√n.
    const r = 0.9231861823449955;
    expect(Math.abs(correlation(hour(0), hour(1)) - r)).toBeLessThan((3.5 * (1 - r * r)) / Math.sqrt(days));
  });

  test('factors have mean 1, the stated cv, gamma skewness, and days alike at lag 1 and 2 (3.5 s.e.)', () => {
    const days = 100_000;
    for (const [cv, lag1] of [
      [0.063, 0.63],
      [0.3, 0],
      [1, 0.5],
    ] as const) {
      const factors = dayFactors({ name: 'day', cv, lag1 }, days, randomStream('factors', cv));
      const { mean, variance, meanError, varianceError } = momentsOf(factors);
      // Days alike carry less: an AR(1) series of n days tells the mean as n·(1 − r)/(1 + r) independent ones do.
      const inflation = Math.sqrt((1 + lag1) / (1 - lag1));
      expect(Math.abs(mean - 1)).toBeLessThan(3.5 * inflation * meanError);
      expect(Math.abs(variance - cv ** 2)).toBeLessThan(3.5 * inflation * varianceError);
      // P(Gamma < its mean) at shape 1 is 1 − 1/e, far from a lognormal's or a normal's.
      if (cv === 1) {
        const below = factors.filter((factor) => factor < 1).length / days;
        expect(Math.abs(below - (1 - 1 / Math.E))).toBeLessThan((3.5 * inflation * 0.49) / Math.sqrt(days));
      }
      // With a small cv the gamma scores are nearly normal, and the correlation is lag1 itself.
      if (cv < 0.5) {
        expect(Math.abs(correlation(factors.subarray(1), factors.subarray(0, -1)) - lag1)).toBeLessThan(
          0.012,
        );
        expect(Math.abs(correlation(factors.subarray(2), factors.subarray(0, -2)) - lag1 ** 2)).toBeLessThan(
          0.02,
        );
      }
    }
  });

  test('no spread means every factor is 1', () => {
    expect([...dayFactors({ name: 'day', cv: 0, lag1: 0.5 }, 3, randomStream('none'))]).toEqual([1, 1, 1]);
  });

  test('a day is a local day: an interval over midnight is cut there, a 23-hour day included', () => {
    const dayStarts = [0, 23 * HOUR, 47 * HOUR];
    const pieces = ratePieces(
      { kind: 'poisson', bounds: [0, 47 * HOUR], expected: [47], shape: 'constant' },
      dayStarts,
      Float64Array.of(2, 0.5),
    );
    expect(pieces.map(({ start, end }) => [start / HOUR, end / HOUR])).toEqual([
      [0, 23],
      [23, 47],
    ]);
    expect(pieces.map(massOf)).toEqual([expect.closeTo(46, 9), expect.closeTo(12, 9)]);
  });
});
