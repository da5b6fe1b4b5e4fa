// A comparison written by hand, with round numbers: two ways of working, two channels, four intervals, four people.
import type {
  AveragedInterval,
  CandidateResult,
  Comparison,
  Estimate,
  PairedDifference,
} from '../../src/analysis/comparison.js';
import type { PersonRow, ReportRow } from '../../src/metrics/runReport.js';
import { WAIT_SHARES } from '../../src/metrics/waitCurves.js';
import { CHANNELS, type Channel } from '../../src/scenario/types.js';
import { smallComparison } from '../report/smallComparison.js';

function estimateOf(mean: number, halfWidth: number | null): Estimate {
  return { mean, halfWidth, n: 20, values: [] };
}

/** `better`: beyond chance, as the interval says. */
export function pairOf(
  scope: string,
  measure: string,
  [mean, half]: readonly [number, number],
  better: PairedDifference['better'],
): PairedDifference {
  return {
    ...{ scope, measure, a: 'apart', b: 'together', better, adjustedHalfWidth: half, varianceReduction: 2 },
    difference: estimateOf(mean, half),
  };
}

export function fixedComparison(changes: Partial<Comparison> = {}): Comparison {
  return smallComparison({
    candidates: [candidate('apart', 1), candidate('together', 1.5)],
    pairs: [
      pairOf('chat', 'firstResponseMean', [-20, 4], 'a'),
      pairOf('messaging', 'firstResponseMean', [384, 60], 'b'),
      pairOf('chat', 'serviceLevel', [0.08, 0.02], 'a'),
      pairOf('messaging', 'serviceLevel', [-0.01, 0.02], null),
      pairOf('people', 'costPerHandled', [0.3, 0.1], 'b'),
      pairOf('reports', 'visibleShareMean', [0.4, 0], 'a'),
    ],
    pooling: [
      {
        ...{ pooled: 'together', unpooled: 'apart' },
        parts: [
          pooled('chat', 'firstResponseMean', [-5, 6], [25, 3]),
          pooled('messaging', 'firstResponseMean', [-420, 50], [36, 12]),
          pooled('people', 'costPerHandled', [-0.4, 0.1], [0.1, 0.05]),
        ],
      },
    ],
    ...changes,
  });
}

type Step = readonly [mean: number, halfWidth: number];

function pooled(scope: string, measure: string, gain: Step, loss: Step) {
  const together = estimateOf(gain[0] + loss[0], gain[1] + loss[1]);
  return { scope, measure, gain: estimateOf(...gain), loss: estimateOf(...loss), together, grows: false };
}

/** `weight`: how much more of everything than round numbers. */
function candidate(name: string, weight: number): CandidateResult {
  const [plain] = smallComparison().candidates;
  const isApart = weight === 1;
  return {
    ...plain!,
    name,
    mode: name,
    estimates: {
      chat: waits(isApart ? [10, 10, 20] : [0, 35, 25], isApart ? 0.9 : 0.82),
      messaging: waits(isApart ? [444, 96, 60] : [100, 46, 70], 0.85),
      people: means({
        ...{ utilisation: isApart ? 0.6 : 0.65, answeringShare: 0.5, wrapUpShare: 0.05 },
        ...{
          switchingShare: isApart ? 0.04 : 0.06,
          rereadingShare: 0.01,
          loginChangeShare: isApart ? 0 : 0.03,
        },
        costPerHandled: 5 - 0.3 * (weight - 1) * 2,
      }),
      reports: means({
        ...{ visibleShareMean: isApart ? 1 : 0.6 },
        ...{ kendallTauChat: isApart ? 0.9 : 0.4, kendallTauMessaging: isApart ? 0.8 : 0.5 },
      }),
    },
    concurrencyShares: isApart ? [0.2, 0.3, 0.3, 0.2] : [0.1, 0.1, 0.2, 0.3, 0.2, 0.1],
    targets: { chat: { share: 0.8, within: 60 }, messaging: { share: 0.8, within: 900 } },
    waitCurves: { chat: curve(30 * weight), messaging: curve(300) },
    intervals: [0, 1, 2, 3].flatMap((i) => CHANNELS.map((channel) => interval(i, channel, weight))),
    people: PEOPLE.map((person, i) => personRow(person, i, isApart)),
    reportRows: PEOPLE.flatMap((person, i) => reportRows(person, i, isApart)),
  };
}

const PEOPLE = ['Ana', 'Ben', 'Cleo', 'Dev'];

function means(all: Readonly<Record<string, number>>): Record<string, Estimate> {
  return Object.fromEntries(
    Object.entries(all).map(([id, mean]) => [id, estimateOf(mean, Math.abs(mean) / 20)]),
  );
}

/** `parts`: in queue, in workspace, being written. */
function waits(parts: readonly [number, number, number], serviceLevel: number) {
  const [firstResponseInQueue, firstResponseInWorkspace, firstResponseBeingWritten] = parts;
  const firstResponseMean = firstResponseInQueue + firstResponseInWorkspace + firstResponseBeingWritten;
  const spread = { firstResponseInQueue, firstResponseInWorkspace, firstResponseBeingWritten };
  return means({ firstResponseMean, ...spread, serviceLevel });
}

function curve(mean: number): number[] {
  return WAIT_SHARES.map((share) => -mean * Math.log(1 - share));
}

/** Half hours from 08:00; the third is closed. */
function interval(i: number, channel: Channel, weight: number): AveragedInterval {
  const [plain] = smallComparison().candidates[0]!.intervals;
  const isOpen = i !== 2;
  const isChat = channel === 'chat';
  return {
    ...plain!,
    ...{ start: 28_800 + 1800 * i, label: `2026-03-03 ${['08:00', '08:30', '09:00', '09:30'][i]!}`, channel },
    ...{ offered: isOpen ? 10 : 0, assigned: isOpen ? 9 : 0, answered: isOpen ? 9 : 0 },
    firstResponseSeconds: isOpen ? (isChat ? 40 : 600) * weight + 10 * i : null,
    firstResponseHalfWidth: isOpen ? 5 * weight : null,
    ...{ queueLength: isOpen ? 0.5 * i * weight : 0, openConversations: isChat ? 4 : 10 + 5 * i },
    ...{ peopleSignedIn: isOpen ? 2 * weight : 0, peopleSignedInForBoth: isOpen && weight > 1 ? 2 : 0 },
    ...{ offeredWorkSeconds: isOpen ? 1800 : 0 },
  };
}

function personRow(person: string, i: number, isApart: boolean): PersonRow {
  const [plain] = smallComparison().candidates[0]!.people;
  const chat = isApart ? (i < 2 ? 1 : 0) : 0.4 + 0.1 * i;
  return {
    ...{ ...plain!, person, handledWorkPerHour: 3000 - 100 * i },
    ...{ visibleShare: Math.max(chat, 1 - chat), visibleShareChat: chat, visibleShareMessaging: 1 - chat },
  };
}

function reportRows(person: string, i: number, isApart: boolean): ReportRow[] {
  const [plain] = smallComparison().candidates[0]!.reportRows;
  const families = isApart ? CHANNELS.filter((_, k) => k === (i < 2 ? 0 : 1)) : CHANNELS;
  return families.map((family, k) => ({
    ...{ ...plain!, family, person, login: person, perLabourHour: 5 + ((2 * i + k) % 3) },
  }));
}
