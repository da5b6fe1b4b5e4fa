// What the reports hide, on days so small that it can be counted, and the sentences that say it.
import { describe, expect, test } from 'vitest';
import { fragmentationSentences } from '../../src/metrics/sentences.js';
import { peopleOf, scenarioOf, shiftOf, streamOf } from '../support/scenarioOf.js';
import { planOf, watch, type LoginSpec } from './watch.js';

// One person for two hours. A chat of 90 s at 0. A message of 210 s at 4000; its consumer comes back 1000 s after the
// end, for another 50 s.
const scenario = scenarioOf({
  people: peopleOf(1, { name: 'Ana', shifts: [shiftOf(0, 7200)] }),
  streams: [streamOf(), streamOf({ channel: 'messaging' })],
  work: { switching: { withinWorkspace: 0, betweenWorkspaces: 10, noticeDelay: 0 } },
});
const threads = [
  { at: 0, talks: [{ efforts: [90] }] },
  {
    at: 4000,
    stream: 1,
    talks: [{ efforts: [210], follow: 'consumer', followAfter: 1000 } as const, { efforts: [50] }],
  },
];

describe('two logins, one after the other, with a change of 100 s between', () => {
  const logins: LoginSpec[] = [
    { person: 0, channels: ['chat'] },
    { person: 0, channels: ['messaging'] },
  ];
  const plan = planOf(scenario, logins, [
    [
      { login: 0, end: 3600 },
      { login: 1, start: 3600, end: 7200, changeover: 100 },
    ],
  ]);
  const report = watch(scenario, plan, threads);

  test('two rows that look like two people', () => {
    // 350 s of work for conversations, 90 of it in the chat row; 100 s of changing login are in no row.
    expect(report.people[0]).toMatchObject({ workedSeconds: 450, loginChangeSeconds: 100, reportRows: 2 });
    expect(report.people[0]).toMatchObject({ switchesBetween: 0, switchesWithin: 0 });
    expect(report.logins.map(({ workedSeconds }) => workedSeconds)).toEqual([90, 260]);
    const { reports } = report.scopes;
    expect(reports).toMatchObject({ rowsPerPerson: 2, headcountIllusion: 2, hoursIllusion: 7100 / 7200 });
    expect(reports!.visibleShareMean).toBeCloseTo(260 / 350, 12);
    expect(reports!.effectiveRowsMean).toBeCloseTo(350 ** 2 / (90 ** 2 + 260 ** 2), 12);
    expect(reports!.distortionHandledPerHour).toBeCloseTo(7200 / 7100, 12);
  });

  test('the consumer who came back is seen as one, since one login handled both', () => {
    expect(report.scopes['reports']).toMatchObject({
      ...{ splitJourneyShare: 0.5, splitByConversation: 0.5, splitByLogin: 0 },
      ...{ fcrTrueChat: 1, fcrTrueMessaging: 0, fcrApparentMessaging: 0, fcrOverstated: 0 },
    });
  });

  test('in plain words', () => {
    expect(fragmentationSentences(report)).toEqual([
      "Each person's work is spread over 2 report rows on average.",
      'Read from the messaging report alone, 26 % of what Ana 1 did is invisible.',
      'The reports show 2 logins for 1 person, and add up to 0.99 times the hours that people were there.',
      "Added up as they stand, the report rows say 101 % of the truth for conversations handled per hour, 79 % of the truth for how busy people were and 0 % of the truth for the consumers' wait.",
      '50 % of consumers have a story that lies in more than one conversation or login; the reports show 50 % resolved at first contact, in truth it is 50 %.',
    ]);
  });
});

describe('one login for both', () => {
  const report = watch(scenario, planOf(scenario, [{ person: 0, channels: ['chat', 'messaging'] }]), threads);

  test('still two rows, and the one clock counted twice', () => {
    expect(report.scopes['reports']).toMatchObject({
      rowsPerPerson: 2,
      headcountIllusion: 1,
      hoursIllusion: 2,
    });
    expect(report.scopes['reports']!.distortionHandledPerHour).toBeCloseTo(0.5, 12);
    expect(report.people[0]).toMatchObject({ switchesBetween: 1, switchesWithin: 0, switchingSeconds: 10 });
  });
});

