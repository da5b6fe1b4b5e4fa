// Means, t intervals, paired differences and standings against numbers known from elsewhere or worked by hand.
import { describe, expect, test } from 'vitest';
import { estimate, halfWidth, tQuantile, variance } from '../../src/analysis/interval.js';
import { pairedDifferences, type Contender } from '../../src/analysis/paired.js';
import { standings } from '../../src/analysis/standings.js';

function contender(name: string, values: readonly (number | null)[]): Contender {
  const found = estimate(values);
  if (found === null) throw new Error(`${name} has no data`);
  return { name, estimate: found };
}

describe('t intervals', () => {
  test('quantiles of Student’s t are those of scipy (oracle STAT-2)', () => {
    const table = [
      [0.975, 9, 2.262157162798205],
      [0.975, 29, 2.045229642132703],
      [0.95, 19, 1.7291328115213682],
      [0.995833, 2, 10.885425714514394],
    ] as const;
    for (const [p, freedom, exact] of table) expect(tQuantile(p, freedom) / exact).toBeCloseTo(1, 7);
  });

  test('mean, deviation and half-width of 2, 4, 9 are 5, √13 and t·√13/√3', () => {
    expect(estimate([2, 4, 9])).toEqual({
      mean: 5,
      halfWidth: expect.closeTo((4.302652729696142 * Math.sqrt(13)) / Math.sqrt(3), 6) as number,
      n: 3,
      values: [2, 4, 9],
    });
  });

  test('one value has no interval; none has no estimate; a missing one is not counted', () => {
    expect(estimate([7])).toEqual({ mean: 7, halfWidth: null, n: 1, values: [7] });
    expect(estimate([null, null])).toBeNull();
    expect(estimate([1, null, 3])).toMatchObject({ mean: 2, n: 2, values: [1, null, 3] });
  });

  test('equal values have width exactly 0, whatever binary fractions they are', () => {
    expect(variance([0.1, 0.1, 0.1])).toBe(0);
    expect(halfWidth([0.7, 0.7, 0.7, 0.7, 0.7, 0.7])).toBe(0);
  });
});

describe('paired differences', () => {
  const a = contender('a', [10, 20, 30, null]);
  const b = contender('b', [11, 22, 30, 5]);
  const c = contender('c', [20, 31, 39, 4]);

  test('one pair: a t interval of the differences; three pairs: the same with Bonferroni’s α/3', () => {
    const [alone] = pairedDifferences('chat', 'wait', 'lower', [a, b]);
    expect(alone).toMatchObject({ a: 'a', b: 'b', better: null });
    expect(alone?.difference).toMatchObject({ mean: -1, n: 3, values: [-1, -2, 0, null] });
    expect(alone?.difference.halfWidth).toBeCloseTo(4.302652729696142 / Math.sqrt(3), 6);
    expect(alone?.adjustedHalfWidth).toBe(alone?.difference.halfWidth);

    const three = pairedDifferences('chat', 'wait', 'lower', [a, b, c]);
    expect(three.map((pair) => pair.a + pair.b)).toEqual(['ab', 'ac', 'bc']);
    // With 2 degrees of freedom the quantile has a closed form; here it leaves 0.05/6 on each side.
    const inside = 1 - 0.05 / 3;
    const t = inside * Math.sqrt(2 / (1 - inside ** 2));
    expect(three[0]?.adjustedHalfWidth).toBeCloseTo(t / Math.sqrt(3), 6);
  });

  test('what pairing was worth is (Var a + Var b) ÷ Var(a − b) over the common replications', () => {
    const [pair] = pairedDifferences('chat', 'wait', 'lower', [a, b]);
    expect(pair?.varianceReduction).toBeCloseTo((100 + 91) / 1, 9);
  });

  test('better follows the measure’s direction, and is not said of a measure without one', () => {
    const low = contender('low', [1, 2, 3]);
    const high = contender('high', [11, 12.5, 13]);
    const better = (direction: 'lower' | 'higher' | null) =>
      pairedDifferences('chat', 'm', direction, [low, high])[0]?.better;
    expect([better('lower'), better('higher'), better(null)]).toEqual(['a', 'b', null]);
  });

  test('what floating point leaves between equal sums is no difference', () => {
    const sums = contender('sums', [0.1 + 0.2, 1.1 + 2.2]);
    const numbers = contender('numbers', [0.3, 3.3]);
    expect(pairedDifferences('all', 'cost', 'lower', [sums, numbers])[0]).toMatchObject({
      difference: { mean: 0 },
      adjustedHalfWidth: 0,
      better: null,
    });
  });
});

describe('standings', () => {
  const spread = [0, 1, -1, 2, -2, 0.5];
  const at = (name: string, level: number, noise: number): Contender =>
    contender(
      name,
      spread.map((d, r) => level + d + noise * (r % 2 === 0 ? 1 : -1)),
    );

  test('two clearly apart: best and worst; the worst is at most its difference and half-width behind', () => {
    const judged = standings('lower', [at('slow', 50, 1), at('quick', 10, 0)]);
    expect(judged['quick']).toEqual({ verdict: 'best', moreReplications: null, atMostBehind: 0 });
    expect(judged['slow']?.verdict).toBe('worst');
    expect(judged['slow']?.atMostBehind).toBeCloseTo(40 + (2.570582 * 1.095445) / Math.sqrt(6), 3);
  });

  test('two not to be told apart: n·(h ÷ δ)² − n more replications, rounded up', () => {
    const judged = standings('lower', [at('x', 10, 1), at('y', 10.5, -1)]);
    const width = (2.570582 * 2 * 1.095445) / Math.sqrt(6);
    const more = Math.ceil(6 * (width / 0.5) ** 2) - 6;
    expect(judged['x']).toMatchObject({ verdict: 'cannot tell yet', moreReplications: more });
    expect(judged['y']).toMatchObject({ verdict: 'cannot tell yet', moreReplications: more });
  });

  test('between best and worst, and level in every replication, nothing is said', () => {
    const ladder = standings('higher', [at('low', 0, 0), at('middle', 50, 1), at('high', 100, -1)]);
    expect(Object.values(ladder).map(({ verdict }) => verdict)).toEqual(['worst', null, 'best']);
    const level = standings('lower', [at('one', 5, 1), at('same', 5, 1)]);
    expect(Object.values(level)).toEqual([
      { verdict: null, moreReplications: null, atMostBehind: 0 },
      { verdict: null, moreReplications: null, atMostBehind: 0 },
    ]);
  });

  test('one replication tells nothing', () => {
    const judged = standings('lower', [contender('a', [1]), contender('b', [900])]);
    expect(judged['a']).toEqual({ verdict: 'cannot tell yet', moreReplications: null, atMostBehind: null });
  });

  test('with more than three, only against the best: narrower than all pairs would be', () => {
    const five = [at('a', 10, 0), at('b', 11.8, 1), at('c', 13, -1), at('d', 14, 1), at('e', 15, -1)];
    expect(standings('lower', five)['a']?.verdict).toBe('best');
    const pairs = pairedDifferences('chat', 'm', 'lower', five);
    expect(pairs.find((pair) => pair.a === 'a' && pair.b === 'b')?.better).toBeNull();
  });
});
