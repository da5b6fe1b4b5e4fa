// Threads: the same comparison for any number of workers, and nothing lost when one dies.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compare } from '../../src/analysis/compare.js';
import type { Comparison } from '../../src/analysis/comparison.js';
import type { Candidate } from '../../src/analysis/jobs.js';
import { inProcess } from '../../src/cluster/inProcess.js';
import { threads } from '../../src/cluster/threads.js';
import { simulate } from '../../src/simulate.js';
import { scenarioOf } from '../support/scenarioOf.js';
import { fakeSimulate } from './fakeSimulate.js';

const entry = new URL('./fakeWorker.ts', import.meta.url);

function candidatesOf(name: string): Candidate[] {
  const scenario = scenarioOf({ name });
  return ['a', 'bb', 'unplayable', 'cccc'].map((mode) => ({ name: mode, scenario, mode }));
}

async function inThreads(
  candidates: readonly Candidate[],
  workers: number,
  more: { signal?: AbortSignal; onLost?: (sentence: string) => void; onFinished?: (n: number) => void } = {},
): Promise<Comparison> {
  const { onLost, onFinished, signal } = more;
  const crew = threads(candidates, { workers, entry, ...(onLost && { onLost }) });
  try {
    return await compare(candidates, crew.runJobs, {
      replications: 25,
      ...(signal && { signal }),
      onProgress: ({ finished }) => onFinished?.(finished),
    });
  } finally {
    await crew.close();
  }
}

describe('threads', () => {
  test('1, 2 and 7 workers give the bytes that one process gives', async () => {
    const candidates = candidatesOf('plain');
    const alone = await compare(candidates, inProcess(candidates, fakeSimulate), { replications: 25 });
    expect(alone.replications).toBe(25);
    expect(alone.unavailable.map(({ name }) => name)).toEqual(['unplayable']);
    for (const workers of [1, 2, 7]) {
      expect(JSON.stringify(await inThreads(candidates, workers))).toBe(JSON.stringify(alone));
    }
  });

  test('the crew runs look after look until precise, as one process does', async () => {
    const candidates = candidatesOf('plain');
    const replications = {
      relative: 0.05,
      measures: [{ scope: 'chat', measure: 'firstResponseMean' }],
      atLeast: 10,
      atMost: 60,
    };
    const alone = await compare(candidates, inProcess(candidates, fakeSimulate), { replications });
    const crew = threads(candidates, { workers: 3, entry });
    const together = await compare(candidates, crew.runJobs, { replications });
    await crew.close();
    expect(alone.replications).toBeGreaterThan(10);
    expect(JSON.stringify(together)).toBe(JSON.stringify(alone));
  });

  test('a worker that dies is reported, its work done once more, and nothing is lost', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'blendsim-')), 'died');
    const candidates = candidatesOf(`die-once ${file}`);
    const lost: string[] = [];
    const comparison = await inThreads(candidates, 2, { onLost: (sentence) => lost.push(sentence) });
    expect(lost).toEqual([expect.stringMatching(/replication 3 .*done again/)]);
    // The file now stands, so nobody dies.
    const undisturbed = await compare(candidates, inProcess(candidates, fakeSimulate), { replications: 25 });
    expect(JSON.stringify(comparison)).toBe(JSON.stringify(undisturbed));
  });

  test('a job that kills its second worker, too, fails the comparison by name', async () => {
    await expect(inThreads(candidatesOf('die-always'), 2)).rejects.toThrow(
      /replication 3 .*killed 2 workers/,
    );
  });

  test('a simulation that breaks fails the comparison by name, in threads as in one process', async () => {
    const candidates = candidatesOf('break');
    const broken = /replication 3 .*a conversation left twice/;
    await expect(inThreads(candidates, 2)).rejects.toThrow(broken);
    await expect(
      compare(candidates, inProcess(candidates, fakeSimulate), { replications: 25 }),
    ).rejects.toThrow(broken);
  });

  test('without a stand-in the workers simulate', async () => {
    const scenario = scenarioOf();
    const candidates = [{ name: 'one', scenario, mode: 'blended' }];
    const alone = await compare(candidates, inProcess(candidates, simulate), { replications: 3 });
    const crew = threads(candidates, { workers: 2 });
    const together = await compare(candidates, crew.runJobs, { replications: 3 });
    await crew.close();
    expect(alone.candidates[0]?.events).toBeGreaterThan(1000);
    expect(JSON.stringify(together)).toBe(JSON.stringify(alone));
  });

  test('an interruption keeps the replications finished for every candidate', async () => {
    const interruption = new AbortController();
    const comparison = await inThreads(candidatesOf('plain'), 2, {
      signal: interruption.signal,
      onFinished: (n) => n === 40 && interruption.abort(),
    });
    expect(comparison.precision.stopped).toBe('interrupted');
    expect(comparison.replications).toBeGreaterThanOrEqual(5);
    expect(comparison.replications).toBeLessThan(25);
    for (const { estimates } of comparison.candidates) {
      expect(estimates['chat']?.['firstResponseMean']?.n).toBe(comparison.replications);
    }
  });
});
