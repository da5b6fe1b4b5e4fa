/** Puts finished runs, which come in any order, back into the order of replication, and keeps only complete replications. */
import type { RunReport } from '../metrics/runReport.js';
import type { CandidateResult, Comparison } from './comparison.js';
import { isContender, isUnavailable, type Candidate, type Job, type Outcome } from './jobs.js';
import type { PrecisionGoal } from './sequential.js';
import { widest } from './sequential.js';
import { CandidateTally } from './tally.js';

export class Gathering {
  /** Replications finished for every candidate that can be played, without a gap from the first on. */
  replications = 0;
  private readonly tallies: readonly CandidateTally[];
  /** Finished, but waiting for an earlier replication or for another candidate. */
  private readonly waiting: readonly Map<number, RunReport>[];
  private readonly reasons = new Map<number, string>();

  constructor(private readonly candidates: readonly Candidate[]) {
    this.tallies = candidates.map((candidate) => new CandidateTally(candidate));
    this.waiting = candidates.map(() => new Map<number, RunReport>());
  }

  get isPlayable(): boolean {
    return this.reasons.size < this.candidates.length;
  }

  /** Replications `from` up to `to` of every candidate that can be played, a replication's candidates side by side. */
  jobs(from: number, to: number): Job[] {
    const playable = this.playable();
    return Array.from({ length: to - from }, (_, i) =>
      playable.map((candidate) => ({ candidate, replication: from + i })),
    ).flat();
  }

  /** True when more replications are complete than before. */
  add({ candidate, replication }: Job, outcome: Outcome): boolean {
    if (isUnavailable(outcome)) this.reasons.set(candidate, outcome.unavailable);
    else this.waiting[candidate]?.set(replication, outcome);
    const before = this.replications;
    while (this.fold(this.replications)) this.replications++;
    return this.replications > before;
  }

  /** The widest relative half-width so far over these measures of all contenders that have them. */
  reached(measures: PrecisionGoal['measures']): number | null {
    return widest(
      this.playable(isContender).flatMap((c) =>
        measures.flatMap(({ scope, measure }) => this.tallies[c]?.estimateOf(scope, measure) ?? []),
      ),
    );
  }

  /** To be asked once, when no more runs will come: after an interruption, complete replications beyond a gap count too. */
  results(): readonly CandidateResult[] {
    const playable = this.playable();
    const stragglers = [...(this.waiting[playable[0] ?? 0]?.keys() ?? [])].sort((a, b) => a - b);
    for (const replication of stragglers) this.fold(replication);
    const demand = this.demandFingerprints();
    return playable.flatMap((c) => this.tallies[c]?.result(demand) ?? []);
  }

  /** Of the first candidate that can be played, one per complete replication. */
  demandFingerprints(): readonly string[] {
    return this.tallies[this.playable()[0] ?? 0]?.fingerprints ?? [];
  }

  unavailable(): Comparison['unavailable'] {
    return this.candidates.flatMap((candidate, c) => {
      const reason = isContender(candidate) ? this.reasons.get(c) : undefined;
      return reason === undefined ? [] : [{ name: candidate.name, reason }];
    });
  }

  /** Adds this replication to every tally, if every playable candidate has finished it. */
  private fold(replication: number): boolean {
    const playable = this.playable();
    const reports = playable.map((c) => this.waiting[c]?.get(replication));
    if (playable.length === 0 || reports.includes(undefined)) return false;
    playable.forEach((c, i) => {
      const report = reports[i];
      if (report !== undefined) this.tallies[c]?.add(report);
      this.waiting[c]?.delete(replication);
    });
    return true;
  }

  private playable(which: (candidate: Candidate) => boolean = () => true): number[] {
    return this.candidates.flatMap((one, c) => (which(one) && !this.reasons.has(c) ? [c] : []));
  }
}
