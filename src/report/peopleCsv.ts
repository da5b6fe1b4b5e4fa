/** people.csv: each person's truth per candidate, averaged over replications. */
import type { Comparison } from '../analysis/comparison.js';
import type { PersonRow } from '../metrics/runReport.js';
import { candidatesCsv, type Columns } from './csv.js';

export const PEOPLE_COLUMNS: Columns<PersonRow> = {
  person: 'person',
  group: 'group',
  shiftSeconds: 'shift_seconds',
  paidSeconds: 'paid_seconds',
  workedSeconds: 'worked_seconds',
  answeringSeconds: 'answering_seconds',
  wrapUpSeconds: 'wrap_up_seconds',
  switchingSeconds: 'switching_seconds',
  rereadingSeconds: 'rereading_seconds',
  loginChangeSeconds: 'login_change_seconds',
  overtimeSeconds: 'overtime_seconds',
  utilisation: 'utilisation',
  handledChats: 'handled_chats',
  handledMessaging: 'handled_messaging',
  answers: 'answers',
  concurrency: 'concurrency',
  concurrencyChat: 'concurrency_chat',
  concurrencyMessaging: 'concurrency_messaging',
  maxConcurrency: 'max_concurrency',
  load: 'load',
  waitingPile: 'waiting_pile',
  switchesWithin: 'switches_within',
  switchesBetween: 'switches_between',
  strandedConversations: 'stranded_conversations',
  strandedSeconds: 'stranded_seconds',
  handledPerHour: 'handled_per_hour',
  handledWorkPerHour: 'handled_work_seconds_per_hour',
  reportRows: 'report_rows',
  visibleShare: 'visible_share',
  visibleShareChat: 'visible_share_chat',
  visibleShareMessaging: 'visible_share_messaging',
  effectiveRows: 'effective_rows',
  distortionHandledPerHour: 'distortion_handled_per_hour',
  distortionUtilisation: 'distortion_utilisation',
  distortionWait: 'distortion_wait',
};

export function peopleCsv(comparison: Comparison): string {
  return candidatesCsv(
    comparison.candidates.map(({ name, people }) => ({ name, rows: people })),
    PEOPLE_COLUMNS,
  );
}
