// Alea in blocks: the numbers of the library, bit by bit.
import seedrandom from 'seedrandom';
import { expect, test } from 'vitest';
import { Alea } from '../../src/base/alea.js';

const library = (seed: string) => seedrandom.alea(seed, { state: true });

test.each(['', 'seed/0/effort/chat', 'seed/1/effort/chat', 'ü/9'])(
  'seed "%s": two million numbers are those of the library, and the state after them too',
  (seed) => {
    const theirs = library(seed);
    const ours = new Alea(theirs.state());
    const block = new Float64Array(1000);
    let unlike = 0;
    for (let i = 0; i < 2000; i++) {
      ours.fill(block, 0, block.length);
      for (const number of block) if (!Object.is(number, theirs())) unlike++;
    }
    expect(unlike).toBe(0);
    expect(ours.next()).toBe(new Alea(theirs.state()).next());
  },
);

test('the carry makes the sum reach 1: near the largest carry and fraction the numbers are those of the library', () => {
  let unlike = 0;
  for (let back = 1; back <= 2000; back++) {
    // Fractions of FACTOR times the oldest close to 1, under carries from 0 to the largest.
    const state = {
      s0: 1 - back * 2 ** -32,
      s1: back * 2 ** -32,
      s2: 1 - 2 ** -32,
      c: (back * 1045) % 2091639,
    };
    const theirs = seedrandom.alea('', { state });
    const ours = new Alea(state);
    for (let i = 0; i < 50; i++) if (!Object.is(ours.next(), theirs())) unlike++;
  }
  expect(unlike).toBe(0);
});

test('one by one and in blocks by turns, no number is lost or given twice', () => {
  const theirs = library('turns');
  const ours = new Alea(theirs.state());
  const block = new Float64Array(100);
  for (let turn = 0; turn < 300; turn++) {
    if (turn % 3 === 0) for (let i = 0; i < turn % 7; i++) expect(ours.next()).toBe(theirs());
    const from = turn % 5;
    const to = from + ((turn * 13) % 90);
    ours.fill(block, from, to);
    for (let i = from; i < to; i++) expect(block[i]).toBe(theirs());
  }
});
