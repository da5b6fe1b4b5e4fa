/** Patience, and the life of a chat, on threads written by hand: giving up, silence, walking out, ending, and coming back. */
import { describe, expect, test } from 'vitest';
import { minutes, person, play } from '../support/play.js';
import { single, thread } from '../support/threads.js';
import { at } from '../support/timeline.js';

const ana = person('Ana');
const one = person('Ana', { caps: { chat: 1, messaging: 1 } });

describe('patience', () => {
  test('a known leaver disappears from the queue', () => {
    const lines = play({
      people: [one],
      threads: [single(at('10:00'), [[0, 300]]), single(at('10:00:10'), [[0, 60]], { patience: 120 })],
      only: /#1/,
    });
    expect(lines).toEqual([
      '10:00:10 #1.0 arrives',
      '10:00:10 #1.0 waits in the queue',
      '10:02:10 #1.0 is abandoned',
    ]);
  });

  test("a known leaver disappears from the person's workspace, and the slot is free for the next", () => {
    const lines = play({
      people: [person('Ana', { caps: { chat: 2, messaging: 1 } })],
      threads: [
        single(at('10:00'), [[0, 300]]),
        single(at('10:00:10'), [[0, 60]], { patience: 120 }),
        single(at('10:01'), [[0, 60]]),
      ],
      only: /#[12]/,
    });
    expect(lines.slice(0, 7)).toEqual([
      '10:00:10 #1.0 arrives',
      '10:00:10 #1.0 goes to Ana',
      '10:01:00 #2.0 arrives',
      '10:01:00 #2.0 waits in the queue',
      '10:02:10 #1.0 is abandoned',
      '10:02:10 #2.0 goes to Ana',
      '10:05:00 Ana begins #2.0',
    ]);
  });

  test('patience until assignment: whoever has a person stays', () => {
    const lines = play({
      people: [person('Ana', { caps: { chat: 2, messaging: 1 } })],
      chat: { conversation: { patienceUntil: 'assignment' } },
      threads: [
        single(at('10:00'), [[0, 300]]),
        single(at('10:00:10'), [[0, 60]], { patience: 120 }),
        single(at('10:00:20'), [[0, 60]], { patience: 120 }),
      ],
      only: /abandoned|answers/,
    });
    expect(lines).toEqual([
      '10:02:20 #2.0 is abandoned',
      '10:05:00 Ana answers #0.0',
      '10:06:00 Ana answers #1.0',
    ]);
  });

  test('who is started on at the very instant patience ends is served', () => {
    const lines = play({
      people: [one],
      threads: [single(at('10:00'), [[0, 60]]), single(at('10:00:10'), [[0, 60]], { patience: 50 })],
      only: /#1/,
    });
    expect(lines.at(-1)).toBe('10:02:00 #1.0 is completed');
  });

  test.each([
    ['the first effort', {}, '10:05:40'],
    ['what opening a silent leaver costs', { silentEffort: 10 }, '10:05:10'],
  ])('a silent leaver costs %s and holds the slot until the silence times out', (_, cost, answered) => {
    const lines = play({
      people: [one],
      chat: { conversation: { silenceTimeout: 360 } },
      threads: [
        single(at('10:00'), [[0, 300]]),
        single(
          at('10:00:10'),
          [
            [0, 40],
            [5, 40],
          ],
          { patience: 60, silent: true, ...cost },
        ),
        single(at('10:05:30'), [[0, 60]]),
      ],
      from: '10:01:00',
    });
    const timesOut = answered.replace('10:05', '10:11');
    expect(lines.slice(0, 10)).toEqual([
      '10:01:10 #1.0 leaves silently',
      '10:05:00 Ana answers #0.0',
      '10:05:00 #0.0 is completed',
      '10:05:00 #1.0 goes to Ana',
      '10:05:00 Ana begins #1.0',
      ...(answered < '10:05:30' ? [`${answered} Ana answers #1.0`] : []),
      '10:05:30 #2.0 arrives',
      '10:05:30 #2.0 waits in the queue',
      ...(answered > '10:05:30' ? [`${answered} Ana answers #1.0`] : []),
      `${timesOut} #1.0 is closed as silently abandoned`,
      `${timesOut} #2.0 goes to Ana`,
    ]);
  });

  test('a silent leaver in the workspace stays there', () => {
    const lines = play({
      people: [ana],
      chat: { conversation: { silenceTimeout: 360 } },
      threads: [
        single(at('10:00'), [[0, 300]]),
        single(at('10:00:10'), [[0, 40]], { patience: 60, silent: true }),
      ],
      only: /#1/,
    });
    expect(lines).toEqual([
      '10:00:10 #1.0 arrives',
      '10:00:10 #1.0 goes to Ana',
      '10:01:10 #1.0 leaves silently',
      '10:05:00 Ana begins #1.0',
      '10:05:40 Ana answers #1.0',
      '10:11:40 #1.0 is closed as silently abandoned',
    ]);
  });

  test('a messaging consumer who left silently is closed by the closing job', () => {
    const lines = play({
      people: [one],
      messaging: { conversation: { autoClose: minutes(25) } },
      threads: [
        single(at('10:00'), [[0, 300]], { stream: 1 }),
        single(at('10:00:10'), [[0, 40]], { stream: 1, patience: 60, silent: true }),
      ],
      only: /#1.0 (leaves|is)/,
    });
    // Answered at 10:05:40; 25 min later is 10:30:40, and the job runs at 10:25 and 10:50.
    expect(lines).toEqual(['10:01:10 #1.0 leaves silently', '10:50:00 #1.0 is closed as silently abandoned']);
  });
});

