// The table that a planner reads first, as it looks, and what it must never do.
import { describe, expect, test } from 'vitest';
import type { CandidateResult, Comparison, Estimate } from '../../src/analysis/comparison.js';
import { comparisonTable } from '../../src/report/comparisonTable.js';
import { PLAIN } from '../../src/report/style.js';
import { wrapped } from '../../src/report/textTable.js';
import { estimateOf, smallComparison } from './smallComparison.js';

type Means = Readonly<Record<string, Readonly<Record<string, readonly [mean: number, halfWidth: number]>>>>;

const estimatesOf = (means: Means): Record<string, Record<string, Estimate>> =>
  Object.fromEntries(
    Object.entries(means).map(([scope, measures]) => [
      scope,
      Object.fromEntries(Object.entries(measures).map(([id, [mean, half]]) => [id, estimateOf(mean, half)])),
    ]),
  );

const [anyone] = smallComparison().candidates;
const candidateOf = (
  name: string,
  means: Means,
  changes: Partial<CandidateResult> = {},
): CandidateResult => ({
  ...(anyone as CandidateResult),
  ...{ name, mode: name, estimates: estimatesOf(means) },
  ...changes,
});

const APART: Means = {
  chat: {
    ...{ offered: [540.25, 12.3], serviceLevel: [0.712, 0.013], firstResponseMean: [62.4, 3.1] },
    ...{ firstResponseInQueue: [10.4, 1.2], firstResponseInWorkspace: [8, 0.9] },
    ...{ firstResponseBeingWritten: [44, 0.4], abandonedShare: [0.064, 0.004] },
  },
  messaging: { firstResponseMean: [400, 60], firstResponseP90: [9000, 700], openAtEnd: [12, 2] },
  people: { utilisation: [0.71, 0.01], costPerHandled: [6.02, 0.18], overtimeHours: [0, 0] },
  reports: { rowsPerPerson: [1, 0], hoursIllusion: [1, 0] },
};
const TOGETHER: Means = {
  chat: { ...APART['chat'], firstResponseMean: [48.2, 2.6], abandonedShare: [0.031, 0.003] },
  messaging: { firstResponseMean: [900, 250.6], firstResponseP90: [7000, 900], openAtEnd: [14, 2] },
  people: { utilisation: [0.74, 0.01], costPerHandled: [5.8, 0.2], overtimeHours: [1.25, 0.4] },
  reports: { rowsPerPerson: [2, 0], hoursIllusion: [2, 0] },
};
const best = { verdict: 'best', moreReplications: null, atMostBehind: 0 } as const;
const unsure = { verdict: 'cannot tell yet', moreReplications: 40, atMostBehind: 3 } as const;

const full: Comparison = smallComparison({
  candidates: [
    candidateOf('apart', APART, { notes: ['7 of 12 people on chat'] }),
    candidateOf('together', TOGETHER),
  ],
  unavailable: [{ name: 'written', reason: 'stream "web chat" does not say how it would go as messaging' }],
  verdicts: {
    chat: { firstResponseMean: { apart: { ...best, verdict: 'worst' }, together: best } },
    messaging: { firstResponseMean: { apart: unsure, together: unsure } },
    reports: { rowsPerPerson: { apart: best, together: { ...best, verdict: 'worst' } } },
  },
  findings: ['Together answers chats 14 s (12 to 17) sooner than apart, but messaging 8.3 min later.'],
});

test('as it looks', () => {
  expect(`\n${comparisonTable(full, PLAIN)}\n`).toMatchSnapshot();
});

