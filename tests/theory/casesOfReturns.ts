// Consumers who come back: Erlang-R, pooled, by resumption; and systems with room for everybody under a rate that swings.
import type { Distribution } from '../../src/base/distribution.js';
import { DAY, HOUR, MINUTE } from '../../src/base/units.js';
import type { Scenario } from '../../src/scenario/types.js';
import { peopleOf, type StreamSpec } from '../support/scenarioOf.js';
import { exponential, FIRST, following, IN_MINUTES, sinusoid, steady } from './scenes.js';
import { caseOf, seen, told, type Case, type Quantity } from './theory.js';

/**
 * Messaging of one exchange, closed with the answer, and with chance p resumed by its consumer: whoever is free takes it. So
 * the agents are Erlang-R's needy station and the dormant threads its content station.
 */
function reentrant(mu: number, delta: number, p: number): StreamSpec {
  return {
    channel: 'messaging',
    conversation: {
      effort: exponential(1 / mu),
      follow: { byConsumer: p, after: exponential(1 / delta) },
    },
  };
}

interface ErlangR {
  readonly id: string;
  readonly days: number;
  readonly warmUpDays: number;
  readonly rate: number;
  readonly mu: number;
  readonly delta: number;
  readonly p: number;
  readonly n: number;
  readonly within: number;
  readonly values: Readonly<
    Record<
      | 'R1'
      | 'visits'
      | 'p_wait'
      | 'mean_wait_per_visit'
      | 'mean_needy'
      | 'mean_content'
      | 'mean_sojourn'
      | 'occupancy',
      number
    >
  >;
}

function erlangR({ id, days, warmUpDays, rate, mu, delta, p, n, within, values: v }: ErlangR): Case {
  const visits = v.visits;
  return caseOf({
    id,
    title: `Erlang-R, λ ${rate}, μ ${mu}, δ ${delta}, p ${p.toFixed(2)}, ${n} agents`,
    scenario: steady({
      days,
      warmUpDays,
      streams: [{ rate, ...reentrant(mu, delta, p) }],
      people: peopleOf(n),
      capacity: { messaging: { inactiveWeight: 1 } },
    }),
    replications: 200,
    quantities: [
      told('R1', v.R1, 'people', 'utilisation', { scale: n }),
      seen('visits', visits, (sum) => (sum('n') / sum('time')) * (MINUTE / rate)),
      seen('p_wait', v.p_wait, (sum) => sum('waited') / sum('n')),
      told('mean_wait_per_visit', v.mean_wait_per_visit, FIRST, 'queueWaitMean', { ...IN_MINUTES, within }),
      seen('mean_needy', v.mean_needy, (sum) => (sum('needyTime') + sum('queueTime')) / sum('time'), {
        within,
      }),
      seen('mean_content', v.mean_content, (sum) => sum('dormantTime') / sum('time')),
      seen(
        'mean_sojourn',
        v.mean_sojourn,
        (sum) => (sum('needyTime') + sum('queueTime') + sum('dormantTime')) / sum('time') / rate,
        { within },
      ),
      told('occupancy', v.occupancy, 'people', 'utilisation'),
    ],
  });
}

const PHASES = [0, 3, 6, 9, 12, 15, 18, 21].map((hour) => hour * HOUR);

/** Rate mean · (1 + r · sin) per hour over a day, again and again; two days to fill. */
function swinging(
  days: number,
  mean: number,
  r: number,
  spec: Omit<Parameters<typeof steady>[0], 'days' | 'streams'>,
  stream: StreamSpec,
): Scenario {
  return steady({
    days,
    warmUpDays: 2,
    streams: [{ arrivals: following(sinusoid(mean / 60, r, 1440), days * 1440, 15), ...stream }],
    ...spec,
  });
}

interface Swing {
  readonly mean: number;
  readonly amplitude: number;
  readonly lag: number;
  readonly at: readonly number[];
}

/** Mean, first harmonic (relative amplitude, lag in hours) and values at the phases of one number in system. */
function swingOf(name: string, { mean, amplitude, lag, at }: Swing, levels: readonly string[]): Quantity[] {
  const of = (sum: (name: string) => number, part: string) =>
    levels.reduce((all, level) => all + sum(`${level}${part}`), 0);
  return [
    seen(`mean ${name}`, mean, (sum) => of(sum, 'Time') / sum('time')),
    seen(
      `rel_amplitude ${name}`,
      amplitude,
      (sum) => (2 * Math.hypot(of(sum, 'Cosine'), of(sum, 'Sine'))) / of(sum, 'Time'),
      { within: 0.02 },
    ),
    seen(
      `lag ${name}`,
      lag,
      (sum) => (Math.atan2(-of(sum, 'Cosine'), of(sum, 'Sine')) / (2 * Math.PI)) * 24,
      // A twentieth of a small lag is a five-hundredth of the cycle.
      { within: 0.05 },
    ),
    ...at.map((value, i) => seen(`${name} at ${3 * i} h`, value, (sum) => of(sum, `At${i}`) / sum('cycles'))),
  ];
}

