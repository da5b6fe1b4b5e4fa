/** Runs a grid of scenarios under each mode on the same chance, and says where each mode is at its best. */
import type { CompareOptions } from './compare.js';
import { Gathering } from './gathering.js';
import type { Candidate, RunJobs } from './jobs.js';
import { judge } from './judge.js';
import { sweepFindings } from './sweepFindings.js';
import type { Sweep, SweepPoint, SweptPoints } from './swept.js';

/** One point of the grid, to be run. */
export interface PlannedPoint {
  /** `count=50, max=3`; unique. */
  readonly name: string;
  /** The values set, as text, in the order of the paths. */
  readonly values: readonly string[];
  /** One per mode: `<point>: <mode>`. */
  readonly candidates: readonly Candidate[];
}

export async function sweep(
  { paths, labels }: Pick<Sweep, 'paths' | 'labels'>,
  planned: readonly PlannedPoint[],
  runJobs: RunJobs,
  { replications, signal, onProgress }: CompareOptions & { readonly replications: number },
): Promise<Sweep> {
  const candidates = planned.flatMap((point) => point.candidates);
  const gathering = new Gathering(candidates);
  const jobs = gathering.jobs(0, replications);
  let finished = 0;
  await runJobs(
    jobs,
    (job, outcome) => {
      finished++;
      gathering.add(job, outcome);
      const done = gathering.replications;
      onProgress?.({ finished, planned: jobs.length, replications: done, reached: null });
    },
    signal,
  );

  const isShort = gathering.replications < replications && signal?.aborted === true;
  const results = gathering.results();
  const modes = [...new Set(candidates.map(({ mode }) => mode))];
  const byMode = modes.map((mode) => judge(results.filter((one) => one.mode === mode)));
  const points = planned.map(({ name, values, candidates: own }): SweepPoint => {
    const here = results.filter((one) => own.some((candidate) => candidate.name === one.name));
    return { name, values, sharesDemand: here.every((one) => one.sharesDemand), results: here };
  });
  const first = candidates[0];
  const swept: SweptPoints = {
    scenario: first?.scenario.name ?? '',
    question: first?.scenario.question ?? null,
    seed: first?.scenario.seed ?? '',
    replications: gathering.demandFingerprints().length,
    stopped: isShort ? 'interrupted' : 'as asked',
    paths,
    labels,
    modes,
    demandFingerprints: gathering.demandFingerprints(),
    points,
    unavailable: gathering.unavailable(),
    alongPoints: Object.fromEntries(modes.map((mode, m) => [mode, byMode[m]?.verdicts ?? {}])),
    alongModes: points.map((point) => judge(point.results).verdicts),
    pairs: byMode.flatMap(({ pairs }) => pairs),
  };
  return { ...swept, findings: sweepFindings(swept) };
}
