/** Rules of the queue, of routing and of one pair of hands, on threads written by hand. Times are worked out in the comments. */
import { describe, expect, test } from 'vitest';
import { MESSAGING_STREAM, person, play, shift } from '../support/play.js';
import { single } from '../support/threads.js';
import { at } from '../support/timeline.js';

const ana = person('Ana');
const ben = person('Ben');

describe('the queue', () => {
  test('first come, first served: a freed slot pulls the head at once', () => {
    const lines = play({
      people: [person('Ana', { caps: { chat: 1, messaging: 1 } })],
      threads: ['10:00', '10:00:10', '10:00:20'].map((time) => single(at(time), [[0, 60]])),
    });
    expect(lines).toEqual([
      '10:00:00 #0.0 arrives',
      '10:00:00 #0.0 goes to Ana',
      '10:00:00 Ana begins #0.0',
      '10:00:10 #1.0 arrives',
      '10:00:10 #1.0 waits in the queue',
      '10:00:20 #2.0 arrives',
      '10:00:20 #2.0 waits in the queue',
      '10:01:00 Ana answers #0.0',
      '10:01:00 #0.0 is completed',
      '10:01:00 #1.0 goes to Ana',
      '10:01:00 Ana begins #1.0',
      '10:02:00 Ana answers #1.0',
      '10:02:00 #1.0 is completed',
      '10:02:00 #2.0 goes to Ana',
      '10:02:00 Ana begins #2.0',
      '10:03:00 Ana answers #2.0',
      '10:03:00 #2.0 is completed',
    ]);
  });

  test('a stream of higher priority goes first, whoever came before', () => {
    const lines = play({
      people: [person('Ana', { caps: { chat: 1, messaging: 1 } })],
      others: [{ channel: 'chat', priority: 1 }],
      threads: [
        single(at('10:00'), [[0, 60]]),
        single(at('10:00:10'), [[0, 60]]),
        single(at('10:00:20'), [[0, 60]], { stream: 2 }),
      ],
      only: /goes to/,
    });
    expect(lines).toEqual([
      '10:00:00 #0.0 goes to Ana',
      '10:01:00 #2.0 goes to Ana',
      '10:02:00 #1.0 goes to Ana',
    ]);
  });

  test('only people with the channel and the skill are asked', () => {
    const lines = play({
      people: [
        person('Ana', { channels: ['messaging'] }),
        person('Ben', { skills: ['other'] }),
        person('Cem', { skills: ['service'] }),
      ],
      threads: [
        single(at('10:00'), [[0, 600]]),
        single(at('10:01'), [[0, 60]], { stream: MESSAGING_STREAM }),
      ],
      only: /goes to/,
    });
    expect(lines).toEqual(['10:00:00 #0.0 goes to Cem', '10:01:00 #1.0 goes to Ana']);
  });

  test('people who sign in at one instant share what waits, by the rule for new arrivals', () => {
    const lines = play({
      people: ['Ana', 'Ben'].map((name) => person(name, { shifts: [shift('09:00', '17:00')] })),
      threads: ['08:00', '08:10', '08:20', '08:30'].map((time) => single(at(time), [[0, 600]])),
      only: /goes to/,
    });
    expect(lines).toEqual([
      '09:00:00 #0.0 goes to Ana',
      '09:00:00 #1.0 goes to Ben',
      '09:00:00 #2.0 goes to Ana',
      '09:00:00 #3.0 goes to Ben',
    ]);
  });

  test('who arrives at the instant of a sign-in does not jump the queue', () => {
    const lines = play({
      people: [person('Ana', { caps: { chat: 1, messaging: 1 }, shifts: [shift('09:00', '17:00')] })],
      threads: [single(at('08:50'), [[0, 60]]), single(at('09:00'), [[0, 60]])],
      only: /goes to|waits/,
    });
    expect(lines).toEqual([
      '08:50:00 #0.0 waits in the queue',
      '09:00:00 #1.0 waits in the queue',
      '09:00:00 #0.0 goes to Ana',
      '09:01:00 #1.0 goes to Ana',
    ]);
  });
});

