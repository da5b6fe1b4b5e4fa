// Comparisons of made-up runs: order of finishing, interruption, unplayable candidates, and the sentences that follow.
import { describe, expect, test } from 'vitest';
import { compare, type CompareOptions } from '../../src/analysis/compare.js';
import type { Comparison } from '../../src/analysis/comparison.js';
import type { Candidate, Job, Outcome, RunJobs } from '../../src/analysis/jobs.js';
import { randomStream } from '../../src/base/random.js';
import type { MeasureId } from '../../src/metrics/measures.js';
import type { PersonRow, RunReport } from '../../src/metrics/runReport.js';
import { reportOf } from '../cluster/fakeSimulate.js';
import { intervalRow } from './intervalRow.js';
import { scenarioOf } from '../support/scenarioOf.js';

type Numbers = Readonly<Record<string, Readonly<Partial<Record<MeasureId, number>>>>>;

const scenario = scenarioOf({ name: 'made up', question: 'Who is sooner?' });
const named = (...names: string[]): Candidate[] => names.map((name) => ({ name, scenario, mode: name }));

/** Finishes in an order of its own, `until` so many jobs are done. */
function shuffled(
  outcome: (job: Job) => Outcome,
  order: string,
  interrupt?: { readonly after: number; readonly by: AbortController },
): RunJobs {
  return async (jobs, finished, signal) => {
    const random = randomStream('order', order);
    const drawn = jobs.map((job) => ({ job, at: order === 'as given' ? 0 : random() }));
    drawn.sort((a, b) => a.at - b.at);
    for (const [done, { job }] of drawn.entries()) {
      await Promise.resolve();
      if (done === interrupt?.after) interrupt.by.abort();
      if (signal?.aborted) return;
      finished(job, outcome(job));
    }
  };
}

/** Candidate c's numbers, the same chance of the day for all and a little of its own. */
function outcomes(names: readonly string[], numbers: (c: number, day: number, own: number) => Numbers) {
  return ({ candidate, replication }: Job): Outcome => {
    const day = randomStream('day', replication)();
    const own = randomStream('own', candidate, replication)();
    const base = reportOf(scenario, names[candidate]!, replication, {});
    const people = [{ person: 'Ana', group: 'g', answers: 10 * day } as PersonRow];
    return { ...base, people, scopes: numbers(candidate, day, own) };
  };
}

async function told(
  names: readonly string[],
  numbers: (c: number, day: number, own: number) => Numbers,
  replications: CompareOptions['replications'] = 20,
): Promise<Comparison> {
  return compare(named(...names), shuffled(outcomes(names, numbers), 'any'), { replications });
}

