// Messaging at scale: people who hold dozens of conversations each, since most consumers take their time; any number of people.
import { DAY, HOUR, MINUTE } from '../../src/base/units.js';
import type { Scenario } from '../../src/scenario/types.js';
import { calendarOf, peopleOf, scenarioOf, streamOf } from '../support/scenarioOf.js';

/** Conversations that arrive per person and day: with five exchanges each, hands are full for two thirds of the day. */
const PER_PERSON = 150;

/**
 * Traffic and people grow together, so the load of each person stays. Half of the consumers' silences last hours, so after a
 * day a person holds about eighty conversations and after more about a hundred; one in ten is left to the closing job.
 */
export function messagingAtScale(people: number, days: number): Scenario {
  return scenarioOf({
    name: 'messaging at scale',
    calendar: calendarOf(days, days > 30 ? DAY : 30 * MINUTE),
    streams: [
      streamOf({
        channel: 'messaging',
        arrivals: {
          kind: 'poisson',
          bounds: [0, days * DAY],
          expected: [PER_PERSON * people * days],
          shape: 'constant',
        },
        conversation: {
          exchanges: { kind: 'geometric', mean: 5 },
          effort: { kind: 'lognormal', mean: 80, cv: 0.8 },
          consumerGap: {
            kind: 'mixture',
            parts: [
              { share: 0.5, of: { kind: 'exponential', mean: 2 * MINUTE } },
              { share: 0.5, of: { kind: 'exponential', mean: 8 * HOUR } },
            ],
          },
          closeByAgent: 0.9,
          autoClose: DAY,
        },
      }),
    ],
    people: peopleOf(people, { channels: ['messaging'], caps: { chat: 0, messaging: 10 } }),
    capacity: { messaging: { inactiveAfter: 4 * MINUTE, inactiveWeight: 0.05 } },
  });
}
