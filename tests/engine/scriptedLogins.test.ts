/** A change of login with open conversations: keep, return and hand-over, on threads written by hand. */
import { describe, expect, test } from 'vitest';
import type { Plan } from '../../src/engine/mode.js';
import type { Scenario } from '../../src/scenario/types.js';
import { minutes, person, play, shift, type Play } from '../support/play.js';
import { single } from '../support/threads.js';
import { at } from '../support/timeline.js';

const message = (time: string, ...exchanges: [gap: number, effort: number][]) =>
  single(at(time), exchanges, { stream: 1 });

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

  test('return: whoever signs in again within unassignAfter keeps them, also what has to wait on', () => {
    const lines = change({
      work: { openMessaging: 'return', unassignAfter: minutes(125) },
      threads: [
        message('09:58', [0, 300]),
        message('09:58:10', [0, 600]),
        message('09:58:20', [0, 60]), // would be returned at 12:05
      ],
      from: '12:00:00',
      only: /#2/,
    });
    expect(lines[0]).toBe('12:13:00 Ana begins #2.0');
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
      '10:00:00 #2.0 is handed over by Ana (messaging)',
      '10:00:00 #2.0 goes to Ben',
      '10:00:00 #0.0 is handed over by Ana (messaging)',
      '10:00:00 #0.0 goes to Ben',
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
    expect(lines.slice(0, 2)).toEqual(['10:00:00 #2.0 goes to Ben', '10:00:00 #0.0 goes to Ben']);
  });

  test('hand-over: where room is scarce, those whose consumer waits go first, the earliest due before the others', () => {
    const lines = play({
      people: [ana, person('Ben', { caps: { chat: 1, messaging: 1 }, shifts: [shift('09:59:59', '14:00')] })],
      plan: twoLogins,
      capacity: { messaging: { headroom: 0 } },
      work: { openMessaging: 'hand-over' },
      threads: [
        message('09:57', [0, 60], [minutes(89), 60]), // answered and silent, but not for long: weighs 1
        message('09:58', [0, 300]), // in hand
        message('09:58:30', [0, 60]),
      ],
      from: '10:00:00',
      only: /handed/,
    });
    expect(lines).toEqual(['10:00:00 #2.0 is handed over by Ana (messaging)']);
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

  test('a session that begins late may begin too late for anything new', () => {
    const lines = play({
      people: [ana],
      plan: twoLogins,
      work: { stopNewBefore: minutes(10) },
      threads: [
        single(at('11:49'), [
          [0, 60],
          [minutes(121), 60], // writes 13:51, so the next login is in at 13:55
        ]),
        message('12:30', [0, 60]),
      ],
      from: '13:52:00',
      only: /Ana|goes/,
    });
    expect(lines).toEqual([
      '13:52:00 Ana answers #0.0',
      '13:52:00 Ana (chat) signs out',
      '13:52:00 Ana changes login',
      '13:55:00 Ana (messaging) signs in',
      '14:00:00 Ana (messaging) signs out',
    ]);
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