describe('a comparison', () => {
  const names = ['a', 'b', 'c'];
  const waits = outcomes(names, (c, day, own) => ({
    chat: { firstResponseMean: 100 * day + 0.1 * own + c, ...(c > 0 && { abandonedShare: day }) },
  }));

  test('is the same, byte for byte, in whatever order the runs finish', async () => {
    const texts = [];
    for (const order of ['as given', 'x', 'y', 'z']) {
      texts.push(
        JSON.stringify(await compare(named(...names), shuffled(waits, order), { replications: 13 })),
      );
    }
    expect(new Set(texts).size).toBe(1);
  });

  test('does not rank a channel that carries other streams with the others, and says so', async () => {
    const carriesChat = (job: Job): Outcome => {
      const seen = waits(job) as RunReport;
      const people = { costPerHandled: 5 + job.candidate };
      const outcome = { ...seen, scopes: { ...seen.scopes, people } };
      return job.candidate < 2
        ? outcome
        : { ...outcome, carries: { chat: ['chat', 'messages'], messaging: [] } };
    };
    const { verdicts, pairs, findings } = await compare(named(...names), shuffled(carriesChat, 'x'), {
      replications: 20,
    });
    expect(verdicts['chat']?.['firstResponseMean']?.['a']?.verdict).toBe('best');
    expect(verdicts['chat']?.['firstResponseMean']).not.toHaveProperty('c');
    expect(pairs.map(({ a, b }) => `${a} ${b}`)).not.toContain('a c');
    expect(Object.keys(verdicts['people']?.['costPerHandled'] ?? {})).toEqual(['a', 'b']);
    expect(findings).toContain("C carries messages as chat, so its chat is not ranked with the others'.");
  });

  test('averages rows over replications, and keeps every value in order of replication', async () => {
    const { candidates, seed, question } = await compare(named(...names), shuffled(waits, 'x'), {
      replications: 4,
    });
    const days = [0, 1, 2, 3].map((r) => randomStream('day', r)());
    expect(candidates[1]?.estimates['chat']?.['abandonedShare']?.values).toEqual(days);
    expect(candidates[0]?.estimates['chat']?.['abandonedShare']).toBeUndefined();
    expect(candidates[2]?.people).toEqual([
      {
        person: 'Ana',
        group: 'g',
        answers: expect.closeTo((10 * (days[0]! + days[1]! + days[2]! + days[3]!)) / 4, 12) as number,
      },
    ]);
    expect(candidates[2]?.concurrencyShares).toEqual([0.5, 0.375, 0.125]);
    expect([seed, question]).toEqual(['test', 'Who is sooner?']);
  });

  test('interrupted, counts the replications finished for every candidate, gaps or not', async () => {
    const by = new AbortController();
    const seen = new Map<number, number>();
    const counted = (job: Job): Outcome => {
      seen.set(job.replication, (seen.get(job.replication) ?? 0) + 1);
      return waits(job);
    };
    const comparison = await compare(named(...names), shuffled(counted, 'x', { after: 40, by }), {
      replications: 20,
      signal: by.signal,
    });
    const complete = [...seen].filter(([, times]) => times === 3).map(([r]) => r);
    expect(complete.length).toBeGreaterThan(3);
    expect(Math.max(...complete)).toBeGreaterThanOrEqual(complete.length);
    expect(comparison.replications).toBe(complete.length);
    expect(comparison.precision.stopped).toBe('interrupted');
    expect(comparison.demandFingerprints).toEqual(complete.sort((a, b) => a - b).map((r) => `test/${r}`));
  });

  test('names what cannot be played, and compares the rest; with nothing left it says nothing', async () => {
    const unavailable = 'nobody for chat';
    const partly = (job: Job): Outcome => (job.candidate === 1 ? { unavailable } : waits(job));
    const comparison = await compare(named(...names), shuffled(partly, 'x'), { replications: 5 });
    expect(comparison.unavailable).toEqual([{ name: 'b', reason: unavailable }]);
    expect(comparison.candidates.map(({ name }) => name)).toEqual(['a', 'c']);
    expect(comparison.replications).toBe(5);
    const goal = { relative: 0.1, measures: [], atLeast: 10, atMost: 100 };
    const none = await compare(
      named(...names),
      shuffled(() => ({ unavailable }), 'x'),
      { replications: goal },
    );
    expect([none.replications, none.candidates, none.findings]).toEqual([0, [], []]);
  });

  test('goes on until precise, or to the ceiling, and says which', async () => {
    const measures = [{ scope: 'chat', measure: 'firstResponseMean' }];
    const until = async (relative: number): Promise<Comparison> =>
      compare(named(...names), shuffled(waits, 'x'), {
        replications: { relative, measures, atLeast: 10, atMost: 100 },
      });
    const rough = await until(0.3);
    expect(rough.precision).toMatchObject({ target: 0.3, stopped: 'precise enough' });
    expect(rough.precision.reached).toBeLessThanOrEqual(0.3 / 1.3);
    expect(rough.replications).toBeLessThan(100);
    const fine = await until(0.001);
    expect(fine.precision.stopped).toBe('at the ceiling');
    expect(fine.replications).toBe(100);
  });

  test('judges against the rest without a candidate whose queue grows', async () => {
    const intervals = Array.from({ length: 12 }, (_, i) =>
      intervalRow(i, {
        queueLength: 9 * i,
        peopleSignedIn: 1,
        offered: 9,
        offeredWorkSeconds: 3600,
        workedSeconds: 1800,
      }),
    );
    const grows = (job: Job): Outcome => {
      const report = waits(job);
      if (!('scopes' in report) || job.candidate !== 0) return report;
      return { ...report, intervals };
    };
    const { verdicts, findings } = await compare(named(...names), shuffled(grows, 'x'), { replications: 10 });
    const verdict = verdicts['chat']?.['firstResponseMean'];
    expect([verdict?.['a']?.verdict, verdict?.['b']?.verdict, verdict?.['c']?.verdict]).toEqual([
      null,
      'best',
      'worst',
    ]);
    expect(findings[0]).toBe('a: chat queue grows all day: 100 % more work than people.');
  });

  test('two candidates of one name are refused', async () => {
    await expect(compare(named('a', 'a'), shuffled(waits, 'x'), { replications: 1 })).rejects.toThrow(
      /same name/,
    );
  });
});

