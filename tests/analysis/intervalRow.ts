// An interval row of a quiet half-hour, said otherwise by name.
import type { IntervalRow } from '../../src/metrics/runReport.js';

export const HALF_HOUR = 1800;

export function intervalRow(i: number, spec: Partial<IntervalRow> = {}): IntervalRow {
  return {
    start: i * HALF_HOUR,
    label: `interval ${i}`,
    channel: 'chat',
    offered: 0,
    assigned: 0,
    answered: 0,
    responses: 0,
    abandoned: 0,
    queueWaitSeconds: null,
    firstResponseSeconds: null,
    responseSeconds: null,
    withinTargetShare: null,
    queueLength: 0,
    openConversations: 0,
    peopleSignedIn: 0,
    peopleSignedInForBoth: 0,
    workedSeconds: 0,
    offeredWorkSeconds: 0,
    ...spec,
  };
}
