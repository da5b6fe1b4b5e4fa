// Demand: the same for ever from its key; no law moves another's numbers; threads hold what their models say.
import { describe, expect, test } from 'vitest';
import type { Scenario } from '../../src/scenario/types.js';
import { sampleDemand } from '../../src/traffic/demand.js';
import { FOLLOW_AGENT, FOLLOW_CONSUMER, FOLLOW_NONE, Script } from '../../src/traffic/script.js';
import { drain, type Conversation, type Thread } from '../support/drain.js';
import { momentsOf } from '../support/sample.js';
import {
  conversationOf,
  perHour,
  scenarioOf,
  streamOf,
  type ConversationSpec,
  type StreamSpec,
} from '../support/scenarioOf.js';

const MESSAGING: ConversationSpec = {
  exchanges: { kind: 'poisson', mean: 6 },
  effort: { kind: 'gamma', mean: 55, cv: 0.8 },
  consumerGap: {
    kind: 'mixture',
    parts: [
      { share: 0.7, of: { kind: 'lognormal', mean: 90, cv: 1 } },
      { share: 0.3, of: { kind: 'lognormal', mean: 4800, cv: 1.5 } },
    ],
  },
  closeByAgent: 0.7,
  follow: { byConsumer: 0.2, byAgent: 0.1, after: { kind: 'exponential', mean: 50_000 } },
};

/** Everything a chat can have. */
const CHAT: ConversationSpec = {
  exchanges: { kind: 'geometric', mean: 7 },
  effort: { kind: 'lognormal', mean: 40, cv: 0.8 },
  firstEffort: { kind: 'uniform', min: 5, max: 25 },
  consumerGap: { kind: 'lognormal', mean: 55, cv: 1 },
  patience: { kind: 'exponential', mean: 240 },
  silentShare: 0.4,
  silentEffort: { kind: 'erlang', mean: 10, k: 2 },
  replyPatience: { kind: 'weibull', mean: 300, shape: 1.5 },
  wrapUp: { kind: 'exponential', mean: 60 },
  closeByAgent: 0.5,
  follow: {
    byConsumer: 0.1,
    byAgent: 0.05,
    after: { kind: 'exponential', mean: 1200 },
    retelling: { kind: 'lognormal', mean: 60, cv: 0.5 },
  },
};

const chat = (spec: StreamSpec = {}) =>
  streamOf({
    name: 'web chat',
    arrivals: perHour(40, 3),
    busyness: 0,
    openingBacklog: [300, 20],
    ...spec,
    conversation: { ...CHAT, ...spec.conversation },
    asMessaging: {
      effortFactor: 0.9,
      ...spec.asMessaging,
      conversation: { ...MESSAGING, ...spec.asMessaging?.conversation },
    },
  });

const messages = streamOf({
  name: 'messages',
  channel: 'messaging',
  arrivals: perHour(20, 3),
  busyness: 0,
  openingBacklog: [7200, 300, 0],
  conversation: MESSAGING,
});

const scenarioWith = (...streams: Scenario['streams']) =>
  scenarioOf({ days: 3, busyness: [{ name: 'day', cv: 0.3, lag1: 0.5 }], streams });

const BASE = scenarioWith(chat(), messages);

const threadsOf = (scenario: Scenario, name = 'web chat', replication = 1): Thread[] =>
  drain(sampleDemand(scenario, 'seed', replication)).filter(
    ({ stream }) => scenario.streams[stream]!.name === name,
  );

const printOf = (scenario: Scenario, seed: string, replication: number) => {
  const demand = sampleDemand(scenario, seed, replication);
  const script = new Script();
  while (demand.next(script));
  return demand.fingerprint();
};