describe('routing', () => {
  test('chat goes to the lowest open ÷ max; equal: to the longest since a chat was received', () => {
    const lines = play({
      people: [
        person('Ana', { caps: { chat: 4, messaging: 1 } }),
        person('Ben', { caps: { chat: 2, messaging: 1 } }),
      ],
      threads: [0, 1, 2, 3, 4, 5, 6].map((n) => single(at('10:00') + n, [[0, 3600]])),
      only: /goes to|waits/,
    });
    expect(lines).toEqual([
      '10:00:00 #0.0 goes to Ana', // 0/4 and 0/2, neither ever got one: the uniform 0 takes the first
      '10:00:01 #1.0 goes to Ben', // 1/4 against 0/2
      '10:00:02 #2.0 goes to Ana', // 1/4 against 1/2
      '10:00:03 #3.0 goes to Ben', // 2/4 against 1/2, and Ben got his last before Ana got hers
      '10:00:04 #4.0 goes to Ana', // Ben is full
      '10:00:05 #5.0 goes to Ana',
      '10:00:06 #6.0 waits in the queue',
      '11:00:00 #6.0 goes to Ana',
    ]);
  });

  test("what is still equal is broken by the script's uniform", () => {
    const first = (tie: number) =>
      play({
        people: [ana, ben, person('Cem')],
        threads: [single(at('10:00'), [[0, 60]], { tie })],
        only: /goes to/,
      })[0];
    expect([0, 0.33, 0.34, 0.66, 0.67, 0.99].map(first)).toEqual(
      ['Ana', 'Ana', 'Ben', 'Ben', 'Cem', 'Cem'].map((name) => `10:00:00 #0.0 goes to ${name}`),
    );
  });

  test('messaging goes to the lowest load, whatever the cap; equal: to the longest since an assignment', () => {
    const lines = play({
      people: [
        person('Ana', { caps: { chat: 1, messaging: 9 } }),
        person('Ben', { caps: { chat: 1, messaging: 2 } }),
      ],
      threads: [0, 1, 2, 3].map((n) => single(at('10:00') + n, [[0, 3600]], { stream: 1, tie: 0.9 })),
      only: /goes to/,
    });
    expect(lines).toEqual([
      '10:00:00 #0.0 goes to Ben', // the uniform
      '10:00:01 #1.0 goes to Ana', // 0 against 1
      '10:00:02 #2.0 goes to Ben', // 1 against 1, Ben's last is older
      '10:00:03 #3.0 goes to Ana',
    ]);
  });
});

