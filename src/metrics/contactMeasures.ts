/** The consumer's side of a finished run as measures: of all, of each channel, of each stream. */
import { HOUR } from '../base/units.js';
import { ENDING } from '../engine/observer.js';
import { CHANNELS } from '../scenario/types.js';
import { SEEN, type Contacts } from './contacts.js';
import { SPREAD, type Spread } from './measure.js';
import { ratio, told } from './noData.js';
import type { Measures } from './runReport.js';
import type { Seen } from './seen.js';
import { Sketch } from './sketch.js';

type SketchesOfStreams = 'queueWait' | 'firstResponse' | 'response' | 'duration';

/** Scope → measures; a channel without a stream has no scope. */
export function contactScopes(seen: Seen): Record<string, Measures> {
  const { streams } = seen.floor.scenario;
  const all = streams.map((_, s) => s);
  const channels = CHANNELS.map(
    (name, channel) => [name, all.filter((s) => seen.channelOf[s] === channel)] as const,
  );
  const groups: (readonly [scope: string, streams: readonly number[]])[] = [
    ['all', all],
    ...channels.filter(([, of]) => of.length > 0),
    ...streams.map(({ name }, s) => [`stream:${name}`, [s]] as const),
  ];
  return Object.fromEntries(groups.map(([scope, of]) => [scope, measuresOf(seen, of)]));
}

function measuresOf(seen: Seen, streams: readonly number[]): Measures {
  const { contacts } = seen;
  const count = (field: number): number => total(streams, (s) => contacts.count(s, field));
  const merged = (which: SketchesOfStreams): Sketch => mergedOf(contacts, streams, which);
  const queueWait = merged('queueWait');
  const firstResponse = merged('firstResponse');
  const response = merged('response');
  const duration = merged('duration');
  return told({
    ...counts(count),
    ...levels(count, response.count - firstResponse.count),
    assigned: queueWait.count,
    ...spread('queueWait', queueWait),
    answered: firstResponse.count,
    ...spread('firstResponse', firstResponse),
    firstResponseInQueue: ratio(count(SEEN.inQueue), firstResponse.count),
    firstResponseInWorkspace: ratio(count(SEEN.inWorkspace), firstResponse.count),
    firstResponseBeingWritten: ratio(count(SEEN.beingWritten), firstResponse.count),
    answers: response.count + count(SEEN.unaskedAnswers),
    responses: response.count,
    ...spread('response', response),
    workWait: ratio(count(SEEN.workWait), response.count),
    ended: duration.count,
    durationMean: duration.mean(),
    durationP90: duration.quantile(0.9),
    queueLength: ratio(
      total(streams, (s) => seen.streamTime.queueSeconds[s]!),
      seen.observedSeconds,
    ),
    openConversations: ratio(
      total(streams, (s) => seen.streamTime.openSeconds[s]!),
      seen.observedSeconds,
    ),
    agentSecondsPerHandled: ratio(
      total(streams, (s) => seen.hands.ofStream[s]!),
      total(streams, (s) => seen.log.handledOfStream[s]!),
    ),
  });
}

function counts(count: (field: number) => number) {
  return {
    offered: count(SEEN.offered),
    offeredWorkHours: count(SEEN.offeredWork) / HOUR,
    completed: count(ENDING.completed),
    autoClosed: count(ENDING.autoClosed),
    timedOut: count(ENDING.timedOut),
    abandoned: count(ENDING.abandoned),
    abandonedSilently: count(ENDING.abandonedSilently),
    walkedOut: count(ENDING.walkedOut),
    openAtEnd: count(SEEN.openAtEnd),
    owedAtEnd: count(SEEN.owedAtEnd),
    abandonedShare: ratio(count(ENDING.abandoned), count(SEEN.offered)),
    abandonedSilentlyShare: ratio(count(ENDING.abandonedSilently), count(SEEN.offered)),
    handedOver: count(SEEN.handedOver),
    returned: count(SEEN.returned),
    recontacts: count(SEEN.recontacts),
    resumedByConsumer: count(SEEN.resumedByConsumer),
    resumedByAgent: count(SEEN.resumedByAgent),
    resumedSameAgent: ratio(count(SEEN.resumedSameAgent), count(SEEN.resumedAssigned)),
    resolvedThreads: count(SEEN.resolvedThreads),
    timeToResolutionMean: ratio(count(SEEN.resolution), count(SEEN.resolvedThreads)),
  };
}

function levels(count: (field: number) => number, laterResponses: number) {
  const decided = count(SEEN.byConsumer) - count(SEEN.undecided);
  return {
    serviceLevel: ratio(count(SEEN.firstWithin), decided - count(SEEN.leftWithin)),
    serviceLevelStrict: ratio(count(SEEN.firstWithin), decided),
    serviceLevelAssigned: ratio(
      count(SEEN.assignedWithin),
      count(SEEN.byConsumer) - count(SEEN.undecidedInQueue) - count(SEEN.leftQueueWithin),
    ),
    everyResponseLevel: ratio(count(SEEN.laterWithin), laterResponses),
  };
}

export function mergedOf(contacts: Contacts, streams: readonly number[], which: SketchesOfStreams): Sketch {
  const sketches = contacts[which];
  if (streams.length === 1) return sketches[streams[0]!]!;
  const sum = new Sketch();
  for (const s of streams) sum.add(sketches[s]!);
  return sum;
}

function spread<Id extends string>(id: Id, sketch: Sketch): Record<`${Id}${Spread}`, number | null> {
  const [P50 = null, P90 = null, P95 = null] = sketch.quantiles([0.5, 0.9, 0.95]);
  const Max = sketch.count > 0 ? sketch.max : null;
  const values: Record<Spread, number | null> = { Mean: sketch.mean(), P50, P90, P95, Max };
  return Object.fromEntries(SPREAD.map((part) => [`${id}${part}`, values[part]])) as Record<
    `${Id}${Spread}`,
    number | null
  >;
}

function total(streams: readonly number[], of: (stream: number) => number): number {
  return streams.reduce((sum, s) => sum + of(s), 0);
}
