// Days that begin empty and end: Erlang C and A over a day, random busyness, two periods with a change of login, a published week.
import { HOUR, MINUTE } from '../../src/base/units.js';
import { MODES_BY_NAME } from '../../src/modes/registry.js';
import { sampleDemand } from '../../src/traffic/demand.js';
import { Script } from '../../src/traffic/script.js';
import type { Arrivals, Scenario } from '../../src/scenario/types.js';
import { calendarOf, peopleOf, scenarioOf, shiftOf, streamOf } from '../support/scenarioOf.js';
import { exponential, FIRST, following, IN_MINUTES, shortDay, sinusoid } from './scenes.js';
import { caseOf, seen, told, type Case, type Played, type Quantity } from './theory.js';

const pWait = (exact: number, stream = '', name = 'p_wait'): Quantity =>
  seen(name, exact, (sum) => sum(`waited${stream}`) / sum(`n${stream}`));
const meanWait = (exact: number, stream = '', name = 'mean_wait'): Quantity =>
  seen(name, exact, (sum) => sum(`wait${stream}`) / sum(`n${stream}`) / MINUTE);
const pAbandon = (exact: number, stream = '', name = 'p_abandon'): Quantity =>
  seen(name, exact, (sum) => sum(`abandoned${stream}`) / sum(`n${stream}`));

const EIGHT_HOURS = 480;

interface Terminating {
  readonly id: string;
  readonly title: string;
  readonly arrivals: Arrivals;
  readonly service: number;
  readonly patience: number | null;
  readonly replications: number;
  /** Target, in minutes. */
  readonly within: number;
  readonly values: Readonly<
    Record<
      'expected_arrivals' | 'p_wait' | 'p_abandon' | 'mean_wait' | 'sl_all' | 'mean_busy_over_horizon',
      number
    >
  >;
}

/** Eight hours of arrivals at 12 servers; waits are followed to their end, the time of the servers to the eighth hour. */
function terminating(spec: Terminating): Case {
  const { id, title, arrivals, service, patience, replications, within, values: v } = spec;
  return caseOf({
    id,
    title,
    scenario: shortDay(
      [
        {
          arrivals,
          conversation: {
            effort: exponential(service),
            patience: patience === null ? null : exponential(patience),
            patienceUntil: 'assignment',
          },
        },
      ],
      peopleOf(12),
    ),
    replications,
    watch: { until: EIGHT_HOURS * MINUTE, within: [within * MINUTE] },
    quantities: [
      told('expected_arrivals', v.expected_arrivals, FIRST, 'offered'),
      pWait(v.p_wait),
      ...(v.p_abandon > 0 ? [pAbandon(v.p_abandon)] : []),
      meanWait(v.mean_wait),
      seen('sl_all', v.sl_all, (sum) => sum('servedWithin0') / sum('n')),
      seen('mean_busy_over_horizon', v.mean_busy_over_horizon, (sum) => sum('busyTime') / sum('time')),
    ],
  });
}

function constantRate(rate: number): Arrivals {
  const bounds = [0, EIGHT_HOURS * MINUTE];
  return { kind: 'poisson', bounds, expected: [rate * EIGHT_HOURS], shape: 'constant' };
}

const terminatingDays: readonly Case[] = [
  terminating({
    id: 'TERM-1',
    title: 'M/M/12 over an 8 h day from empty',
    arrivals: constantRate(4.2),
    service: 2,
    patience: null,
    replications: 9000,
    within: 1 / 3,
    values: {
      expected_arrivals: 2016,
      p_wait: 0.18172194664605384,
      p_abandon: 0,
      mean_wait: 0.10068074101805091,
      sl_all: 0.9004324092815502,
      mean_busy_over_horizon: 8.363212193872302,
    },
  }),
  terminating({
    id: 'TERM-2',
    title: 'M/M/12+M over an 8 h day from empty',
    arrivals: constantRate(4.2),
    service: 2,
    patience: 1,
    replications: 2500,
    within: 1 / 3,
    values: {
      expected_arrivals: 2016,
      p_wait: 0.1261902776637228,
      p_abandon: 0.029396437685436365,
      mean_wait: 0.029396437685436365,
      sl_all: 0.9457931024061172,
      mean_busy_over_horizon: 8.118700130134643,
    },
  }),
  terminating({
    id: 'TERM-4',
    title: 'M(t)/M/12+M over an 8 h day from empty, λ 1.5 (1 + 0.6 sin)',
    arrivals: following(sinusoid(1.5, 0.6, EIGHT_HOURS, 120), EIGHT_HOURS, 5),
    service: 8,
    patience: 5,
    replications: 2500,
    within: 0.5,
    values: {
      expected_arrivals: 720,
      p_wait: 0.6190927827808587,
      p_abandon: 0.22114662807426147,
      mean_wait: 1.1057331403713146,
      sl_all: 0.4394536442616191,
      mean_busy_over_horizon: 9.264974969712638,
    },
  }),
];