describe('chat', () => {
  const twice = (gap: number) =>
    play({
      people: [ana],
      chat: { conversation: { silenceTimeout: 360 } },
      threads: [
        single(at('10:00'), [
          [0, 60],
          [gap, 60],
        ]),
      ],
      from: '10:01:00',
      only: /#0/,
    });

  test('a consumer who is silent for too long is timed out; at the very instant they are in time', () => {
    expect(twice(361)).toEqual(['10:01:00 Ana answers #0.0', '10:07:00 #0.0 times out']);
    expect(twice(360)[1]).toBe('10:07:00 #0.0 writes');
  });

  test('a consumer walks out over a slow reply while waiting for it', () => {
    const lines = play({
      people: [ana],
      threads: [
        single(
          at('10:00'),
          [
            [0, 60],
            [10, 60],
          ],
          { replyPatience: 90 },
        ),
        single(at('10:00:10'), [[0, 300]]), // in hand from 10:01:00 to 10:06:00
      ],
      from: '10:01:10',
      only: /#0/,
    });
    expect(lines).toEqual(['10:01:10 #0.0 writes', '10:02:40 #0.0 ends, the consumer has walked out']);
  });

  test.each([
    ['that had to wait', [single(at('10:00:10'), [[0, 60]])], '10:02:00', '10:04:00'],
    ['begun at once', [], '10:01:10', '10:03:10'],
  ])(
    'a consumer walks out while a reply %s is written: the work is done in vain',
    (_, other, begun, ends) => {
      const lines = play({
        people: [ana],
        threads: [
          single(
            at('10:00'),
            [
              [0, 60],
              [10, 120],
              [10, 60],
            ],
            { replyPatience: 90 },
          ),
          ...other,
        ],
        from: '10:01:10',
        only: /#0/,
      });
      expect(lines).toEqual([
        '10:01:10 #0.0 writes',
        `${begun} Ana begins #0.0`,
        `${ends} Ana answers #0.0`,
        `${ends} #0.0 ends, the consumer has walked out`,
      ]);
    },
  );

  test('a wrap-up holds the slot and the hands, and is done at once', () => {
    const lines = play({
      people: [person('Ana', { caps: { chat: 2, messaging: 1 } })],
      threads: [
        single(at('10:00'), [[0, 60]], { wrapUp: 30 }),
        single(at('10:00:10'), [[0, 60]]), // in the workspace, and yet the wrap-up comes first
        single(at('10:00:20'), [[0, 60]]), // in the queue until the wrap-up gives the slot back
      ],
      from: '10:01:00',
    });
    expect(lines.slice(0, 6)).toEqual([
      '10:01:00 Ana answers #0.0',
      '10:01:00 #0.0 is completed',
      '10:01:00 Ana wraps up #0.0',
      '10:01:30 Ana has wrapped up #0.0',
      '10:01:30 #2.0 goes to Ana',
      '10:01:30 Ana begins #1.0',
    ]);
  });

  test('a chat that times out under busy hands is wrapped up when they come free, and nobody wraps up a leaver', () => {
    const lines = play({
      people: [ana],
      chat: { conversation: { silenceTimeout: 60 } },
      threads: [
        single(
          at('10:00'),
          [
            [0, 60],
            [90, 60],
          ],
          { wrapUp: 30 },
        ),
        single(at('10:00:10'), [[0, 300]]), // until 10:06:00
        single(at('10:00:20'), [[0, 60]], { wrapUp: 30, patience: 100 }),
      ],
      from: '10:01:30',
    });
    expect(lines).toEqual([
      '10:02:00 #2.0 is abandoned',
      '10:02:00 #0.0 times out',
      '10:06:00 Ana answers #1.0',
      '10:06:00 #1.0 is completed',
      '10:06:00 Ana wraps up #0.0',
      '10:06:30 Ana has wrapped up #0.0',
    ]);
  });

  test('a re-contact is a fresh chat with whoever is free, even before the first is wrapped up', () => {
    const lines = play({
      people: [ana, person('Ben')],
      threads: [
        thread({
          at: at('10:00'),
          conversations: [
            { exchanges: [[0, 60]], wrapUp: 120, follow: { by: 'consumer', after: 60 } },
            { exchanges: [[0, 90]] }, // the script's effort has the story told again in it
          ],
        }),
      ],
    });
    expect(lines).toEqual([
      '10:00:00 #0.0 arrives',
      '10:00:00 #0.0 goes to Ana',
      '10:00:00 Ana begins #0.0',
      '10:01:00 Ana answers #0.0',
      '10:01:00 #0.0 is completed',
      '10:01:00 Ana wraps up #0.0',
      '10:02:00 #0.1 arrives'.replace('arrives', 'comes back'),
      '10:02:00 #0.1 goes to Ben', // Ana holds one slot for the wrap-up
      '10:02:00 Ben begins #0.1',
      '10:03:00 Ana has wrapped up #0.0',
      '10:03:30 Ben answers #0.1',
      '10:03:30 #0.1 is completed',
    ]);
  });

  test('who leaves does not come back; who walks out may', () => {
    const again = (first: { patience?: number; replyPatience?: number }) =>
      play({
        people: [one],
        threads: [
          single(at('09:59'), [[0, 180]]),
          thread({
            at: at('10:00'),
            conversations: [
              {
                ...first,
                exchanges: [
                  [0, 60],
                  [10, 300],
                ],
                follow: { by: 'consumer', after: 60 },
              },
              { exchanges: [[0, 60]] },
            ],
          }),
        ],
        only: /#1.* (is abandoned|walked|comes)/,
      });
    expect(again({ patience: 60 })).toEqual(['10:01:00 #1.0 is abandoned']);
    // Begun 10:02:00, answered 10:03:00, writes 10:03:10, in hand until 10:08:10, back a minute later.
    expect(again({ replyPatience: 60 })).toEqual([
      '10:08:10 #1.0 ends, the consumer has walked out',
      '10:09:10 #1.1 comes back',
    ]);
  });
});
