// Small days worked out by hand: every number of the report beside the timeline it comes from.
import { describe, expect, test } from 'vitest';
import { DAY, HOUR } from '../../src/base/units.js';
import type { Measures } from '../../src/metrics/runReport.js';
import { peopleOf, scenarioOf, shiftOf, streamOf } from '../support/scenarioOf.js';
import { planOf, watch } from './watch.js';

const messaging = streamOf({ channel: 'messaging' });

function expectMeasures(measures: Measures | undefined, expected: Measures): void {
  for (const [id, value] of Object.entries(expected)) {
    expect(measures?.[id as keyof Measures], id).toBeCloseTo(value, 9);
  }
}

describe('three chats for one person with two slots', () => {
  // 0 A assigned, worked 0–30, again 130–170, wrap-up 170–180. B comes at 10, worked 30–80. C comes at 20, waits for a
  // slot until 80, worked 80–100.
  const scenario = scenarioOf({
    people: peopleOf(1, { caps: { chat: 2, messaging: 1 }, costPerHour: 20 }),
    targets: {
      chat: { firstResponse: { share: 0.8, within: 75 }, everyResponse: { share: 0.8, within: 39 } },
    },
  });
  const report = watch(scenario, planOf(scenario, [{ person: 0, channels: ['chat'] }]), [
    { at: 0, talks: [{ efforts: [30, 40], wrapUp: 10 }] },
    { at: 10, talks: [{ efforts: [50] }] },
    { at: 20, talks: [{ efforts: [20] }] },
  ]);

  test('the consumers: first responses 30, 70, 80 and one later response of 40', () => {
    expectMeasures(report.scopes['chat'], {
      ...{ offered: 3, completed: 3, openAtEnd: 0, offeredWorkHours: 150 / HOUR, answers: 4 },
      ...{ assigned: 3, queueWaitMean: 20, queueWaitP50: 0, queueWaitMax: 60, queueLength: 60 / DAY },
      ...{ answered: 3, firstResponseMean: 60, firstResponseMax: 80 },
      ...{ firstResponseInQueue: 20, firstResponseInWorkspace: 20 / 3, firstResponseBeingWritten: 100 / 3 },
      ...{ responses: 4, responseMean: 55, workWait: 20 },
      ...{ serviceLevel: 2 / 3, serviceLevelStrict: 2 / 3, serviceLevelAssigned: 1, everyResponseLevel: 0 },
      ...{ ended: 3, durationMean: 320 / 3, timeToResolutionMean: 320 / 3, openConversations: 320 / DAY },
      agentSecondsPerHandled: 50,
    });
    expect(report.scopes['all']).toEqual(report.scopes['chat']);
    expect(report.scopes['stream:chat']).toEqual(report.scopes['chat']);
    expect(report.scopes).not.toHaveProperty('messaging');
  });

  test('the person: 140 s of answers, 10 s of wrap-up, 270 chat-seconds, 90 s at the cap', () => {
    expectMeasures(report.scopes['people'], {
      ...{ paidHours: 24, shiftHours: 24, overtimeHours: 0, workDoneHours: 150 / HOUR },
      ...{ utilisation: 150 / DAY, answeringShare: 140 / DAY, wrapUpShare: 10 / DAY, switchingShare: 0 },
      ...{ concurrency: 270 / DAY, concurrencyChat: 270 / DAY, maxConcurrency: 2 },
      ...{ atCapShareChat: 90 / DAY, waitingPile: 20 / DAY, switchesWithinPerHour: 3 / 24 },
      ...{ handled: 3, handledPerPaidHour: 3 / 24, costPerHandled: 160 },
    });
    expect(report.scopes['people']).not.toHaveProperty('concurrencyMessaging');
    expect(report.concurrencyShares).toEqual([DAY - 180, 90, 90].map((s) => s / DAY));
  });

  test('the chat report: chat lengths 170, 70, 20', () => {
    expect(report.reportRows).toEqual([
      expect.objectContaining({
        ...{ family: 'chat', login: 'login 1', person: 'agent 1', loggedInSeconds: DAY },
        ...{ requested: 3, handled: 3, closed: 3, abandonedRate: 0, waitMeanSeconds: 20, waitMaxSeconds: 60 },
        ...{ waitP50Seconds: null, firstResponseMeanSeconds: null, durationMeanSeconds: 260 / 3 },
        ...{ concurrencyLoggedIn: 260 / DAY, concurrencyEngaged: 260 / 170, perLabourHour: 3 / 24 },
      }),
    ]);
  });

  test('the first half hour', () => {
    expect(report.intervals).toHaveLength(48);
    expect(report.intervals[0]).toEqual({
      ...{ start: 0, label: '2026-03-03 00:00', channel: 'chat', offered: 3, assigned: 3, answered: 3 },
      ...{ responses: 4, abandoned: 0, queueWaitSeconds: 20, firstResponseSeconds: 60, responseSeconds: 55 },
      ...{ withinTargetShare: 2 / 3, queueLength: 60 / 1800, openConversations: 320 / 1800 },
      ...{ peopleSignedIn: 1, peopleSignedInForBoth: 0, workedSeconds: 150, offeredWorkSeconds: 150 },
    });
  });
});

