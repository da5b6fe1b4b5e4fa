/** Gathers one candidate's finished replications into its estimates and averaged rows. */
import type { Seconds, Share } from '../base/units.js';
import { MEASURES, type MeasureId } from '../metrics/measures.js';
import type { Channel } from '../scenario/types.js';
import type { IntervalRow, LoginRow, PersonRow, ReportRow, RunReport } from '../metrics/runReport.js';
import type { AveragedInterval, CandidateResult, Estimate } from './comparison.js';
import { estimate, mean } from './interval.js';
import type { Candidate } from './jobs.js';
import { RowAverages } from './rows.js';
import { Stability } from './stability.js';

/** A login that is not in a report that day had nothing in it: then the two reports add up to what people did. */
const REPORT_AMOUNTS = ['loggedInSeconds', 'requested', 'handled', 'closed'] as const;

/** Reports are to be added in order of replication: then no digit depends on the order in which they were finished. */
export class CandidateTally {
  readonly fingerprints: string[] = [];
  private readonly scopes: RunReport['scopes'][] = [];
  private notes: readonly string[] = [];
  private carries: RunReport['carries'] = { chat: [], messaging: [] };
  private events = 0;
  private readonly concurrencyShares: (readonly Share[])[] = [];
  private readonly waitCurves: RunReport['waitCurves'][] = [];
  private readonly intervals = new RowAverages<IntervalRow>();
  private readonly people = new RowAverages<PersonRow>();
  private readonly logins = new RowAverages<LoginRow>();
  private readonly reportRows = new RowAverages<ReportRow>(REPORT_AMOUNTS);
  private readonly stability = new Stability();

  constructor(private readonly candidate: Candidate) {}

  add(report: RunReport): void {
    if (this.scopes.length === 0) {
      this.notes = report.notes;
      this.carries = report.carries;
    }
    this.scopes.push(report.scopes);
    this.fingerprints.push(report.demandFingerprint);
    this.events += report.events;
    if (report.concurrencyShares.length > 0) this.concurrencyShares.push(report.concurrencyShares);
    this.waitCurves.push(report.waitCurves);
    this.intervals.add(report.intervals);
    this.people.add(report.people);
    this.logins.add(report.logins);
    this.reportRows.add(report.reportRows);
    this.stability.add(report);
  }

  /** `demand`: the fingerprints of the first candidate. */
  result(demand: readonly string[]): CandidateResult {
    const { name, mode, scenario } = this.candidate;
    const intervals = this.intervals.means();
    const people = this.people.means();
    return {
      name,
      mode,
      scenario: scenario.name,
      seed: scenario.seed,
      notes: this.notes,
      carries: this.carries,
      sharesDemand: demand.every((print, r) => print === this.fingerprints[r]),
      growingQueues: this.stability.growingQueues(scenario.calendar.interval, intervals, people),
      estimates: this.estimates(),
      concurrencyShares: this.meanShares(),
      targets: {
        chat: scenario.targets.chat.firstResponse,
        messaging: scenario.targets.messaging.firstResponse,
      },
      waitCurves: { chat: this.meanCurve('chat'), messaging: this.meanCurve('messaging') },
      intervals: this.withHalfWidths(intervals),
      people,
      logins: this.logins.means(),
      reportRows: this.reportRows.means(),
      events: this.events,
    };
  }

  /** Null: no data in any replication. */
  estimateOf(scope: string, measure: string): Estimate | null {
    return estimate(this.scopes.map((scopes) => scopes[scope]?.[measure as MeasureId] ?? null));
  }

  /** A number of conversations that a replication never saw had no time in it. */
  private meanShares(): Share[] {
    const length = Math.max(0, ...this.concurrencyShares.map((shares) => shares.length));
    return Array.from({ length }, (_, open) =>
      mean(this.concurrencyShares.map((shares) => shares[open] ?? 0)),
    );
  }

  private meanCurve(channel: Channel): Seconds[] {
    const seen = this.waitCurves.map((curves) => curves[channel]).filter((curve) => curve.length > 0);
    return (seen[0] ?? []).map((_, point) => mean(seen.map((curve) => curve[point] ?? 0)));
  }

  private withHalfWidths(intervals: readonly IntervalRow[]): AveragedInterval[] {
    const widths = this.intervals.halfWidths('firstResponseSeconds');
    return intervals.map((row, i) => ({ ...row, firstResponseHalfWidth: widths[i] ?? null }));
  }

  /** Scopes in order of first appearance, measures in that of their list. */
  private estimates(): Record<string, Record<string, Estimate>> {
    const names = new Set(this.scopes.flatMap((scopes) => Object.keys(scopes)));
    return Object.fromEntries(
      [...names].map((scope) => [
        scope,
        Object.fromEntries(
          MEASURES.flatMap(({ id }) => {
            const found = this.estimateOf(scope, id);
            return found === null ? [] : [[id, found] as const];
          }),
        ),
      ]),
    );
  }
}