describe('the same (scenario, seed, replication)', () => {
  test('gives identical threads and fingerprint; another seed or replication gives others', () => {
    expect(drain(sampleDemand(BASE, 'seed', 1))).toEqual(drain(sampleDemand(BASE, 'seed', 1)));
    const prints = [
      printOf(BASE, 'seed', 1),
      printOf(BASE, 'seed', 2),
      printOf(BASE, 'tree', 1),
      printOf(BASE, 'seed', 11),
    ];
    expect(printOf(BASE, 'seed', 1)).toBe(prints[0]);
    expect(new Set(prints).size).toBe(prints.length);
  });

  test('gives this fingerprint for ever: whoever changes it changes every published result', () => {
    expect(printOf(BASE, 'seed', 1)).toBe('e256d3cd2e641ded');
  });

  test('is untouched by people, work rules and modes', () => {
    const { streams, busyness, calendar } = BASE;
    const other = scenarioOf({
      calendar,
      streams,
      busyness,
      people: [],
      work: { catchUp: 9 },
      modes: [{ name: 'x', settings: {} }],
    });
    expect(printOf(other, 'seed', 1)).toBe(printOf(BASE, 'seed', 1));
  });

  test('the fingerprint sees both sections, and every thread given out so far', () => {
    const demand = sampleDemand(BASE, 'seed', 1);
    const script = new Script();
    const prints = [demand.fingerprint()];
    for (let i = 0; i < 5 && demand.next(script); i++) prints.push(demand.fingerprint());
    expect(new Set(prints).size).toBe(6);
    const factor = scenarioWith(chat({ asMessaging: { effortFactor: 0.91 } }), messages);
    expect(printOf(factor, 'seed', 1)).not.toBe(printOf(BASE, 'seed', 1));
  });
});

/** Every number of a thread under the name of its law; the first conversation only, as follow-ups have laws of their own. */
function numbersByLaw(threads: readonly Thread[]): Map<string, readonly number[]> {
  const columns = new Map<string, number[]>();
  const add = (law: string, ...values: number[]) => {
    const column = columns.get(law);
    if (column) column.push(...values);
    else columns.set(law, values);
  };
  const addAll = (prefix: string, conversations: readonly Conversation[]) => {
    for (const conversation of conversations) {
      for (const [law, value] of Object.entries(conversation) as [string, number | number[]][]) {
        add(`${prefix}.${law}`, ...[value].flat());
      }
    }
  };
  for (const thread of threads.slice(0, 300)) {
    add('at', thread.at);
    add('tie', thread.tie);
    addAll('native', thread.native.slice(0, 1));
    addAll('asMessaging', thread.asMessaging.slice(0, 1));
    addAll('native again', thread.native.slice(1));
    addAll('asMessaging again', thread.asMessaging.slice(1));
  }
  return columns;
}

const changedLaws = (scenario: Scenario, name = 'web chat'): string[] => {
  const before = numbersByLaw(threadsOf(BASE, name));
  const after = numbersByLaw(threadsOf(scenario, name));
  return [...before.keys()].filter((law) => {
    const [old, now] = [before.get(law)!, after.get(law) ?? []];
    return old.length !== now.length || old.some((value, i) => !Object.is(value, now[i]));
  });
};