describe('leavers', () => {
  // A is worked 0–100. B leaves at 40. C leaves without a sign at 60, is assigned at 100, opened 100–125, and holds the
  // slot until 485. D is worked 490–500. E comes 30 s before the horizon and takes longer than that.
  const scenario = scenarioOf({
    people: peopleOf(1),
    streams: [streamOf({ conversation: { silenceTimeout: 360 } })],
    targets: { chat: { firstResponse: { share: 0.8, within: 50 } } },
  });
  const report = watch(scenario, planOf(scenario, [{ person: 0, channels: ['chat'] }]), [
    { at: 0, talks: [{ efforts: [100] }] },
    { at: 10, talks: [{ efforts: [1], patience: 30 }] },
    { at: 20, talks: [{ efforts: [25], patience: 40, silent: true }] },
    { at: 490, talks: [{ efforts: [10] }] },
    { at: DAY - 30, talks: [{ efforts: [60] }] },
  ]);

  test('count out of one service level and as missed in the other; who may still be in time counts in neither', () => {
    expectMeasures(report.scopes['chat'], {
      ...{ offered: 5, completed: 2, abandoned: 1, abandonedSilently: 1, openAtEnd: 1, abandonedShare: 0.2 },
      ...{ answered: 2, firstResponseMean: 55, assigned: 4, queueWaitMean: 20 },
      ...{ serviceLevel: 1 / 2, serviceLevelStrict: 1 / 4, serviceLevelAssigned: 3 / 4 },
      ...{ ended: 2, durationMean: 55, answers: 3 },
    });
  });

  test('the report takes the silent leaver for one who was helped', () => {
    expect(report.reportRows[0]).toMatchObject({ requested: 4, handled: 3, closed: 3 });
    expect(report.people[0]).toMatchObject({ handledChats: 2, answers: 3, workedSeconds: 165 });
    expectMeasures(report.scopes['reports'], {
      ...{ distortionHandledPerHour: 1.5, fcrTrue: 2 / 3, fcrApparent: 1, fcrOverstated: 1 / 3 },
      ...{ distortionWait: 20 / 55 },
    });
  });
});

describe('a leaver from the workspace', () => {
  // A is worked 0–100. B is assigned at once, and leaves at 40 unseen to. C is still open at the horizon.
  const scenario = scenarioOf({ people: peopleOf(1, { caps: { chat: 2, messaging: 1 } }) });
  const report = watch(scenario, planOf(scenario, [{ person: 0, channels: ['chat'] }]), [
    { at: 0, talks: [{ efforts: [100] }] },
    { at: 10, talks: [{ efforts: [1], patience: 30 }] },
    { at: DAY - 10, talks: [{ efforts: [60] }] },
  ]);

  test('is one of those the login was asked for', () => {
    expect(report.reportRows[0]).toMatchObject({ requested: 3, closed: 2, handled: 1, abandonedRate: 1 / 3 });
    expectMeasures(report.scopes['chat'], { assigned: 3, abandoned: 1, openAtEnd: 1, answered: 1 });
  });
});

