// Baselines: written and read back, and every number that moves is found and named.
import { describe, expect, test } from 'vitest';
import { compare } from '../../src/analysis/compare.js';
import { baselineText, readBaseline, type Baseline } from '../../src/baseline/baseline.js';
import { checkBaseline, isBeyondChance, type Checked } from '../../src/baseline/check.js';
import { recordBaseline, scenarioFingerprint } from '../../src/baseline/record.js';
import { inProcess } from '../../src/cluster/inProcess.js';
import { PLAIN } from '../../src/report/style.js';
import { baselineTable } from '../../src/report/baselineTable.js';
import { simulate } from '../../src/simulate.js';
import { sampleScenario } from '../support/samples.js';

const whole = sampleScenario('two-logins');
const candidates = whole.modes.map(({ name }) => ({ name, scenario: whole, mode: name }));
const comparison = await compare(candidates, inProcess(candidates, simulate), { replications: 3 });
const baseline = recordBaseline(comparison, whole, '1.2.3');

/** With one number changed. */
type Tree = { [key: string]: Tree | number };
function moved(path: readonly string[], change: (value: number) => number): Baseline {
  const copy = structuredClone(baseline) as unknown as Tree;
  const last = path.at(-1) ?? '';
  const parent = path.slice(0, -1).reduce<Tree>((tree, key) => tree[key] as Tree, copy);
  parent[last] = change(parent[last] as number);
  return copy as unknown as Baseline;
}

/** Paths of all numbers below `modes`. */
function numbers(value: unknown, path: readonly string[]): (readonly string[])[] {
  if (typeof value === 'number') return [path];
  return Object.entries(value ?? {}).flatMap(([key, inside]) => numbers(inside, [...path, key]));
}

test('what is written is read back, a line to each group of numbers', () => {
  const text = baselineText(baseline);
  expect(readBaseline(text)).toEqual(baseline);
  expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(110);
  expect(text).toMatch(/^ +"firstResponseMean": \{ "mean": [\d.]+, "sd": [\d.]+, "n": 3 \},$/m);
});

test('counts are exact totals over the replications', () => {
  for (const { mode, estimates } of comparison.candidates) {
    for (const channel of ['chat', 'messaging'] as const) {
      const values = estimates[channel]?.['offered']?.values ?? [];
      const total = values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
      expect(baseline.modes[mode]?.counts[channel]?.offered).toBe(total);
    }
  }
});

describe('exactly', () => {
  test('the same runs pass', () => {
    expect(checkBaseline(baseline, structuredClone(baseline), 'exact')).toMatchObject({
      ...{ passed: true, sameDemand: true, moved: [] },
    });
  });

  test('any one number that moves fails, and is the one that is named', () => {
    const paths = numbers(baseline.modes, ['modes']);
    expect(paths.length).toBeGreaterThan(200);
    for (const path of paths) {
      const checked = checkBaseline(
        moved(path, (value) => value + 1),
        baseline,
        'exact',
      );
      expect(checked.passed, path.join('.')).toBe(false);
      expect(checked.moved, path.join('.')).toHaveLength(1);
      const [, mode, ...rest] = path;
      expect(checked.moved[0]?.mode).toBe(mode);
      expect(rest).toContain(checked.moved[0]?.measure);
    }
  });

  test('other demand fails, even where no number moved', () => {
    expect(checkBaseline({ ...baseline, demand: 'other' }, baseline, 'exact')).toMatchObject({
      ...{ passed: false, moved: [] },
    });
  });
});

describe('within what chance explains', () => {
  const path = ['modes', 'blended', 'measures', 'chat', 'firstResponseMean', 'mean'];
  const sd = baseline.modes['blended']?.measures['chat']?.['firstResponseMean']?.sd ?? NaN;

  test('a small move passes and a large one fails; counts alone do not fail', () => {
    const small = checkBaseline(
      moved(path, (value) => value + sd / 10),
      baseline,
      'ci',
    );
    expect(small.passed).toBe(true);
    expect(small.moved).toHaveLength(1);
    const large = checkBaseline(
      moved(path, (value) => value + 100 * sd),
      baseline,
      'ci',
    );
    expect(large).toMatchObject({ passed: false, held: false });
    expect(large.moved.map(isBeyondChance)).toEqual([true]);
    expect(
      checkBaseline(
        moved(['modes', 'blended', 'events'], (n) => n + 5),
        baseline,
        'ci',
      ).passed,
    ).toBe(true);
  });

  test('what never varies and has not moved is no half-width away, though it rests on more replications', () => {
    const more = moved(['modes', 'blended', 'measures', 'reports', 'rowsPerPerson', 'n'], (n) => n + 1);
    expect(checkBaseline(more, baseline, 'ci').moved).toMatchObject([{ of: 'n', halfWidths: 0 }]);
  });

  test('the intervals hold together over all measures: more measures, wider intervals', () => {
    const one = { ...baseline, modes: { blended: baseline.modes['blended']! } };
    const verdict = (was: Baseline, now: Baseline): Checked => checkBaseline(was, now, 'ci');
    expect(verdict(baseline, baseline).tested).toBe(3 * verdict(one, one).tested);
  });

  test('a measure or a mode that is gone fails', () => {
    const { blended, ...others } = baseline.modes;
    expect(blended).toBeDefined();
    expect(checkBaseline(baseline, { ...baseline, modes: others }, 'ci').passed).toBe(false);
  });
});

