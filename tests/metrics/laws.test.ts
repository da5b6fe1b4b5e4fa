// Identities of the report on small random scenarios in every mode, and the report against keeping everything.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY, HOUR } from '../../src/base/units.js';
import { ENDING } from '../../src/engine/observer.js';
import type { Measures, RunReport } from '../../src/metrics/runReport.js';
import { rankOf, SKETCH_ERROR } from '../../src/metrics/sketch.js';
import { WAIT_SHARES } from '../../src/metrics/waitCurves.js';
import { MODES } from '../../src/modes/registry.js';
import { CHANNELS, OPEN_MESSAGING_POLICIES, type Scenario } from '../../src/scenario/types.js';
import { simulate } from '../../src/simulate.js';
import { peopleOf, perHour, scenarioOf, shiftOf, streamOf } from '../support/scenarioOf.js';
import { keeper, type Kept } from './keeper.js';

const scenarios: fc.Arbitrary<Scenario> = fc
  .record({
    seed: fc.string({ minLength: 1, maxLength: 4 }),
    people: fc.integer({ min: 2, max: 6 }),
    chats: fc.integer({ min: 1, max: 40 }),
    messages: fc.integer({ min: 1, max: 20 }),
    warmUp: fc.constantFrom(0, 9 * HOUR, 9 * HOUR + 100),
    openMessaging: fc.constantFrom(...OPEN_MESSAGING_POLICIES),
    cost: fc.constantFrom(0, 7),
    patience: fc.constantFrom(60, 600),
    breaks: fc.constantFrom('finish-chats' as const, 'at-once' as const),
  })
  .map(({ seed, people, chats, messages, warmUp, openMessaging, cost, patience, breaks }) => {
    const chat = {
      exchanges: { kind: 'geometric', mean: 4 },
      effort: { kind: 'exponential', mean: 40 },
      silenceTimeout: 360,
      patience: { kind: 'exponential', mean: patience },
      silentShare: 0.4,
      replyPatience: { kind: 'exponential', mean: 600 },
      wrapUp: { kind: 'constant', value: 30 },
      follow: {
        byConsumer: 0.2,
        after: { kind: 'exponential', mean: 1200 },
        retelling: { kind: 'constant', value: 20 },
      },
    } as const;
    const message = {
      exchanges: { kind: 'geometric', mean: 3 },
      effort: { kind: 'exponential', mean: 50 },
      consumerGap: { kind: 'exponential', mean: 2000 },
      closeByAgent: 0.6,
      autoClose: 2 * HOUR,
      follow: { byConsumer: 0.3, byAgent: 0.1, after: { kind: 'exponential', mean: 2 * HOUR } },
      affinity: { kind: 'hold', upTo: 600 },
    } as const;
    const shift = shiftOf(8 * HOUR, 18 * HOUR, { breaks: [{ start: 12 * HOUR, length: 1800, paid: false }] });
    return scenarioOf({
      ...{ seed, warmUp },
      people: peopleOf(people, {
        caps: { chat: 2, messaging: 4 },
        shifts: [shift],
        lateness: 120,
        absence: 0.05,
      }),
      streams: [
        streamOf({ arrivals: perHour(chats), conversation: chat, asMessaging: { conversation: message } }),
        streamOf({
          channel: 'messaging',
          arrivals: perHour(messages),
          conversation: message,
          openingBacklog: [3600, 60],
        }),
      ],
      targets: {
        chat: { firstResponse: { share: 0.8, within: 90 } },
        messaging: { firstResponse: { share: 0.8, within: 900 }, everyResponse: { share: 0.8, within: 600 } },
      },
      work: {
        ...{ openMessaging, breaks, catchUp: 5 * cost, stopNewBefore: 600, unassignAfter: 900 },
        switching: { withinWorkspace: cost, betweenWorkspaces: 2 * cost, noticeDelay: cost },
      },
    });
  });

interface Watched {
  readonly scenario: Scenario;
  readonly report: RunReport;
  /** All that was kept, and that of it which the statistics count. */
  readonly all: readonly Kept[];
  readonly counted: readonly Kept[];
  readonly busy: readonly number[];
}

/** Every mode that can be played on each of many scenarios. */
function forRuns(check: (run: Watched) => void): void {
  fc.assert(
    fc.property(scenarios, fc.constantFrom(...MODES.map(({ name }) => name)), (scenario, mode) => {
      const kept = keeper(scenario.warmUp);
      const report = simulate(scenario, mode, 0, [kept]);
      if ('unavailable' in report) return;
      const counted = kept.conversations.filter(
        ({ arrivedAt }) => scenario.warmUp === 0 || arrivedAt >= scenario.warmUp,
      );
      check({ scenario, report, all: kept.conversations, counted, busy: kept.busy });
    }),
    { numRuns: 25 },
  );
}

