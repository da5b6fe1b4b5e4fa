/** Shift ends, breaks, changes of login and attendance, on threads written by hand. */
import { describe, expect, test } from 'vitest';
import type { Plan } from '../../src/engine/mode.js';
import type { Scenario } from '../../src/scenario/types.js';
import { minutes, person, play, shift, type Play } from '../support/play.js';
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

/** Ana has two logins: messaging 08–10, chat 10–12, messaging 12–14; a change takes 3 min. Others: messaging as on shift. */
function twoLogins(scenario: Scenario): Plan {
  const session = (login: number, from: string, to: string, changeover = 180) => ({
    ...{ login, shift: 0, start: at(from), end: at(to) },
    changeover,
  });
  return {
    logins: [
      { person: 0, name: 'Ana (chat)', channels: ['chat'] },
      { person: 0, name: 'Ana (messaging)', channels: ['messaging'] },
      ...scenario.people.slice(1).map(({ name }, i) => {
        return { person: i + 1, name, channels: ['messaging'] as const };
      }),
    ],
    sessions: [
      [session(1, '08:00', '10:00', 0), session(0, '10:00', '12:00'), session(1, '12:00', '14:00')],
      ...scenario.people
        .slice(1)
        .map(({ shifts }, i) =>
          shifts.map(({ start, end }, s) => ({ login: i + 2, shift: s, start, end, changeover: 0 })),
        ),
    ],
    chatAsMessaging: false,
    notes: [],
  };
}

