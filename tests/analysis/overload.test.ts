// The engine overloaded: what the comparison says of it, against what an ordinary heavy load says.
import { expect, test } from 'vitest';
import { compare } from '../../src/analysis/compare.js';
import type { Comparison } from '../../src/analysis/comparison.js';
import { inProcess } from '../../src/cluster/inProcess.js';
import { simulate } from '../../src/simulate.js';
import { peopleOf, perHour, scenarioOf, streamOf } from '../support/scenarioOf.js';

/** M/M/3 with 90 s of work each, over a day. */
async function dayOf(perHourArriving: number): Promise<Comparison> {
  const scenario = scenarioOf({
    people: peopleOf(3),
    streams: [
      streamOf({
        arrivals: perHour(perHourArriving),
        conversation: { effort: { kind: 'exponential', mean: 90 } },
      }),
    ],
  });
  const candidates = [{ name: 'all', scenario, mode: 'blended' }];
  return compare(candidates, inProcess(candidates, simulate), { replications: 10 });
}

test('at 1.14 times what people can do the finding says 14 % more work than people, to a percent', async () => {
  const { findings } = await dayOf((1.14 * 3 * 3600) / 90);
  expect(findings).toEqual([
    expect.stringMatching(/^all: chat queue grows all day: 1[345] % more work than people\.$/),
  ]);
});

test('at a load of 0.9 there is a queue, but no growing one', async () => {
  const { candidates, findings } = await dayOf((0.9 * 3 * 3600) / 90);
  expect(candidates[0]?.estimates['chat']?.['queueLength']?.mean).toBeGreaterThan(3);
  expect(candidates[0]?.growingQueues).toEqual([]);
  expect(findings).toEqual([]);
});