/** Scopes of streams and the streams in them. */
function streamGroups({ scenario, report }: Watched): [Measures, (kept: Kept) => boolean][] {
  return [
    [report.scopes['all']!, () => true],
    ...scenario.streams.map(({ name }, s): [Measures, (kept: Kept) => boolean] => [
      report.scopes[`stream:${name}`]!,
      ({ stream }) => stream === s,
    ]),
  ];
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const overlap = ([from, to]: readonly [number, number], start: number, end: number): number =>
  Math.max(0, Math.min(to, end) - Math.max(from, start));

describe('conversations', () => {
  test('arrived = ended in one of six ways + open at the end, per stream', () => {
    forRuns((run) => {
      for (const [m, of] of streamGroups(run)) {
        const ended = [m.completed, m.autoClosed, m.timedOut, m.abandoned, m.abandonedSilently, m.walkedOut];
        expect(sum(ended.map((count) => count!)) + m.openAtEnd!).toBe(m.offered);
        const own = run.counted.filter(of);
        expect(m.offered).toBe(own.length);
        expect(m.openAtEnd).toBe(own.filter(({ ending }) => ending === null).length);
        expect(m.walkedOut).toBe(own.filter(({ ending }) => ending === ENDING.walkedOut).length);
      }
    });
  });

  test('the streams and the intervals add up to the whole', () => {
    forRuns(({ scenario, report }) => {
      const { all } = report.scopes;
      for (const id of ['offered', 'answered', 'responses', 'abandoned', 'assigned'] as const) {
        const streams = scenario.streams.map(({ name }) => report.scopes[`stream:${name}`]![id]!);
        expect(sum(streams)).toBe(all![id]);
        expect(sum(report.intervals.map((row) => row[id]))).toBe(all![id]);
      }
      const worked = sum(report.intervals.map(({ workedSeconds }) => workedSeconds));
      expect(worked).toBeCloseTo(sum(report.logins.map(({ workedSeconds }) => workedSeconds)), 5);
      const offeredWork = sum(report.intervals.map(({ offeredWorkSeconds }) => offeredWorkSeconds));
      expect(offeredWork / HOUR).toBeCloseTo(all!.offeredWorkHours!, 8);
    });
  });

  test('a conversation stands in the interval that it arrives in, a response in that of its message', () => {
    forRuns(({ scenario, report, counted }) => {
      const { intervalBounds } = scenario.calendar;
      const startOf = (at: number) => intervalBounds.findLast((bound) => bound <= Math.max(0, at));
      const responses = counted.flatMap((kept) => kept.responses);
      for (const start of new Set(report.intervals.map((row) => row.start))) {
        const rows = report.intervals.filter((row) => row.start === start);
        const arrived = counted.filter(({ arrivedAt }) => startOf(arrivedAt) === start);
        const asked = responses.filter(({ askedAt }) => startOf(askedAt) === start);
        expect(sum(rows.map(({ offered }) => offered))).toBe(arrived.length);
        const left = arrived.filter(({ ending }) => ending === ENDING.abandoned);
        expect(sum(rows.map(({ abandoned }) => abandoned))).toBe(left.length);
        const waits = arrived
          .filter(({ byConsumer, assignedAt }) => byConsumer && assignedAt !== null)
          .map(({ arrivedAt, assignedAt }) => assignedAt! - arrivedAt);
        expect(sum(rows.map(({ assigned }) => assigned))).toBe(waits.length);
        expect(sum(rows.map((row) => (row.queueWaitSeconds ?? 0) * row.assigned))).toBeCloseTo(sum(waits), 5);
        expect(sum(rows.map((row) => row.responses))).toBe(asked.length);
        expect(sum(rows.map(({ answered }) => answered))).toBe(asked.filter(({ first }) => first).length);
        expect(sum(rows.map((row) => (row.responseSeconds ?? 0) * row.responses))).toBeCloseTo(
          sum(asked.map(({ seconds }) => seconds)),
          5,
        );
      }
    });
  });

  test("Little's law: what is in the queue, and what is open, is the time spent there", () => {
    forRuns((run) => {
      const { warmUp } = run.scenario;
      for (const [m, of] of streamGroups(run)) {
        const own = run.all.filter(of);
        const queued = sum(
          own.flatMap((kept) => kept.queued.map((stretch) => overlap(stretch, warmUp, DAY))),
        );
        expect(m.queueLength! * (DAY - warmUp)).toBeCloseTo(queued, 4);
        const open = sum(
          own.map(({ arrivedAt, endedAt }) => overlap([arrivedAt, endedAt], Math.max(0, warmUp), DAY)),
        );
        expect(m.openConversations! * (DAY - warmUp)).toBeCloseTo(open, 4);
      }
    });
  });

  test('waits agree with keeping everything: means exactly, percentiles within the error of the sketch', () => {
    forRuns((run) => {
      for (const [m, of] of streamGroups(run)) {
        const own = run.counted.filter(of);
        const waits = own.flatMap((k) =>
          k.byConsumer && k.assignedAt !== null ? [k.assignedAt - k.arrivedAt] : [],
        );
        const responses = own.flatMap((k) => k.responses);
        agree(waits, [m.assigned, m.queueWaitMean, m.queueWaitP90, m.queueWaitMax]);
        const firsts = responses.flatMap(({ first, seconds }) => (first ? [seconds] : []));
        agree(firsts, [m.answered, m.firstResponseMean, m.firstResponseP90, m.firstResponseMax]);
        agree(
          responses.map(({ seconds }) => seconds),
          [m.responses, m.responseMean, m.responseP90, m.responseMax],
        );
        const parts = [m.firstResponseInQueue, m.firstResponseInWorkspace, m.firstResponseBeingWritten];
        if (firsts.length > 0) expect(sum(parts.map((part) => part!))).toBeCloseTo(m.firstResponseMean!, 6);
      }
    });
  });
});

test('who is signed in for both channels is so in the rows of both, and nowhere more than all', () => {
  forRuns(({ report }) => {
    const both = new Map<number, number>();
    for (const { start, peopleSignedIn, peopleSignedInForBoth } of report.intervals) {
      expect(peopleSignedInForBoth).toBeLessThanOrEqual(peopleSignedIn);
      expect(both.get(start) ?? peopleSignedInForBoth).toBe(peopleSignedInForBoth);
      both.set(start, peopleSignedInForBoth);
    }
    const logins = report.logins.filter(({ signedInSeconds }) => signedInSeconds > 0);
    if (logins.every(({ channels }) => !channels.includes('+'))) expect(sum([...both.values()])).toBe(0);
  });
});

test('the curve of first responses rises, and runs through the percentiles of the measures', () => {
  forRuns(({ report }) => {
    for (const channel of CHANNELS) {
      const curve = report.waitCurves[channel];
      const measures = report.scopes[channel];
      expect(curve).toHaveLength((measures?.answered ?? 0) > 0 ? WAIT_SHARES.length : 0);
      expect(curve).toEqual([...curve].sort((a, b) => a - b));
      if (curve.length === 0) continue;
      expect(curve[WAIT_SHARES.indexOf(0.5)]).toBe(measures?.firstResponseP50);
      expect(curve[WAIT_SHARES.indexOf(0.9)]).toBe(measures?.firstResponseP90);
    }
  });
});

describe('journeys', () => {
  test('are split, and resolved at first contact, as keeping whole threads says', () => {
    forRuns(({ scenario, report, all }) => {
      const threads = new Map<number, Kept[]>();
      for (const kept of all) threads.set(kept.thread, [...(threads.get(kept.thread) ?? []), kept]);
      const own = [...threads.values()].filter(
        ([first]) => scenario.warmUp === 0 || first!.threadArrivedAt >= scenario.warmUp,
      );
      const byConversation = own.filter((talks) => talks.length > 1);
      const byLogin = own.filter((talks) => new Set(talks.flatMap(({ logins }) => [...logins])).size > 1);
      const split = new Set([...byConversation, ...byLogin]);
      const answered = own.map((talks) =>
        talks.filter(({ answeredBy, ending }) => answeredBy !== null && ending !== null),
      );
      const contacted = own.filter(([first], i) => answered[i]!.includes(first!));
      const resolved = contacted.filter(
        ([first, second]) =>
          second === undefined && (first!.ending === ENDING.completed || first!.ending === ENDING.autoClosed),
      );
      const chains = answered.flatMap(chainsOf);
      const over = own.flatMap((talks) => {
        const last = talks.at(-1)!;
        const good = last.ending === ENDING.completed || last.ending === ENDING.autoClosed;
        return good && !last.followed ? [last.endedAt - last.threadArrivedAt] : [];
      });
      expect(report.scopes['all']!.resolvedThreads).toBe(over.length);
      if (over.length > 0)
        expect(report.scopes['all']!.timeToResolutionMean).toBeCloseTo(sum(over) / over.length, 5);
      const m = report.scopes['reports']!;
      const part = (some: number, whole: number): number | undefined =>
        whole > 0 ? some / whole : undefined;
      expect(m.splitByConversation).toBe(part(byConversation.length, own.length));
      expect(m.splitByLogin).toBe(part(byLogin.length, own.length));
      expect(m.splitJourneyShare).toBe(part(split.size, own.length));
      expect(m.fcrTrue).toBe(part(resolved.length, contacted.length));
      expect(m.fcrApparent).toBe(part(chains.filter((length) => length === 1).length, chains.length));
    });
  });
});

/** Lengths of the runs of conversations that one login answered in a row. */
function chainsOf(talks: readonly Kept[]): number[] {
  const lengths: number[] = [];
  talks.forEach(({ answeredBy }, i) => {
    if (i > 0 && talks[i - 1]!.answeredBy === answeredBy) lengths[lengths.length - 1]! += 1;
    else lengths.push(1);
  });
  return lengths;
}

function agree(values: readonly number[], shown: readonly (number | undefined)[]): void {
  const [count, mean, p90, max] = shown;
  expect(count).toBe(values.length);
  if (values.length === 0) {
    expect([mean, p90, max]).toEqual([undefined, undefined, undefined]);
    return;
  }
  expect(mean).toBeCloseTo(sum(values) / values.length, 6);
  expect(max).toBe(Math.max(...values));
  const exact = values.toSorted((a, b) => a - b)[rankOf(0.9, values.length) - 1]!;
  expect(Math.abs(p90! - exact)).toBeLessThanOrEqual(SKETCH_ERROR * exact + 2 ** -7);
}

describe('people', () => {
  test("a person's busy seconds are the sum over their logins and their changes of login, and of the five kinds of work", () => {
    forRuns(({ report, busy }) => {
      report.people.forEach((row, p) => {
        const logins = report.logins.filter(({ person }) => person === row.person);
        const kinds = [row.answeringSeconds, row.wrapUpSeconds, row.switchingSeconds, row.rereadingSeconds];
        expect(row.workedSeconds).toBeCloseTo(busy[p]!, 5);
        expect(sum([...kinds, row.loginChangeSeconds])).toBeCloseTo(row.workedSeconds, 5);
        expect(sum(logins.map(({ workedSeconds }) => workedSeconds)) + row.loginChangeSeconds).toBeCloseTo(
          row.workedSeconds,
          5,
        );
        expect(row.workedSeconds).toBeLessThanOrEqual(row.shiftSeconds + 1e-6);
      });
    });
  });

  test('shares of time add up', () => {
    forRuns(({ report }) => {
      const { people, reports } = report.scopes;
      const m = people!;
      if (m.utilisation !== undefined) {
        const kinds = [
          m.answeringShare,
          m.wrapUpShare,
          m.switchingShare,
          m.rereadingShare,
          m.loginChangeShare,
        ];
        expect(sum(kinds.map((share) => share!))).toBeCloseTo(m.utilisation, 9);
        expect(sum(report.concurrencyShares)).toBeCloseTo(1, 9);
        expect(sum(report.concurrencyShares.map((share, n) => share * n))).toBeCloseTo(m.concurrency!, 9);
      }
      for (const share of [
        m.atCapShareChat,
        m.atCapShareMessaging,
        m.aboveCapShare,
        reports!.visibleShareMean,
      ]) {
        if (share !== undefined) expect(share).toBeLessThanOrEqual(1 + 1e-9);
      }
    });
  });

  test('each person is seen between 1 ÷ effective rows and wholly', () => {
    forRuns(({ report }) => {
      for (const {
        visibleShare,
        visibleShareChat,
        visibleShareMessaging,
        effectiveRows,
        reportRows,
      } of report.people) {
        if (visibleShare === null) continue;
        expect(visibleShare).toBe(Math.max(visibleShareChat!, visibleShareMessaging!));
        expect(visibleShare).toBeGreaterThanOrEqual(1 / effectiveRows! - 1e-9);
        expect(effectiveRows).toBeLessThanOrEqual(reportRows + 1e-9);
      }
    });
  });
});

describe('the report', () => {
  test('is plain data, all finite, and the same for the same seed', () => {
    forRuns(({ scenario, report }) => {
      const text = JSON.stringify(report, (_key, value: unknown) => {
        if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
        return value;
      });
      expect(JSON.parse(text)).toEqual(report);
      expect(JSON.stringify(simulate(scenario, report.mode, 0))).toBe(text);
    });
  });
});
