// Conversations of many exchanges, several at once, silent leavers, two channels in one pair of hands.
import { DAY, MINUTE } from '../../src/base/units.js';
import type { Distribution } from '../../src/base/distribution.js';
import { atTimes, peopleOf, type ConversationSpec } from '../support/scenarioOf.js';
import { constant, exponential, FIRST, lognormal, SECOND, steady } from './scenes.js';
import { caseOf, reported, seen, told, type Case, type Quantity } from './theory.js';

const pWait = (name: string, exact: number): Quantity => seen(name, exact, (sum) => sum('waited') / sum('n'));
const meanWait = (name: string, exact: number, stream = '', within = 0.01): Quantity =>
  seen(name, exact, (sum) => sum(`wait${stream}`) / sum(`n${stream}`) / MINUTE, { within });
/** Time-average of a number in system. */
const number = (name: string, exact: number, level: string, stream = ''): Quantity =>
  seen(name, exact, (sum) => sum(`${level}Time${stream}`) / sum('time'));
/** From the consumer's message, or the assignment, to the answer: by Little's law over those the agents owe. */
const replyTime = (name: string, exact: number, stream = '', within = 0.01): Quantity =>
  seen(name, exact, (sum) => sum(`needyTime${stream}`) / sum(`answers${stream}`) / MINUTE, { within });
/** Assigned to ended. */
const talk = (name: string, exact: number, stream = '', within = 0.01): Quantity =>
  seen(name, exact, (sum) => sum(`talk${stream}`) / sum(`ended${stream}`) / MINUTE, { within });
const busy = (exact: number): Quantity => told('agent_busy', exact, 'people', 'utilisation');
const repliesPerMinute = (exact: number): Quantity =>
  seen('replies_per_min', exact, (sum) => (sum('answers') / sum('time')) * MINUTE);

const pureDelay = caseOf({
  id: 'CHAT-9',
  title: '5 agents × 3 slots without slow-down: M/M/15+M, the service as a consumer gap between efforts of 0',
  scenario: steady({
    days: 60,
    streams: [
      {
        rate: 1.5,
        conversation: {
          exchanges: { kind: 'constant', value: 2 },
          effort: constant(0),
          consumerGap: exponential(8),
          patience: exponential(20),
          patienceUntil: 'assignment',
        },
      },
    ],
    people: peopleOf(5, { caps: { chat: 3, messaging: 0 } }),
  }),
  replications: 40,
  quantities: [
    pWait('p_wait', 0.26226325720863725),
    told('p_abandon', 0.02090421830265701, FIRST, 'abandonedShare', { within: 0.015 }),
    meanWait('mean_wait', 0.41808436605314014, '', 0.015),
    talk('mean_chat_duration', 8.000000000000062),
  ],
});

/** [replies per minute, agent busy, mean reply time], for k = 1 … 6. */
const REPAIR: readonly (readonly [
  effort: number,
  gap: number,
  law: (mean: number) => Distribution,
  values: readonly (readonly [number, number, number])[],
])[] = [
  [
    0.5,
    1,
    exponential,
    [
      [0.6666666666666667, 0.33333333333333337, 0.4999999999999998],
      [1.2, 0.6, 0.6666666666666667],
      [1.5789473684210527, 0.7894736842105263, 0.8999999999999999],
      [1.8095238095238095, 0.9047619047619048, 1.2105263157894735],
      [1.926605504587156, 0.963302752293578, 1.5952380952380953],
      [1.9758308157099698, 0.9879154078549849, 2.0366972477064222],
    ],
  ],
  // Only the mean of the gap matters.
  [
    0.75,
    1.5,
    (mean) => lognormal(mean, 1.5),
    [
      [0.4444444444444445, 0.33333333333333337, 0.75],
      [0.7999999999999999, 0.6, 1.0],
      [1.0526315789473684, 0.7894736842105263, 1.35],
      [1.2063492063492063, 0.9047619047619048, 1.8157894736842106],
      [1.2844036697247707, 0.963302752293578, 2.392857142857143],
      [1.3172205438066464, 0.9879154078549849, 3.055045871559633],
    ],
  ],
  [
    1,
    1,
    constant,
    [
      [0.5, 0.5, 1.0],
      [0.8, 0.8, 1.5],
      [0.9375, 0.9375, 2.2],
      [0.9846153846153847, 0.9846153846153847, 3.0625],
      [0.9969325153374233, 0.9969325153374233, 4.015384615384615],
      [0.9994890137966275, 0.9994890137966275, 5.0030674846625764],
    ],
  ],
];

