// Scenarios of the theory cases, in minutes as their exact values are.
import type { Distribution } from '../../src/base/distribution.js';
import { DAY, MINUTE, type Seconds } from '../../src/base/units.js';
import type { Arrivals, Scenario } from '../../src/scenario/types.js';
import {
  calendarOf,
  peopleOf,
  scenarioOf,
  streamOf,
  type PersonSpec,
  type ScenarioSpec,
  type StreamSpec,
} from '../support/scenarioOf.js';

export function exponential(minutes: number): Distribution {
  return { kind: 'exponential', mean: minutes * MINUTE };
}

export function constant(minutes: number): Distribution {
  return { kind: 'constant', value: minutes * MINUTE };
}

export function lognormal(minutes: number, cv: number): Distribution {
  return { kind: 'lognormal', mean: minutes * MINUTE, cv };
}

/** Poisson arrivals at a constant rate per minute, for the whole of a steady scene. */
function perMinute(rate: number, days: number): Arrivals {
  return { kind: 'poisson', bounds: [0, days * DAY], expected: [rate * 1440 * days], shape: 'constant' };
}

/** Arrivals whose rate per minute is the derivative of `mass`, in steps of `step` minutes, straight lines within. */
export function following(mass: (minute: number) => number, minutes: number, step: number): Arrivals {
  const bounds = Array.from({ length: Math.round(minutes / step) + 1 }, (_, i) => i * step);
  return {
    kind: 'poisson',
    bounds: bounds.map((minute) => minute * MINUTE),
    expected: bounds.slice(1).map((end, i) => mass(end) - mass(bounds[i]!)),
    shape: 'linear',
  };
}

/** Rate mean · (1 + r · sin(2π (t − shift) / period)), integrated. */
export function sinusoid(mean: number, r: number, period: number, shift = 0): (minute: number) => number {
  const w = (2 * Math.PI) / period;
  return (t) => mean * t - ((mean * r) / w) * Math.cos(w * (t - shift));
}

export interface SteadySpec extends Omit<ScenarioSpec, 'streams' | 'calendar' | 'days'> {
  readonly days: number;
  /** Days before counting begins; a twentieth of all by default. */
  readonly warmUpDays?: number;
  /** `rate` per minute, all day long. */
  readonly streams: readonly (StreamSpec & { readonly rate?: number })[];
}

/** One long run from empty; daily reporting intervals. */
export function steady({ days, warmUpDays = days / 20, streams, ...spec }: SteadySpec): Scenario {
  return scenarioOf({
    days,
    interval: DAY,
    warmUp: warmUpDays * DAY,
    streams: streams.map(({ rate, ...stream }, s) =>
      streamOf({
        name: s === 0 ? 'first' : 'second',
        ...(rate === undefined ? {} : { arrivals: perMinute(rate, days) }),
        ...stream,
      }),
    ),
    ...spec,
  });
}

/** One line of consumers and n people who serve one at a time: G/G/n, and with patience G/G/n+G. */
export function line(spec: {
  readonly days: number;
  readonly rate: number;
  readonly n: number;
  readonly service: Distribution;
  readonly patience?: Distribution;
  /** Target of the first response in seconds, by which the tool's own service level is judged. */
  readonly within?: Seconds;
}): Scenario {
  const { days, rate, n, service, patience = null, within = 20 } = spec;
  return steady({
    days,
    streams: [{ rate, conversation: { effort: service, patience, patienceUntil: 'assignment' } }],
    people: peopleOf(n),
    targets: { chat: { firstResponse: { share: 0.8, within } } },
  });
}

/** One short day that begins empty: arrivals as given, then time enough for the last to be served. */
export function shortDay(streams: readonly StreamSpec[], people: readonly PersonSpec[]): Scenario {
  return scenarioOf({
    calendar: calendarOf(1, DAY),
    streams: streams.map((stream, s) => streamOf({ name: s === 0 ? 'first' : 'second', ...stream })),
    people,
  });
}

export const FIRST = 'stream:first';
export const SECOND = 'stream:second';
/** Times a value in seconds. */
export const IN_MINUTES = { scale: 1 / MINUTE } as const;
