// --precision: what may be asked, what is refused and why, and that a run stops at the rule's first look that is precise.
import { describe, expect, test } from 'vitest';
import { compare } from '../../src/analysis/compare.js';
import type { Comparison } from '../../src/analysis/comparison.js';
import type { Candidate, Job, RunJobs } from '../../src/analysis/jobs.js';
import { isPreciseEnough, nextLook, type PrecisionGoal } from '../../src/analysis/sequential.js';
import { inProcess } from '../../src/cluster/inProcess.js';
import { precisionGoal, precisionWords, type PrecisionArgs } from '../../src/cli/precision.js';
import { fakeSimulate } from '../cluster/fakeSimulate.js';
import { scenarioOf } from '../support/scenarioOf.js';

const scenario = scenarioOf();
const goalOf = (args: PrecisionArgs): PrecisionGoal | null => precisionGoal(args, scenario);

describe('what is asked', () => {
  test('has defaults, and is read back from the words that ask for it again', () => {
    expect(goalOf({})).toBeNull();
    const plain = goalOf({ precision: '5%' });
    expect(plain).toMatchObject({ relative: 0.05, atLeast: 10, atMost: 1000 });
    const asked = goalOf({
      ...{ precision: '2.5 %', 'at-least': '20', 'at-most': '60' },
      on: ['stream:chat:abandonedShare', 'serviceLevel', 'utilisation'],
    });
    expect(asked?.measures.map(({ scope, measure }) => `${scope} ${measure}`)).toEqual([
      ...['stream:chat abandonedShare', 'chat serviceLevel', 'messaging serviceLevel', 'people utilisation'],
    ]);
    for (const goal of [plain, asked]) {
      const words = precisionWords(goal!);
      const values = (name: string): string[] => words.filter((_, i) => words[i - 1] === `--${name}`);
      const [precision, least, most] = ['precision', 'at-least', 'at-most'].map((name) => values(name)[0]);
      expect(goalOf({ precision, on: values('on'), 'at-least': least, 'at-most': most })).toEqual(goal);
    }
  });

  test.each<[PrecisionArgs, RegExp]>([
    [{ precision: '5%', replications: '20' }, /decides itself how many replications/],
    [{ precision: '5' }, /must be a share between 0% and 100%, such as 5%, not "5"/],
    [{ precision: '0%' }, /between 0% and 100%/],
    [{ precision: '5%', 'at-least': '9' }, /--at-least must be 10 or more/],
    [{ precision: '5%', 'at-least': '50', 'at-most': '40' }, /--at-most 40 is below the first look at 50/],
    [{ precision: '5%', 'at-most': '0' }, /--at-most must be a whole number/],
    [{ precision: '5%', on: ['chat:firstResponsMean'] }, /did you mean "firstResponseMean"/],
    [{ precision: '5%', on: ['people:firstResponseMean'] }, /not measured for "people": one of: all, chat/],
    [{ on: ['chat:firstResponseMean'] }, /--on only means something together with --precision/],
    [{ 'at-most': '40' }, /--at-most only means something together with --precision/],
  ])('%j is refused with a sentence', (args, sentence) => {
    expect(() => goalOf(args)).toThrow(sentence);
  });
});

describe('what is run', () => {
  const candidates: Candidate[] = ['a', 'bb'].map((mode) => ({ name: mode, scenario, mode }));
  const runJobs = inProcess(candidates, fakeSimulate);
  const until = (goal: PrecisionGoal, run: RunJobs = runJobs, signal?: AbortSignal): Promise<Comparison> =>
    compare(candidates, run, { replications: goal, ...(signal && { signal }) });

  test.each([0.2, 0.1, 0.06])('stops at the first look of the rule that is within %d', async (relative) => {
    const goal = { ...goalOf({ precision: '5%', 'at-most': '500' })!, relative };
    const looks = [nextLook(goal, 0)];
    while (looks.at(-1)! < goal.atMost) looks.push(nextLook(goal, looks.at(-1)!));
    const { replications, precision, findings } = await until(goal);
    expect(precision.stopped).toBe('precise enough');
    for (const look of looks.slice(0, looks.indexOf(replications) + 1)) {
      const { precision: there } = await compare(candidates, runJobs, { replications: look });
      expect(isPreciseEnough(there.reached, goal)).toBe(look === replications);
    }
    expect(looks).toContain(replications);
    expect(findings[0]).toMatch(
      /^\d+ replications were enough: "First response, mean" of chat and messaging/,
    );
  });

  test('at the ceiling, and after Ctrl-C, it says what the finished replications are worth', async () => {
    const ceiling = await until(goalOf({ precision: '1%', 'at-most': '12' })!);
    expect(ceiling.replications).toBe(12);
    expect(ceiling.findings[0]).toMatch(
      /^Stopped at the ceiling of 12 replications: .* only known to within \d+ %, not the 1 % asked for\.$/,
    );
    const by = new AbortController();
    let done = 0;
    const interrupted: RunJobs = (jobs, finished, signal) => {
      const counted = (job: Job, outcome: Parameters<typeof finished>[1]): void => {
        finished(job, outcome);
        if (++done === 9) by.abort();
      };
      return runJobs(jobs, counted, signal);
    };
    const { findings, replications } = await until(goalOf({ precision: '1%' })!, interrupted, by.signal);
    expect(replications).toBe(4);
    expect(findings[0]).toMatch(/^Stopped early: 4 replications are finished, enough for .* known to within/);
  });
});