function roomForAll(
  id: string,
  title: string,
  r: number,
  service: Distribution,
  days: number,
  swing: Swing,
): Case {
  return caseOf({
    id,
    title,
    scenario: swinging(
      days,
      100,
      r,
      { people: peopleOf(1, { caps: { chat: 1e6, messaging: 0 } }) },
      {
        conversation: {
          exchanges: { kind: 'constant', value: 2 },
          effort: { kind: 'constant', value: 0 },
          consumerGap: service,
        },
      },
    ),
    replications: 40,
    watch: { cycle: { period: DAY, phases: PHASES } },
    quantities: swingOf('m', swing, ['open']),
  });
}

const swings: readonly Case[] = [
  roomForAll('MTG-1', 'M(t)/M/∞, λ 100 an hour ± 20 %, mean 1 h', 0.2, exponential(60), 27, {
    mean: 100,
    amplitude: 0.1934794406202304,
    lag: 0.9780495368354237,
    at: [
      95.0998623815516, 109.77010100916078, 118.71714697135863, 116.69994208666509, 104.9001376184484,
      90.22989899083923, 81.28285302864137, 83.30005791333491,
    ],
  }),
  roomForAll(
    'MTG-4',
    'M(t)/G/∞, λ 100 an hour ± 40 %, lognormal, mean 3 h, cv 1',
    0.4,
    { kind: 'lognormal', mean: 3 * HOUR, cv: 1 },
    22,
    {
      mean: 300,
      amplitude: 0.316128761439194,
      lag: 2.2462964604288835,
      at: [
        247.38696285904126, 318.59227703189754, 378.906487474866, 392.9983477142807, 352.61303714095874,
        281.4077229681025, 221.09351252513397, 207.00165228571927,
      ],
    },
  ),
  caseOf({
    id: 'ERRT-1',
    title: 'Erlang-R with room for all (170 people), λ 30 an hour ± 20 %, mean 1 h, away 2 h, p 2/3',
    scenario: swinging(
      82,
      30,
      0.2,
      { people: peopleOf(170), capacity: { messaging: { inactiveWeight: 1 } } },
      reentrant(1 / 60, 0.5 / 60, 2 / 3),
    ),
    replications: 40,
    watch: { cycle: { period: DAY, phases: PHASES } },
    quantities: [
      ...swingOf(
        'R1',
        {
          mean: 90,
          amplitude: 0.0929560949288557,
          lag: 3.2222476405015765,
          at: [
            83.7503149804789, 89.51350196118827, 95.56167289496562, 98.35189127635495, 96.24968501952107,
            90.4864980388117, 84.43832710503435, 81.64810872364502,
          ],
        },
        ['needy', 'queue'],
      ),
      ...[
        110.41271507904007, 114.91476259436755, 122.39567321402752, 128.4732309559241, 129.5872849209599,
        125.08523740563241, 117.60432678597243, 111.52676904407585,
      ].map((value, i) => seen(`R2 at ${3 * i} h`, value, (sum) => sum(`dormantAt${i}`) / sum('cycles'))),
    ],
  }),
];

export const RETURNS: readonly Case[] = [
  erlangR({
    id: 'ERR-1',
    days: 5,
    warmUpDays: 0.25,
    rate: 3,
    mu: 1,
    delta: 0.5,
    p: 2 / 3,
    n: 11,
    within: 0.02,
    values: {
      R1: 8.999999999999998,
      visits: 2.9999999999999996,
      p_wait: 0.4304702467284402,
      mean_wait_per_visit: 0.2152351233642199,
      mean_needy: 10.937116110277977,
      mean_content: 11.999999999999996,
      mean_sojourn: 7.645705370092657,
      occupancy: 0.818181818181818,
    },
  }),
  erlangR({
    id: 'ERR-4',
    days: 145,
    warmUpDays: 10,
    rate: 2,
    mu: 4.1,
    delta: 0.52,
    p: 0.5,
    n: 1,
    within: 0.02,
    values: {
      R1: 0.9756097560975611,
      visits: 2,
      p_wait: 0.9756097560975612,
      mean_wait_per_visit: 9.756097560975647,
      mean_needy: 40.00000000000015,
      mean_content: 3.846153846153846,
      mean_sojourn: 21.923076923076998,
      occupancy: 0.9756097560975611,
    },
  }),
  ...swings,
];
