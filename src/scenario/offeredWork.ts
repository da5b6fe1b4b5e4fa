/** How much work arrives, and how many seconds of people are there for it, per reporting interval: expectations, no chance. */
import { mean, meanCount } from '../base/mean.js';
import type { Seconds } from '../base/units.js';
import type { Channel, ConversationModel, Person, Scenario, Stream } from './types.js';

/**
 * `[s][i]`: expected undivided agent seconds of all threads of stream s that arrive in reporting interval i, the opening
 * backlog in the first. Counts re-contacts and resumptions; leaves out switching, slow-down, re-reading and consumers who
 * give up.
 */
export function offeredWork(scenario: Scenario): readonly (readonly Seconds[])[] {
  const { intervalBounds } = scenario.calendar;
  return scenario.streams.map((stream) => {
    const effort = threadEffort(stream.conversation);
    const arrivals = expectedArrivals(stream, intervalBounds);
    arrivals[0] = (arrivals[0] ?? 0) + stream.openingBacklog.length;
    return arrivals.map((count) => count * effort);
  });
}

/** Expected arrivals of a stream between neighbouring bounds; busy and quiet days average out. */
export function expectedArrivals({ arrivals }: Stream, bounds: readonly Seconds[]): number[] {
  const counts = bounds.slice(1).map(() => 0);
  if (arrivals.kind === 'replay') {
    for (const time of arrivals.times) add(counts, intervalAt(bounds, time), 1);
    return counts;
  }
  for (const [index, expected] of arrivals.expected.entries()) {
    const start = arrivals.bounds[index] ?? 0;
    const end = arrivals.bounds[index + 1] ?? start;
    spread(bounds, start, end, (interval, seconds) =>
      add(counts, interval, (expected * seconds) / (end - start)),
    );
  }
  return counts;
}

/** Expected agent seconds of a whole thread: its first conversation and all that follow it. */
export function threadEffort(model: ConversationModel): Seconds {
  const { follow, wrapUp } = model;
  const again = follow.byConsumer + follow.byAgent;
  const conversation = conversationEffort(model) + (wrapUp === null ? 0 : mean(wrapUp));
  const retelling = follow.retelling === null ? 0 : mean(follow.retelling);
  if (again >= 1) return Infinity;
  return (conversation + again * retelling) / (1 - again);
}

function conversationEffort({ exchanges, effort, firstEffort }: ConversationModel): Seconds {
  const count = meanCount(exchanges);
  return firstEffort === null ? count * mean(effort) : mean(firstEffort) + (count - 1) * mean(effort);
}

/** Channels a person can handle, as one word. */
export type Capability = Channel | 'both';
export const CAPABILITIES: readonly Capability[] = ['chat', 'messaging', 'both'];

/** Expected seconds of people on shift, less breaks and absence, per capability and reporting interval. */
export type StaffedSeconds = Readonly<Record<Capability, readonly Seconds[]>>;

/** Who is there, by what they can handle; lateness, which has no bound, is left out. */
export function staffedSeconds(scenario: Scenario): StaffedSeconds {
  const { intervalBounds } = scenario.calendar;
  const empty = (): Seconds[] => intervalBounds.slice(1).map(() => 0);
  const staffed = { chat: empty(), messaging: empty(), both: empty() };
  for (const person of scenario.people) addPerson(staffed[capabilityOf(person)], person, intervalBounds);
  return staffed;
}

/** What a person can handle. */
function capabilityOf({ channels }: Person): Capability {
  return channels.length > 1 ? 'both' : (channels[0] ?? 'both');
}

/** Adds the seconds a person is expected to work in each interval. */
export function addPerson(counts: Seconds[], { shifts, absence }: Person, bounds: readonly Seconds[]): void {
  const present = 1 - absence;
  for (const { start, end, breaks } of shifts) {
    spread(bounds, start, end, (interval, seconds) => add(counts, interval, present * seconds));
    for (const { start: from, length } of breaks) {
      spread(bounds, from, from + length, (interval, seconds) => add(counts, interval, -present * seconds));
    }
  }
}

/** Sum of a list. */
export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function add(counts: number[], index: number, value: number): void {
  counts[index] = (counts[index] ?? 0) + value;
}

/** Calls back with the seconds of [start, end) that lie in each interval. */
function spread(
  bounds: readonly Seconds[],
  start: Seconds,
  end: Seconds,
  tell: (interval: number, seconds: Seconds) => void,
): void {
  for (let index = intervalAt(bounds, start); index + 1 < bounds.length; index++) {
    const from = bounds[index] ?? 0;
    if (from >= end) return;
    const seconds = Math.min(end, bounds[index + 1] ?? end) - Math.max(start, from);
    if (seconds > 0) tell(index, seconds);
  }
}

/** The interval that holds a moment, by bisection. */
function intervalAt(bounds: readonly Seconds[], time: Seconds): number {
  let low = 0;
  let high = bounds.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((bounds[middle] ?? 0) <= time) low = middle;
    else high = middle;
  }
  return low;
}
