/** Runs candidates side by side on the same demand until enough is known, and says what the runs prove. */
import { bestSettings, type Searched } from './best.js';
import type { Comparison, Precision } from './comparison.js';
import { findings } from './findings.js';
import { Gathering } from './gathering.js';
import { PRECISION_MEASURES } from './headline.js';
import { isContender, type Candidate, type Progress, type RunJobs } from './jobs.js';
import { judge } from './judge.js';
import { poolings } from './pooling.js';
import { isPreciseEnough, nextLook, type PrecisionGoal } from './sequential.js';

export interface CompareOptions {
  /** A fixed number (at least 1), or a precision to be reached. */
  readonly replications: number | PrecisionGoal;
  /** Once aborted, the replications finished until then are compared. */
  readonly signal?: AbortSignal;
  /** Where the candidates' settings come from; as given by default. */
  readonly searched?: Searched;
  readonly onProgress?: (progress: Progress) => void;
}

/**
 * The comparison is the same, byte for byte, in whatever order `runJobs` finishes. Rejects when `runJobs` does.
 * Candidates' names must differ; those whose mode cannot be played are named apart and not waited for.
 */
export async function compare(
  candidates: readonly Candidate[],
  runJobs: RunJobs,
  options: CompareOptions,
): Promise<Comparison> {
  if (new Set(candidates.map(({ name }) => name)).size < candidates.length) {
    throw new Error('two candidates of one comparison have the same name');
  }
  const goal = typeof options.replications === 'number' ? null : options.replications;
  const measures = goal?.measures ?? PRECISION_MEASURES;
  const gathering = new Gathering(candidates);
  const runTo = runner(gathering, runJobs, measures, options);

  const stopped = await runUntilEnough(options.replications, gathering, runTo, options.signal);
  const all = gathering.results();
  const contenders = candidates.filter(isContender);
  const results = all.filter((result) => contenders.some(({ name }) => name === result.name));
  const scenarios = [...new Set(contenders.map(({ scenario }) => scenario))];
  const questions = [...new Set(scenarios.map(({ question }) => question))];
  const told = {
    scenario: distinct(scenarios.map(({ name }) => name)),
    question: questions.length === 1 ? (questions[0] ?? null) : null,
    seed: distinct(scenarios.map(({ seed }) => seed)),
    replications: gathering.demandFingerprints().length,
    precision: { measures, target: goal?.relative ?? null, reached: gathering.reached(measures), stopped },
    demandFingerprints: gathering.demandFingerprints(),
    candidates: results,
    unavailable: gathering.unavailable(),
    ...judge(results),
    pooling: poolings(candidates, all),
    best: options.searched === undefined ? null : bestSettings(options.searched, all),
  };
  return { ...told, findings: findings(told) };
}

/** Each look waits for all its runs: whether to go on must not depend on who was quick. */
async function runUntilEnough(
  wanted: number | PrecisionGoal,
  gathering: Gathering,
  runTo: (replications: number) => Promise<void>,
  signal: AbortSignal | undefined,
): Promise<Precision['stopped']> {
  const goal = typeof wanted === 'number' ? null : wanted;
  for (let n = 0; ;) {
    n = goal === null ? Number(wanted) : nextLook(goal, n);
    await runTo(n);
    if (gathering.replications < n && signal?.aborted) return 'interrupted';
    if (goal === null || !gathering.isPlayable) return 'as asked';
    if (isPreciseEnough(gathering.reached(goal.measures), goal)) return 'precise enough';
    if (n >= goal.atMost) return 'at the ceiling';
  }
}

function runner(
  gathering: Gathering,
  runJobs: RunJobs,
  measures: PrecisionGoal['measures'],
  { signal, onProgress }: CompareOptions,
): (replications: number) => Promise<void> {
  let planned = 0;
  let finished = 0;
  let asked = 0;
  let reached: number | null = null;
  return async (replications) => {
    const jobs = gathering.jobs(asked, replications);
    asked = replications;
    planned += jobs.length;
    await runJobs(
      jobs,
      (job, outcome) => {
        finished++;
        if (gathering.add(job, outcome)) reached = gathering.reached(measures);
        onProgress?.({ finished, planned, replications: gathering.replications, reached });
      },
      signal,
    );
  };
}

function distinct(names: readonly string[]): string {
  return [...new Set(names)].join(' / ');
}
