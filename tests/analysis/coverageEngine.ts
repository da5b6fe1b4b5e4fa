// The engine itself as M/M/3: do the intervals over its replications hold Erlang C's exact values?
import { HOUR } from '../../src/base/units.js';
import { estimate } from '../../src/analysis/interval.js';
import type { MeasureId } from '../../src/metrics/measures.js';
import { simulate } from '../../src/simulate.js';
import type { CoverageCase } from './coverageCases.js';
import { peopleOf, perHour, scenarioOf, streamOf } from '../support/scenarioOf.js';

const SERVERS = 3;
const PER_HOUR = 84;
const EFFORT = 90;
const TARGET = 20;
const REPLICATIONS = 20;

/** In seconds; a = offered load in erlangs. */
const LOAD = (PER_HOUR * EFFORT) / HOUR;
const WAITS = erlangC(SERVERS, LOAD);
const DRAIN = (SERVERS - LOAD) / EFFORT;
const MEAN_WAIT = WAITS / DRAIN;
const WITHIN = 1 - WAITS * Math.exp(-DRAIN * TARGET);

/** P(wait > 0), from Erlang's B recursion. */
function erlangC(servers: number, load: number): number {
  let b = 1;
  for (let n = 1; n <= servers; n++) b = (load * b) / (n + load * b);
  return b / (1 - (load / servers) * (1 - b));
}

function scenarioFor(macro: number): ReturnType<typeof scenarioOf> {
  return scenarioOf({
    seed: `coverage ${macro}`,
    warmUp: 4 * HOUR,
    people: peopleOf(SERVERS),
    targets: { chat: { firstResponse: { share: 0.8, within: TARGET } } },
    streams: [
      streamOf({
        arrivals: perHour(PER_HOUR),
        conversation: { effort: { kind: 'exponential', mean: EFFORT } },
      }),
    ],
  });
}

const MEASURED = ['queueWaitMean', 'serviceLevelAssigned'] as const satisfies readonly MeasureId[];
type Measured = (typeof MEASURED)[number];

/** Both cases look at the same runs. */
const seen = new Map<number, Readonly<Record<Measured, number[]>>>();

function valuesOf(macro: number): Readonly<Record<Measured, number[]>> {
  let values = seen.get(macro);
  if (values === undefined) {
    const scenario = scenarioFor(macro);
    values = { queueWaitMean: [], serviceLevelAssigned: [] };
    for (let r = 0; r < REPLICATIONS; r++) {
      const report = simulate(scenario, 'blended', r);
      if ('unavailable' in report) throw new Error(report.unavailable);
      for (const measure of MEASURED) values[measure].push(report.scopes['chat']?.[measure] ?? NaN);
    }
    seen.set(macro, values);
  }
  return values;
}

function caseOf(kind: string, measure: Measured, truth: number): CoverageCase {
  return {
    kind: `${kind}, n = ${REPLICATIONS}`,
    model: 'the engine as M/M/3 at load 0.7, days of 24 h after 4 h of warm-up; truth: Erlang C',
    short: 0,
    long: 2000,
    covers: (macro) => {
      const found = estimate(valuesOf(macro)[measure])!;
      return Math.abs(found.mean - truth) <= found.halfWidth!;
    },
  };
}

/** Minutes of work: for the long command only. */
export const engineCases: readonly CoverageCase[] = [
  caseOf('queue wait, mean', 'queueWaitMean', MEAN_WAIT),
  caseOf(`assigned within ${TARGET} s`, 'serviceLevelAssigned', WITHIN),
];