const repair: readonly Case[] = REPAIR.flatMap(([effort, gap, law, values]) =>
  values.map(([perMinute, agentBusy, reply], i) =>
    caseOf({
      id: 'MREP-1',
      title: `machine repair: a ${effort}, c ${gap}, k ${i + 1} chats that never end`,
      scenario: steady({
        days: 6,
        warmUpDays: 0.5,
        streams: [
          {
            arrivals: atTimes(...Array.from({ length: i + 1 }, () => 0)),
            conversation: {
              exchanges: { kind: 'constant', value: 10_000 },
              effort: exponential(effort),
              consumerGap: law(gap),
            },
          },
        ],
        people: peopleOf(1, { caps: { chat: i + 1, messaging: 0 } }),
      }),
      replications: 40,
      quantities: [repliesPerMinute(perMinute), busy(agentBusy), replyTime('mean_reply_time', reply)],
    }),
  ),
);

const eightExchanges: ConversationSpec = {
  exchanges: { kind: 'geometric', mean: 8 },
  effort: exponential(0.75),
  consumerGap: exponential(1.5),
  patienceUntil: 'assignment',
};

const slots: readonly Case[] = [
  caseOf({
    id: 'MSG-1',
    title: 'semi-open Erlang-R: one agent, at most 3 open conversations, a queue outside',
    scenario: steady({
      days: 340,
      streams: [{ rate: 0.1, conversation: eightExchanges }],
      people: peopleOf(1, { caps: { chat: 3, messaging: 0 } }),
    }),
    replications: 40,
    quantities: [
      pWait('p_wait_outside', 0.4924601669544105),
      meanWait('mean_wait_outside', 13.216684049377285, '', 0.02),
      number('mean_open_conversations', 2.0503592097133043, 'open'),
      number('mean_needy', 1.0003592097133076, 'needy'),
      busy(0.6),
      replyTime('mean_reply_time', 1.2504490121416383),
      talk('mean_conversation_duration', 20.50359209713304),
      repliesPerMinute(0.8),
    ],
  }),
  caseOf({
    id: 'MSG-5',
    title: 'two agents with 3 slots each, a conversation stays with its agent, fewest open first',
    scenario: steady({
      days: 12,
      streams: [{ rate: 0.28, conversation: { ...eightExchanges, patience: exponential(10) } }],
      people: peopleOf(2, { caps: { chat: 3, messaging: 0 } }),
    }),
    replications: 200,
    quantities: [
      pWait('p_wait_outside', 0.4505242016488609),
      meanWait('mean_wait_outside', 1.8312732245019232),
      told('p_abandon', 0.1831273224501923, FIRST, 'abandonedShare'),
      number('mean_open_conversations', 4.712962599297965, 'open'),
      busy(0.6861730491418374),
      reported('agent_has_chat', 0.9665875217634333, ({ concurrencyShares }) => 1 - concurrencyShares[0]!),
      replyTime('mean_reply_time', 1.2631782154983957),
      talk('mean_conversation_duration', 20.60542572398709),
      repliesPerMinute(1.8297947977115663),
    ],
  }),
];

const silent = caseOf({
  id: 'SILENT-1',
  title: 'one agent; of those who give up 70 % leave silently and cost a quarter of a service when opened',
  scenario: steady({
    days: 16,
    streams: [
      {
        rate: 0.9,
        conversation: {
          effort: exponential(1),
          patience: exponential(4),
          patienceUntil: 'assignment',
          silentShare: 0.7,
          silentEffort: exponential(0.25),
          silenceTimeout: 0,
        },
      },
    ],
    people: peopleOf(1),
  }),
  replications: 200,
  quantities: [
    pWait('p_wait', 0.7157110646952707),
    seen('p_abandon_total', 0.2482005862689971, (sum) => (sum('abandoned') + sum('silent')) / sum('n')),
    seen('p_abandon_silent', 0.17374041038829796, (sum) => sum('silent') / sum('n')),
    told('p_abandon_known', 0.07446017588069914, FIRST, 'abandonedShare'),
    meanWait('mean_customer_wait', 0.9928023450759884),
    seen('p_served', 0.7517994137310029, (sum) => sum('served') / sum('n')),
    busy(0.7157110646952707),
    seen('agent_busy_ghost', 0.039091592337367045, (sum) => sum('ghostWork') / sum('time')),
  ],
});

/** Chats and messages of one exchange each; messages are closed with their answer. */
const twoChannels = [
  {
    rate: 0.55,
    channel: 'chat',
    conversation: { effort: exponential(8), patience: exponential(4), patienceUntil: 'assignment' },
  },
  {
    rate: 0.3,
    channel: 'messaging',
    conversation: { effort: exponential(12), patience: exponential(50), patienceUntil: 'assignment' },
  },
] as const;

