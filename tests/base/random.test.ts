// Streams of random numbers: fixed by their key, alike in nothing else.
import { expect, test } from 'vitest';
import { randomBlocks, randomStream } from '../../src/base/random.js';
import { chiSquareScore, correlation } from '../support/sample.js';

const take = (n: number, ...key: (string | number)[]) => {
  const rng = randomStream(...key);
  return Float64Array.from({ length: n }, rng);
};

test('a key gives the same numbers for ever, on every machine', () => {
  expect([...take(3, 'seed', 0, 'patience', 'web chat')]).toEqual([
    0.7290734266862273, 0.1301666118670255, 0.8689956325106323,
  ]);
  expect(take(5, 'seed', 0)).toEqual(take(5, 'seed', '0'));
});

test('a stream in blocks has the numbers of its key', () => {
  const block = new Float64Array(500);
  randomBlocks('seed', 0, 'patience', 'web chat').fill(block, 0, 500);
  expect(block).toEqual(take(500, 'seed', 0, 'patience', 'web chat'));
});

test('no two keys are one: a slash in a name does not end a part', () => {
  const keys = [
    ['a', 'b/c'],
    ['a/b', 'c'],
    ['a', 'b', 'c'],
    ['a', 'b%2Fc'],
    ['a%2Fb', 'c'],
  ];
  expect(new Set(keys.map((key) => take(1, ...key)[0])).size).toBe(keys.length);
});

test('first numbers over 20,000 replications are uniform and independent of the neighbouring one (3.5 s.e.)', () => {
  const replications = 20_000;
  const first = Array.from({ length: replications }, (_, r) => take(1, 'seed', r, 'effort', 'chat')[0]!);
  const cells = new Float64Array(100);
  for (const u of first) cells[Math.floor(u * 100)]!++;
  expect(
    Math.abs(
      chiSquareScore(
        cells,
        cells.map(() => replications / 100),
      ),
    ),
  ).toBeLessThan(3.5);
  expect(Math.abs(correlation(first.slice(1), first.slice(0, -1)))).toBeLessThan(
    3.5 / Math.sqrt(replications),
  );
});

test('streams of one replication for other purposes and names are uncorrelated (3.5 s.e.)', () => {
  const n = 20_000;
  const effort = take(n, 'seed', 1, 'effort', 'chat 1');
  for (const other of [
    take(n, 'seed', 1, 'gap', 'chat 1'),
    take(n, 'seed', 1, 'effort', 'chat 2'),
    take(n, 'seed', 2, 'effort', 'chat 1'),
  ]) {
    expect(Math.abs(correlation(effort, other))).toBeLessThan(3.5 / Math.sqrt(n));
  }
});
