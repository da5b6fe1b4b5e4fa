/** A comparison of a scenario's modes → the baseline that pins it. */
import { HEADLINES } from '../analysis/headline.js';
import type { CandidateResult, Comparison, Estimate } from '../analysis/comparison.js';
import { standardDeviation } from '../analysis/interval.js';
import { present } from '../analysis/paired.js';
import { hashText } from '../base/hash.js';
import { CHANNELS, type Scenario } from '../scenario/types.js';
import { COUNTS, FORMAT, type Baseline, type BaselineMeasure, type BaselineMode } from './baseline.js';

/** Enough to see a change of a rule; few enough to hide the last bits, in which machines may differ. */
const DIGITS = 6;

/** `scenario` as it was run: with the modes that were played. */
export function recordBaseline(comparison: Comparison, scenario: Scenario, version: string): Baseline {
  return {
    format: FORMAT,
    blendsim: version,
    scenario: { name: scenario.name, fingerprint: scenarioFingerprint(scenario) },
    seed: comparison.seed,
    replications: comparison.replications,
    demand: hashText(comparison.demandFingerprints.join(' ')),
    modes: Object.fromEntries(comparison.candidates.map((one) => [one.mode, modeOf(one)])),
  };
}

/** Words about it may change, and so may modes that are not played; a baseline has its own seed and replications. */
export function scenarioFingerprint(scenario: Scenario): string {
  const leftOut = { name: undefined, question: undefined, seed: undefined, replications: undefined };
  return hashText(JSON.stringify({ ...scenario, ...leftOut }));
}

function modeOf({ events, estimates }: CandidateResult): BaselineMode {
  const counts = CHANNELS.flatMap((channel) => {
    const of = estimates[channel];
    if (of?.['offered'] === undefined) return [];
    return [[channel, Object.fromEntries(COUNTS.map((name) => [name, total(of[name])]))] as const];
  });
  const measures: Record<string, Record<string, BaselineMeasure>> = {};
  for (const { scope, measure } of HEADLINES) {
    const estimate = estimates[scope]?.[measure];
    if (estimate !== undefined) (measures[scope] ??= {})[measure] = measureOf(estimate);
  }
  return { events, counts: Object.fromEntries(counts), measures };
}

function measureOf({ mean, n, values }: Estimate): BaselineMeasure {
  return { mean: rounded(mean), sd: n < 2 ? null : rounded(standardDeviation(present(values))), n };
}

function rounded(value: number): number {
  return Number(value.toPrecision(DIGITS));
}

function total(estimate: Estimate | undefined): number {
  return present(estimate?.values ?? []).reduce((sum, value) => sum + value, 0);
}