const blending: readonly Case[] = [
  caseOf({
    id: 'BLEND-1',
    title: '9 blended agents who hold one conversation of either channel, chat first',
    scenario: steady({
      days: 90,
      streams: twoChannels,
      people: peopleOf(9),
      capacity: { sharing: 'shared', messaging: { headroom: 0, inactiveWeight: 1 } },
    }),
    replications: 40,
    quantities: [
      seen(
        'p_wait',
        0.4226522778485294,
        (sum) => (sum('waited') + sum('waited 1')) / (sum('n') + sum('n 1')),
      ),
      meanWait('mean_wait_a', 0.4794107316599844),
      meanWait('mean_wait_b', 1.7866077899883541, ' 1', 0.015),
      told('p_abandon_a', 0.1198526829149961, FIRST, 'abandonedShare'),
      told('p_abandon_b', 0.03573215579976709, SECOND, 'abandonedShare', { within: 0.015 }),
      told('occupancy', 0.8160013815883079, 'people', 'utilisation'),
    ],
  }),
  caseOf({
    id: 'BLEND-5',
    title: 'dedicated: 5 on chat, 4 on messaging, two Erlang A',
    scenario: steady({
      days: 90,
      streams: twoChannels,
      people: peopleOf(9),
      modes: [{ name: 'dedicated', settings: { chat: { people: 5 } } }],
    }),
    mode: 'dedicated',
    replications: 40,
    quantities: [
      meanWait('mean_wait_a', 0.6298826879974994),
      meanWait('mean_wait_b', 4.785759234537376, ' 1', 0.015),
      told('p_abandon_a', 0.15747067199937484, FIRST, 'abandonedShare'),
      told('p_abandon_b', 0.09571518469074752, SECOND, 'abandonedShare', { within: 0.015 }),
      told('p_abandon_all', 0.13567461765515343, 'all', 'abandonedShare'),
      seen('occ_a', 0.7414258086405503, (sum) => (8 * MINUTE * sum('answers')) / (5 * sum('time'))),
      seen('occ_b', 0.8138563337783271, (sum) => (12 * MINUTE * sum('answers 1')) / (4 * sum('time'))),
    ],
  }),
  caseOf({
    id: 'IND-1',
    title:
      'one blended agent, 2 chats and 4 messaging conversations by caps unaware of each other, chat answered first',
    scenario: steady({
      days: 350,
      streams: [
        {
          rate: 0.07,
          channel: 'chat',
          conversation: {
            exchanges: { kind: 'geometric', mean: 7 },
            effort: exponential(0.6),
            consumerGap: exponential(0.9),
            patience: exponential(5),
            patienceUntil: 'assignment',
          },
        },
        {
          rate: 0.05,
          channel: 'messaging',
          conversation: {
            exchanges: { kind: 'geometric', mean: 6 },
            effort: exponential(0.8),
            consumerGap: exponential(12),
            patience: exponential(50),
            patienceUntil: 'assignment',
            autoClose: 365 * DAY,
          },
        },
      ],
      people: peopleOf(1, { caps: { chat: 2, messaging: 4 } }),
      capacity: { messaging: { headroom: 0, inactiveWeight: 1 } },
      work: { attention: 'chat-first' },
    }),
    replications: 40,
    quantities: [
      meanWait('mean_wait_chat', 0.5663445067141687, '', 0.015),
      meanWait('mean_wait_msg', 8.090857551989584, ' 1', 0.015),
      told('p_abandon_chat', 0.11326890134283374, FIRST, 'abandonedShare'),
      told('p_abandon_msg', 0.16181715103979172, SECOND, 'abandonedShare', { within: 0.015 }),
      number('open_chats', 0.7266361124082595, 'open'),
      number('open_msgs', 2.8580339046629413, 'open', ' 1'),
      replyTime('reply_time_chat', 0.9009282951516355),
      replyTime('reply_time_msg', 1.365992150791616, ' 1'),
      told('agent_busy', 0.46186282675565415, 'people', 'utilisation'),
      talk('mean_chat_duration', 11.70649806606134),
      talk('mean_msg_duration', 68.19595290474913, ' 1'),
    ],
  }),
  caseOf({
    id: 'SWITCH-1',
    title:
      'one blended agent, first come first served, half a minute to change channel (here constant, not exponential)',
    scenario: steady({
      days: 200,
      streams: [
        { rate: 0.06, channel: 'chat', conversation: { effort: exponential(6) } },
        { rate: 0.04, channel: 'messaging', conversation: { effort: exponential(8) } },
      ],
      people: peopleOf(1, { caps: { chat: 1e6, messaging: 1e6 } }),
      capacity: { messaging: { inactiveWeight: 1 } },
      work: { switching: { betweenWorkspaces: 0.5 * MINUTE } },
      targets: { messaging: { firstResponse: { share: 0.8, within: 20 } } },
    }),
    replications: 40,
    quantities: [
      told('p_busy', 0.704, 'people', 'utilisation'),
      told('frac_time_setup', 0.024, 'people', 'switchingShare'),
    ],
  }),
];

export const CONVERSATIONS: readonly Case[] = [pureDelay, ...repair, ...slots, silent, ...blending];
