// What a theory case is, how it is played, and when it agrees with its exact values.
import { estimate, tQuantile } from '../../src/analysis/interval.js';
import type { MeasureId } from '../../src/metrics/measures.js';
import type { RunReport } from '../../src/metrics/runReport.js';
import type { Scenario } from '../../src/scenario/types.js';
import { simulate } from '../../src/simulate.js';
import { Watch, type Sums, type WatchSpec } from './watch.js';

export interface Played {
  readonly report: RunReport | null;
  readonly sums: Sums;
}

export interface Case {
  /** As in the collection of exact values; several cases may belong to one entry. */
  readonly id: string;
  readonly title: string;
  readonly replications: number;
  readonly quantities: readonly Quantity[];
  play(seed: string, replication: number): Played;
}

export interface Quantity {
  readonly name: string;
  readonly exact: number;
  /** Standard error of an "exact" value that was itself simulated. */
  readonly error: number;
  /** Largest relative half-width with which the comparison says something. */
  readonly within: number;
  /** Relative error of the measure itself, as stated by it: a sketch's percentile. */
  readonly resolution: number;
  /** One value per replication, whose mean is the estimate. */
  values(played: readonly Played[]): readonly number[];
}

type Options = Partial<Pick<Quantity, 'error' | 'within' | 'resolution'>>;

const DEFAULTS = { error: 0, within: 0.01, resolution: 0 } as const;

/** What the tool itself tells: the mean of a measure over the replications, times `scale`. */
export function told(
  name: string,
  exact: number,
  scope: string,
  measure: MeasureId,
  { scale = 1, ...options }: Options & { readonly scale?: number } = {},
): Quantity {
  return reported(name, exact, ({ scopes }) => scale * (scopes[scope]?.[measure] ?? NaN), options);
}

/** Anything in the tool's report: the mean over the replications. */
export function reported(
  name: string,
  exact: number,
  of: (report: RunReport) => number,
  options: Options = {},
): Quantity {
  return {
    ...DEFAULTS,
    name,
    exact,
    ...options,
    values: (played) => played.map(({ report }) => of(report!)),
  };
}

/**
 * A function of sums over all replications (a ratio, a standard deviation), by jackknife: its pseudo-values are as good as
 * independent, their mean is free of the bias of first order, and for a plain mean they are the replications' own values.
 */
export function seen(
  name: string,
  exact: number,
  of: (sum: (name: string) => number) => number,
  options: Options = {},
): Quantity {
  const values = (played: readonly Played[]): number[] => {
    const total = new Map<string, number>();
    for (const { sums } of played)
      for (const [key, value] of Object.entries(sums)) total.set(key, (total.get(key) ?? 0) + value);
    const whole = of((key) => total.get(key)!);
    const n = played.length;
    return played.map(({ sums }) => n * whole - (n - 1) * of((key) => total.get(key)! - sums[key]!));
  };
  return { ...DEFAULTS, name, exact, ...options, values };
}

export interface Spec {
  readonly id: string;
  readonly title: string;
  readonly scenario: Scenario;
  readonly mode?: string;
  readonly replications: number;
  readonly watch?: WatchSpec;
  readonly quantities: readonly Quantity[];
}

/** A case that goes the whole way: scenario, demand, mode, engine, metrics. */
export function caseOf({
  id,
  title,
  scenario,
  mode = 'blended',
  replications,
  watch,
  quantities,
}: Spec): Case {
  const play = (seed: string, replication: number): Played => {
    const observer = new Watch({ from: scenario.warmUp, ...watch });
    const report = simulate({ ...scenario, seed }, mode, replication, [observer]);
    if ('unavailable' in report) throw new Error(report.unavailable);
    return { report: lean(report), sums: observer.sums() };
  };
  return { id, title, replications, quantities, play };
}

/** Thousands of short days are kept: without their rows. */
function lean(report: RunReport): RunReport {
  return { ...report, intervals: [], people: [], logins: [], reportRows: [] };
}

export interface Verdict {
  readonly id: string;
  readonly quantity: string;
  readonly exact: number;
  readonly simulated: number;
  /** Of the 95 % interval that the tool reports. */
  readonly halfWidth: number;
  /** Distance from the exact value in standard errors. */
  readonly z: number;
  readonly precise: boolean;
  readonly pass: boolean;
}

/** With some 250 numbers checked, about 0.2 are expected to lie beyond this by chance; see `how_to_use` of the exact values. */
const MOST_ERRORS = 3.5;

/** `precision` relaxes every demand on the half-width: a short run proves less, but a wrong rule still shows. */
export function judge(one: Case, played: readonly Played[], precision = 1): Verdict[] {
  return one.quantities.map((quantity) => {
    const { mean, halfWidth, n } = estimate(quantity.values(played))!;
    const width = halfWidth!;
    const error = Math.hypot(width / tQuantile(0.975, n - 1), quantity.error);
    const away = mean - quantity.exact;
    const slack = quantity.resolution * Math.abs(quantity.exact);
    const z = (Math.sign(away) * Math.max(0, Math.abs(away) - slack)) / error;
    const precise = width <= precision * quantity.within * Math.abs(quantity.exact);
    return {
      id: one.id,
      quantity: quantity.name,
      exact: quantity.exact,
      simulated: mean,
      halfWidth: width,
      z,
      precise,
      pass: precise && Math.abs(z) <= MOST_ERRORS,
    };
  });
}

export function playAll(one: Case, seed: string, times = 1): Played[] {
  const count = Math.max(2, Math.round(one.replications * times));
  // A seed of its own: cases that shared their random numbers would fail together.
  return Array.from({ length: count }, (_, r) => one.play(`${seed}, ${one.id}, ${one.title}`, r));
}
