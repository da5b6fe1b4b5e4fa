// Macro-experiments on models with a known answer: how often does each kind of 95 % interval hold the truth?
import { inverseNormal } from '../../src/base/normal.js';
import { randomStream, type Uniform } from '../../src/base/random.js';
import { estimate, mean, standardDeviation } from '../../src/analysis/interval.js';
import { pairedDifferences, type Contender } from '../../src/analysis/paired.js';
import { isPreciseEnough, nextLook, widest, type PrecisionGoal } from '../../src/analysis/sequential.js';
import { standings } from '../../src/analysis/standings.js';
import { batchMeans, mser5 } from '../../src/analysis/steady.js';

export interface CoverageCase {
  readonly kind: string;
  readonly model: string;
  /** Macro-replications of the short version in CI and of the long one. */
  readonly short: number;
  readonly long: number;
  /** Whether the interval of macro-replication `macro` held the truth; null: no interval was given. */
  readonly covers: (macro: number) => boolean | null;
}

export interface Coverage {
  readonly kind: string;
  readonly share: number;
  /** Intervals given, of as many asked. */
  readonly given: number;
  readonly asked: number;
}

export function coverageOf(one: CoverageCase, macros: number): Coverage {
  const answers = Array.from({ length: macros }, (_, macro) => one.covers(macro));
  const given = answers.filter((answer) => answer !== null);
  const share = given.filter((answer) => answer).length / given.length;
  return { kind: one.kind, share, given: given.length, asked: macros };
}

// M/M/1 in steady state, one customer after the other (Lindley), started from its own stationary law: no warm-up bias.
const LAMBDA = 0.7;
const MU = 1;
const MEAN_WAIT = LAMBDA / (MU * (MU - LAMBDA));
const TARGET_WAIT = 3;
const WITHIN_TARGET = 1 - (LAMBDA / MU) * Math.exp(-(MU - LAMBDA) * TARGET_WAIT);

function exponential(u: Uniform, rate: number): number {
  return -Math.log(1 - u()) / rate;
}

function normal(u: Uniform): number {
  return inverseNormal(u() + 2 ** -33);
}

function mm1Waits(u: Uniform, customers: number): number[] {
  let wait = u() < LAMBDA / MU ? exponential(u, MU - LAMBDA) : 0;
  return Array.from({ length: customers }, () => {
    const now = wait;
    wait = Math.max(0, wait + exponential(u, MU) - exponential(u, LAMBDA));
    return now;
  });
}

/** A day's 90th percentile, as a planner's report takes it: the ⌈0.9 n⌉-th smallest. */
function p90(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.ceil(0.9 * values.length) - 1]!;
}

/** The exact mean of the ⌈0.9 n⌉-th smallest of n exponentials of mean 1: Σ 1/j. */
function expectedP90(n: number): number {
  let sum = 0;
  for (let j = n - Math.ceil(0.9 * n) + 1; j <= n; j++) sum += 1 / j;
  return sum;
}

function replicate(count: number, one: (r: number) => number): number[] {
  return Array.from({ length: count }, (_, r) => one(r));
}

function holds(values: readonly number[], truth: number): boolean {
  const found = estimate(values)!;
  return Math.abs(found.mean - truth) <= found.halfWidth!;
}

/** Candidates on common demand: each its own level, a common day, a little noise of its own. */
function candidates(macro: number, levels: readonly number[], replications: number): Contender[] {
  const days = replicate(replications, (r) => 5 * normal(randomStream('crn', macro, r, 'day')));
  return levels.map((level, c) => {
    const values = days.map((day, r) => level + day + normal(randomStream('crn', macro, r, c)));
    return { name: String(c), estimate: estimate(values)! };
  });
}

/** For the proof that a wrong interval is caught: the normal quantile where Student's belongs. */
export const wrongAtThree: CoverageCase = {
  kind: 'mean, n = 3, with z instead of t (wrong)',
  model: 'normal',
  short: 2000,
  long: 20_000,
  covers: (macro) => {
    const u = randomStream('wrong', macro, 'value');
    const values = replicate(3, () => normal(u));
    return Math.abs(mean(values)) <= (1.959964 * standardDeviation(values)) / Math.sqrt(3);
  },
};