describe('one law changed leaves all other numbers bitwise as they were', () => {
  const both = (law: string) => [`native.${law}`, `native again.${law}`];
  const retold = [
    'asMessaging.efforts',
    'asMessaging again.efforts',
    'asMessaging.silentEffort',
    'asMessaging again.silentEffort',
  ];
  const constant = { kind: 'constant', value: 33 } as const;
  const other = { kind: 'gamma', mean: 70, cv: 0.4 } as const;

  const CHANGES: readonly (readonly [string, StreamSpec, readonly string[]])[] = [
    ['patience', { conversation: { patience: other } }, both('patience')],
    ['patience: none', { conversation: { patience: null } }, both('patience')],
    ['silent share', { conversation: { silentShare: 0.7 } }, both('silent')],
    ['silent effort', { conversation: { silentEffort: other } }, both('silentEffort')],
    ['reply patience', { conversation: { replyPatience: constant } }, both('replyPatience')],
    ['effort', { conversation: { effort: other } }, [...both('efforts'), ...retold]],
    ['first effort', { conversation: { firstEffort: null } }, [...both('efforts'), ...retold]],
    ['gap', { conversation: { consumerGap: other } }, both('gaps')],
    ['wrap-up', { conversation: { wrapUp: other } }, [...both('wrapUp'), ...retold]],
    ['closing', { conversation: { closeByAgent: 0.9 } }, both('agentCloses')],
    [
      'delay of the follow-up',
      { conversation: { follow: { ...CHAT.follow, after: constant } } },
      both('followAfter'),
    ],
    [
      'retelling',
      { conversation: { follow: { ...CHAT.follow, retelling: null } } },
      ['native again.efforts', ...retold],
    ],
    ['effort factor', { asMessaging: { effortFactor: 2 } }, retold],
    [
      'gap as messaging',
      { asMessaging: { conversation: { consumerGap: other } } },
      ['asMessaging.gaps', 'asMessaging again.gaps'],
    ],
    ['effort as messaging', { asMessaging: { conversation: { effort: other } } }, retold],
    ['volume', { arrivals: perHour(41, 3) }, ['at']],
    ['busyness', { busyness: null }, ['at']],
  ];

  test.each(CHANGES)('%s', (_name, change, expected) => {
    const scenario = scenarioWith(chat(change), messages);
    expect(new Set(changedLaws(scenario))).toEqual(new Set(expected));
    expect(changedLaws(scenario, 'messages')).toEqual([]);
  });

  test('how often threads go on: the first conversations keep all but the sign that they do', () => {
    const rare = chat({ conversation: { follow: { ...CHAT.follow, byConsumer: 0.01 } } });
    const changed = changedLaws(scenarioWith(rare, messages)).filter((law) => law.startsWith('native.'));
    expect(changed).toEqual(['native.follow']);
  });

  test('numbers of exchanges: the same efforts in the same order fall to other exchanges', () => {
    const longer = chat({ conversation: { exchanges: { kind: 'geometric', mean: 9 } } });
    const laterEfforts = (scenario: Scenario) =>
      threadsOf(scenario)
        .slice(2)
        .flatMap(({ native }) => native[0]!.gaps.slice(1))
        .slice(0, 1000);
    expect(laterEfforts(scenarioWith(longer, messages))).toEqual(laterEfforts(BASE));
  });

  test('another stream, before or after, changes none of the others', () => {
    const extra = streamOf({ name: 'extra', arrivals: perHour(100, 3), conversation: CHAT, busyness: 0 });
    for (const scenario of [scenarioWith(extra, chat(), messages), scenarioWith(messages, chat(), extra)]) {
      expect(changedLaws(scenario)).toEqual([]);
      expect(changedLaws(scenario, 'messages')).toEqual([]);
    }
  });

  test('the opening backlog: all later threads stay as they were', () => {
    const arrivals = (scenario: Scenario) =>
      threadsOf(scenario)
        .filter(({ at }) => at > 0)
        .map(({ at, tie, native, asMessaging }) => ({ at, tie, native, asMessaging }));
    expect(arrivals(scenarioWith(chat({ openingBacklog: [] }), messages))).toEqual(arrivals(BASE));
  });
});