describe('findings', () => {
  test('a trade-off, its price, its reports and what sharing the demand was worth', async () => {
    const { findings } = await told(['apart', 'together'], (c, day, own) => ({
      messaging: { firstResponseMean: 1200 + 600 * day + 40 * own - 360 * c },
      chat: { firstResponseMean: 60 + 30 * day + 4 * own + 20 * c },
      people: { costPerHandled: 8 + 2 * day + 0.2 * own - c },
      reports: { rowsPerPerson: 1 + 0.9 * c, visibleShareMean: 1 - 0.42 * c },
    }));
    expect(findings).toMatchInlineSnapshot(`
      [
        "Together answers messaging 6.1 min (5.9 to 6.2) sooner than apart, but chats 19.7 s (18.9 to 20.4) later.",
        "Together costs 1.02 (0.98 to 1.05) less per handled conversation than apart.",
        "A person's work lies in 1.9 report rows with together (the fullest shows 58 % of it), in 1.0 with apart (the fullest shows 100 % of it).",
        "All met exactly the same consumers: had each met others, it would have taken about 160 times as many replications to know their first responses' differences as well.",
      ]
    `);
  });

  test('what cannot be told, and how many more replications would tell it', async () => {
    const { findings } = await told(
      ['x', 'y'],
      (c, day, own) => ({ chat: { firstResponseMean: 60 + 5 * day + 30 * own + c } }),
      30,
    );
    expect(findings).toMatchInlineSnapshot(`
      [
        "Chat, first response, mean: cannot tell yet which of x and y is best; about 950 more replications would, if the difference stays as it is.",
      ]
    `);
  });

  test('what lies so close that no sensible number of replications would tell it', async () => {
    const { findings } = await told(['x', 'y'], (c, day, own) => ({
      chat: { firstResponseMean: 60 + 5 * day + 30 * own + 2.55 * c },
    }));
    expect(findings).toMatchInlineSnapshot(`
      [
        "Chat, first response, mean: x and y are within 5.5 s of the best, too close to tell.",
      ]
    `);
  });

  test('three candidates: the clearest difference on each channel', async () => {
    const { findings } = await told(['x', 'y', 'z'], (c, day, own) => ({
      messaging: { firstResponseMean: 900 + 60 * day + 40 * own + [0, 300, 600][c]! },
      chat: { firstResponseMean: 60 + 9 * day + 3 * own + [20, 0, 20][c]! },
    }));
    expect(findings).toMatchInlineSnapshot(`
      [
        "X answers messaging 9.9 min (9.8 to 10.1) sooner than z; the runs cannot tell which answers chats sooner.",
        "Y answers chats 20.2 s (19.6 to 20.9) sooner than x, but messaging 4.9 min (4.8 to 5.1) later.",
        "All met exactly the same consumers: had each met others, it would have taken about 6.2 times as many replications to know their first responses' differences as well.",
      ]
    `);
  });

  test('one replication claims nothing', async () => {
    const { findings, pairs } = await told(
      ['x', 'y'],
      (c) => ({ chat: { firstResponseMean: 60 + 50 * c } }),
      1,
    );
    expect(findings).toEqual(['One replication has no interval, so no difference is claimed.']);
    expect(pairs[0]).toMatchObject({ adjustedHalfWidth: null, better: null });
  });
});
