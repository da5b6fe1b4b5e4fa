/** intervals.csv: the day's course per candidate, reporting interval and channel, averaged over replications. */
import type { AveragedInterval, Comparison } from '../analysis/comparison.js';
import { candidatesCsv, type Columns } from './csv.js';

export const INTERVAL_COLUMNS: Columns<AveragedInterval> = {
  start: 'start_seconds',
  label: 'interval',
  channel: 'channel',
  offered: 'offered',
  assigned: 'assigned',
  answered: 'answered',
  responses: 'responses',
  abandoned: 'abandoned',
  queueWaitSeconds: 'queue_wait_seconds',
  firstResponseSeconds: 'first_response_seconds',
  firstResponseHalfWidth: 'first_response_half_width_seconds',
  responseSeconds: 'response_seconds',
  withinTargetShare: 'within_target_share',
  queueLength: 'queue_length',
  openConversations: 'open_conversations',
  peopleSignedIn: 'people_signed_in',
  peopleSignedInForBoth: 'people_signed_in_for_both',
  workedSeconds: 'worked_seconds',
  offeredWorkSeconds: 'offered_work_seconds',
};

export function intervalsCsv(comparison: Comparison): string {
  return candidatesCsv(
    comparison.candidates.map(({ name, intervals }) => ({ name, rows: intervals })),
    INTERVAL_COLUMNS,
  );
}
