/** Shift ends, breaks and attendance, on threads written by hand. */
import { describe, expect, test } from 'vitest';
import { minutes, person, play, shift } from '../support/play.js';
import { single } from '../support/threads.js';
import { at } from '../support/timeline.js';

const message = (time: string, ...exchanges: [gap: number, effort: number][]) =>
  single(at(time), exchanges, { stream: 1 });

describe('the end of a shift', () => {
  const day = person('Ana', { shifts: [shift('09:00', '17:00')] });

  test('chats are drained: the person stays until they end', () => {
    const lines = play({
      people: [day],
      threads: [
        single(at('16:45'), [
          [0, 60],
          [600, 60],
          [600, 60],
        ]),
      ],
      from: '16:56:00',
    });
    expect(lines).toEqual([
      '16:56:00 #0.0 writes',
      '16:56:00 Ana begins #0.0',
      '16:57:00 Ana answers #0.0',
      '17:07:00 #0.0 writes',
      '17:07:00 Ana begins #0.0',
      '17:08:00 Ana answers #0.0',
      '17:08:00 #0.0 is completed',
      '17:08:00 Ana signs out',
    ]);
  });

  test('nothing new within stopNewBefore of the end, from that instant on', () => {
    const goes = (time: string) =>
      play({
        people: [day],
        work: { stopNewBefore: minutes(10) },
        threads: [single(at(time), [[0, 60]])],
        only: /goes|waits/,
      });
    expect(goes('16:49:59')).toEqual(['16:49:59 #0.0 goes to Ana']);
    expect(goes('16:50:00')).toEqual(['16:50:00 #0.0 waits in the queue']);
  });

  test('while chats drain, messages wait; the piece in hand is finished first', () => {
    const lines = play({
      people: [day],
      threads: [
        message('16:55', [0, 600]), // in hand until 17:05
        message('16:56', [0, 60]), // never begun
        single(at('16:57'), [[0, 60]]),
      ],
      from: '16:58:00',
    });
    expect(lines).toEqual([
      '17:05:00 Ana answers #0.0',
      '17:05:00 #0.0 is completed',
      '17:05:00 Ana begins #2.0',
      '17:06:00 Ana answers #2.0',
      '17:06:00 #2.0 is completed',
      '17:06:00 Ana signs out',
    ]);
  });

  test('a wrap-up is done before the person goes', () => {
    const lines = play({
      people: [day],
      threads: [single(at('16:59:30'), [[0, 60]], { wrapUp: 45 })],
      from: '17:00:00',
    });
    expect(lines.slice(-2)).toEqual(['17:01:15 Ana has wrapped up #0.0', '17:01:15 Ana signs out']);
  });

  test('a shift over midnight is one piece', () => {
    const lines = play({
      days: 2,
      people: [person('Ana', { shifts: [shift('22:00', '30:00')] })],
      threads: [single(at('23:59:30'), [[0, 60]]), single(at('29:59:30'), [[0, 60]])],
      only: /signs|answers/,
    });
    expect(lines).toEqual([
      '22:00:00 Ana signs in',
      '24:00:30 Ana answers #0.0',
      '30:00:30 Ana answers #1.0',
      '30:00:30 Ana signs out',
    ]);
  });
});