/** Two periods of four hours; arrivals stop after the second, and the queue is cleared. */
const twoPeriods = (mode: string, settings: unknown): Scenario => {
  const byPeriod = (first: number, second: number): Arrivals => ({
    kind: 'poisson',
    bounds: [0, 240 * MINUTE, 480 * MINUTE],
    expected: [240 * first, 240 * second],
    shape: 'constant',
  });
  const day = shortDay(
    [
      {
        channel: 'chat',
        arrivals: byPeriod(0.3, 0.1),
        conversation: { effort: exponential(8), patience: exponential(5), patienceUntil: 'assignment' },
      },
      {
        channel: 'messaging',
        arrivals: byPeriod(0.08, 0.2),
        conversation: { effort: exponential(10), patience: exponential(20), patienceUntil: 'assignment' },
      },
    ],
    peopleOf(4),
  );
  return { ...day, modes: [{ name: mode, settings }] };
};

function twoPeriodDay(
  id: string,
  title: string,
  mode: string,
  settings: unknown,
  v: readonly number[],
): Case {
  return caseOf({
    id,
    title,
    scenario: twoPeriods(mode, settings),
    mode,
    replications: 8500,
    quantities: [
      told('arrivals_chat', 96, 'chat', 'offered'),
      told('arrivals_msg', 67.2, 'messaging', 'offered'),
      pWait(v[0]!, '', 'p_wait_chat'),
      pWait(v[1]!, ' 1', 'p_wait_msg'),
      meanWait(v[2]!, '', 'mean_wait_chat'),
      meanWait(v[3]!, ' 1', 'mean_wait_msg'),
      pAbandon(v[4]!, '', 'p_abandon_chat'),
      pAbandon(v[5]!, ' 1', 'p_abandon_msg'),
      seen(
        'p_abandon_all',
        v[6]!,
        (sum) => (sum('abandoned') + sum('abandoned 1')) / (sum('n') + sum('n 1')),
      ),
    ],
  });
}

const changeAtFour = {
  changeover: '0s',
  table: [
    { who: ['agent 1'], chat: '00:00-00:00' },
    { who: ['agent 2', 'agent 3'], chat: '00:00-04:00', messaging: '04:00-00:00' },
    { who: ['agent 4'], messaging: '00:00-00:00' },
  ],
};

const twoPeriodDays: readonly Case[] = [
  twoPeriodDay(
    'DAY-1',
    'two-period day, dedicated 2 + 2',
    'dedicated',
    { chat: { people: 2 } },
    [
      0.5173867550644792, 0.5090074503636611, 1.4254223545071667, 3.3618169520869676, 0.28508447090143335,
      0.1680908476043484, 0.23691062601439822,
    ],
  ),
  // The entry lets whoever finishes first change; a rota names who does, and the others go on. Its exact values are computed
  // here by the entry's own method (Kolmogorov's forward equations), which gives the entry's values to 7 digits under its rule.
  twoPeriodDay(
    'DAY-2',
    'the same day, per shift: 3 + 1, then 1 + 3; two named people change, and first finish the contact in hand',
    'per-shift',
    MODES_BY_NAME.get('per-shift')!.settings.parse(changeAtFour),
    [0.4182197, 0.4153728, 1.0697946, 2.4922179, 0.2139589, 0.1246109, 0.1771686],
  ),
];

/** Days of eight hours one after the other, each with its own busyness; what a day inherits from the last fades in minutes. */
function busyDays(days: number): Scenario {
  const calendar = calendarOf(days / 3);
  const dayStarts = Array.from({ length: days + 1 }, (_, d) => d * 8 * HOUR);
  return scenarioOf({
    calendar: { ...calendar, dayStarts },
    busyness: [{ name: 'day', cv: Math.sqrt(0.1), lag1: 0 }],
    streams: [
      streamOf({
        name: 'first',
        busyness: 0,
        arrivals: {
          kind: 'poisson',
          bounds: [0, calendar.horizon],
          expected: [(4.2 * calendar.horizon) / MINUTE],
          shape: 'constant',
        },
        conversation: { effort: exponential(2), patience: exponential(1), patienceUntil: 'assignment' },
      }),
    ],
    people: peopleOf(12),
  });
}

const busyErlangA = caseOf({
  id: 'PG-3',
  title: 'Erlang A whose rate is gamma from day to day (shape 10); averages over consumers',
  scenario: busyDays(480),
  replications: 40,
  watch: { within: [20] },
  quantities: [
    seen('p_wait', 0.23169430505906632, (sum) => sum('waited') / sum('n'), { within: 0.02 }),
    seen('p_abandon', 0.06647588283487282, (sum) => sum('abandoned') / sum('n'), { within: 0.02 }),
    seen('mean_wait', 0.06647588283487282, (sum) => sum('wait') / sum('n') / MINUTE, { within: 0.02 }),
    seen('sl_all', 0.8748223260431501, (sum) => sum('servedWithin0') / sum('n')),
  ],
});

const HOURLY = [100, 150, 150, 180, 200, 150, 150, 150, 120, 100, 80, 70, 60];

