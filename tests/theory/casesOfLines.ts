// One line, people who serve one at a time: Erlang B, C and A, general laws, priorities, pooling.
import type { Distribution } from '../../src/base/distribution.js';
import { MINUTE } from '../../src/base/units.js';
import { SKETCH_ERROR } from '../../src/metrics/sketch.js';
import { peopleOf } from '../support/scenarioOf.js';
import { constant, exponential, FIRST, IN_MINUTES, line, lognormal, SECOND, steady } from './scenes.js';
import { caseOf, seen, told, type Case, type Quantity } from './theory.js';

/** Of a wait sketched within a stated relative error. */
const SKETCHED = { ...IN_MINUTES, resolution: SKETCH_ERROR } as const;

const pWait = (exact: number): Quantity => seen('p_wait', exact, (sum) => sum('waited') / sum('n'));
/** Of all, leavers included. */
const meanWait = (exact: number, within = 0.01): Quantity =>
  seen('mean_wait', exact, (sum) => sum('wait') / sum('n') / MINUTE, { within });
/** From pooled second moments: the mean of the replications' own deviations lies too low. */
const sdWait = (exact: number, within = 0.02): Quantity =>
  seen(
    'sd_wait',
    exact,
    (sum) => Math.sqrt(sum('wait²') / sum('n') - (sum('wait') / sum('n')) ** 2) / MINUTE,
    { within },
  );
const occupancy = (exact: number): Quantity => told('occupancy', exact, 'people', 'utilisation');
const meanQueue = (exact: number, within = 0.01): Quantity =>
  told('mean_queue', exact, FIRST, 'queueLength', { within });
const pAbandon = (exact: number, within = 0.01): Quantity =>
  told('p_abandon', exact, FIRST, 'abandonedShare', { within });

const erlangB: readonly Case[] = (
  [
    ['exponential', exponential(3)],
    ['lognormal, cv 1.5', lognormal(3, 1.5)],
    ['constant', constant(3)],
  ] as const
).map(([law, service]) =>
  caseOf({
    id: 'ERB-1',
    title: `M/G/25/25, ${law} service, a = 20`,
    scenario: line({ days: 16, rate: 20 / 3, n: 25, service, patience: constant(0) }),
    replications: 40,
    quantities: [
      pAbandon(0.0502217778907946),
      told('mean_busy', 18.995564442184108, 'people', 'utilisation', { scale: 25 }),
    ],
  }),
);

interface ErlangC {
  readonly id: string;
  readonly days: number;
  readonly rate: number;
  readonly n: number;
  readonly service: number;
  readonly values: Readonly<
    Record<
      | 'occupancy'
      | 'p_wait'
      | 'mean_wait'
      | 'mean_wait_given_wait'
      | 'mean_queue'
      | 'mean_in_system'
      | 'mean_sojourn'
      | 'sd_wait'
      | 'sl_a'
      | 'sl_1'
      | 'wait_q80'
      | 'wait_q90'
      | 'wait_q95'
      | 'wait_q99',
      number
    >
  >;
}

/** Quantiles in the middle of the law by the tool's own percentiles; the others as the share that waits no longer. */
function erlangC({ id, days, rate, n, service, values: v }: ErlangC): Case {
  const share = (q: number, i: number): Quantity =>
    seen(`P(W ≤ wait_q${q * 100})`, q, (sum) => sum(`servedWithin${i}`) / sum('n'));
  return caseOf({
    id,
    title: `M/M/${n}, λ ${rate.toFixed(3)}, mean ${service}`,
    scenario: line({ days, rate, n, service: exponential(service) }),
    replications: 200,
    watch: { within: [MINUTE, v.wait_q80 * MINUTE, v.wait_q99 * MINUTE] },
    quantities: [
      occupancy(v.occupancy),
      pWait(v.p_wait),
      told('mean_wait', v.mean_wait, FIRST, 'queueWaitMean', IN_MINUTES),
      seen('mean_wait_given_wait', v.mean_wait_given_wait, (sum) => sum('wait') / sum('waited') / MINUTE),
      meanQueue(v.mean_queue),
      told('mean_in_system', v.mean_in_system, FIRST, 'openConversations'),
      told('mean_sojourn', v.mean_sojourn, FIRST, 'durationMean', IN_MINUTES),
      sdWait(v.sd_wait),
      told('sl_0.333', v.sl_a, FIRST, 'serviceLevelAssigned'),
      seen('sl_1', v.sl_1, (sum) => sum('servedWithin0') / sum('n')),
      ...(v.wait_q80 > 0 ? [share(0.8, 1)] : []),
      told('wait_q90', v.wait_q90, FIRST, 'queueWaitP90', { ...SKETCHED, within: 0.02 }),
      told('wait_q95', v.wait_q95, FIRST, 'queueWaitP95', { ...SKETCHED, within: 0.02 }),
      share(0.99, 2),
    ],
  });
}