describe('a change of login with open conversations', () => {
  const ana = person('Ana', { shifts: [shift('08:00', '14:00')] });
  const ben = (from: string) => person('Ben', { shifts: [shift(from, '14:00')] });
  const change = (spec: Omit<Play, 'people'> & { others?: never }, benFrom = '10:05') =>
    play({ people: [ana, ben(benFrom)], plan: twoLogins, ...spec });
  /** One answered and silent, one in hand, one waiting when the session ends at 10:00. */
  const three = [
    message('09:00', [0, 60], [minutes(89), 60]), // writes at 10:30
    message('09:58', [0, 300], [minutes(12), 60]), // answered 10:03, writes at 10:15
    message('09:58:30', [0, 60]),
  ];

  test('keep: they stay with the login until it is next online', () => {
    const lines = change({ threads: three, from: '10:00:00' });
    expect(lines.filter((line) => !line.includes('Ben'))).toEqual([
      '10:03:00 Ana answers #1.0',
      '10:03:00 Ana (messaging) signs out',
      '10:03:00 Ana changes login',
      '10:06:00 Ana (chat) signs in',
      '10:15:00 #1.0 writes',
      '10:30:00 #0.0 writes',
      '12:00:00 Ana (chat) signs out',
      '12:00:00 Ana changes login',
      '12:03:00 Ana (messaging) signs in',
      '12:03:00 Ana begins #2.0', // due first, since its consumer has waited longest
      '12:04:00 Ana answers #2.0',
      '12:04:00 #2.0 is completed',
      '12:04:00 Ana begins #1.0',
      '12:05:00 Ana answers #1.0',
      '12:05:00 #1.0 is completed',
      '12:05:00 Ana begins #0.0',
      '12:06:00 Ana answers #0.0',
      '12:06:00 #0.0 is completed',
      '14:00:00 Ana (messaging) signs out',
    ]);
  });

  test('return: who waits goes back to the queue after unassignAfter, the others when they next write', () => {
    const lines = change({
      work: { openMessaging: 'return', unassignAfter: minutes(10), catchUp: 30 },
      threads: three,
      from: '10:00:00',
      only: /#/,
    });
    expect(lines).toEqual([
      '10:03:00 Ana answers #1.0',
      '10:10:00 #2.0 is returned by Ana (messaging)',
      '10:10:00 #2.0 goes to Ben',
      '10:10:00 Ben begins #2.0',
      '10:11:00 Ben answers #2.0', // nobody has answered it before: nothing to re-read
      '10:11:00 #2.0 is completed',
      '10:15:00 #1.0 writes',
      '10:15:00 #1.0 is returned by Ana (messaging)',
      '10:15:00 #1.0 goes to Ben',
      '10:15:00 Ben begins #1.0',
      '10:16:30 Ben answers #1.0', // with 30 s of re-reading
      '10:16:30 #1.0 is completed',
      '10:30:00 #0.0 writes',
      '10:30:00 #0.0 is returned by Ana (messaging)',
      '10:30:00 #0.0 goes to Ben',
      '10:30:00 Ben begins #0.0',
      '10:31:30 Ben answers #0.0',
      '10:31:30 #0.0 is completed',
    ]);
  });

  test('return: whoever signs in again within unassignAfter keeps them', () => {
    const lines = change({
      work: { openMessaging: 'return', unassignAfter: minutes(150) },
      threads: three,
      from: '12:00:00',
      only: /#2/,
    });
    expect(lines[0]).toBe('12:03:00 Ana begins #2.0');
  });

  test('return: what is returned is due earlier than what is new, and goes first', () => {
    const lines = play({
      people: [ana, person('Ben', { caps: { chat: 1, messaging: 1 }, shifts: [shift('11:00', '14:00')] })],
      plan: twoLogins,
      work: { openMessaging: 'return' },
      targets: { messaging: { firstResponse: { share: 1, within: 3600 } } },
      threads: [
        message('09:00', [0, 60], [minutes(89), 60]), // writes 10:30, due a minute later
        message('10:10', [0, 60]), // due 11:10
      ],
      only: /to Ben/,
    });
    expect(lines).toEqual(['11:00:00 #0.0 goes to Ben', '11:01:00 #1.0 goes to Ben']);
  });

  test('hand-over: to somebody on shift at once; what is in hand, once it is answered', () => {
    const lines = change(
      { work: { openMessaging: 'hand-over', catchUp: 30 }, threads: three, from: '10:00:00', only: /#|Ben/ },
      '09:59',
    );
    expect(lines).toEqual([
      '10:00:00 #0.0 is handed over by Ana (messaging)',
      '10:00:00 #0.0 goes to Ben',
      '10:00:00 #2.0 is handed over by Ana (messaging)',
      '10:00:00 #2.0 goes to Ben',
      '10:00:00 Ben begins #2.0',
      '10:01:00 Ben answers #2.0',
      '10:01:00 #2.0 is completed',
      '10:03:00 Ana answers #1.0',
      '10:03:00 #1.0 is handed over by Ana (messaging)',
      '10:03:00 #1.0 goes to Ben',
      '10:15:00 #1.0 writes',
      '10:15:00 Ben begins #1.0',
      '10:16:30 Ben answers #1.0',
      '10:16:30 #1.0 is completed',
      '10:30:00 #0.0 writes',
      '10:30:00 Ben begins #0.0',
      '10:31:30 Ben answers #0.0',
      '10:31:30 #0.0 is completed',
      '14:00:00 Ben signs out',
    ]);
  });

  test('hand-over: whoever comes at the very instant is on shift', () => {
    const lines = change(
      { work: { openMessaging: 'hand-over' }, threads: three, from: '10:00:00', only: /to Ben/ },
      '10:00',
    );
    expect(lines.slice(0, 2)).toEqual(['10:00:00 #0.0 goes to Ben', '10:00:00 #2.0 goes to Ben']);
  });

  test('hand-over: nobody who leaves at the same instant is handed anything', () => {
    const lines = play({
      people: [
        person('Ana', { shifts: [shift('08:00', '10:00')] }),
        person('Ben', { shifts: [shift('08:00', '10:00')] }),
      ],
      work: { openMessaging: 'hand-over' },
      threads: [message('09:00', [0, 60], [7200, 60])],
      from: '10:00:00',
    });
    expect(lines).toEqual([
      '10:00:00 Ben signs out',
      '10:00:00 Ana signs out',
      '11:01:00 #0.0 writes',
      '11:01:00 #0.0 is returned by Ana',
      '11:01:00 #0.0 waits in the queue',
    ]);
  });

  test('hand-over: without room anywhere it goes as with return', () => {
    const lines = change(
      {
        work: { openMessaging: 'hand-over', unassignAfter: minutes(10) },
        threads: three,
        from: '10:00:00',
        only: /returned|handed/,
      },
      '11:00',
    );
    expect(lines).toEqual([
      '10:10:00 #2.0 is returned by Ana (messaging)',
      '10:15:00 #1.0 is returned by Ana (messaging)',
      '10:30:00 #0.0 is returned by Ana (messaging)',
    ]);
  });

  test('a late drain puts off the next login; the changeover comes on top', () => {
    const lines = change({
      threads: [
        single(at('11:50'), [
          [0, 60],
          [minutes(25), 60],
        ]),
      ], // writes 12:16
      from: '11:59:00',
      only: /Ana/,
    });
    expect(lines).toEqual([
      '12:16:00 Ana begins #0.0',
      '12:17:00 Ana answers #0.0',
      '12:17:00 Ana (chat) signs out',
      '12:17:00 Ana changes login',
      '12:20:00 Ana (messaging) signs in',
      '14:00:00 Ana (messaging) signs out',
    ]);
  });

  test('a drain beyond the whole next session: that session does not take place', () => {
    const lines = change({
      threads: [
        single(at('11:50'), [
          [0, 60],
          [minutes(150), 60],
        ]),
      ], // writes 14:21
      from: '11:59:00',
      only: /Ana/,
    });
    expect(lines).toEqual([
      '14:21:00 Ana begins #0.0',
      '14:22:00 Ana answers #0.0',
      '14:22:00 Ana (chat) signs out',
    ]);
  });

  test('stopNewBefore holds for a change of login, too', () => {
    const lines = change({
      work: { stopNewBefore: minutes(10) },
      threads: [single(at('11:49:59'), [[0, 60]]), single(at('11:50'), [[0, 60]])],
      only: /goes|waits/,
    });
    expect(lines).toEqual(['11:49:59 #0.0 goes to Ana (chat)', '11:50:00 #1.0 waits in the queue']);
  });

  test('a break cut by a change of login is finished under the next login', () => {
    const broken = person('Ana', { shifts: [shift('08:00', '14:00', ['11:50', 30])] });
    const lines = play({ people: [broken], plan: twoLogins, threads: [], from: '11:00:00' });
    expect(lines).toEqual([
      '11:50:00 Ana takes a break',
      '12:00:00 Ana is back',
      '12:00:00 Ana (chat) signs out',
      '12:00:00 Ana changes login',
      '12:03:00 Ana (messaging) signs in',
      '12:03:00 Ana takes a break',
      '12:23:00 Ana is back',
      '14:00:00 Ana (messaging) signs out',
    ]);
  });

  test('a break due while nobody is signed in is over when the next session begins', () => {
    // A rota with a gap: messaging 08–10, then nothing until chat 12–14; the break 09:50–10:20 runs out in the gap.
    const lines = play({
      people: [person('Ana', { shifts: [shift('08:00', '14:00', ['09:50', 30])] })],
      mode: 'per-shift',
      settings: {
        changeover: '0s',
        table: [{ who: ['Ana'], messaging: '08:00-10:00', chat: '12:00-14:00' }],
      },
      threads: [],
    });
    expect(lines).toEqual([
      '08:00:00 Ana (messaging) signs in',
      '09:50:00 Ana takes a break',
      '10:00:00 Ana is back',
      '10:00:00 Ana (messaging) signs out',
      '12:00:00 Ana (chat) signs in',
      '14:00:00 Ana (chat) signs out',
    ]);
  });
});