describe('an agent goes on with a thread', () => {
  // Answered 0–10; the follow-up falls due at 110 and is written 110–130; the consumer writes at 230, answered 230–260.
  const scenario = scenarioOf({ people: peopleOf(1), streams: [messaging] });
  const report = watch(scenario, planOf(scenario, [{ person: 0, channels: ['messaging'] }]), [
    { at: 0, talks: [{ efforts: [10], follow: 'agent', followAfter: 100 }, { efforts: [20, 30] }] },
  ]);

  test('the follow-up is no response to anybody', () => {
    expectMeasures(report.scopes['messaging'], {
      ...{ offered: 2, completed: 2, resumedByAgent: 1, resumedByConsumer: 0, resumedSameAgent: 1 },
      ...{ assigned: 1, answered: 1, firstResponseMean: 10, responses: 2, responseMean: 20, answers: 3 },
      ...{ everyResponseLevel: 1, serviceLevel: 1, resolvedThreads: 1, timeToResolutionMean: 260 },
    });
    expect(report.reportRows[0]).toMatchObject({ requested: 2, closed: 2, responseMeanSeconds: 20 });
  });

  test('open at the horizon, it takes nothing from the service level', () => {
    const late = watch(scenario, planOf(scenario, [{ person: 0, channels: ['messaging'] }]), [
      { at: DAY - 100, talks: [{ efforts: [10], follow: 'agent', followAfter: 80 }, { efforts: [60] }] },
    ]);
    expectMeasures(late.scopes['messaging'], {
      offered: 2,
      openAtEnd: 1,
      serviceLevel: 1,
      serviceLevelStrict: 1,
    });
  });
});

describe('a conversation left with a login that is signed out', () => {
  // Answered 0–50 on the messaging login; the person is on the chat login from 1000 to 5000; the consumer writes at 2050.
  const scenario = scenarioOf({
    people: peopleOf(1),
    streams: [messaging, streamOf()],
    work: { openMessaging: 'keep' },
  });
  const plan = planOf(
    scenario,
    [
      { person: 0, channels: ['messaging'] },
      { person: 0, channels: ['chat'] },
    ],
    [
      [
        { login: 0, end: 1000 },
        { login: 1, start: 1000, end: 5000 },
        { login: 0, start: 5000, changeover: 60 },
      ],
    ],
  );
  const report = watch(scenario, plan, [{ at: 0, talks: [{ efforts: [50, 50], gaps: [2000] }] }]);

  test('is stranded until the login is back, through its change of login too', () => {
    expectMeasures(report.scopes['people'], {
      ...{ strandedConversations: 1, strandedHours: 3010 / HOUR, loginChangeShare: 60 / DAY },
      ...{ shiftHours: 24, utilisation: 160 / DAY, concurrencyMessaging: (1000 + 50) / (DAY - 4060) },
    });
    expectMeasures(report.scopes['messaging'], { responseMean: (50 + 3060) / 2, responseMax: 3060 });
  });
});

describe('a conversation whose login is signed out when its consumer writes, and goes back to the queue', () => {
  // Answered 0–50; the shift ends at 1000; the consumer writes at 2050, returned at once; nobody is there again.
  const scenario = scenarioOf({
    people: peopleOf(1, { shifts: [shiftOf(0, 1000)] }),
    streams: [messaging],
    work: { openMessaging: 'return', unassignAfter: 900 },
  });
  const report = watch(scenario, planOf(scenario, [{ person: 0, channels: ['messaging'] }]), [
    { at: 0, talks: [{ efforts: [50, 50], gaps: [2000] }] },
  ]);

  test('is not stranded', () => {
    expectMeasures(report.scopes['people'], { strandedConversations: 0, strandedHours: 0 });
    expectMeasures(report.scopes['messaging'], {
      returned: 1,
      openAtEnd: 1,
      queueLength: (DAY - 2050) / DAY,
    });
  });
});

