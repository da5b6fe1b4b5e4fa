/** The measures a planner asks first: only these are shown in pairs and given verdicts. */
import type { MeasureId } from '../metrics/measures.js';
import { CHANNELS, type Channel } from '../scenario/types.js';

export interface Headline {
  /** `all`, `chat`, `messaging`, `stream:<name>`, `people` or `reports`. */
  readonly scope: string;
  readonly measure: MeasureId;
}

const OF_CHANNELS = [
  'firstResponseMean',
  'firstResponseP90',
  'serviceLevel',
  'abandonedShare',
  'queueWaitMean',
  'responseP90',
] as const satisfies readonly MeasureId[];

const OF_PEOPLE = [
  'utilisation',
  'concurrency',
  'concurrencyChat',
  'concurrencyMessaging',
  'overtimeHours',
  'costPerHandled',
] as const satisfies readonly MeasureId[];

const OF_REPORTS = [
  'rowsPerPerson',
  'visibleShareMean',
  'hoursIllusion',
  'kendallTauChat',
  'kendallTauMessaging',
  'splitJourneyShare',
] as const satisfies readonly MeasureId[];

export const HEADLINES: readonly Headline[] = [
  ...CHANNELS.flatMap((scope) => OF_CHANNELS.map((measure) => ({ scope, measure }))),
  ...OF_PEOPLE.map((measure) => ({ scope: 'people', measure })),
  ...OF_REPORTS.map((measure) => ({ scope: 'reports', measure })),
];

/** Whose precision is reported, and waited for when nothing else is chosen. */
export const PRECISION_MEASURES: readonly Headline[] = CHANNELS.map((scope) => ({
  scope,
  measure: 'firstResponseMean',
}));

/** Where pooling gain and switching loss are told apart. */
export const POOLING_MEASURES: readonly Headline[] = [
  ...CHANNELS.flatMap((scope) =>
    (['firstResponseMean', 'serviceLevel', 'abandonedShare'] as const).map((measure) => ({ scope, measure })),
  ),
  { scope: 'people', measure: 'utilisation' },
  { scope: 'people', measure: 'costPerHandled' },
];

/** The headlines that findings put into words. */
export const TOLD = {
  messagingAnswer: { scope: 'messaging', measure: 'firstResponseMean' },
  chatAnswer: { scope: 'chat', measure: 'firstResponseMean' },
  cost: { scope: 'people', measure: 'costPerHandled' },
  rowsPerPerson: { scope: 'reports', measure: 'rowsPerPerson' },
  visibleShare: { scope: 'reports', measure: 'visibleShareMean' },
} as const satisfies Readonly<Record<string, Headline & { readonly scope: Channel | 'people' | 'reports' }>>;
