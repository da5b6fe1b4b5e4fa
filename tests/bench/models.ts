// The three models of the bench: their parameters, their known values, and each as a scenario.
import { DAY, MINUTE, type Seconds } from '../../src/base/units.js';
import type { RunReport } from '../../src/metrics/runReport.js';
import type { Scenario } from '../../src/scenario/types.js';
import { calendarOf, peopleOf, scenarioOf, streamOf } from '../support/scenarioOf.js';

export interface QueueModel {
  readonly servers: number;
  /** Means of exponential laws, in seconds. */
  readonly betweenArrivals: number;
  readonly service: number;
  readonly patience: number | null;
}

const B1: QueueModel = { servers: 50, betweenArrivals: 8, service: 360, patience: null };
const B2: QueueModel = { servers: 44, betweenArrivals: 8, service: 360, patience: 240 };
export const B3 = {
  agents: 20,
  slots: 3,
  betweenArrivals: 1 / 0.046875,
  exchanges: 8,
  effort: 40,
  gap: 60,
  patience: 180,
} as const;

export const MODELS = ['B1', 'B2', 'B3'] as const;
export type ModelName = (typeof MODELS)[number];

export function queueOf(model: string): QueueModel {
  return model === 'B1' ? B1 : B2;
}

export interface Known {
  readonly value: number;
  /** How far one round may lie off, relative to the value: about four of its standard deviations. */
  readonly within: number;
}

/** B1 and B2: exact (Erlang C and A). B3: simulated by others. */
export const KNOWN: Readonly<Record<ModelName, Readonly<Record<string, Known>>>> = {
  B1: {
    waitOfAll: { value: 26.1982, within: 0.15 },
    within20: { value: 0.724385, within: 0.03 },
    occupancy: { value: 0.9, within: 0.01 },
  },
  B2: {
    abandoned: { value: 0.0771, within: 0.05 },
    waitOfAll: { value: 18.504, within: 0.05 },
  },
  B3: {
    occupancy: { value: 0.745, within: 0.01 },
    waitOfServed: { value: 0.88, within: 0.15 },
    within20: { value: 0.979, within: 0.005 },
    abandoned: { value: 0.0059, within: 0.15 },
    response: { value: 65.5, within: 0.02 },
    duration: { value: 945, within: 0.02 },
  },
};

/** The model with about this many arrivals, reported by `interval`; the horizon leaves a day for the last to be served. */
export function scenarioFor(model: ModelName, arrivals: number, interval: Seconds = 30 * MINUTE): Scenario {
  const { betweenArrivals, patience } = model === 'B3' ? B3 : queueOf(model);
  const span = arrivals * betweenArrivals;
  const chats = model === 'B3' ? B3.slots : 1;
  return scenarioOf({
    name: model,
    calendar: calendarOf(Math.ceil(span / DAY) + 1, interval),
    streams: [
      streamOf({
        arrivals: { kind: 'poisson', bounds: [0, span], expected: [arrivals], shape: 'constant' },
        conversation: {
          patience: patience === null ? null : { kind: 'exponential', mean: patience },
          patienceUntil: 'assignment',
          ...(model === 'B3'
            ? {
                exchanges: { kind: 'geometric', mean: B3.exchanges },
                effort: { kind: 'exponential', mean: B3.effort },
                consumerGap: { kind: 'exponential', mean: B3.gap },
              }
            : { effort: { kind: 'exponential', mean: queueOf(model).service } }),
        },
      }),
    ],
    people: peopleOf(model === 'B3' ? B3.agents : queueOf(model).servers, {
      channels: ['chat'],
      caps: { chat: chats, messaging: 0 },
    }),
  });
}

export type Checks = (report: RunReport, scenario: Scenario) => Readonly<Record<string, number>>;

/** Waits of all come from the queue's length by Little's law, since a report tells the waits of those assigned. */
export function checksOf(model: ModelName): Checks {
  return (report, { calendar, streams }) => {
    const chat = report.scopes['stream:chat']!;
    const { bounds } = streams[0]!.arrivals as { readonly bounds: readonly number[] };
    const busyShare = report.scopes['people']!.utilisation!;
    return {
      waitOfAll: (chat.queueLength! * calendar.horizon) / chat.offered!,
      waitOfServed: chat.queueWaitMean!,
      within20: chat.serviceLevelAssigned! * (model === 'B3' ? 1 - chat.abandonedShare! : 1),
      abandoned: chat.abandonedShare!,
      occupancy: (busyShare * calendar.horizon) / bounds[1]!,
      response: chat.responseMean!,
      duration: chat.durationMean!,
    };
  };
}
