// What is said of intervals under a table, and when nothing is.
import { expect, test } from 'vitest';
import type { Comparison, PairedDifference } from '../../src/analysis/comparison.js';
import { comparisonTable } from '../../src/report/comparisonTable.js';
import { findingsMd } from '../../src/report/findingsMd.js';
import { rangeNotes, sweepBracketNotes } from '../../src/report/intervalNotes.js';
import { scaleOf } from '../../src/report/quantity.js';
import { PLAIN } from '../../src/report/style.js';
import { estimateOf, smallComparison } from './smallComparison.js';

function pair(a: string, b: string, better: PairedDifference['better'] = 'a'): PairedDifference {
  return {
    ...{ scope: 'chat', measure: 'firstResponseMean', a, b, better },
    ...{ difference: estimateOf(-9, 2), adjustedHalfWidth: 3, varianceReduction: 2 },
  };
}

const THREE = [pair('a', 'b'), pair('a', 'c'), pair('b', 'c', null)];
const FINDINGS = ['A answers chats 9 s (6 to 12) sooner than b.'];
const told = (changes: Partial<Comparison>): string =>
  comparisonTable(smallComparison({ findings: FINDINGS, ...changes }), PLAIN);

test('brackets that allow for several pairs say so, in the terminal and in findings.md', () => {
  const note = 'In brackets: 95 % intervals, allowing for the 3 pairs compared.';
  expect(told({ pairs: THREE })).toContain(`\n\n${note}`);
  expect(findingsMd(smallComparison({ findings: FINDINGS, pairs: THREE }))).toContain(note);
});

test('one pair, or nothing that is told, is not explained', () => {
  expect(told({ pairs: [pair('a', 'b')] })).not.toContain('In brackets');
  const findings = ['These runs cannot tell who answers chats sooner.'];
  expect(told({ pairs: THREE, findings })).not.toContain('In brackets');
});

test('the brackets of pooling allow for nothing else', () => {
  const pooling = [{ pooled: 'b', unpooled: 'a', parts: [] }];
  expect(told({ pairs: THREE, pooling }).replaceAll('\n', ' ')).toContain(
    'allowing for the 3 pairs compared; those of pooling and switching hold each by itself.',
  );
});

test('in a sweep the points of one mode are the pairs, whatever other modes have', () => {
  const [plain] = smallComparison().candidates;
  const results = ['x', 'y'].flatMap((mode) =>
    ['1', '2', '3'].map((point) => ({ ...plain!, mode, name: `${point}: ${mode}` })),
  );
  const pairs = ['x', 'y'].flatMap((mode) =>
    [
      ['1', '2'],
      ['1', '3'],
      ['2', '3'],
    ].map(([a, b]) => pair(`${a!}: ${mode}`, `${b!}: ${mode}`)),
  );
  const points = [{ name: '1', values: [], sharesDemand: true, results }];
  expect(sweepBracketNotes({ pairs, points, findings: FINDINGS })).toEqual([
    'In brackets: 95 % intervals, allowing for the 3 pairs compared.',
  ]);
  expect(sweepBracketNotes({ pairs, points, findings: [] })).toEqual([]);
});

test('± that reaches beyond what can be is explained; what only rounding shows is not', () => {
  const notes = (unit: 'share' | 'seconds', mean: number, half: number | null): number =>
    rangeNotes([{ estimate: estimateOf(mean, half), unit, scale: scaleOf(unit, [mean]) }]).length;
  expect(notes('share', 0.99, 0.02)).toBe(1);
  expect(notes('share', 0.02, 0.03)).toBe(1);
  expect(notes('seconds', 11, 16)).toBe(1);
  expect(notes('share', 0.981, 0.019)).toBe(0);
  expect(notes('share', 1, 0.0001)).toBe(0);
  expect(notes('share', 0.99, null)).toBe(0);
  expect(notes('seconds', 16, 11)).toBe(0);
});
