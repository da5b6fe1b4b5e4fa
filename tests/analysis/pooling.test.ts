// Pooling gain and switching loss: they add up, they vanish where there is nothing to lose, and nobody else notices.
import { describe, expect, test } from 'vitest';
import { compare } from '../../src/analysis/compare.js';
import type { Comparison } from '../../src/analysis/comparison.js';
import type { Candidate } from '../../src/analysis/jobs.js';
import { poolingAsides } from '../../src/analysis/pooling.js';
import { inProcess } from '../../src/cluster/inProcess.js';
import type { Scenario } from '../../src/scenario/types.js';
import { simulate } from '../../src/simulate.js';
import { sampleScenario } from '../support/samples.js';

const scenario = sampleScenario('switching-cost');
const named = (changed: Scenario, ...modes: string[]): Candidate[] =>
  modes.map((mode) => ({ name: mode, scenario: changed, mode }));
const compared = (candidates: readonly Candidate[], replications = 4): Promise<Comparison> =>
  compare(candidates, inProcess(candidates, simulate), { replications });

describe('pooling gain and switching loss', () => {
  const candidates = named(scenario, 'dedicated', 'blended');

  test('add up to the whole difference, replication by replication, on every measure', async () => {
    const { pooling, pairs, findings } = await compared([...candidates, ...poolingAsides(candidates)]);
    expect(pooling).toMatchObject([{ pooled: 'blended', unpooled: 'dedicated' }]);
    const parts = pooling[0]?.parts ?? [];
    expect(parts.length).toBeGreaterThanOrEqual(6);
    for (const { scope, measure, gain, loss, together } of parts) {
      const pair = pairs.find((one) => one.scope === scope && one.measure === measure);
      together.values.forEach((whole, r) => {
        expect((gain.values[r] ?? NaN) + (loss.values[r] ?? NaN)).toBeCloseTo(whole ?? NaN, 9);
        // The pair is told as the first minus the second.
        if (pair !== undefined) expect(-(pair.difference.values[r] ?? NaN)).toBeCloseTo(whole ?? NaN, 9);
      });
    }
    const chat = parts.find(({ scope, measure }) => scope === 'chat' && measure === 'firstResponseMean');
    expect(chat?.loss.mean).toBeGreaterThan(chat?.loss.halfWidth ?? Infinity);
    expect(findings.join('\n')).toMatch(/blended without switching and slow-down would answer chats/);
  });

  test('with switching and slow-down off already, the loss is exactly nothing', async () => {
    const slowdown = { factors: [1], perExtra: 0 };
    const switching = { withinWorkspace: 0, betweenWorkspaces: 0, noticeDelay: 0 };
    const unhindered = { ...scenario, work: { ...scenario.work, slowdown, switching } };
    const free = named(unhindered, 'dedicated', 'blended');
    const { pooling } = await compared([...free, ...poolingAsides(free)]);
    expect(pooling[0]?.parts.length).toBeGreaterThanOrEqual(6);
    for (const { gain, loss, together } of pooling[0]?.parts ?? []) {
      expect(loss).toMatchObject({ mean: 0, halfWidth: 0 });
      expect(gain.values).toEqual(together.values);
    }
  });

  test('the counterfactual is no contender: all else is the same bytes as without it', async () => {
    const alone = await compared(candidates);
    const beside = await compared([...candidates, ...poolingAsides(candidates)]);
    expect(beside.pooling).toHaveLength(1);
    expect(beside.findings.filter((sentence) => !alone.findings.includes(sentence))).toHaveLength(1);
    const rest = (comparison: Comparison): string =>
      JSON.stringify({ ...comparison, pooling: [], findings: [] });
    expect(rest(beside) === rest(alone)).toBe(true);
  });

  test('is not asked without the unpooled mode, nor across scenarios; one replication has no interval', async () => {
    expect(poolingAsides(named(scenario, 'blended', 'per-shift'))).toEqual([]);
    const other = { ...scenario, work: { ...scenario.work, catchUp: 1 } };
    expect(poolingAsides([...named(scenario, 'dedicated'), ...named(other, 'blended')])).toEqual([]);
    const { pooling, findings } = await compared([...candidates, ...poolingAsides(candidates)], 1);
    expect(pooling[0]?.parts[0]?.gain.halfWidth).toBeNull();
    expect(findings).toEqual(['One replication has no interval, so no difference is claimed.']);
  });
});