describe('breaks', () => {
  const resting = person('Ana', { shifts: [shift('09:00', '17:00', ['12:00', 30])] });
  const chatAndMessage = [
    single(at('11:50'), [
      [0, 60],
      [540, 60],
      [300, 60],
    ]), // writes 12:00:00 and 12:06:00, if answered at once
    message('11:59:30', [0, 90]), // in hand until 12:01:00
    single(at('12:02'), [[0, 60]]),
  ];

  test('finish-chats: no new work, only chats are worked on, and then a break of full length', () => {
    const lines = play({ people: [resting], threads: chatAndMessage, from: '12:00:00' });
    expect(lines).toEqual([
      '12:00:00 #0.0 writes',
      '12:01:00 Ana answers #1.0',
      '12:01:00 #1.0 is completed',
      '12:01:00 Ana begins #0.0',
      '12:02:00 Ana answers #0.0',
      '12:02:00 #2.0 arrives',
      '12:02:00 #2.0 waits in the queue',
      '12:07:00 #0.0 writes',
      '12:07:00 Ana begins #0.0',
      '12:08:00 Ana answers #0.0',
      '12:08:00 #0.0 is completed',
      '12:08:00 Ana takes a break',
      '12:38:00 Ana is back',
      '12:38:00 #2.0 goes to Ana',
      '12:38:00 Ana begins #2.0',
      '12:39:00 Ana answers #2.0',
      '12:39:00 #2.0 is completed',
      '17:00:00 Ana signs out',
    ]);
  });

  test('at-once: after the piece in hand; open chats wait for the person', () => {
    const lines = play({
      people: [resting],
      work: { breaks: 'at-once' },
      threads: chatAndMessage,
      from: '12:00:00',
    });
    expect(lines.slice(0, 9)).toEqual([
      '12:00:00 #0.0 writes',
      '12:01:00 Ana answers #1.0',
      '12:01:00 #1.0 is completed',
      '12:01:00 Ana takes a break',
      '12:02:00 #2.0 arrives',
      '12:02:00 #2.0 waits in the queue',
      '12:31:00 Ana is back',
      '12:31:00 Ana begins #0.0',
      '12:31:00 #2.0 goes to Ana',
    ]);
  });

  test('at-once: the consumer of somebody on a break may write, walk out or be timed out', () => {
    const lines = play({
      people: [resting],
      work: { breaks: 'at-once' },
      chat: { conversation: { silenceTimeout: 360 } },
      threads: [
        single(at('11:55'), [
          [0, 60],
          [420, 60],
        ]), // silent since 11:56: timed out at 12:02
        single(
          at('11:57'),
          [
            [0, 60],
            [200, 60],
          ],
          { replyPatience: 300 },
        ), // writes 12:01:20
        single(at('11:59:30'), [[0, 60]], { patience: 1000 }),
      ],
      from: '12:00:00',
      only: /break|#|back/,
    });
    expect(lines.slice(0, 7)).toEqual([
      '12:00:30 Ana answers #2.0',
      '12:00:30 #2.0 is completed',
      '12:00:30 Ana takes a break',
      '12:01:20 #1.0 writes',
      '12:02:00 #0.0 times out',
      '12:06:20 #1.0 ends, the consumer has walked out',
      '12:30:30 Ana is back',
    ]);
  });

  test('messages wait for somebody on a break, whatever the policy for sign-outs', () => {
    for (const openMessaging of ['keep', 'return', 'hand-over'] as const) {
      const lines = play({
        people: [resting],
        work: { openMessaging },
        threads: [message('11:50', [0, 60], [minutes(20), 60])],
        from: '12:00:00',
        only: /#0|break|back/,
      });
      expect(lines.slice(0, 4)).toEqual([
        '12:00:00 Ana takes a break',
        '12:11:00 #0.0 writes',
        '12:30:00 Ana is back',
        '12:30:00 Ana begins #0.0',
      ]);
    }
  });

  test('a break that falls due before somebody comes is not made up for', () => {
    const lines = play({
      people: [resting],
      attendance: [[{ absent: false, late: minutes(190) }]],
      threads: [],
      only: /./,
    });
    expect(lines).toEqual(['12:10:00 Ana signs in', '17:00:00 Ana signs out']);
  });
});

describe('attendance', () => {
  test('who is absent does not come; who is late comes late and leaves on time', () => {
    const shifts = [shift('09:00', '17:00', ['12:00', 30])];
    const lines = play({
      people: [person('Ana', { shifts }), person('Ben', { shifts })],
      attendance: [[{ absent: true, late: 0 }], [{ absent: false, late: 330 }]],
      threads: [single(at('09:00'), [[0, 60]])],
    });
    expect(lines).toEqual([
      '09:00:00 #0.0 arrives',
      '09:00:00 #0.0 waits in the queue',
      '09:05:30 Ben signs in',
      '09:05:30 #0.0 goes to Ben',
      '09:05:30 Ben begins #0.0',
      '09:06:30 Ben answers #0.0',
      '09:06:30 #0.0 is completed',
      '12:00:00 Ben takes a break',
      '12:30:00 Ben is back',
      '17:00:00 Ben signs out',
    ]);
  });
});