describe('one pair of hands', () => {
  test('what waits for a person waits; the longest wait comes next', () => {
    const lines = play({
      people: [ana],
      threads: [
        single(at('10:00'), [
          [0, 60],
          [30, 20],
        ]),
        single(at('10:00:10'), [[0, 40]]),
        single(at('10:01:20'), [[0, 40]]),
      ],
      only: /begins|answers|writes/,
    });
    expect(lines).toEqual([
      '10:00:00 Ana begins #0.0',
      '10:01:00 Ana answers #0.0',
      '10:01:00 Ana begins #1.0', // had its slot from 10:00:10 on
      '10:01:30 #0.0 writes', // after #2.0 came at 10:01:20
      '10:01:40 Ana answers #1.0',
      '10:01:40 Ana begins #2.0',
      '10:02:20 Ana answers #2.0',
      '10:02:20 Ana begins #0.0',
      '10:02:40 Ana answers #0.0',
    ]);
  });

  test('within messaging the earliest response due comes first', () => {
    // First answers are due in 20 min, later ones in 1 min: #0's second message overtakes #2, which came before it.
    const lines = play({
      people: [ana],
      targets: {
        messaging: { firstResponse: { share: 1, within: 1200 }, everyResponse: { share: 1, within: 60 } },
      },
      threads: [
        single(
          at('10:00'),
          [
            [0, 60],
            [60, 60],
          ],
          { stream: 1 },
        ),
        single(at('10:00:10'), [[0, 120]], { stream: 1 }),
        single(at('10:00:20'), [[0, 60]], { stream: 1 }),
      ],
      only: /begins|writes/,
    });
    expect(lines).toEqual([
      '10:00:00 Ana begins #0.0',
      '10:01:00 Ana begins #1.0',
      '10:02:00 #0.0 writes',
      '10:03:00 Ana begins #0.0',
      '10:04:00 Ana begins #2.0',
    ]);
  });

  test('effort grows with the conversations open when the work starts, in both workspaces together', () => {
    const lines = play({
      people: [ana],
      work: { slowdown: { factors: [1, 1.5], perExtra: 0.5 } },
      threads: [
        single(at('10:00'), [[0, 60]]), // alone: 60 s, although two more come meanwhile
        single(at('10:00:10'), [[0, 60]], { stream: 1 }), // starts at 10:01:00 beside #2: 60 × 1.5
        single(at('10:00:20'), [[0, 60]]), // starts at 10:02:30 beside #3 and #4: 60 × 2
        single(at('10:02:00'), [[0, 60]]),
        single(at('10:02:10'), [[0, 60]], { stream: 1 }),
      ],
      only: /answers/,
    });
    expect(lines.slice(0, 3)).toEqual([
      '10:01:00 Ana answers #0.0',
      '10:02:30 Ana answers #1.0',
      '10:04:30 Ana answers #2.0',
    ]);
  });

  test('turning costs: none to the same conversation, within, between, and noticing when idle', () => {
    const lines = play({
      people: [ana],
      work: { switching: { withinWorkspace: 5, betweenWorkspaces: 10, noticeDelay: 20 } },
      threads: [
        single(at('10:00'), [
          [0, 60],
          [600, 60],
          [60, 60],
        ]),
        single(at('10:00:10'), [[0, 60]]),
        single(at('10:00:20'), [[0, 60]], { stream: 1 }),
      ],
      only: /begins|answers/,
    });
    expect(lines).toEqual([
      '10:00:00 Ana begins #0.0', // the first piece since sign-in: 0
      '10:01:00 Ana answers #0.0',
      '10:01:00 Ana begins #1.0', // another chat: 5
      '10:02:05 Ana answers #1.0',
      '10:02:05 Ana begins #2.0', // the other workspace, with no pause: 10
      '10:03:15 Ana answers #2.0',
      '10:11:00 Ana begins #0.0', // idle and looking at the other workspace: 10 + 20
      '10:12:30 Ana answers #0.0',
      '10:13:30 Ana begins #0.0', // the same conversation: 0
      '10:14:30 Ana answers #0.0',
    ]);
  });

  test('an idle person has to notice a wrap-up in the other workspace, too', () => {
    const lines = play({
      people: [ana],
      chat: { conversation: { silenceTimeout: 360 } },
      work: { switching: { withinWorkspace: 5, betweenWorkspaces: 10, noticeDelay: 20 } },
      threads: [
        single(
          at('10:00'),
          [
            [0, 60],
            [900, 60],
          ],
          { wrapUp: 30 },
        ),
        single(at('10:02'), [[0, 60]], { stream: 1 }),
      ],
      from: '10:07:00',
    });
    expect(lines).toEqual([
      '10:07:00 #0.0 times out',
      '10:07:00 Ana wraps up #0.0',
      '10:08:00 Ana has wrapped up #0.0', // 10 + 20 + 30
    ]);
  });

  test.each([
    ['oldest-first', ['#1', '#2', '#3', '#4']],
    ['chat-first', ['#2', '#4', '#1', '#3']],
    // Chat is due after 5 min, messaging after 2: #1 10:03, #3 10:05, #2 10:07, #4 10:09.
    ['due-first', ['#1', '#3', '#2', '#4']],
    // #0 was a chat, so the chats are finished first.
    ['finish-workspace', ['#2', '#4', '#1', '#3']],
  ] as const)('attention %s', (attention, order) => {
    const target = (within: number) => ({
      firstResponse: { share: 1, within },
      everyResponse: { share: 1, within },
    });
    const lines = play({
      people: [ana],
      work: { attention },
      targets: { chat: target(300), messaging: target(120) },
      threads: [
        single(at('10:00'), [[0, 600]]),
        single(at('10:01'), [[0, 60]], { stream: 1 }),
        single(at('10:02'), [[0, 60]]),
        single(at('10:03'), [[0, 60]], { stream: 1 }),
        single(at('10:04'), [[0, 60]]),
      ],
      from: '10:10',
      only: /begins/,
    });
    expect(lines.map((line) => line.slice(-4, -2))).toEqual(order);
  });

  test('a mode may override the attention policy', () => {
    const lines = play({
      people: [ana],
      work: { attention: 'oldest-first' },
      settings: { attention: 'chat-first' },
      threads: [
        single(at('10:00'), [[0, 300]], { stream: 1 }),
        single(at('10:01'), [[0, 60]], { stream: 1 }),
        single(at('10:02'), [[0, 60]]),
      ],
      only: /begins/,
    });
    expect(lines.map((line) => line.slice(-4, -2))).toEqual(['#0', '#2', '#1']);
  });

  test('finish-workspace stays with messaging as long as messages wait', () => {
    const lines = play({
      people: [ana],
      work: { attention: 'finish-workspace' },
      threads: [
        single(at('10:00'), [[0, 300]], { stream: 1 }),
        single(at('10:01'), [[0, 60]]),
        single(at('10:02'), [[0, 60]], { stream: 1 }),
        single(at('10:05:30'), [[0, 60]], { stream: 1 }), // comes while #2 is answered: still before the chat
      ],
      only: /begins/,
    });
    expect(lines.map((line) => line.slice(-4, -2))).toEqual(['#0', '#2', '#3', '#1']);
  });
});