test('the table of what moved, as it looks', () => {
  const was = moved(['modes', 'blended', 'measures', 'reports', 'rowsPerPerson', 'mean'], () => 1.5);
  const checked = checkBaseline({ ...was, demand: 'other' }, baseline, 'exact');
  const text = baselineTable(checked, was, PLAIN);
  expect(text).toContain('The demand is not the same');
  expect(text).toMatch(/^blended +reports: Report rows per person +1\.50 +2\.00 +\+0\.50 +yes$/m);
  expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
});

test('from one replication nobody can tell what chance does: the table says so where it shows no more than a dash', () => {
  const changed = moved(['modes', 'blended', 'events'], (n) => n + 5);
  const one = { ...changed, replications: 1 };
  const text = baselineTable(checkBaseline(one, baseline, 'exact'), one, PLAIN);
  expect(text).toMatch(/^–: one replication cannot tell whether chance alone moves as much\.$/m);
});

test('of too many moves the table has the largest, in the order of the file; counts and a mode that is gone do not crowd it', () => {
  const { blended, ...others } = structuredClone(baseline.modes);
  expect(blended).toBeDefined();
  const now = { ...structuredClone(baseline), modes: others };
  const means = Object.values(now.modes).flatMap(({ measures }) =>
    Object.values(measures).flatMap((scope) => Object.values(scope)),
  );
  for (const measure of means) measure.mean += (measure.sd ?? 0) / 100;
  const last = now.modes['dedicated']?.measures['reports']?.['rowsPerPerson'];
  if (last !== undefined) last.mean += 10;
  const text = baselineTable(checkBaseline(baseline, now, 'exact'), baseline, PLAIN);
  const rows = text.split('\n').filter((line) => /^(blended|dedicated|per-shift) /.test(line));
  expect(rows).toHaveLength(30);
  expect(rows[0]).toMatch(/^dedicated +reports: Report rows per person .* yes$/);
  expect(rows.filter((row) => row.startsWith('blended'))).toEqual([]);
  expect(text).toMatch(/^and \d+ more: they moved less, are gone, or are counts$/m);
});

test('numbers of another scenario do not pass, whatever they are, and the table says so', () => {
  const other = { ...baseline, scenario: { name: 'x', fingerprint: 'another' } };
  for (const tolerance of ['exact', 'ci'] as const) {
    const checked = checkBaseline(other, baseline, tolerance);
    expect(checked).toMatchObject({ passed: false, held: true, sameScenario: false, moved: [] });
    expect(baselineTable(checked, other, PLAIN)).toMatch(
      /^The scenario is not the one that was recorded: [^:]*$/,
    );
  }
});

describe('the fingerprint of a scenario', () => {
  const print = scenarioFingerprint(whole);

  test('does not change with its words, its seed or its replications', () => {
    const others = { name: 'x', question: 'why?', seed: '99', replications: 7 };
    expect(scenarioFingerprint({ ...whole, ...others })).toBe(print);
    const silent = Object.fromEntries(Object.entries(whole).filter(([field]) => field !== 'question'));
    expect(scenarioFingerprint(silent as unknown as typeof whole)).toBe(print);
  });

  test('changes with whatever decides the numbers', () => {
    const [first, ...others] = whole.people;
    expect(scenarioFingerprint({ ...whole, people: [{ ...first!, costPerHour: 1 }, ...others] })).not.toBe(
      print,
    );
    expect(scenarioFingerprint({ ...whole, modes: whole.modes.slice(1) })).not.toBe(print);
  });
});

test.each([
  ['{', 'it is not JSON'],
  ['[]', 'it is no baseline'],
  [
    '{ "format": 2, "blendsim": "9.0.0" }',
    'it has format 2, written by blendsim 9.0.0; this version reads format 1',
  ],
  [baselineText(baseline).replace('"seed": "8"', '"seed": 8'), 'it is no baseline: seed: '],
])('what is no baseline is told in a sentence: %#', (text, sentence) => {
  expect((readBaseline(text) as { readonly unreadable: string }).unreadable).toContain(sentence);
});