interface ErlangA {
  readonly id: string;
  readonly days: number;
  readonly replications: number;
  readonly rate: number;
  readonly n: number;
  readonly service: number;
  readonly patience: number;
  /** In minutes, in the order of the values below. */
  readonly limits: readonly number[];
  readonly values: Readonly<
    Record<
      | 'p_wait'
      | 'p_abandon'
      | 'mean_wait'
      | 'mean_wait_served'
      | 'mean_wait_abandoned'
      | 'mean_queue'
      | 'occupancy',
      number
    >
  >;
  /** Per limit: P(W > t), served within of all, of those served, abandoned within. */
  readonly atLimits: readonly (readonly [number, number, number, number])[];
}

function erlangA(spec: ErlangA): Case {
  const { id, days, replications, rate, n, service, patience, limits, values: v, atLimits } = spec;
  return caseOf({
    id,
    title: `M/M/${n}+M, λ ${rate}, mean ${service}, patience ${patience}`,
    scenario: line({ days, rate, n, service: exponential(service), patience: exponential(patience) }),
    replications,
    watch: { within: limits.map((limit) => limit * MINUTE) },
    quantities: [
      pWait(v.p_wait),
      pAbandon(v.p_abandon),
      meanWait(v.mean_wait),
      told('mean_wait_served', v.mean_wait_served, FIRST, 'queueWaitMean', IN_MINUTES),
      seen(
        'mean_wait_abandoned',
        v.mean_wait_abandoned,
        (sum) => sum('abandonedWait') / sum('abandoned') / MINUTE,
      ),
      meanQueue(v.mean_queue),
      occupancy(v.occupancy),
      ...limits.flatMap((limit, i) => {
        const [longer, ofAll, ofServed, left] = atLimits[i]!;
        const name = limit.toPrecision(3);
        return [
          seen(
            `p_wait_gt_${name}`,
            longer,
            (sum) => 1 - (sum(`servedWithin${i}`) + sum(`abandonedWithin${i}`)) / sum('n'),
            { within: longer < 0.01 ? 0.05 : 0.02 },
          ),
          seen(`sl_all_${name}`, ofAll, (sum) => sum(`servedWithin${i}`) / sum('n')),
          seen(`sl_served_${name}`, ofServed, (sum) => sum(`servedWithin${i}`) / sum('served')),
          seen(`p_abandon_within_${name}`, left, (sum) => sum(`abandonedWithin${i}`) / sum('n')),
        ];
      }),
    ],
  });
}

const patienceLaws: readonly Case[] = [
  caseOf({
    id: 'MMNG-1',
    title: 'M/M/20+D, patience constant 2',
    scenario: line({ days: 10, rate: 10, n: 20, service: exponential(2), patience: constant(2) }),
    replications: 40,
    quantities: [
      pWait(0.7986739096494555),
      pAbandon(0.038032090935688365, 0.02),
      meanWait(0.836706000585144),
      occupancy(0.9619679090643116),
    ],
  }),
  caseOf({
    id: 'MMNG-4',
    title: 'M/M/12+G, patience exponential 2, at most 2',
    scenario: line({
      days: 90,
      rate: 0.8333333333333334,
      n: 12,
      service: exponential(10),
      patience: { kind: 'atMost', limit: 2 * MINUTE, of: exponential(2) },
    }),
    replications: 40,
    quantities: [
      pWait(0.09974678526644686),
      pAbandon(0.04070205287308786),
      meanWait(0.07015979898535954),
      occupancy(0.6661791299492444),
    ],
  }),
];

