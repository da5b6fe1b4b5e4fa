// The table of a sweep, as it looks, and that it fits whatever is swept.
import { describe, expect, test } from 'vitest';
import type { CandidateResult } from '../../src/analysis/comparison.js';
import type { Sweep } from '../../src/analysis/swept.js';
import { PLAIN } from '../../src/report/style.js';
import { sweepTable } from '../../src/report/sweepTable.js';
import { estimateOf, smallComparison } from './smallComparison.js';

const [anyone] = smallComparison().candidates;
const best = { verdict: 'best', moreReplications: null, atMostBehind: 0 } as const;

function resultOf(
  name: string,
  mode: string,
  wait: number,
  changes: Partial<CandidateResult> = {},
): CandidateResult {
  return {
    ...(anyone as CandidateResult),
    ...{ name: `${name}: ${mode}`, mode },
    estimates: {
      chat: { firstResponseMean: estimateOf(wait, 3.21), abandonedShare: estimateOf(wait / 1000, 0.004) },
      messaging: { firstResponseMean: estimateOf(20 * wait, 41) },
      people: { costPerHandled: estimateOf(6.02, 0.11) },
    },
    ...changes,
  };
}

function sweepOf(
  labels: readonly string[],
  points: readonly (readonly string[])[],
  modes: readonly string[],
): Sweep {
  return {
    ...{
      scenario: 'Two agents',
      question: 'How many at once?',
      seed: '7',
      replications: 20,
      stopped: 'as asked',
    },
    ...{ paths: labels, labels, modes, demandFingerprints: [], unavailable: [], pairs: [] },
    points: points.map((values, p) => {
      const name = values.map((value, v) => `${labels[v] ?? ''}=${value}`).join(', ');
      return {
        name,
        values,
        sharesDemand: p < 2,
        results: modes.map((mode, m) => resultOf(name, mode, 40 + 9 * p + m)),
      };
    }),
    ...{
      alongPoints: {},
      alongModes: [],
      findings: ['All points met the same demand, consumer by consumer.'],
    },
  };
}

const lines = (sweep: Sweep): string[] => sweepTable(sweep, PLAIN).split('\n');

test('as it looks', () => {
  const plain = sweepOf(['max'], [['2'], ['3'], ['4']], ['apart', 'together']);
  const [first, ...others] = plain.points;
  const growingQueues = [{ scopes: ['all', 'chat'], sentence: 'chat queue grows all day' }];
  const grows = {
    ...first!,
    results: [resultOf('max=2', 'apart', 900, { growingQueues }), ...first!.results.slice(1)],
  };
  const sweep: Sweep = {
    ...plain,
    points: [grows, ...others],
    alongPoints: { together: { chat: { firstResponseMean: { 'max=2: together': best } } } },
    unavailable: [{ name: 'max=4: written', reason: 'nobody is left' }],
  };
  expect(`\n${sweepTable(sweep, PLAIN)}\n`).toMatchSnapshot();
});

describe('no line is longer than 100 letters', () => {
  const MODES = ['dedicated', 'per-shift', 'blended', 'messaging-only'];
  const long = '{ mix: [{ share: 70%, mean: 90s, cv: 1 }, { share: 30%, mean: 80m }] }';

  test.each([
    [['max'], [['2'], ['3']]],
    [['betweenWorkspaces', 'stopNewBefore', 'inactiveAfter', 'count'], [['10s', '10m', '4m', '55']]],
    [
      ['conversation.effort', 'conversation.consumerGap'],
      [
        [long, long],
        [long, '40s'],
      ],
    ],
  ])('%j', (labels, points) => {
    const text = lines(sweepOf(labels, points, MODES));
    expect(Math.max(...text.map((line) => line.length))).toBeLessThanOrEqual(100);
    for (const title of [
      'Chat, first response (s)',
      'Chat, abandoned (%)',
      'Messaging, first',
      'Cost per handled',
    ])
      expect(text.join('\n')).toContain(title);
    for (const mode of MODES) expect(text.join('\n')).toContain(mode);
  });
});
