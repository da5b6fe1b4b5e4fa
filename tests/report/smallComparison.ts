// A comparison of two ways of working on two people, with round numbers that can be checked by eye.
import type {
  AveragedInterval,
  CandidateResult,
  Comparison,
  Estimate,
} from '../../src/analysis/comparison.js';
import type { PersonRow, ReportRow } from '../../src/metrics/runReport.js';

export function estimateOf(mean: number, halfWidth: number | null = null, n = 20): Estimate {
  return { mean, halfWidth, n, values: [] };
}

export function smallComparison(changes: Partial<Comparison> = {}): Comparison {
  return {
    scenario: 'Two agents',
    question: 'Apart or together?',
    seed: '7',
    replications: 20,
    precision: { measures: [], target: null, reached: null, stopped: 'as asked' },
    demandFingerprints: ['0123456789abcdef'],
    candidates: [
      candidate('apart', { offered: 540 }, { offered: 130 }),
      candidate('together', { offered: 541 }, { offered: 131 }),
    ],
    unavailable: [],
    pairs: [],
    verdicts: {},
    pooling: [],
    best: null,
    findings: [],
    ...changes,
  };
}

function candidate(
  name: string,
  chat: Readonly<Record<string, number>>,
  messaging: Readonly<Record<string, number>>,
): CandidateResult {
  const estimates = (means: Readonly<Record<string, number>>): Record<string, Estimate> =>
    Object.fromEntries(Object.entries(means).map(([measure, mean]) => [measure, estimateOf(mean, 12.5)]));
  return {
    ...{ name, mode: name, scenario: 'Two agents', seed: '7', notes: [], events: 1000 },
    carries: { chat: ['chat'], messaging: ['messages'] },
    ...{
      sharesDemand: true,
      growingQueues: [],
      concurrencyShares: [0.4, 0.6],
      targets: { chat: { share: 0.8, within: 90 }, messaging: { share: 0.8, within: 600 } },
      waitCurves: { chat: [], messaging: [] },
    },
    estimates: { chat: estimates(chat), messaging: estimates(messaging) },
    intervals: [interval('2026-03-03 08:00', 0), interval('2026-03-03 08:30', 1800)],
    people: [person('=Ana'), person('Ben')],
    logins: [
      {
        ...{ login: 'ana.chat', person: 'Ana', channels: 'chat', signedInSeconds: 12_600 },
        ...{ handledChats: 20, handledMessaging: 0, workedSeconds: 10_800, maxConcurrency: 3, load: null },
      },
    ],
    reportRows: [reportRow],
  };
}

function interval(label: string, start: number): AveragedInterval {
  return {
    ...{ start, label, channel: 'chat', offered: 10, assigned: 9, answered: 9, abandoned: 1 },
    ...{ queueWaitSeconds: 12, firstResponseSeconds: 50, responseSeconds: 55, withinTargetShare: 0.8 },
    firstResponseHalfWidth: 3,
    peopleSignedInForBoth: 0,
    ...{ queueLength: 0.1, openConversations: 4, responses: 60, peopleSignedIn: 2, workedSeconds: 3000 },
    offeredWorkSeconds: 3100,
  };
}

function person(name: string): PersonRow {
  return {
    ...{ person: name, group: 'agents', shiftSeconds: 27_000, paidSeconds: 28_800, workedSeconds: 21_600 },
    ...{ answeringSeconds: 18_000, wrapUpSeconds: 1800, switchingSeconds: 1200, rereadingSeconds: 300 },
    ...{ loginChangeSeconds: 300, overtimeSeconds: 60, utilisation: 0.8, handledChats: 20 },
    ...{ handledMessaging: 10, answers: 200, concurrency: 3.1, concurrencyChat: 1.1 },
    ...{ concurrencyMessaging: 2, maxConcurrency: 8, load: 1.4, waitingPile: 0.5, switchesWithin: 40 },
    ...{ switchesBetween: 12, strandedConversations: 0, strandedSeconds: 0, handledPerHour: 4 },
    handledWorkPerHour: 2900,
    ...{
      reportRows: 2,
      visibleShare: 0.6,
      visibleShareChat: 0.6,
      visibleShareMessaging: 0.4,
      effectiveRows: 1.9,
      distortionHandledPerHour: 0.5,
    },
    ...{ distortionUtilisation: 0.7, distortionWait: 0.4 },
  };
}

const reportRow: ReportRow = {
  ...{ family: 'chat', login: 'ana.chat', person: 'Ana', loggedInSeconds: 12_600, requested: 22 },
  ...{ handled: 20, closed: 20, abandonedRate: 0.09, waitMeanSeconds: 12, waitMaxSeconds: 80 },
  ...{ waitP50Seconds: null, waitP90Seconds: null, firstResponseMeanSeconds: null },
  ...{ responseMeanSeconds: null, durationMeanSeconds: 700, concurrencyLoggedIn: 1.2 },
  ...{ concurrencyEngaged: 1.5, loadMean: null, loadMax: null, perLabourHour: 5.7 },
};