const oneServer: readonly Case[] = [
  caseOf({
    id: 'MG1-1',
    title: 'M/G/1, lognormal service, cv² 2',
    scenario: line({ days: 1500, rate: 0.2, n: 1, service: lognormal(4, Math.SQRT2) }),
    replications: 40,
    quantities: [
      occupancy(0.8),
      pWait(0.8),
      told('mean_wait', 24, FIRST, 'queueWaitMean', IN_MINUTES),
      sdWait(33.94112549695428),
      meanQueue(4.800000000000001),
      told('mean_sojourn', 28, FIRST, 'durationMean', IN_MINUTES),
      told('mean_in_system', 5.6000000000000005, FIRST, 'openConversations'),
    ],
  }),
  caseOf({
    id: 'MG1-3',
    title: 'M/D/1',
    scenario: line({ days: 96, rate: 0.8, n: 1, service: constant(1) }),
    replications: 40,
    quantities: [
      occupancy(0.8),
      pWait(0.8),
      told('mean_wait', 2, FIRST, 'queueWaitMean', IN_MINUTES),
      sdWait(2.3094010767585034),
      meanQueue(1.6),
      told('mean_sojourn', 3, FIRST, 'durationMean', IN_MINUTES),
      told('mean_in_system', 2.4, FIRST, 'openConversations'),
    ],
  }),
];

const balanced: Distribution = {
  kind: 'hyperexponential',
  branches: [
    { share: 0.8872983346207417, mean: MINUTE / 1.7745966692414834 },
    { share: 1 - 0.8872983346207417, mean: MINUTE / 0.2254033307585166 },
  ],
};

const manyServers: readonly Case[] = [
  caseOf({
    id: 'MGN-1',
    title: 'M/H2/5, balanced means, cv² 4',
    scenario: line({ days: 45, rate: 4.25, n: 5, service: balanced }),
    replications: 40,
    quantities: [
      pWait(0.6684645448488008),
      meanQueue(8.635500556953396, 0.02),
      meanWait(2.031882483989034, 0.02),
    ],
  }),
  caseOf({
    id: 'MGN-4',
    title: 'M/E4/3',
    scenario: line({ days: 46, rate: 2.55, n: 3, service: { kind: 'erlang', mean: MINUTE, k: 4 } }),
    replications: 40,
    quantities: [pWait(0.7239009659112472), meanQueue(2.6242674439845333), meanWait(1.029124487837072)],
  }),
];

/** Short jobs at 0.83 a minute, and long ones of 10 minutes at a tenth of that rate. */
function unequalJobs(days: number, skills: readonly [string, string]) {
  return steady({
    days,
    streams: [
      { rate: 0.8333333333333334, skill: skills[0], conversation: { effort: exponential(1) } },
      { rate: 0.08333333333333333, skill: skills[1], conversation: { effort: exponential(10) } },
    ],
    people: [
      ...peopleOf(1, { group: 'a', skills: [skills[0]] }),
      ...peopleOf(1, { group: 'b', skills: [skills[1]] }),
    ],
  });
}

const pooling: readonly Case[] = [
  caseOf({
    id: 'POOL-1',
    title: 'two M/M/1 with unequal jobs, apart',
    scenario: unequalJobs(400, ['short', 'long']),
    replications: 40,
    quantities: [
      told('unpooled_wait_1', 5.000000000000002, FIRST, 'queueWaitMean', IN_MINUTES),
      told('unpooled_wait_2', 49.99999999999997, SECOND, 'queueWaitMean', { ...IN_MINUTES, within: 0.02 }),
      told('unpooled_wait_all', 9.090909090909088, 'all', 'queueWaitMean', { ...IN_MINUTES, within: 0.02 }),
    ],
  }),
  caseOf({
    id: 'POOL-1',
    title: 'the same two, pooled: M/H2/2',
    scenario: unequalJobs(250, ['both', 'both']),
    replications: 40,
    quantities: [
      told('pooled_wait', 12.07527627431171, 'all', 'queueWaitMean', { ...IN_MINUTES, within: 0.02 }),
      seen(
        'pooled_p_wait',
        0.7651465904757201,
        (sum) => (sum('waited') + sum('waited 1')) / (sum('n') + sum('n 1')),
      ),
    ],
  }),
];

