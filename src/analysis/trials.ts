/** Pilot runs of settings: each setting's scores on the same demand, run no further than a race needs. */
import type { MeasureId } from '../metrics/measures.js';
import { halfWidth, mean } from './interval.js';
import { isUnavailable, type Job, type Outcome, type Progress, type RunJobs } from './jobs.js';
import type { Objective } from './objective.js';
import { differences, present } from './paired.js';
import type { Point, Settings } from './settings.js';

/** Far beyond any replication that is evaluated: what chooses a setting must not judge it, too. */
export const PILOT_FROM = 1_000_000;
/** Successive halving: after each of these numbers of replications the worse half is dropped. */
const LOOKS = [4, 8, 16] as const;
export const PILOT = LOOKS[2];

/** A setting whose pilot mean is within this of the best one's is as good for a planner. */
const AS_GOOD = 0.01;

export interface TrialsOptions {
  readonly objective: Objective;
  readonly runJobs: RunJobs;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/** Of one mode's settings; `offset`: where their candidates begin in the executor's list. */
export class Trials {
  private readonly scores = new Map<number, (number | null)[]>();

  constructor(
    private readonly settings: Settings,
    private readonly offset: number,
    private readonly options: TrialsOptions,
  ) {}

  /** Points from best to worst. The first given stays to the end and wins ties: it loses only to what is better on all replications. */
  async race(points: readonly Point[]): Promise<Point[]> {
    const [defender] = points;
    let field = this.unique(points);
    let dropped: Point[] = [];
    for (const n of LOOKS) {
      await this.run(field, n);
      field.sort((a, b) => this.loss(a, n) - this.loss(b, n));
      if (n === PILOT) break;
      const kept = Math.max(2, Math.ceil(field.length / 2));
      const isKept = (point: Point, rank: number): boolean => rank < kept || point === defender;
      dropped = [...field.filter((point, rank) => !isKept(point, rank)), ...dropped];
      // The defender first: the sort is stable.
      field = field.filter(isKept).sort((a, b) => Number(b === defender) - Number(a === defender));
    }
    return [...field, ...dropped];
  }

  /** Whether the pilot cannot tell this point from the best one, or their means are within 1 % of each other. */
  async isAsGood(point: Point, best: Point): Promise<boolean> {
    if (!this.settings.isGood(point)) return false;
    await this.run([point, best], PILOT);
    const apart = present(differences(this.scoresOf(point), this.scoresOf(best)));
    const width = halfWidth(apart);
    if (width === null) return false;
    const size = Math.abs(mean(apart));
    return size <= width || size <= AS_GOOD * Math.abs(mean(present(this.scoresOf(best))));
  }

  /** Every point tried, with its scores so far. */
  tried(): { readonly index: number; readonly scores: readonly (number | null)[] }[] {
    return [...this.scores].map(([index, scores]) => ({ index, scores })).sort((a, b) => a.index - b.index);
  }

  scoresOf(point: Point): readonly (number | null)[] {
    return this.scores.get(this.settings.indexOf(point)) ?? [];
  }

  private unique(points: readonly Point[]): Point[] {
    const seen = new Set<number>();
    return points.filter((point, i) => {
      const index = this.settings.indexOf(point);
      if (seen.has(index) || (i > 0 && !this.settings.isGood(point))) return false;
      seen.add(index);
      return true;
    });
  }

  /** The mean over the first n replications, so turned that less is better; last of all is what has no data. */
  private loss(point: Point, n: number): number {
    const seen = present(this.scoresOf(point).slice(0, n));
    if (seen.length === 0) return Infinity;
    return this.options.objective.better === 'lower' ? mean(seen) : -mean(seen);
  }

  private async run(points: readonly Point[], n: number): Promise<void> {
    const { objective, runJobs, signal, onProgress } = this.options;
    const jobs = points.flatMap((point): Job[] => {
      const index = this.settings.indexOf(point);
      const done = this.scores.get(index)?.length ?? 0;
      return Array.from({ length: Math.max(0, n - done) }, (_, i) => ({
        candidate: this.offset + index,
        replication: PILOT_FROM + done + i,
      }));
    });
    let finished = 0;
    const note = (job: Job, outcome: Outcome): void => {
      const index = job.candidate - this.offset;
      const scores = this.scores.get(index) ?? [];
      this.scores.set(index, scores);
      scores[job.replication - PILOT_FROM] = scoreOf(outcome, objective);
      onProgress?.({ finished: ++finished, planned: jobs.length, replications: 0, reached: null });
    };
    await runJobs(jobs, note, signal);
    if (signal?.aborted) throw new SearchStopped();
  }
}

/** The search was interrupted: half of one chooses nothing. */
export class SearchStopped extends Error {}

function scoreOf(outcome: Outcome, objective: Objective): number | null {
  if (isUnavailable(outcome)) return null;
  return objective.of((scope: string, measure: MeasureId) => outcome.scopes[scope]?.[measure] ?? null);
}
