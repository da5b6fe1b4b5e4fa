/** What the runs can prove: candidates side by side, paired differences, verdicts. Plain data that survives JSON. */
import type { Seconds, Share } from '../base/units.js';
import type { Unit } from '../metrics/measures.js';
import type { ByChannel, Target } from '../scenario/types.js';
import type { IntervalRow, LoginRow, PersonRow, ReportRow } from '../metrics/runReport.js';

/** A mean over replications. */
export interface Estimate {
  readonly mean: number;
  /** Half-width of the 95 % t interval; null with fewer than two replications: no interval. */
  readonly halfWidth: number | null;
  /** Replications that had data. */
  readonly n: number;
  /** Value per replication, in order of replication; null: no data. */
  readonly values: readonly (number | null)[];
}

/** A queue that grows without bound: a mean wait of its scopes says how long the run was, not how the centre works. */
export interface GrowingQueue {
  /** The scopes whose measures this spoils; no verdict is given on them. */
  readonly scopes: readonly string[];
  /** "chat queue grows all day: 14 % more work than people". */
  readonly sentence: string;
}

/** An interval's row averaged over the replications that had it. */
export interface AveragedInterval extends IntervalRow {
  /** Of the 95 % t interval of `firstResponseSeconds`; null with fewer than two replications. */
  readonly firstResponseHalfWidth: Seconds | null;
}

export interface CandidateResult {
  /** How the candidate is named in tables: the mode's name, or scenario and mode, or mode and sweep point. */
  readonly name: string;
  readonly mode: string;
  readonly scenario: string;
  readonly seed: string;
  readonly notes: readonly string[];
  /** Names of the streams that each channel carried; channels are judged only between candidates that carry the same. */
  readonly carries: ByChannel<readonly string[]>;
  /** Met exactly the demand of the first candidate in every replication; if not, pairing buys little. */
  readonly sharesDemand: boolean;
  readonly growingQueues: readonly GrowingQueue[];
  /** `estimates[scope][measure]`. */
  readonly estimates: Readonly<Record<string, Readonly<Record<string, Estimate>>>>;
  /** As in a run's report, averaged over the replications in which anybody was signed in. */
  readonly concurrencyShares: readonly Share[];
  /** Promised for first responses. */
  readonly targets: ByChannel<Target>;
  /** As in a run's report, each point averaged over the replications in which anybody was answered. */
  readonly waitCurves: ByChannel<readonly Seconds[]>;
  /** Numeric fields averaged over the replications that had the row, rows matched by their text fields. */
  readonly intervals: readonly AveragedInterval[];
  readonly people: readonly PersonRow[];
  readonly logins: readonly LoginRow[];
  readonly reportRows: readonly ReportRow[];
  /** Summed over replications. */
  readonly events: number;
}

/** a − b over the same demand, replication by replication. */
export interface PairedDifference {
  readonly scope: string;
  readonly measure: string;
  readonly a: string;
  readonly b: string;
  readonly difference: Estimate;
  /** Half-width adjusted (Bonferroni) over the pairs shown of this measure. */
  readonly adjustedHalfWidth: number | null;
  /** Which is better beyond chance, or null: cannot tell yet, no difference at all, or no direction is better. */
  readonly better: 'a' | 'b' | null;
  /** Var(a) + Var(b) over Var(a − b): what pairing was worth. */
  readonly varianceReduction: number | null;
}

/** null: in the middle, level with the best, the scope's queue grows without bound, or neither direction is better. */
export type Verdict = 'best' | 'worst' | 'cannot tell yet' | null;

export interface Standing {
  readonly verdict: Verdict;
  /** About how many more replications would settle it; null unless it cannot be told yet and more would help. */
  readonly moreReplications: number | null;
  /** With 95 % confidence at most this far behind the best, in the measure's unit; 0 for the best; null: no interval. */
  readonly atMostBehind: number | null;
}

/** `verdicts[scope][measure][candidate]`. */
export type Verdicts = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, Standing>>>>>>;

/** What pooling two channels' people changes on one measure, and what of it switching and slow-down take: differences on the same demand. */
export interface PoolingPart {
  readonly scope: string;
  readonly measure: string;
  /** Pooled with all switching and slow-down off, minus unpooled. */
  readonly gain: Estimate;
  /** Pooled as configured, minus pooled with all switching and slow-down off. */
  readonly loss: Estimate;
  /** Their sum: pooled as configured, minus unpooled. */
  readonly together: Estimate;
  /** One of the three queues grows without bound, so a difference of mean waits says how long the run was. */
  readonly grows: boolean;
}

export interface Pooling {
  readonly pooled: string;
  readonly unpooled: string;
  readonly parts: readonly PoolingPart[];
}

/** Along one setting, the others at their best: values that the pilot cannot tell from the best, or within 1 % of it. */
export interface Flat {
  readonly setting: string;
  /** In order, `asGood` is a range, not every value of which was run. */
  readonly ordered: boolean;
  /** As a scenario file says them, the best among them. */
  readonly asGood: readonly string[];
}

export interface Tried {
  /** As a scenario file says them. */
  readonly settings: string;
  /** Mean of the objective over the pilot replications run; null: no data. */
  readonly score: number | null;
  readonly replications: number;
}

/** One mode's search. All settings are texts as a scenario file says them, empty where the mode has none to search. */
export interface BestSetting {
  readonly candidate: string;
  readonly settings: string;
  readonly given: string;
  /** How much better than as given, on the replications of this comparison, which had no part in the search; null: as given. */
  readonly improvement: Estimate | null;
  readonly flat: readonly Flat[];
  readonly tried: readonly Tried[];
}

/** What the candidates' settings were searched for, and what was found. */
export interface BestSettings {
  /** In a planner's words. */
  readonly objective: string;
  readonly unit: Unit;
  readonly better: 'lower' | 'higher';
  /** Pilot replications of those who came to the end. */
  readonly pilot: number;
  readonly modes: readonly BestSetting[];
}

export interface Precision {
  /** Which means are meant, by scope and measure. */
  readonly measures: readonly { readonly scope: string; readonly measure: string }[];
  /** Relative half-width asked for, over the chosen measures of every candidate; null: a fixed number of replications. */
  readonly target: number | null;
  /** The widest that was reached; null: no interval. */
  readonly reached: number | null;
  readonly stopped: 'as asked' | 'precise enough' | 'at the ceiling' | 'interrupted';
}

export interface Comparison {
  readonly scenario: string;
  readonly question: string | null;
  readonly seed: string;
  /** Replications finished for every candidate; only they count. */
  readonly replications: number;
  readonly precision: Precision;
  /** Of the first candidate, per replication; `sharesDemand` says which others have the same. */
  readonly demandFingerprints: readonly string[];
  readonly candidates: readonly CandidateResult[];
  /** Modes asked for that cannot be played, with the reason. */
  readonly unavailable: readonly { readonly name: string; readonly reason: string }[];
  readonly pairs: readonly PairedDifference[];
  readonly verdicts: Verdicts;
  /** One for each pooling mode whose unpooled counterpart is a candidate, too. */
  readonly pooling: readonly Pooling[];
  /** Null: settings are as given. */
  readonly best: BestSettings | null;
  readonly findings: readonly string[];
}