describe('a load above the cap of 1', () => {
  // Two conversations, each weighing 1 for 290 s and 0.1 after: A from 0 on, B from 300 on, when 0.1 + 1 is within the headroom.
  const scenario = scenarioOf({ people: peopleOf(1), streams: [messaging] });
  const report = watch(scenario, planOf(scenario, [{ person: 0, channels: ['messaging'] }]), [
    { at: 0, talks: [{ efforts: [50], agentCloses: false }] },
    { at: 300, talks: [{ efforts: [50], agentCloses: false }] },
  ]);

  test('is above it while B weighs 1, and at it while either does', () => {
    expectMeasures(report.scopes['people'], {
      aboveCapShare: 290 / DAY,
      atCapShareMessaging: 580 / DAY,
      maxConcurrency: 2,
    });
    expect(report.reportRows[0]!.loadMax).toBeCloseTo(1.1, 12);
  });
});

describe('a messaging conversation changes hands', () => {
  // Answered by the first person 0–50, idle when that shift ends at 1000, handed over; the consumer writes at 2050, the
  // second person re-reads for 7 s and answers 2057–2087. It weighs 1 until 240 s after an answer, then 0.1.
  const shifts = [[shiftOf(0, 1000)], [shiftOf(0, 3600)]];
  const scenario = scenarioOf({
    people: peopleOf(2).map((person, p) => ({ ...person, shifts: shifts[p]! })),
    streams: [messaging],
    work: { openMessaging: 'hand-over', catchUp: 7 },
  });
  const plan = planOf(scenario, [
    { person: 0, channels: ['messaging'] },
    { person: 1, channels: ['messaging'] },
  ]);
  const report = watch(scenario, plan, [{ at: 0, talks: [{ efforts: [50, 30], gaps: [2000] }] }]);

  test('once, and is split over two logins', () => {
    expectMeasures(report.scopes['messaging'], {
      ...{ offered: 1, completed: 1, handedOver: 1, returned: 0, responses: 2, responseMean: (50 + 37) / 2 },
    });
    expectMeasures(report.scopes['reports'], {
      splitByLogin: 1,
      splitByConversation: 0,
      splitJourneyShare: 1,
    });
  });

  test('each login logs its own: one connection each, the close with the second', () => {
    const [first, second] = report.reportRows;
    expect(first).toMatchObject({ requested: 1, closed: 0, perLabourHour: 0, loadMax: 1, waitP50Seconds: 0 });
    expect(first!.loadMean).toBeCloseTo((290 + 0.1 * 710) / 1000, 12);
    expect(second).toMatchObject({ requested: 1, closed: 1, perLabourHour: 1, waitP50Seconds: null });
    expect(second!.loadMean).toBeCloseTo((0.1 * 1050 + 37) / 3600, 12);
    expect(report.people[1]).toMatchObject({
      rereadingSeconds: 7,
      answeringSeconds: 30,
      handledMessaging: 1,
    });
  });
});

describe('a slow reply', () => {
  // The second reply takes 80 s; the consumer, who waits 60, walks out while it is written.
  const scenario = scenarioOf({ people: peopleOf(1) });
  const report = watch(scenario, planOf(scenario, [{ person: 0, channels: ['chat'] }]), [
    {
      at: 0,
      talks: [
        { efforts: [10, 80], replyPatience: 60, follow: 'consumer', followAfter: 500 },
        { efforts: [20] },
      ],
    },
  ]);

  test('that nobody reads is work, but no response', () => {
    expectMeasures(report.scopes['chat'], {
      ...{
        offered: 2,
        completed: 1,
        walkedOut: 1,
        recontacts: 1,
        answers: 3,
        responses: 2,
        responseMean: 15,
      },
      ...{ ended: 2, durationMean: (190 + 20) / 2, resolvedThreads: 1, timeToResolutionMean: 710 },
    });
    expect(report.people[0]).toMatchObject({ answeringSeconds: 110, handledChats: 2 });
    expectMeasures(report.scopes['reports'], { fcrTrue: 0, fcrApparent: 0 });
  });
});

