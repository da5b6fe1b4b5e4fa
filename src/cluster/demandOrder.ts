/** An order of jobs in which candidates that meet the same demand do so one after the other, so that it is drawn once. */
import type { Candidate, Job } from '../analysis/jobs.js';
import type { Scenario } from '../scenario/types.js';
import { commonNumbers } from '../traffic/commonNumbers.js';
import { drawReplication, drawTheSame, type Draw } from '../traffic/replication.js';

export class DemandOrder {
  /** Scenarios that may draw differently. */
  private readonly distinct: Scenario[] = [];
  /** Of each candidate, the place in `distinct`. */
  private readonly places: readonly number[];

  constructor(candidates: readonly Candidate[]) {
    const { distinct } = this;
    this.places = candidates.map(({ scenario }) => {
      const known = distinct.findIndex((one) => drawTheSame(one, scenario));
      return known === -1 ? distinct.push(scenario) - 1 : known;
    });
  }

  /** What one thread draws with: nothing is kept where no two candidates share. */
  draw(): Draw {
    return this.distinct.length < this.places.length ? commonNumbers() : drawReplication;
  }

  sorted(jobs: readonly Job[]): Job[] {
    return [...jobs].sort((a, b) => a.replication - b.replication || this.placeOf(a) - this.placeOf(b));
  }

  /** How many jobs to cut off: `most`, or fewer where those on one demand then stay together. */
  cut(jobs: readonly Job[], most: number): number {
    for (let n = most; n > 0; n--) if (!this.meetTheSame(jobs[n - 1], jobs[n])) return n;
    return most;
  }

  private meetTheSame(a: Job | undefined, b: Job | undefined): boolean {
    if (a === undefined || b === undefined) return false;
    return a.replication === b.replication && this.placeOf(a) === this.placeOf(b);
  }

  private placeOf({ candidate }: Job): number {
    return this.places[candidate] ?? -1;
  }
}
