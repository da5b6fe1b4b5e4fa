/** Which measures a planner asks for first, in which order and groups. */
import type { MeasureId } from '../metrics/measures.js';

interface PlannerGroup {
  readonly title: string;
  readonly scope: string;
  readonly measures: readonly MeasureId[];
}

export const PLANNER_GROUPS: readonly PlannerGroup[] = [
  { title: 'Live chat', scope: 'chat', measures: ['offered'] },
  { title: 'Messaging', scope: 'messaging', measures: ['offered'] },
];