describe('the warm-up', () => {
  // A is worked 3590–3620, B 4000–4010; statistics begin at 3600.
  const threads = [
    { at: 3590, talks: [{ efforts: [30] }] },
    { at: 4000, talks: [{ efforts: [10] }] },
  ];

  test('who arrived in it is not counted, but the work after it is', () => {
    const scenario = scenarioOf({ people: peopleOf(1), warmUp: 3600 });
    const report = watch(scenario, planOf(scenario, [{ person: 0, channels: ['chat'] }]), threads);
    expectMeasures(report.scopes['chat'], { offered: 1, completed: 1, firstResponseMean: 10 });
    expectMeasures(report.scopes['people'], {
      paidHours: 23,
      shiftHours: 23,
      handled: 2,
      utilisation: 30 / (DAY - 3600),
    });
    expect(report.intervals).toHaveLength(46);
    expect(report.intervals[0]).toMatchObject({
      start: 3600,
      offered: 1,
      workedSeconds: 30,
      openConversations: 30 / 1800,
    });
  });

  test('ends inside an interval: the rest of it is averaged over the time that was observed', () => {
    const scenario = scenarioOf({ people: peopleOf(1), warmUp: 3610 });
    const report = watch(scenario, planOf(scenario, [{ person: 0, channels: ['chat'] }]), threads);
    expect(report.intervals[0]).toMatchObject({
      start: 3600,
      workedSeconds: 20,
      openConversations: 20 / 1790,
      peopleSignedIn: 1,
    });
  });
});

describe('a piece of work across intervals, a break and overtime', () => {
  // On shift 0–3600 with an unpaid break at 1000 for 200 s; one chat of 2000 s from 2500 on, so 900 s of overtime.
  const shift = shiftOf(0, 3600, { breaks: [{ start: 1000, length: 200, paid: false }] });
  const scenario = scenarioOf({ people: peopleOf(1, { shifts: [shift], costPerHour: 36 }) });
  const report = watch(scenario, planOf(scenario, [{ person: 0, channels: ['chat'] }]), [
    { at: 2500, talks: [{ efforts: [2000] }] },
  ]);

  test('belongs where the time passed', () => {
    expect(report.intervals.slice(0, 3).map(({ workedSeconds }) => workedSeconds)).toEqual([0, 1100, 900]);
    expect(report.intervals.slice(0, 3).map(({ peopleSignedIn }) => peopleSignedIn)).toEqual([
      1600 / 1800,
      1,
      0.5,
    ]);
  });

  test('is paid as overtime', () => {
    expect(report.people[0]).toMatchObject({
      ...{ paidSeconds: 3400, shiftSeconds: 4300, overtimeSeconds: 900, workedSeconds: 2000 },
    });
    expectMeasures(report.scopes['people'], { costPerHandled: 43, handledPerPaidHour: HOUR / 4300 });
    expectMeasures(report.scopes['reports'], { hoursIllusion: 1 });
  });
});

describe('three messaging conversations still open at the horizon', () => {
  // Both answered at 50. Of the first nothing more will come: its work is done, it waits for the closing job. Of the second
  // the consumer would write again after the horizon. A third comes too late to be answered.
  const scenario = scenarioOf({
    people: peopleOf(1, { caps: { chat: 1, messaging: 5 } }),
    streams: [messaging],
  });
  const report = watch(scenario, planOf(scenario, [{ person: 0, channels: ['messaging'] }]), [
    { at: 0, talks: [{ efforts: [50], agentCloses: false }] },
    { at: 0, talks: [{ efforts: [50, 10], gaps: [2 * DAY] }] },
    { at: DAY - 10, talks: [{ efforts: [50] }] },
  ]);

  test('one is handled, one waits for an answer, none is closed', () => {
    expectMeasures(report.scopes['messaging'], { openAtEnd: 3, owedAtEnd: 1 });
    expectMeasures(report.scopes['people'], { handled: 1 });
    expect(report.reportRows[0]).toMatchObject({ closed: 0, handled: 0 });
  });
});
