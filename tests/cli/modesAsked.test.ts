// What is wrong with one mode's settings stops that mode, and none of those that --mode names.
import { afterAll, expect, test } from 'vitest';
import { Here, SHOP } from './here.js';

const here = new Here();
afterAll(() => {
  here.clear();
});

// A split that leaves messaging without people, and one that no schema takes.
here.write('a.yaml', SHOP.replace('dedicated: {}', 'dedicated: { chat: 100% }'));
here.write('b.yaml', SHOP.replace('dedicated: {}', 'dedicated: { chat: lots }'));

test.each([
  ['run @a', '--out @run'],
  ['run @b', '--out @run'],
  ['compare @a @b', '--out @compared'],
  ['sweep @a --set capacity.chat.max=2,3', '--out @swept'],
  ['trace @b --conversation 1', ''],
  ['baseline record @a', ''],
  ['baseline check @a', ''],
])('%s', async (line, rest) => {
  const words = `${line} ${rest}`.trim().split(' ');
  const isCheck = line.includes('check');
  // What a baseline pins says which modes are asked for.
  const asked = await here.blendsim(...words, ...(isCheck ? [] : ['--mode', 'blended']));
  expect(asked.stderr).toMatch(/warning: .*\(modes\.dedicated\.chat\)/);
  expect(asked.code, asked.stderr).toBe(0);
  if (isCheck) return;
  const all = await here.blendsim(...words);
  expect(all.stderr).toMatch(/error: .*\(modes\.dedicated\.chat\)/);
  expect(all.code).toBe(2);
});
