// Baselines in scenarios/ are still what the program gives. After a change that is meant: blendsim baseline record, and read the diff.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compare } from '../../src/analysis/compare.js';
import { readBaseline } from '../../src/baseline/baseline.js';
import { checkBaseline } from '../../src/baseline/check.js';
import { recordBaseline, scenarioFingerprint } from '../../src/baseline/record.js';
import { candidatesOf } from '../../src/cli/candidates.js';
import { inProcess } from '../../src/cluster/inProcess.js';
import { baselineTable } from '../../src/report/baselineTable.js';
import { PLAIN } from '../../src/report/style.js';
import { simulate } from '../../src/simulate.js';
import { sampleScenario } from '../support/samples.js';

const FOLDER = new URL('../../scenarios/', import.meta.url);
const pinned = readdirSync(FOLDER).filter((name) => name.endsWith('.baseline.json'));

test('some scenario is pinned', () => {
  expect(pinned).not.toEqual([]);
});

test.each(pinned)('%s is as recorded', async (file) => {
  const was = readBaseline(readFileSync(new URL(file, FOLDER), 'utf8'));
  if ('unreadable' in was) throw new Error(was.unreadable);
  const { seed, replications, modes } = was;
  const asked = candidatesOf(sampleScenario(file.replace('.baseline.json', '')), Object.keys(modes), {
    ...{ seed, replications },
  });
  const [{ scenario }] = asked;
  expect(scenarioFingerprint(scenario)).toBe(was.scenario.fingerprint);
  const comparison = await compare(asked, inProcess(asked, simulate), { replications });
  const checked = checkBaseline(was, recordBaseline(comparison, scenario, was.blendsim), 'exact');
  expect(checked.passed ? '' : baselineTable(checked, was, PLAIN)).toBe('');
});
