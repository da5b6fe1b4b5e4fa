/** Which measures a planner asks for first, in which order and groups. */
import type { MeasureId } from '../metrics/measures.js';

/** A line, and under it parts of it: they are written in its unit. */
export interface PlannerRow {
  readonly measure: MeasureId;
  readonly parts?: readonly MeasureId[];
}

export interface PlannerGroup {
  readonly title: string;
  readonly scope: string;
  readonly rows: readonly PlannerRow[];
}

const FIRST_RESPONSE: PlannerRow = {
  measure: 'firstResponseMean',
  parts: ['firstResponseInQueue', 'firstResponseInWorkspace', 'firstResponseBeingWritten'],
};

export const PLANNER_GROUPS: readonly PlannerGroup[] = [
  {
    title: 'Live chat',
    scope: 'chat',
    rows: [
      { measure: 'offered' },
      { measure: 'serviceLevel' },
      FIRST_RESPONSE,
      { measure: 'firstResponseP90' },
      { measure: 'responseP90' },
      { measure: 'abandonedShare' },
      { measure: 'abandonedSilentlyShare' },
    ],
  },
  {
    title: 'Messaging',
    scope: 'messaging',
    rows: [
      { measure: 'offered' },
      { measure: 'serviceLevel' },
      FIRST_RESPONSE,
      { measure: 'firstResponseP90' },
      { measure: 'responseP90' },
      { measure: 'openAtEnd', parts: ['owedAtEnd'] },
    ],
  },
  {
    title: 'People',
    scope: 'people',
    rows: [
      { measure: 'utilisation' },
      { measure: 'switchingShare' },
      { measure: 'concurrencyChat' },
      { measure: 'concurrencyMessaging' },
      { measure: 'overtimeHours' },
      { measure: 'costPerHandled' },
    ],
  },
  {
    title: 'What reports show',
    scope: 'reports',
    rows: [
      { measure: 'rowsPerPerson' },
      { measure: 'visibleShareMean' },
      { measure: 'hoursIllusion' },
      { measure: 'kendallTauChat' },
      { measure: 'kendallTauMessaging' },
      { measure: 'splitJourneyShare' },
    ],
  },
];
