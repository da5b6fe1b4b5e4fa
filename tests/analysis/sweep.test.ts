// Sweeps of made-up runs: what is claimed of points and modes, whatever the order in which the runs finish.
import { describe, expect, test } from 'vitest';
import type { Candidate, Job, Outcome, RunJobs } from '../../src/analysis/jobs.js';
import { sweep, type PlannedPoint } from '../../src/analysis/sweep.js';
import type { Sweep } from '../../src/analysis/swept.js';
import { randomStream } from '../../src/base/random.js';
import { reportOf } from '../cluster/fakeSimulate.js';
import { scenarioOf } from '../support/scenarioOf.js';

const MODES = ['apart', 'together'];
const point = (value: number): PlannedPoint => ({
  name: `n=${value}`,
  values: [String(value)],
  candidates: MODES.map((mode) => ({
    name: `n=${value}: ${mode}`,
    scenario: scenarioOf({ name: `${value}` }),
    mode,
  })),
});
const POINTS = [1, 2, 3].map(point);
const CANDIDATES: readonly Candidate[] = POINTS.flatMap(({ candidates }) => candidates);

/** `together` gains with n, `apart` does not care; the day's chance is the same for all. */
function outcome({ candidate, replication }: Job): Outcome {
  const { scenario, mode } = CANDIDATES[candidate]!;
  const day = 30 * randomStream('day', replication)();
  const own = 2 * randomStream('own', replication, candidate)();
  const n = Number(scenario.name);
  const wait = mode === 'apart' ? 60 + day : 90 - 20 * n + day + own;
  return reportOf(scenario, mode, replication, { firstResponseMean: wait });
}

const inOrder =
  (of: (job: Job) => Outcome, order: (jobs: readonly Job[]) => readonly Job[] = (jobs) => jobs): RunJobs =>
  async (jobs, finished, signal) => {
    for (const job of order(jobs)) {
      await Promise.resolve();
      if (signal?.aborted) return;
      finished(job, of(job));
    }
  };
const swept = (runJobs: RunJobs, replications = 10, signal?: AbortSignal): Promise<Sweep> =>
  sweep({ paths: ['people.n'], labels: ['n'] }, POINTS, runJobs, {
    ...{ replications, ...(signal === undefined ? {} : { signal }) },
  });
const bestOf = (standings: Readonly<Record<string, { readonly verdict: unknown }>> = {}): string[] =>
  Object.keys(standings).filter((name) => standings[name]?.verdict === 'best');

test('the order in which runs finish changes nothing', async () => {
  const [forth, back] = await Promise.all([
    swept(inOrder(outcome)),
    swept(inOrder(outcome, (jobs) => jobs.toReversed())),
  ]);
  expect(back).toEqual(forth);
});

test('a best point is claimed per mode, and a best mode per point, only where the difference is beyond chance', async () => {
  const result = await swept(inOrder(outcome));
  const along = (mode: string) => bestOf(result.alongPoints[mode]?.['chat']?.['firstResponseMean']);
  expect(along('together')).toEqual(['n=3: together']);
  expect(along('apart')).toEqual([]);
  const at = result.alongModes.map((verdicts) => bestOf(verdicts['chat']?.['firstResponseMean']));
  expect(at).toEqual([['n=1: apart'], ['n=2: together'], ['n=3: together']]);
  expect(result.findings).toEqual([
    'All points met the same demand, consumer by consumer.',
    expect.stringMatching(
      /^First chat answers: under together n=1 is 40\.\d s \([\d.]+ to [\d.]+\) later than n=3; under apart there is no difference at all\.$/,
    ),
    expect.stringMatching(/^First messaging answers: /),
    'Chats are answered soonest by apart at n=1; by together at n=2 and n=3.',
  ]);
});

describe('where less is known less is said', () => {
  test('one replication', async () => {
    const { findings, pairs } = await swept(inOrder(outcome), 1);
    expect(findings[0]).toBe('One replication has no interval, so no difference is claimed.');
    expect(findings.join(' ')).toContain('the runs cannot tell');
    expect(pairs.every(({ better }) => better === null)).toBe(true);
  });

  test('an interruption keeps the replications that every point has finished', async () => {
    const stop = new AbortController();
    const interrupted = await swept(
      inOrder((job) => {
        if (job.replication === 4) stop.abort();
        return outcome(job);
      }),
      10,
      stop.signal,
    );
    expect(interrupted).toMatchObject({ stopped: 'interrupted', replications: 4 });
    const whole = await swept(inOrder(outcome), 4);
    expect({ ...interrupted, stopped: 'as asked' }).toEqual(whole);
  });

  test('a point where a mode cannot be played has the others', async () => {
    const result = await swept(
      inOrder((job) => (job.candidate === 1 ? { unavailable: 'nobody is left for chat' } : outcome(job))),
    );
    expect(result.points.map(({ results }) => results.map(({ mode }) => mode))).toEqual([
      ['apart'],
      MODES,
      MODES,
    ]);
    expect(result.unavailable).toEqual([{ name: 'n=1: together', reason: 'nobody is left for chat' }]);
  });

  test('points with other demand are named', async () => {
    const result = await swept(
      inOrder((job) => {
        const report = outcome(job);
        return 'unavailable' in report || job.candidate < 4
          ? report
          : { ...report, demandFingerprint: 'other' };
      }),
    );
    expect(result.points.map(({ sharesDemand }) => sharesDemand)).toEqual([true, true, false]);
    expect(result.findings[0]).toBe(
      'n=3 met other demand than n=1: differences from it contain the chance of both.',
    );
  });
});
