/** Random small centres with every rule switched on or off at random, for laws that must hold in all of them. */
import fc from 'fast-check';
import type { Distribution } from '../../src/base/distribution.js';
import { DAY, HOUR, MINUTE } from '../../src/base/units.js';
import {
  ATTENTION_POLICIES,
  CHANNELS,
  OPEN_MESSAGING_POLICIES,
  type Affinity,
  type Arrivals,
  type Scenario,
  type Shift,
} from '../../src/scenario/types.js';
import {
  scenarioOf,
  shiftOf,
  streamOf,
  type ConversationSpec,
  type PersonSpec,
  type StreamSpec,
} from './scenarioOf.js';

const oneOf = <const T>(...values: readonly T[]) => fc.constantFrom(...values);
const constant = (value: number): Distribution => ({ kind: 'constant', value });

/** Round constants make many things fall on one instant; the others make every instant its own. */
const law = (mean: number): fc.Arbitrary<Distribution> =>
  oneOf<Distribution>(
    constant(mean),
    constant(0),
    { kind: 'exponential', mean },
    { kind: 'lognormal', mean, cv: 1.2 },
    { kind: 'uniform', min: 0, max: 2 * mean },
  );
const maybe = (mean: number) => fc.option(law(mean));

const arrivals: fc.Arbitrary<Arrivals> = fc.oneof(
  fc
    .tuple(fc.integer({ min: 1, max: 60 }), oneOf(0, 6 * HOUR, 20 * HOUR), oneOf(10 * MINUTE, 2 * HOUR))
    .map(([count, from, length]): Arrivals => {
      return { kind: 'poisson', bounds: [from, from + length], expected: [count], shape: 'constant' };
    }),
  fc.array(fc.integer({ min: 0, max: 16 * 60 }), { minLength: 1, maxLength: 40 }).map((minutes): Arrivals => {
    return { kind: 'replay', times: minutes.map((n) => n * MINUTE).sort((a, b) => a - b) };
  }),
);

const affinity = oneOf<Affinity>({ kind: 'none' }, { kind: 'prefer' }, { kind: 'hold', upTo: 10 * MINUTE });

const conversation: fc.Arbitrary<ConversationSpec> = fc.record({
  exchanges: oneOf(
    { kind: 'constant', value: 1 },
    { kind: 'constant', value: 3 },
    { kind: 'geometric', mean: 3 },
  ),
  effort: law(60),
  firstEffort: maybe(20),
  consumerGap: fc.oneof(law(60), law(20 * MINUTE)),
  patience: maybe(5 * MINUTE),
  patienceUntil: oneOf('start', 'assignment'),
  silentShare: oneOf(0, 0.5, 1),
  silentEffort: maybe(20),
  replyPatience: maybe(2 * MINUTE),
  wrapUp: maybe(30),
  silenceTimeout: oneOf(60, 6 * MINUTE),
  closeByAgent: oneOf(0, 0.5, 1),
  autoClose: oneOf(25 * MINUTE, 2 * HOUR),
  affinity,
  follow: fc.record({
    byConsumer: oneOf(0, 0.3),
    byAgent: oneOf(0, 0.3),
    after: fc.oneof(law(10 * MINUTE), law(5 * HOUR)),
    retelling: maybe(30),
  }),
});

/** Only messaging has agents who follow up. */
function asChat(spec: ConversationSpec): ConversationSpec {
  return { ...spec, follow: { ...spec.follow, byAgent: 0 } };
}

const stream = (name: string): fc.Arbitrary<StreamSpec> =>
  fc
    .record({
      channel: fc.constantFrom(...CHANNELS),
      skill: oneOf('service', 'service', 'extra'),
      priority: fc.integer({ min: 1, max: 10 }),
      arrivals,
      conversation,
      as: conversation,
      openingBacklog: oneOf([], [7200, 600, 600, 10]),
    })
    .map(({ as, ...spec }) => {
      if (spec.channel === 'messaging') return { ...spec, name };
      return { ...spec, name, conversation: asChat(spec.conversation), asMessaging: { conversation: as } };
    });

const breaks = (start: number): Shift['breaks'] => [
  { start: start + HOUR, length: 15 * MINUTE, paid: true },
  { start: start + 3 * HOUR, length: 30 * MINUTE, paid: false },
];
const block = (from: number, to: number): Shift =>
  shiftOf(from * HOUR, to * HOUR, { breaks: breaks(from * HOUR) });

const shifts = oneOf<readonly Shift[]>(
  [shiftOf(0, DAY)],
  [block(-2, 6), block(22, 24)],
  [block(6, 14)],
  [block(6, 10), block(10, 16)], // back to back
  [block(7, 15)],
  [block(0, 4), block(20, 24)],
);

const person: fc.Arbitrary<Omit<PersonSpec, 'name'>> = fc.record({
  group: oneOf('north', 'south'),
  channels: oneOf(['chat', 'messaging'], ['chat', 'messaging'], ['chat'], ['messaging']),
  skills: oneOf(['service'], ['service', 'extra']),
  costPerHour: fc.constant(20),
  absence: oneOf(0, 0.3),
  lateness: oneOf(0, 10 * MINUTE),
  caps: fc.record({ chat: fc.integer({ min: 1, max: 3 }), messaging: fc.integer({ min: 1, max: 4 }) }),
  shifts,
});

const capacity = fc.record({
  sharing: oneOf('independent', 'shared'),
  noMessagingAtChats: oneOf(null, 1, 2),
  messaging: fc.record({
    inactiveAfter: oneOf(60, 240),
    inactiveWeight: oneOf(0, 0.1, 0.5, 1),
    headroom: oneOf(0, 0.5),
    backlogAfter: oneOf(null, 300),
    warmUpEvery: oneOf(null, 90),
  }),
});

const work = fc.record({
  slowdown: oneOf({ factors: [1], perExtra: 0 }, { factors: [1, 1.2, 1.5], perExtra: 0.25 }),
  switching: fc.record({
    withinWorkspace: oneOf(0, 5),
    betweenWorkspaces: oneOf(0, 10),
    noticeDelay: oneOf(0, 20),
  }),
  attention: fc.constantFrom(...ATTENTION_POLICIES),
  stopNewBefore: oneOf(0, 10 * MINUTE),
  openMessaging: fc.constantFrom(...OPEN_MESSAGING_POLICIES),
  unassignAfter: oneOf(0, 10 * MINUTE),
  catchUp: oneOf(0, 30),
  breaks: oneOf('finish-chats', 'at-once'),
});

export const randomScenario: fc.Arbitrary<Scenario> = fc
  .record({
    seed: fc.nat(1_000_000).map(String),
    warmUp: oneOf(0, 7 * HOUR),
    streams: fc.tuple(stream('a'), stream('b'), stream('c')),
    howMany: fc.integer({ min: 1, max: 3 }),
    people: fc.array(person, { minLength: 1, maxLength: 5 }),
    capacity,
    work,
  })
  .map(({ streams, howMany, people, ...rest }) =>
    scenarioOf({
      ...rest,
      streams: streams.slice(0, howMany).map(streamOf),
      people: people.map((one, i) => ({ ...one, name: `person ${i + 1}` })),
    }),
  );