describe('whatever it shows', () => {
  const lines = (comparison: Comparison): string[] => comparisonTable(comparison, PLAIN).split('\n');

  test('the best is marked only where the verdict says so, and the mark needs no colour', () => {
    const marked = lines(full).filter((line) => /\d\*/.test(line));
    expect(marked.map((line) => line.trim().split('  ')[0])).toEqual([
      'First response, mean',
      'Report rows per person',
    ]);
    expect(marked[0]).toMatch(/62\.4 ± 3\.1 +48\.2 ± 2\.6\*$/);
  });

  test('a mark that is nowhere is not explained, and a split of nothing has no heading', () => {
    const pooling = [{ pooled: 'together', unpooled: 'apart', parts: [] }];
    const text = comparisonTable({ ...full, verdicts: {}, pooling }, PLAIN);
    expect(text).not.toContain('best beyond chance');
    expect(text).not.toContain('Pooling gain');
  });

  test('one replication has no interval to explain under the split of pooling gain and switching loss', () => {
    const parts = ['firstResponseMean', 'abandonedShare'].map((measure, i) => ({
      ...{ scope: 'messaging', measure: measure as 'firstResponseMean', grows: false },
      ...{ gain: estimateOf(-i), loss: estimateOf(i), together: estimateOf(0) },
    }));
    const pooling = [{ pooled: 'together', unpooled: 'apart', parts }];
    const text = comparisonTable({ ...full, pooling }, PLAIN);
    expect(text).toContain('Abandoned  ');
    expect(text).not.toContain('Each ±');
    expect(text.split('Pooling gain and switching loss')[1]).not.toContain('First response');
  });

  test('no line is longer than 100 letters, and many candidates stand in several tables', () => {
    const many = Array.from({ length: 7 }, (_, i) => candidateOf(`scenario ${i}: together`, TOGETHER));
    const text = lines({ ...full, candidates: many, findings: ['word '.repeat(60).trim()] });
    expect(Math.max(...text.map((line) => line.length))).toBeLessThanOrEqual(100);
    expect(text.filter((line) => line.startsWith('Live chat')).length).toBeGreaterThan(1);
    for (let i = 0; i < many.length; i++) expect(text.join('\n')).toContain(`scenario ${i}:`);
  });

  test("a mode's scenarios stand side by side, their names above the mode's", () => {
    const candidates = ['apart', 'together', 'by turns'].flatMap((mode) =>
      ['a-longer-name', 'b'].map((scenario) => candidateOf(`${scenario}: ${mode}`, TOGETHER, { mode })),
    );
    const text = lines({ ...full, candidates, verdicts: {} });
    const heads = text.flatMap((line, i) => (line.includes('a-longer-name:') ? [text.slice(i, i + 2)] : []));
    expect(
      heads.map(([names = '', modes = '']) => [names, modes].map((line) => line.trim().split(/ {2,}/))),
    ).toEqual([
      [
        ['a-longer-name:', 'b:', 'a-longer-name:', 'b:'],
        ['apart', 'apart', 'together', 'together'],
      ],
      [
        ['a-longer-name:', 'b:'],
        ['by turns', 'by turns'],
      ],
    ]);
    expect(Math.max(...text.map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  test('one replication: no interval, no claim', () => {
    const alone = candidateOf('apart', { chat: { offered: [3, 0] } });
    const text = lines({
      ...full,
      ...{ replications: 1, verdicts: {}, findings: [], unavailable: [] },
      candidates: [{ ...alone, estimates: { chat: { offered: estimateOf(3, null, 1) } } }],
    }).join('\n');
    expect(text).toContain('no interval from one replication');
    expect(text).not.toMatch(/± \d|\*/);
  });

  test('where a queue grows without bound no mean wait is shown, but counts are', () => {
    const growingQueues = [{ scopes: ['all', 'messaging'], sentence: 'messaging queue grows all day' }];
    const text = lines({
      ...full,
      candidates: [candidateOf('apart', APART, { growingQueues }), candidateOf('together', TOGETHER)],
    });
    const messaging = text.slice(text.indexOf('Messaging'), text.indexOf('People'));
    expect(messaging.find((line) => line.includes('First response, mean'))).toMatch(/grows +15\.0 ± 4\.2/);
    expect(messaging.find((line) => line.includes('Open at the end'))).toMatch(/12\.0 ± 2\.0/);
    expect(text.join('\n')).toContain('grows: the queue grows without bound');
  });

  test('with nothing to compare there is still a heading and the reasons', () => {
    expect(lines({ ...full, candidates: [], findings: [] }).join('\n')).toContain(
      'written is not shown: stream',
    );
  });
});

test('no line of a paragraph begins with the percent sign of the line before', () => {
  expect(wrapped('all of it, 95 % sure', 13)).toBe('all of it,\n95 % sure');
});