describe('the order of threads', () => {
  test('is that of arrival, numbered from 0: the opening backlog first, oldest first, ties by stream', () => {
    const threads = drain(sampleDemand(BASE, 'seed', 1));
    const opening = threads.slice(0, 5).map(({ thread, stream, at }) => [thread, stream, at]);
    expect(opening).toEqual([
      [0, 1, -7200],
      [1, 0, -300],
      [2, 1, -300],
      [3, 0, -20],
      [4, 1, 0],
    ]);
    threads.forEach(({ thread, at, tie }, i) => {
      expect(thread).toBe(i);
      expect(at).toBeGreaterThanOrEqual(threads[i - 1]?.at ?? -Infinity);
      expect(tie).toBeGreaterThanOrEqual(0);
      expect(tie).toBeLessThan(1);
    });
    expect(threads.at(-1)!.at).toBeLessThan(BASE.calendar.horizon);
  });

  test('who waits at the start still has the patience of a fresh arrival ahead (4 s.e.)', () => {
    const ages = Array.from({ length: 20_000 }, (_, i) => 20_000 - i);
    const patience = { kind: 'exponential', mean: 240 } as const;
    const stream = streamOf({
      arrivals: { kind: 'replay', times: [] },
      openingBacklog: ages,
      conversation: { patience },
    });
    const left = drain(sampleDemand(scenarioOf({ streams: [stream] }), 'seed', 0)).map(
      ({ at, native }) => native[0]!.patience + at,
    );
    const { mean, meanError } = momentsOf(left);
    expect(Math.min(...left)).toBeGreaterThanOrEqual(0);
    expect(Math.abs(mean - 240)).toBeLessThan(4 * meanError);
  });
});

describe('a thread', () => {
  const big = (spec: StreamSpec) =>
    threadsOf(scenarioOf({ streams: [streamOf({ name: 'web chat', arrivals: perHour(1000), ...spec })] }));

  test('goes on by the consumer or the agent with the stated chances, again and again (3.5 s.e.)', () => {
    const follow = { byConsumer: 0.2, byAgent: 0.1, after: { kind: 'exponential', mean: 900 } } as const;
    const all = big({ conversation: { follow } }).flatMap(({ native }) => native);
    const share = (kind: number) =>
      all.filter((conversation) => conversation.follow === kind).length / all.length;
    const error = (p: number) => 3.5 * Math.sqrt((p * (1 - p)) / all.length);
    expect(Math.abs(share(FOLLOW_CONSUMER) - 0.2)).toBeLessThan(error(0.2));
    expect(Math.abs(share(FOLLOW_AGENT) - 0.1)).toBeLessThan(error(0.1));
    const after = momentsOf(all.map(({ followAfter }) => followAfter));
    expect(Math.abs(after.mean - 900)).toBeLessThan(3.5 * after.meanError);
  });

  test('ends with a conversation that nothing follows, and with no other', () => {
    for (const { native } of threadsOf(BASE)) {
      expect(native.map(({ follow }) => follow === FOLLOW_NONE)).toEqual(
        native.map((_, i) => i === native.length - 1),
      );
    }
  });

  test('that would never end is a broken invariant with a sentence', () => {
    const endless = scenarioOf({ streams: [streamOf({ conversation: { follow: { byConsumer: 1 } } })] });
    expect(() => drain(sampleDemand(endless, 'seed', 0))).toThrow(/chance of a follow-up must be below 1/);
  });

  test('tells the story again at the first exchange of a re-contact, and greets at every first exchange', () => {
    const threads = big({
      arrivals: perHour(20),
      conversation: {
        exchanges: { kind: 'constant', value: 2 },
        effort: { kind: 'constant', value: 40 },
        firstEffort: { kind: 'constant', value: 10 },
        follow: { byConsumer: 0.5, retelling: { kind: 'constant', value: 60 } },
      },
    });
    const again = threads.flatMap(({ native }) => native.slice(1));
    expect(again.length).toBeGreaterThan(50);
    for (const { native } of threads)
      expect(native[0]).toMatchObject({ efforts: [10, 40], silentEffort: 10, gaps: [0, 60] });
    for (const conversation of again)
      expect(conversation).toMatchObject({ efforts: [70, 40], silentEffort: 70 });
  });

  test('has bland numbers where the model names no law', () => {
    const [thread] = big({});
    expect(thread!.asMessaging).toEqual([]);
    expect(thread!.native).toEqual([
      {
        ...{
          patience: Infinity,
          silent: 0,
          silentEffort: 60,
          replyPatience: Infinity,
          wrapUp: 0,
          agentCloses: 1,
        },
        ...{ follow: FOLLOW_NONE, followAfter: 3600, gaps: [0], efforts: [60] },
      },
    ]);
  });

  test('has as many silent leavers, agent closings and exchanges as its model says (3.5 s.e.)', () => {
    const first = big({ conversation: CHAT }).map(({ native }) => native[0]!);
    const near = (values: readonly number[], theory: number) => {
      const { mean, meanError } = momentsOf(values);
      expect(Math.abs(mean - theory)).toBeLessThan(3.5 * meanError);
    };
    near(
      first.map(({ silent }) => silent),
      0.4,
    );
    near(
      first.map(({ agentCloses }) => agentCloses),
      0.5,
    );
    near(
      first.map(({ gaps }) => gaps.length),
      7,
    );
    near(
      first.map(({ efforts }) => efforts[0]!),
      15,
    );
    near(
      first.flatMap(({ efforts }) => efforts.slice(1)),
      40,
    );
    near(
      first.flatMap(({ gaps }) => gaps.slice(1)),
      55,
    );
    near(
      first.map(({ patience }) => patience),
      240,
    );
    near(
      first.map(({ wrapUp }) => wrapUp),
      60,
    );
    near(
      first.map(({ replyPatience }) => replyPatience),
      300,
    );
  });
});

