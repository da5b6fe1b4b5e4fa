// Titles where scenarios are compared, under one mode or several: a difference is told of what differs in one thing only.
import { expect, test } from 'vitest';
import type { CandidateResult, Comparison, PairedDifference } from '../../src/analysis/comparison.js';
import { CHARTS } from '../../src/charts/registry.js';
import { fixedComparison, pairOf } from './fixedComparison.js';

const WAIT = 'firstResponseMean';

/** `now: apart`, `planned: apart`, … as `compare` names them. */
function candidatesOf(scenarios: readonly string[], modes: readonly string[]): CandidateResult[] {
  const [plain] = fixedComparison().candidates;
  return modes.flatMap((mode) =>
    scenarios.map((scenario) => ({
      ...plain!,
      mode,
      name: modes.length === 1 ? scenario : `${scenario}: ${mode}`,
    })),
  );
}

const SIDES = ['now', 'planned'];
const GRID = candidatesOf(SIDES, ['apart', 'together']);

type Measure = readonly [scope: string, measure: string];

/** Positive: the second is lower. `half` 1: beyond chance where the mean is larger. */
function between(a: string, b: string, [scope, measure]: Measure, mean: number, half = 1): PairedDifference {
  const better = Math.abs(mean) <= half ? null : mean > 0 ? 'b' : 'a';
  return { ...pairOf(scope, measure, [mean, half], better), a, b };
}

const within = (mode: string, scope: string, mean: number, half = 1): PairedDifference =>
  between(`now: ${mode}`, `planned: ${mode}`, [scope, WAIT], mean, half);

/** Mode and scenario differ at once, and by more than anything else. */
const CROSS = ['chat', 'messaging'].map((scope) =>
  between('now: apart', 'planned: together', [scope, WAIT], 500),
);

function titleOf(name: string, changes: Partial<Comparison>): string {
  const chart = CHARTS.find((one) => one.name === name)?.draw(fixedComparison(changes));
  if (chart === null || chart === undefined) throw new Error(`${name} is not drawn`);
  return chart.title;
}

const answers = (pairs: readonly PairedDifference[], candidates = GRID): string =>
  titleOf('first-response', { candidates, pairs });

test('scenarios under several modes: the largest difference within a mode, and never across', () => {
  const pairs = [...CROSS, within('apart', 'chat', 9), within('together', 'chat', 0.5)];
  expect(answers(pairs)).toBe('Under apart, planned answers chats 9.0 s sooner than now');
  expect(answers([...pairs, within('apart', 'messaging', -5)])).toBe(
    'Under apart, planned answers chats 9.0 s sooner than now, but messaging 5.0 s later',
  );
  expect(answers([...pairs, within('apart', 'messaging', 0.5)])).toBe(
    'Under apart, planned answers chats 9.0 s sooner than now; for messaging the runs cannot tell',
  );
  expect(answers([...pairs, within('apart', 'messaging', 0, 0)])).toBe(
    'Under apart, planned answers chats 9.0 s sooner than now and messaging just as soon',
  );
});

test('what holds under every mode is said of all of them', () => {
  expect(answers([...CROSS, within('apart', 'chat', 9), within('together', 'chat', 12)])).toBe(
    'Planned answers chats sooner than now: 9.0 s under apart and 12 s under together',
  );
  expect(answers([...CROSS, within('apart', 'chat', -9), within('together', 'chat', 12)])).toBe(
    'Under together, planned answers chats 12 s sooner than now',
  );
});

test('nothing proven within a mode claims nothing, however far scenario and mode together are apart', () => {
  expect(answers([...CROSS, within('apart', 'chat', 0.5), within('together', 'chat', 0.2)])).toBe(
    'Under no mode can these runs tell which scenario answers sooner',
  );
  expect(answers([...CROSS, within('apart', 'chat', 0, 0), within('together', 'chat', 0, 0)])).toBe(
    'First answers come just as soon in every replication',
  );
});

test('scenarios under one mode are who is compared, and the mode is not named', () => {
  const candidates = candidatesOf(SIDES, ['together']);
  const pair = between('now', 'planned', ['chat', WAIT], 9);
  expect(answers([pair], candidates)).toBe('Planned answers chats 9.0 s sooner than now');
  expect(answers([{ ...pair, better: null }], candidates)).toBe(
    'These runs cannot tell which scenario answers sooner',
  );
});

test('cost, too, is told within a mode', () => {
  const cost = (a: string, b: string, mean: number): PairedDifference =>
    between(a, b, ['people', 'costPerHandled'], mean, 0.1);
  const pairs = [
    cost('now: apart', 'planned: together', 3),
    cost('now: together', 'planned: together', 0.5),
    between('now: together', 'planned: together', ['chat', 'serviceLevel'], 0, 0),
  ];
  expect(titleOf('cost-against-service', { candidates: GRID, pairs })).toBe(
    'Under together, planned costs 0.50 less per conversation handled than now and answers as many chats in time',
  );
  expect(titleOf('cost-against-service', { candidates: GRID, pairs: pairs.slice(0, 1) })).toBe(
    'Under no mode can these runs tell which scenario is cheaper',
  );
});

test('pairs are drawn within a mode, each named by it once, and the subtitle says how many the intervals allow for', () => {
  const pairs = [...CROSS, within('apart', 'chat', 9), within('together', 'chat', 0.5)];
  const chart = CHARTS.find(({ name }) => name === 'paired-differences')!.draw(
    fixedComparison({ candidates: GRID, pairs }),
  )!;
  expect(chart.table.rows.map(([, label]) => label)).toEqual([
    'apart: now − planned',
    'together: now − planned',
  ]);
  expect(chart.subtitle).toContain('with its 95 % interval, allowing for the 1 to 3 pairs compared. Filled');
  expect(chart.subtitle).toContain('Only pairs of one mode are drawn.');
});

test('of many pairs those with the first scenario are drawn', () => {
  const scenarios = ['a', 'b', 'c', 'd', 'e', 'f'];
  const candidates = candidatesOf(scenarios, ['together']);
  const pairs = scenarios.flatMap((a, i) =>
    scenarios.slice(i + 1).map((b) => between(a, b, ['chat', WAIT], 9)),
  );
  const chart = CHARTS.find(({ name }) => name === 'paired-differences')!.draw(
    fixedComparison({ candidates, pairs }),
  )!;
  expect(chart.table.rows.map(([, label]) => label)).toEqual(['a − b', 'a − c', 'a − d', 'a − e', 'a − f']);
  expect(chart.subtitle).toContain('Only those with the first candidate.');
});

test('of many candidates a title says from where to where they reach', () => {
  const candidates = candidatesOf(['a', 'b', 'c'], ['apart', 'together']);
  for (const name of ['time-at-concurrency', 'fragmentation', 'utilisation', 'concurrency'])
    expect(titleOf(name, { candidates, pairs: [] }).length).toBeLessThan(110);
});
