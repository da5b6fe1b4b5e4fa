// Jobs on one demand come one after the other, whoever runs them, and the comparison is that of runs that draw for themselves.
import { describe, expect, test } from 'vitest';
import { compare } from '../../src/analysis/compare.js';
import type { Candidate, Job, Outcome, RunJobs } from '../../src/analysis/jobs.js';
import { DemandOrder } from '../../src/cluster/demandOrder.js';
import { inProcess } from '../../src/cluster/inProcess.js';
import { threads } from '../../src/cluster/threads.js';
import { simulate } from '../../src/simulate.js';
import { drawReplication } from '../../src/traffic/replication.js';
import { scenarioOf, streamOf } from '../support/scenarioOf.js';
import { noteWhetherKept } from './noteWhetherKept.js';

const scenarioNamed = (name: string) => scenarioOf({ name, streams: [streamOf()] });
const MODES = ['dedicated', 'per-shift', 'blended'];

/** As a comparison of two files has them: each mode's scenarios side by side, and one with switching off behind. */
function candidatesOfTwo(): Candidate[] {
  const [a, b] = ['a', 'b'].map(scenarioNamed);
  const played = MODES.flatMap((mode) => [
    { name: `a: ${mode}`, scenario: a!, mode },
    { name: `b: ${mode}`, scenario: b!, mode },
  ]);
  const unhindered = { ...a!, work: { ...a!.work, slowdown: { factors: [1], perExtra: 0 } } };
  return [...played, { name: 'a, slow-down off', scenario: unhindered, mode: 'blended' }];
}

const jobsOf = (candidates: readonly Candidate[], replications: number): Job[] =>
  candidates.flatMap((_, candidate) =>
    Array.from({ length: replications }, (__, replication) => ({ candidate, replication })),
  );

const words = (jobs: readonly Job[]) =>
  jobs.map(({ candidate, replication }) => `${replication}${candidate}`);

describe('the order of jobs', () => {
  test('is by replication, and within it those together whose scenarios draw the same', () => {
    const candidates = candidatesOfTwo();
    const sorted = new DemandOrder(candidates).sorted(jobsOf(candidates, 2));
    const expected = ['00', '02', '04', '06', '01', '03', '05', '10', '12', '14', '16', '11', '13', '15'];
    expect(words(sorted)).toEqual(expected);
  });

  test('survives the way into a worker', () => {
    const candidates = candidatesOfTwo();
    const jobs = jobsOf(candidates, 3);
    const there = new DemandOrder(structuredClone(candidates)).sorted(jobs);
    expect(there).toEqual(new DemandOrder(candidates).sorted(jobs));
  });

  test('a chunk ends where a demand does; one demand with more jobs than a chunk is parted', () => {
    const candidates = candidatesOfTwo();
    const order = new DemandOrder(candidates);
    const jobs = order.sorted(jobsOf(candidates, 2));
    // Four on the first demand, three on the second, and again.
    const cuts = [0, 1, 3, 4, 5, 6, 7, 10, 11, 13, 14].map((most) => order.cut(jobs, most));
    expect(cuts).toEqual([0, 1, 3, 4, 4, 4, 7, 7, 11, 11, 14]);
    // The last of the first demand goes alone.
    expect(order.cut(jobs.slice(3), 2)).toBe(1);
  });

  test('nothing is kept where no two candidates share a demand', () => {
    const alone = candidatesOfTwo().slice(0, 2);
    expect(new DemandOrder(alone).draw()).toBe(drawReplication);
  });
});

describe('a demand is drawn once for all who meet it', () => {
  const candidates = candidatesOfTwo();
  const REPLICATIONS = 5;

  const keptIn = async (runJobs: RunJobs): Promise<number> => {
    const kept: boolean[] = [];
    const note = (_: Job, outcome: Outcome) => kept.push('notes' in outcome && outcome.notes[0] === 'kept');
    await runJobs(jobsOf(candidates, REPLICATIONS), note);
    expect(kept).toHaveLength(candidates.length * REPLICATIONS);
    return kept.filter(Boolean).length;
  };

  // Twice per replication, for there are two scenarios.
  const met = (candidates.length - 2) * REPLICATIONS;

  test('in one process', async () => {
    expect(await keptIn(inProcess(candidates, noteWhetherKept))).toBe(met);
  });

  test('in a worker, from chunk to chunk', async () => {
    const entry = new URL('./noteWhetherKeptWorker.ts', import.meta.url);
    const crew = threads(candidates, { workers: 1, entry });
    expect(await keptIn(crew.runJobs)).toBe(met);
    await crew.close();
  });

  test('and the comparison is, byte for byte, that of runs which draw for themselves', async () => {
    const apart = await compare(
      candidates,
      inProcess(candidates, (scenario, mode, replication) => simulate(scenario, mode, replication)),
      { replications: 4 },
    );
    expect(apart.candidates[0]?.events).toBeGreaterThan(1000);
    const together = await compare(candidates, inProcess(candidates, simulate), { replications: 4 });
    expect(JSON.stringify(together)).toBe(JSON.stringify(apart));
    const crew = threads(candidates, { workers: 2 });
    const inThreads = await compare(candidates, crew.runJobs, { replications: 4 });
    await crew.close();
    expect(JSON.stringify(inThreads)).toBe(JSON.stringify(apart));
  });
});
