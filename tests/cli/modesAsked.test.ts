// What is wrong with one mode's settings stops that mode, and none of those that --mode names.
import { afterAll, expect, test } from 'vitest';
import { Here, shop, SHOP } from './here.js';

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

test('a mode that nobody named and that cannot be played is left out with its reason, and the others run', async () => {
  here.write('alone.yaml', shop({ staff: 'count: 1' }));
  const ran = await here.blendsim('run', '@alone', '--workers', '1', '--out', '@alone-run');
  expect(ran.code, ran.stderr).toBe(0);
  expect(ran.stdout).toMatch(/^dedicated is not shown: it takes somebody for each channel/m);
  const { command } = JSON.parse(here.read('alone-run', 'run.json')) as { readonly command: string };
  await here.blendsim(...command.split(' ').slice(1), '--workers', '1', '--out', '@again');
  expect(here.read('again', 'findings.md')).toBe(here.read('alone-run', 'findings.md'));
  const traced = await here.blendsim('trace', '@alone', '--conversation', '1');
  expect(traced.stderr).toMatch(/^Corner shop, per-shift,/m);
  const named = await here.blendsim('run', '@alone', '--mode', 'dedicated,blended');
  expect(named.stderr).toMatch(/error: dedicated: this split leaves messaging without people/);
  expect(named.code).toBe(2);
});