export const coverageCases: readonly CoverageCase[] = [
  {
    kind: 'mean, n = 3',
    model: 'normal',
    short: 2000,
    long: 20_000,
    covers: (macro) => {
      const u = randomStream('three', macro, 'value');
      return holds(
        replicate(3, () => normal(u)),
        0,
      );
    },
  },
  {
    kind: 'mean wait, n = 20',
    model: 'M/M/1, 2000 customers a replication',
    short: 400,
    long: 4000,
    covers: (macro) =>
      holds(
        replicate(20, (r) => mean(mm1Waits(randomStream('wait', macro, r), 2000))),
        MEAN_WAIT,
      ),
  },
  {
    kind: 'service level (ratio), n = 20',
    model: 'M/M/1, 2000 customers a replication',
    short: 400,
    long: 4000,
    covers: (macro) => {
      const level = (r: number): number => {
        const waits = mm1Waits(randomStream('level', macro, r), 2000);
        return waits.filter((wait) => wait <= TARGET_WAIT).length / waits.length;
      };
      return holds(replicate(20, level), WITHIN_TARGET);
    },
  },
  {
    kind: 'quantile p90 of a day, n = 10',
    model: '500 exponential values a day; truth: the mean of such a day’s p90',
    short: 1000,
    long: 10_000,
    covers: (macro) => {
      const day = (r: number): number => {
        const u = randomStream('p90', macro, r);
        return p90(replicate(500, () => exponential(u, 1)));
      };
      return holds(replicate(10, day), expectedP90(500));
    },
  },
  {
    kind: 'paired difference, n = 10',
    model: 'M/M/1 at half load, and with a server 10 % quicker, on the same customers',
    short: 400,
    long: 4000,
    covers: (macro) =>
      holds(
        replicate(10, (r) => pairedMm1(macro, r)),
        PAIRED_TRUTH,
      ),
  },
  {
    kind: 'Bonferroni family of 3 pairs, n = 10',
    model: 'three candidates on common days; all three intervals must hold',
    short: 2000,
    long: 20_000,
    covers: (macro) => {
      const levels = [10, 10.5, 12];
      const pairs = pairedDifferences('s', 'm', 'lower', candidates(macro, levels, 10));
      return pairs.every(({ a, b, difference, adjustedHalfWidth }) => {
        const truth = levels[Number(a)]! - levels[Number(b)]!;
        return Math.abs(difference.mean - truth) <= adjustedHalfWidth!;
      });
    },
  },
  {
    kind: 'multiple comparisons with the best, k = 5, n = 10',
    model:
      'five candidates on common days: each is at most as far behind as said, and only the best is called best',
    short: 2000,
    long: 20_000,
    covers: (macro) => {
      const levels = [10, 12.5, 12.5, 12.5, 12.5];
      const found = standings('lower', candidates(macro, levels, 10));
      return levels.every((level, c) => {
        const { verdict, atMostBehind } = found[c]!;
        return atMostBehind! >= level - 10 && (verdict !== 'best' || level === 10);
      });
    },
  },
  {
    kind: 'sequential, γ = 5 %',
    model: 'normal with cv 0.3, looks from 10 on; truth within the interval at the stop',
    short: 1000,
    long: 10_000,
    covers: (macro) => holds(untilPrecise(macro), 10),
  },
  {
    kind: 'batch means of one long run after MSER-5',
    model: 'AR(1), φ = 0.7, from a start 20 deviations off, 4000 observations',
    short: 1000,
    long: 10_000,
    covers: (macro) => {
      const series = decayingSeries(randomStream('batches', macro, 'series'), 4000);
      const { dropped, settled } = mser5(series);
      const found = batchMeans(series.slice(dropped));
      if (!settled || 'refused' in found) return null;
      return Math.abs(found.mean) <= found.halfWidth;
    },
  },
];

const HALF = 0.5;
/** Service times of the quicker server, relative to the other's. */
const QUICKER = 0.9;
const QUICK_MU = MU / QUICKER;
const PAIRED_TRUTH = HALF / (MU * (MU - HALF)) - HALF / (QUICK_MU * (QUICK_MU - HALF));

/** One replication's difference on common arrivals and efforts, both started empty and run past the beginning. */
function pairedMm1(macro: number, r: number): number {
  const u = randomStream('paired', macro, r);
  const skipped = 200;
  const counted = 2000;
  let [slow, quick, difference] = [0, 0, 0];
  for (let i = 0; i < skipped + counted; i++) {
    if (i >= skipped) difference += slow - quick;
    const service = exponential(u, MU);
    const gap = exponential(u, HALF);
    slow = Math.max(0, slow + service - gap);
    quick = Math.max(0, quick + service * QUICKER - gap);
  }
  return difference / counted;
}

function untilPrecise(macro: number): number[] {
  const goal: PrecisionGoal = { relative: 0.05, measures: [], atLeast: 10, atMost: 2000 };
  const u = randomStream('sequential', macro, 'value');
  const values: number[] = [];
  for (let n = nextLook(goal, 0); ; n = nextLook(goal, n)) {
    while (values.length < n) values.push(10 + 3 * normal(u));
    if (isPreciseEnough(widest([estimate(values)!]), goal) || n >= goal.atMost) return values;
  }
}

function decayingSeries(u: Uniform, length: number): number[] {
  let z = 28;
  return replicate(length, () => (z = 0.7 * z + normal(u)));
}
