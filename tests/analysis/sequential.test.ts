// The stopping rule: when it looks, and what it calls precise enough.
import { describe, expect, test } from 'vitest';
import { estimate } from '../../src/analysis/interval.js';
import { isPreciseEnough, nextLook, widest, type PrecisionGoal } from '../../src/analysis/sequential.js';

const goalOf = (atLeast: number, atMost: number): PrecisionGoal => ({
  relative: 0.25,
  measures: [],
  atLeast,
  atMost,
});

function looks(goal: PrecisionGoal): number[] {
  const seen: number[] = [];
  for (let n = nextLook(goal, 0); n !== seen.at(-1); n = nextLook(goal, n)) seen.push(n);
  return seen;
}

describe('precision', () => {
  test('looks come at 10, then half as many again each time, and last at the ceiling', () => {
    expect(looks(goalOf(1, 60))).toEqual([10, 15, 23, 35, 53, 60]);
    expect(looks(goalOf(40, 70))).toEqual([40, 60, 70]);
    expect(looks(goalOf(1, 4))).toEqual([4]);
  });

  test('the relative half-width must be at most γ/(1 + γ): 0.2 for γ = 0.25', () => {
    expect(isPreciseEnough(0.2, goalOf(10, 60))).toBe(true);
    expect(isPreciseEnough(0.201, goalOf(10, 60))).toBe(false);
    expect(isPreciseEnough(null, goalOf(10, 60))).toBe(false);
  });

  test('the widest counts; a mean of 0 and a missing interval are not precise; equal values are', () => {
    const of = (...values: number[]) => estimate(values)!;
    const wide = of(1, 3);
    expect(widest([of(9, 10), wide])).toBeCloseTo(wide.halfWidth! / 2, 12);
    expect(widest([of(9, 10), of(-1, 1)])).toBeNull();
    expect(widest([of(9, 10), of(5)])).toBeNull();
    expect(widest([of(0, 0)])).toBe(0);
    expect(widest([])).toBeNull();
  });
});
