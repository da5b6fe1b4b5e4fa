// The bench's tables as text: what the writer replaces, what Prettier would leave, and what a target says.
import * as prettier from 'prettier';
import { expect, test } from 'vitest';
import type { Line } from './bench.js';
import { putBetween } from './page.js';
import { markdown } from './table.js';
import { verdicts } from './targets.js';

const line: Line = {
  entry: 'B3',
  runner: 'engine, all metrics',
  events: 6_356_591,
  speed: 3.41e6,
  ratios: [0.25, 0.27, 0.31],
  peakMegabytes: 81.6,
  mostOpen: 60,
  bytesEach: null,
  wrong: [],
};
const kernel: Line = { ...line, runner: 'kernel', speed: 12.5e6, ratios: [1, 1, 1], mostOpen: null };
const page = (between: string): string =>
  `# Speed\n\nBy hand.\n\n<!-- bench: written by \`npm run bench -- --write\` -->\n${between}<!-- /bench -->\n\nBy hand, too.\n`;

test('only what stands between the markers is replaced', () => {
  expect(putBetween(page('old\n'), 'new')).toBe(page('\nnew\n\n'));
});

test('writing twice is writing once', () => {
  const once = putBetween(page(''), 'new');
  expect(putBetween(once, 'new')).toBe(once);
});

test('a page without the markers is refused with a sentence', () => {
  expect(() => putBetween('# Speed\n', 'new')).toThrow('The page has no place for the table');
  expect(() => putBetween(page('').replace('<!-- /bench -->', ''), 'new')).toThrow('no place');
});

test('the tables are as Prettier would leave them', async () => {
  const text = `${markdown([kernel, line], verdicts([kernel, line]))}\n`;
  expect(await prettier.format(text, { parser: 'markdown' })).toBe(text);
  expect(text).toContain('| B3     | engine, all metrics | 6,356,591 | 3.41  | 0.27 (0.25 … 0.31) | 82 ');
});

test('a target is told for the entries played with all metrics, and for no others', () => {
  expect(verdicts([kernel, line])).toEqual([
    { says: 'B3, all metrics, ÷ kernel', asked: '≥ 0.60', measured: '0.27', met: false },
  ]);
  expect(verdicts([kernel])).toEqual([]);
});
