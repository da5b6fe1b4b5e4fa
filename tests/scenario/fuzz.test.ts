/** Whatever happens to a file on its way, reading it never throws, and every problem has a place and a sentence. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseScenario } from '../../src/scenario/parse.js';
import { TEST_MODES } from './modes.js';

const sample = readFileSync(join(import.meta.dirname, '../../scenarios/overnight.yaml'), 'utf8');
const lines = sample.split('\n');
const OTHER_VALUES = [
  '',
  '-1',
  '1e9',
  '.inf',
  'null',
  '[]',
  '{}',
  '{ mean: 4m }',
  '130%',
  '"x"',
  '*a',
  '&a 3m',
  '!!set',
  '10d',
];

/** One line with its value replaced, lost, doubled, or cut. */
const damage = fc.record({
  line: fc.nat(lines.length - 1),
  how: fc.constantFrom('value', 'lose', 'double', 'cut', 'indent'),
  value: fc.constantFrom(...OTHER_VALUES),
  cut: fc.nat(60),
});

function damaged(
  blows: readonly {
    readonly line: number;
    readonly how: string;
    readonly value: string;
    readonly cut: number;
  }[],
): string {
  const text: string[] = [...lines];
  for (const { line, how, value, cut } of blows) {
    const before = text[line] ?? '';
    if (how === 'value') text[line] = before.replace(/: [^,}]*/, `: ${value}`);
    if (how === 'lose') text[line] = '';
    if (how === 'double') text[line] = `${before}\n${before}`;
    if (how === 'cut') text[line] = before.slice(0, cut);
    if (how === 'indent') text[line] = ` ${before}`;
  }
  return text.join('\n');
}

describe('parseScenario', () => {
  it('tells problems with a place, and never throws', () => {
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 4 }), (blows) => {
        const result = parseScenario(damaged(blows), { file: 'damaged.yaml', modes: TEST_MODES });
        for (const { line, column, message } of result.ok ? result.warnings : result.problems) {
          expect(line).toBeGreaterThan(0);
          expect(column).toBeGreaterThan(0);
          expect(message).not.toMatch(/undefined|\[object|invalid input/i);
        }
      }),
      { numRuns: 300 },
    );
  });
});