const priorities: readonly Case[] = [
  caseOf({
    id: 'PRIO-1',
    title: 'M/M/10, two classes, non-preemptive priority',
    scenario: steady({
      days: 6,
      streams: [
        { rate: 2, priority: 1, conversation: { effort: exponential(2) } },
        { rate: 2.5, priority: 2, conversation: { effort: exponential(2) } },
      ],
      people: peopleOf(10),
    }),
    replications: 200,
    quantities: [
      seen(
        'p_wait',
        0.6687315241076972,
        (sum) => (sum('waited') + sum('waited 1')) / (sum('n') + sum('n 1')),
      ),
      told('mean_wait_1', 0.22291050803589907, FIRST, 'queueWaitMean', IN_MINUTES),
      told('mean_wait_2', 2.229105080358991, SECOND, 'queueWaitMean', { ...IN_MINUTES, within: 0.02 }),
      told('mean_wait_all', 1.3374630482153949, 'all', 'queueWaitMean', { ...IN_MINUTES, within: 0.02 }),
    ],
  }),
];

export const LINES: readonly Case[] = [
  ...erlangB,
  erlangC({
    id: 'ERC-1',
    days: 23,
    rate: 1.6666666666666667,
    n: 7,
    service: 3,
    values: {
      occupancy: 0.7142857142857144,
      p_wait: 0.3241499491732882,
      mean_wait: 0.4862249237599326,
      mean_wait_given_wait: 1.5000000000000009,
      mean_queue: 0.8103748729332211,
      mean_in_system: 5.810374872933222,
      mean_sojourn: 3.4862249237599325,
      sd_wait: 1.1055587251677073,
      sl_a: 0.7404410115433658,
      sl_1: 0.8335758669608891,
      wait_q80: 0.7243332724094723,
      wait_q90: 1.7640540432493907,
      wait_q95: 2.8037748140893077,
      wait_q99: 5.21793168274046,
    },
  }),
  erlangC({
    id: 'ERC-3',
    days: 15,
    rate: 4.2,
    n: 12,
    service: 2,
    values: {
      occupancy: 0.7000000000000001,
      p_wait: 0.1838886303934997,
      mean_wait: 0.10216035021861096,
      mean_wait_given_wait: 0.5555555555555556,
      mean_queue: 0.42907347091816606,
      mean_in_system: 8.829073470918166,
      mean_sojourn: 2.102160350218611,
      sd_wait: 0.3210525861694807,
      sl_a: 0.8990797798946537,
      sl_1: 0.9696034138393642,
      wait_q80: 0,
      wait_q90: 0.33842228820597636,
      wait_q95: 0.7235040551837232,
      wait_q99: 1.6176362287582235,
    },
  }),
  erlangA({
    id: 'ERA-1',
    days: 1,
    replications: 130,
    rate: 100,
    n: 100,
    service: 1,
    patience: 1,
    limits: [0.05, 0.1],
    values: {
      p_wait: 0.5132987982791295,
      p_abandon: 0.03986099680914476,
      mean_wait: 0.03986099680914476,
      mean_wait_served: 0.03891653311595905,
      mean_wait_abandoned: 0.06261046374463396,
      mean_queue: 3.9860996809144758,
      occupancy: 0.9601390031908552,
    },
    atLimits: [
      [0.3062018575103748, 0.6734875003223482, 0.7014479133585131, 0.02031064216727696],
      [0.15477938111784326, 0.8136545349300197, 0.8474341030058983, 0.031566083952137],
    ],
  }),
  erlangA({
    id: 'ERA-3',
    days: 7,
    replications: 200,
    rate: 4.2,
    n: 12,
    service: 2,
    patience: 1,
    limits: [1 / 3, 1],
    values: {
      p_wait: 0.12737228180874705,
      p_abandon: 0.029678905542373412,
      mean_wait: 0.029678905542373412,
      mean_wait_served: 0.024060077009197905,
      mean_wait_abandoned: 0.2133806880793516,
      mean_queue: 0.12465140327796834,
      occupancy: 0.6792247661203387,
    },
    atLimits: [
      [0.031378189909731215, 0.9452695755589992, 0.9741822381872154, 0.023352234531269667],
      [0.0009731709614790478, 0.9695130140514788, 0.9991672030931169, 0.029513814987042086],
    ],
  }),
  ...patienceLaws,
  ...oneServer,
  ...manyServers,
  ...pooling,
  ...priorities,
];
