/** The life of a messaging conversation, the opening backlog and the horizon, on threads written by hand. */
import { describe, expect, test } from 'vitest';
import { MESSAGING_STREAM, minutes, person, play } from '../support/play.js';
import { single, thread } from '../support/threads.js';
import { at } from '../support/timeline.js';

const ana = person('Ana');
const one = person('Ana', { caps: { chat: 1, messaging: 1 } });

describe('messaging', () => {
  test('the agent closes right after the last answer, or the job every 25 min does after autoClose of silence', () => {
    const ends = (agentCloses: boolean, effort: number) =>
      play({
        people: [ana],
        messaging: { conversation: { autoClose: minutes(25) } },
        threads: [single(at('10:00'), [[0, effort]], { stream: 1, agentCloses })],
        only: /completed|closed/,
      });
    expect(ends(true, 60)).toEqual(['10:01:00 #0.0 is completed']);
    // The job runs 10:00, 10:25, 10:50 …; a silence since 10:01 has lasted 25 min at 10:26.
    expect(ends(false, 60)).toEqual(['10:50:00 #0.0 is auto-closed']);
    expect(ends(false, 1500)).toEqual(['10:50:00 #0.0 is auto-closed']);
    expect(ends(false, 1501)).toEqual(['11:15:00 #0.0 is auto-closed']);
  });

  test('closing mid-script does not lose the rest: the thread is resumed with the next message, from where it was', () => {
    const lines = play({
      people: [ana],
      messaging: { conversation: { autoClose: minutes(25) } },
      threads: [
        thread({
          at: at('10:00'),
          stream: MESSAGING_STREAM,
          conversations: [
            {
              exchanges: [
                [0, 60],
                [7200, 30],
                [60, 45],
              ],
              follow: { by: 'consumer', after: 600 },
            },
            { exchanges: [[0, 20]] },
          ],
        }),
      ],
      from: '10:01:00',
      only: /answers|closed|comes|completed/,
    });
    expect(lines).toEqual([
      '10:01:00 Ana answers #0.0',
      '10:50:00 #0.0 is auto-closed',
      '12:01:00 #0.1 comes back',
      '12:01:30 Ana answers #0.1',
      '12:03:15 Ana answers #0.1',
      '12:03:15 #0.1 is completed',
      '12:13:15 #0.2 comes back', // what the script says follows
      '12:13:35 Ana answers #0.2',
      '12:13:35 #0.2 is completed',
    ]);
  });

  test('a message at the very instant of the closing job is in time', () => {
    const lines = play({
      people: [ana],
      messaging: { conversation: { autoClose: minutes(25) } },
      threads: [
        single(
          at('10:00'),
          [
            [0, 60],
            [minutes(49), 60],
          ],
          { stream: 1 },
        ),
      ],
      from: '10:50:00',
    });
    expect(lines[0]).toBe('10:50:00 #0.0 writes');
  });

  test('messaging-only plays the thread as it was told for messaging, with the same arrival', () => {
    const threads = [
      thread({
        at: at('10:00'),
        conversations: [
          {
            exchanges: [
              [0, 60],
              [10, 60],
              [10, 60],
            ],
            wrapUp: 60,
            patience: 1,
          },
        ],
        asMessaging: [
          {
            exchanges: [
              [0, 100],
              [3600, 140],
            ],
          },
        ],
      }),
    ];
    const chat = { asMessaging: {} };
    const lines = play({ people: [ana], chat, threads, mode: 'messaging-only', only: /answers|completed/ });
    expect(lines).toEqual([
      '10:01:40 Ana answers #0.0',
      '11:04:00 Ana answers #0.0',
      '11:04:00 #0.0 is completed',
    ]);
  });

  test('work still open at the horizon stays open', () => {
    const lines = play({
      people: [ana],
      threads: [single(at('23:59:30'), [[0, 60]]), single(at('23:59:40'), [[0, 60]], { patience: 20 })],
    });
    expect(lines).toEqual([
      '23:59:30 #0.0 arrives',
      '23:59:30 #0.0 goes to Ana',
      '23:59:30 Ana begins #0.0',
      '23:59:40 #1.0 arrives',
      '23:59:40 #1.0 goes to Ana',
    ]);
  });

  test('the opening backlog waits since before the start: the oldest goes first, at the start', () => {
    const lines = play({
      people: [one],
      threads: [
        single(-3600, [[0, 60]]),
        single(-7200, [[0, 60]], { patience: 7230 }), // has 30 s of patience left
        single(-60, [[0, 60]], { patience: 100 }), // has 40 s left
      ],
    });
    expect(lines).toEqual([
      '00:00:00 #0.0 arrives',
      '00:00:00 #0.0 goes to Ana',
      '00:00:00 Ana begins #0.0',
      '00:00:00 #1.0 arrives',
      '00:00:00 #1.0 waits in the queue',
      '00:00:00 #2.0 arrives',
      '00:00:00 #2.0 waits in the queue',
      '00:00:40 #2.0 is abandoned',
      '00:01:00 Ana answers #0.0',
      '00:01:00 #0.0 is completed',
      '00:01:00 #1.0 goes to Ana',
      '00:01:00 Ana begins #1.0',
      '00:02:00 Ana answers #1.0',
      '00:02:00 #1.0 is completed',
    ]);
  });
});