test('where nobody writes messages there is no messaging report, whatever the login is set up for', () => {
  const chatOnly = scenarioOf({ people: peopleOf(1, { name: 'Ana', shifts: [shiftOf(0, 7200)] }) });
  const plan = planOf(chatOnly, [{ person: 0, channels: ['chat', 'messaging'] }]);
  const report = watch(chatOnly, plan, [{ at: 0, talks: [{ efforts: [90] }] }]);
  expect(report.scopes['reports']).toMatchObject({ rowsPerPerson: 1, hoursIllusion: 1 });
  expect(report.reportRows.map(({ family }) => family)).toEqual(['chat']);
});

describe('two people share what one consumer says', () => {
  // The chat of 60 s ends at 60; the consumer starts a new one at 160, when the other person is next in turn.
  const pair = scenarioOf({ people: peopleOf(2), streams: [streamOf()] });
  const plan = planOf(pair, [
    { person: 0, channels: ['chat'] },
    { person: 1, channels: ['chat'] },
  ]);
  const report = watch(pair, plan, [
    { at: 0, talks: [{ efforts: [60], follow: 'consumer', followAfter: 100 }, { efforts: [60] }] },
  ]);

  test('the report sees two consumers, each helped at first contact', () => {
    expect(report.scopes['reports']).toMatchObject({
      ...{ splitJourneyShare: 1, splitByConversation: 1, splitByLogin: 1 },
      ...{ fcrTrue: 0, fcrApparent: 1, fcrOverstated: 1 },
    });
    expect(report.scopes['chat']).toMatchObject({ offered: 2, recontacts: 1, resolvedThreads: 1 });
  });

  test('nothing is hidden about either person', () => {
    expect(fragmentationSentences(report).slice(0, 3)).toEqual([
      "Each person's work stands in one report row.",
      'Nothing that anybody did is missing from their fullest report row.',
      'The reports show 2 logins for 2 people, and add up to the hours that people were there.',
    ]);
  });
});

describe('three people with both rows, one of whom only chats', () => {
  // A: three chats of 10 s. B: one message of 100 s. C: two messages of 100 s.
  const skills = ['a', 'b', 'c'];
  const trio = scenarioOf({
    people: peopleOf(3).map((person, p) => ({ ...person, skills: [skills[p]!] })),
    streams: skills.map((skill, s) =>
      streamOf({ name: skill, skill, channel: s === 0 ? 'chat' : 'messaging' }),
    ),
  });
  const plan = planOf(
    trio,
    [0, 1, 2].map((person) => ({ person, channels: ['chat', 'messaging'] })),
  );
  const report = watch(trio, plan, [
    ...[0, 100, 200].map((at) => ({ at, stream: 0, talks: [{ efforts: [10] }] })),
    { at: 300, stream: 1, talks: [{ efforts: [100] }] },
    ...[400, 600].map((at) => ({ at, stream: 2, talks: [{ efforts: [100] }] })),
  ]);

  test('the chat report puts the least busy first, the messaging report is right', () => {
    // True order A < B < C; the chat report has A above B and C, who are level there.
    expect(report.scopes['reports']!.kendallTauChat).toBeCloseTo(-2 / Math.sqrt(3 * 2), 12);
    expect(report.scopes['reports']).toMatchObject({
      ...{ missedBottomQuartileChat: 1, kendallTauMessaging: 1, missedBottomQuartileMessaging: 0 },
    });
    expect(fragmentationSentences(report)).toContain(
      'Ranked by the chat report, people agree with their true order at -0.82 (1 is the same order, 0 is chance), ' +
        'and 100 % of the quarter who truly handled least are missed; by the messaging report, at 1, and 0 %.',
    );
  });

  test('a row with nothing in it exists, but carries nobody', () => {
    expect(report.reportRows).toHaveLength(6);
    expect(report.people.map(({ reportRows }) => reportRows)).toEqual([1, 1, 1]);
  });
});

test('a day without anybody says nothing', () => {
  const empty = scenarioOf({ people: peopleOf(1, { shifts: [] }), streams: [streamOf()] });
  const report = watch(empty, planOf(empty, [{ person: 0, channels: ['chat'] }]), []);
  expect(fragmentationSentences(report)).toEqual([]);
  expect(report.scopes['reports']).toEqual({});
  expect(report.scopes['chat']).not.toHaveProperty('queueWaitMean');
  expect(report.concurrencyShares).toEqual([]);
});