/** Thirteen hours a day under one gamma factor, then closed. Only demand: what arrives is all that this entry is about. */
function poissonGammaDays(days: number): Scenario {
  const calendar = calendarOf(days);
  const starts = calendar.dayStarts.slice(0, -1);
  return scenarioOf({
    calendar,
    busyness: [{ name: 'day', cv: Math.sqrt(0.1), lag1: 0 }],
    streams: [
      streamOf({
        busyness: 0,
        arrivals: {
          kind: 'poisson',
          bounds: [
            ...starts.flatMap((start) => [...HOURLY, 0].map((_, h) => start + h * HOUR)),
            calendar.horizon,
          ],
          expected: starts.flatMap(() => [...HOURLY, 0]),
          shape: 'constant',
        },
      }),
    ],
  });
}

const PG_DAYS = 500;
const poissonGamma: Case = {
  id: 'PG-1',
  title: 'gamma-Poisson day, shape 10: totals, dispersion, correlation of hours (demand alone)',
  replications: 50,
  play: (seed, replication): Played => {
    const demand = sampleDemand(poissonGammaDays(PG_DAYS), seed, replication);
    const counts = Array.from({ length: PG_DAYS }, () => new Float64Array(24));
    const script = new Script();
    while (demand.next(script)) {
      const hour = Math.floor(script.at / HOUR);
      counts[Math.floor(hour / 24)]![hour % 24]! += 1;
    }
    const sums: Record<string, number> = { days: PG_DAYS };
    const add = (name: string, value: number): void => {
      sums[name] = (sums[name] ?? 0) + value;
    };
    for (const day of counts) {
      const total = day.reduce((sum, count) => sum + count, 0);
      for (const [name, count] of [
        ['total', total],
        ['0', day[0]!],
        ['1', day[1]!],
        ['4', day[4]!],
      ] as const) {
        add(name, count);
        add(`${name}²`, count * count);
      }
      add('0·1', day[0]! * day[1]!);
    }
    return { report: null, sums };
  },
  quantities: [
    seen('mean_total', 1660, (sum) => sum('total') / sum('days')),
    seen('sd_total', 526.5168563303553, (sum) => Math.sqrt(variance(sum, 'total')), { within: 0.02 }),
    seen('dispersion_total', 167, (sum) => dispersion(sum, 'total'), { within: 0.02 }),
    seen('dispersion_first', 11, (sum) => dispersion(sum, '0'), { within: 0.02 }),
    seen('dispersion_max', 21, (sum) => dispersion(sum, '4'), { within: 0.02 }),
    seen('corr_first_two', 0.9231861823449955, (sum) => {
      const covariance = sum('0·1') / sum('days') - (sum('0') * sum('1')) / sum('days') ** 2;
      return covariance / Math.sqrt(variance(sum, '0') * variance(sum, '1'));
    }),
  ],
};

function variance(sum: (name: string) => number, name: string): number {
  return sum(`${name}²`) / sum('days') - (sum(name) / sum('days')) ** 2;
}

function dispersion(sum: (name: string) => number, name: string): number {
  return (variance(sum, name) * sum('days')) / sum(name);
}

/** Shifts end with the fourth hour: talks in hand are finished, and who still waits leaves (published: is disconnected). */
const telethon = caseOf({
  id: 'PUB-1',
  title: 'Arena’s Telethon week, per day; published averages of 1000 replications',
  scenario: shortDay(
    [
      {
        arrivals: { kind: 'poisson', bounds: [0, 4 * HOUR], expected: [200], shape: 'constant' },
        conversation: {
          effort: exponential(10),
          patience: { kind: 'atMost', limit: 2 * MINUTE, of: exponential(2) },
          patienceUntil: 'assignment',
        },
      },
    ],
    peopleOf(12, { shifts: [shiftOf(0, 4 * HOUR)] }),
  ),
  replications: 6000,
  watch: { within: [MINUTE] },
  quantities: [
    seen('arrived', 1000.169 / 5, (sum) => (sum('n') / sum('time')) * 24 * HOUR, { error: 2.058 / 1.96 / 5 }),
    seen('served', 963.109 / 5, (sum) => (sum('served') / sum('time')) * 24 * HOUR, {
      error: 1.74 / 1.96 / 5,
    }),
    seen('not served', 37.06 / 5, (sum) => (sum('abandoned') / sum('time')) * 24 * HOUR, {
      error: Math.hypot(0.648, 0.184, 0.045) / 1.96 / 5,
      within: 0.02,
    }),
    seen('in_target', 950.265 / 5, (sum) => (sum('servedWithin0') / sum('time')) * 24 * HOUR, {
      error: 1.686 / 1.96 / 5,
    }),
    told('mean_wait_served', 0.036, FIRST, 'queueWaitMean', { ...IN_MINUTES, error: 0.0005, within: 0.02 }),
  ],
});

export const DAYS: readonly Case[] = [
  ...terminatingDays,
  ...twoPeriodDays,
  busyErlangA,
  poissonGamma,
  telethon,
];