describe('the same thread as messaging', () => {
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const work = (conversations: readonly Conversation[]) =>
    sum(conversations.map(({ efforts, wrapUp }) => sum(efforts) + wrapUp));

  test("holds the chat thread's whole work, wrap-ups, retelling and re-contacts included, times the factor", () => {
    for (const { native, asMessaging } of threadsOf(BASE)) {
      expect(work(asMessaging) / work(native)).toBeCloseTo(0.9, 12);
    }
  });

  test('spreads it in proportion to the efforts its own model drew', () => {
    const efforts = (effortFactor: number) =>
      threadsOf(scenarioWith(chat({ asMessaging: { effortFactor } }), messages)).map(({ asMessaging }) =>
        asMessaging.flatMap((conversation) => conversation.efforts),
      );
    const doubled = efforts(2);
    efforts(1).forEach((thread, i) =>
      thread.forEach((effort, j) => expect(doubled[i]![j]! / effort).toBeCloseTo(2, 9)),
    );
    const flat = chat({ asMessaging: { conversation: { effort: { kind: 'constant', value: 0 } } } });
    for (const { native, asMessaging } of threadsOf(scenarioWith(flat))) {
      const spread = asMessaging.flatMap((conversation) => conversation.efforts);
      for (const effort of spread) expect(effort).toBeCloseTo((0.9 * work(native)) / spread.length, 9);
    }
  });

  test('costs the first exchange when a silent leaver is opened, unless the model says otherwise', () => {
    for (const { asMessaging } of threadsOf(BASE)) {
      for (const { silentEffort, efforts } of asMessaging) expect(silentEffort).toBe(efforts[0]);
    }
    const silentEffort = { kind: 'constant', value: 5 } as const;
    const named = chat({ asMessaging: { conversation: { silentEffort } } });
    for (const { asMessaging } of threadsOf(scenarioWith(named)))
      expect(asMessaging[0]!.silentEffort).toBe(5);
  });

  test('draws its other numbers from its own streams: nothing of the chat is found in them', () => {
    const twin = conversationOf(CHAT);
    const threads = threadsOf(
      scenarioWith({ ...chat(), asMessaging: { conversation: twin, effortFactor: 1 } }),
    );
    const chatGaps = new Set(threads.flatMap(({ native }) => native.flatMap(({ gaps }) => gaps.slice(1))));
    const messagingGaps = threads.flatMap(({ asMessaging }) =>
      asMessaging.flatMap(({ gaps }) => gaps.slice(1)),
    );
    // Alea's uniforms are multiples of 2⁻³²: some thousand squared pairs may share one by chance.
    expect(messagingGaps.filter((gap) => chatGaps.has(gap)).length / messagingGaps.length).toBeLessThan(
      0.001,
    );
  });
});
