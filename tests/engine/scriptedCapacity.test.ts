/** Rules of messaging capacity and of affinity, on threads written by hand. */
import { describe, expect, test } from 'vitest';
import { minutes, person, play, shift, type Play } from '../support/play.js';
import { single, thread } from '../support/threads.js';
import { at } from '../support/timeline.js';

/** One messaging conversation at a time. */
const one = person('Ana', { caps: { chat: 1, messaging: 1 } });
const message = (time: string, ...exchanges: [gap: number, effort: number][]) =>
  single(at(time), exchanges, { stream: 1 });

describe('messaging load', () => {
  const pulled = (capacity: Play['capacity']) =>
    play({
      people: [one],
      capacity: { ...capacity },
      threads: [message('10:00', [0, 60], [3600, 60]), message('10:00:10', [0, 60])],
      only: /#1.0 goes/,
    });

  test('a silent conversation weighs less after timeToInactive: there is room, and the queue is pulled at that instant', () => {
    // Answered 10:01:00, silent for 240 s at 10:05:00: 0.1 + 1 ≤ 1 + 0.5.
    expect(pulled({})).toEqual(['10:05:00 #1.0 goes to Ana']);
  });

  test('without headroom 0.1 + 1 is more than 1: the queue waits for the end', () => {
    // Writes at 11:01:00, ends at 11:02:00.
    expect(pulled({ messaging: { headroom: 0 } })).toEqual(['11:02:00 #1.0 goes to Ana']);
  });

  test('with weight 1 silence frees nothing', () => {
    expect(pulled({ messaging: { inactiveWeight: 1 } })).toEqual(['11:02:00 #1.0 goes to Ana']);
  });

  test('several pulls may fit when load falls', () => {
    const lines = play({
      people: [person('Ana', { caps: { chat: 1, messaging: 2 } })],
      capacity: { messaging: { headroom: 0, inactiveWeight: 0 } },
      threads: [
        message('10:00', [0, 10], [7200, 60]),
        message('10:00', [0, 10], [7200, 60]), // inactive at 10:04:20
        message('10:01', [0, 600], [1, 1]),
        message('10:01', [0, 600], [1, 1]),
        message('10:01', [0, 600], [1, 1]),
      ],
      from: '10:01:00',
      only: /goes/,
    });
    expect(lines.slice(0, 2)).toEqual(['10:04:10 #2.0 goes to Ana', '10:04:20 #3.0 goes to Ana']);
  });

  test('what wakes up is not taken away, though load goes above the cap; new work waits until it is below', () => {
    const lines = play({
      people: [one],
      threads: [
        message('10:00', [0, 60], [minutes(10), 60]), // inactive 10:05, writes 10:11
        message('10:00:10', [0, 600]), // from 10:05 to 10:15, so the load is 2 from 10:11
        message('10:10', [0, 60]),
      ],
      from: '10:05:00',
    });
    expect(lines).toEqual([
      '10:05:00 #1.0 goes to Ana',
      '10:05:00 Ana begins #1.0',
      '10:10:00 #2.0 arrives',
      '10:10:00 #2.0 waits in the queue', // 0.1 + 1 + 1 > 1.5
      '10:11:00 #0.0 writes',
      '10:15:00 Ana answers #1.0',
      '10:15:00 #1.0 is completed',
      '10:15:00 Ana begins #0.0', // 1 + 1 > 1.5: nothing new yet
      '10:16:00 Ana answers #0.0',
      '10:16:00 #0.0 is completed',
      '10:16:00 #2.0 goes to Ana',
      '10:16:00 Ana begins #2.0',
      '10:17:00 Ana answers #2.0',
      '10:17:00 #2.0 is completed',
    ]);
  });

  test('the backlog rule: after an answer later than 2 h the conversation is inactive at once', () => {
    const goes = (backlogAfter: number | null) =>
      play({
        people: [one],
        capacity: { messaging: { backlogAfter } },
        threads: [
          single(
            -7200,
            [
              [0, 60],
              [3600, 60],
            ],
            { stream: 1 },
          ), // answered at 00:01:00, 7260 s after it was written
          single(
            10,
            [
              [0, 60],
              [3600, 60],
            ],
            { stream: 1 },
          ),
          single(20, [[0, 60]], { stream: 1 }),
        ],
        only: /#[12].0 goes/,
      });
    expect(goes(7200)).toEqual(['00:01:00 #1.0 goes to Ana', '00:06:00 #2.0 goes to Ana']);
    expect(goes(7260)).toEqual(['00:05:00 #1.0 goes to Ana', '00:10:00 #2.0 goes to Ana']);
    expect(goes(null)).toEqual(['00:05:00 #1.0 goes to Ana', '00:10:00 #2.0 goes to Ana']);
  });

  test('warm-up: after sign-in one at once, then one per 90 s, until the login is full for the first time', () => {
    const lines = play({
      people: [person('Ana', { caps: { chat: 1, messaging: 3 }, shifts: [shift('10:00', '18:00')] })],
      capacity: { messaging: { warmUpEvery: 90 } },
      threads: [
        ...['09:50', '09:51', '09:52', '09:53'].map((time) => message(time, [0, 120])),
        message('10:07', [0, 60]),
        message('10:07:10', [0, 60]),
      ],
      only: /goes|completed/,
    });
    expect(lines.slice(0, 9)).toEqual([
      '10:00:00 #0.0 goes to Ana',
      '10:01:30 #1.0 goes to Ana',
      '10:02:00 #0.0 is completed',
      '10:03:00 #2.0 goes to Ana',
      '10:04:00 #1.0 is completed',
      '10:04:30 #3.0 goes to Ana', // never full yet: 3 at most, 2 now
      '10:06:00 #2.0 is completed',
      '10:07:00 #4.0 goes to Ana',
      '10:08:00 #3.0 is completed',
    ]);
  });

  test('warm-up: full once, the login takes what it has room for', () => {
    const lines = play({
      people: [person('Ana', { caps: { chat: 1, messaging: 2 }, shifts: [shift('10:00', '18:00')] })],
      capacity: { messaging: { warmUpEvery: 90 } },
      threads: ['09:50', '09:51', '09:52', '09:53'].map((time) => message(time, [0, 100])),
      only: /goes|completed/,
    });
    expect(lines.slice(0, 5)).toEqual([
      '10:00:00 #0.0 goes to Ana',
      '10:01:30 #1.0 goes to Ana', // 2 of 2: full
      '10:01:40 #0.0 is completed',
      '10:01:40 #2.0 goes to Ana',
      '10:03:20 #1.0 is completed',
    ]);
  });

  test('warm-up: what has to wait for it goes on time, even if nothing else happens', () => {
    const lines = play({
      people: [person('Ana', { caps: { chat: 1, messaging: 3 }, shifts: [shift('09:00', '18:00')] })],
      capacity: { messaging: { warmUpEvery: 90 } },
      threads: [message('10:00', [0, 3600]), message('10:00:10', [0, 60])],
      only: /goes/,
    });
    expect(lines).toEqual(['10:00:00 #0.0 goes to Ana', '10:01:30 #1.0 goes to Ana']);
  });
});

describe('both channels with one login', () => {
  const two = person('Ana', { caps: { chat: 2, messaging: 4 } });
  const mixed = (capacity: Play['capacity']) =>
    play({
      people: [two],
      capacity: { ...capacity },
      threads: [
        single(at('10:00'), [[0, 600]]),
        message('10:01', [0, 600]),
        message('10:02', [0, 600]),
        message('10:03', [0, 600]),
        single(at('10:04'), [[0, 600]]),
      ],
      only: /goes/,
    });

  test('independent caps do not know of each other', () => {
    expect(mixed({})).toEqual([
      '10:00:00 #0.0 goes to Ana',
      '10:01:00 #1.0 goes to Ana',
      '10:02:00 #2.0 goes to Ana',
      '10:03:00 #3.0 goes to Ana',
      '10:04:00 #4.0 goes to Ana',
    ]);
  });

  test('a shared budget: chats ÷ max + load ÷ max ≤ 1', () => {
    expect(mixed({ sharing: 'shared' })).toEqual([
      '10:00:00 #0.0 goes to Ana', // 1/2
      '10:01:00 #1.0 goes to Ana', // 1/2 + 1/4
      '10:02:00 #2.0 goes to Ana', // 1/2 + 2/4 = 1: full for both
      '10:10:00 #4.0 goes to Ana', // the chat is over: chat goes first, and takes the half
      '10:20:00 #3.0 goes to Ana', // #1 is done
    ]);
  });

  test('no new messaging while k chats are open', () => {
    const lines = play({
      people: [two],
      capacity: { noMessagingAtChats: 2 },
      threads: [
        single(at('10:00'), [[0, 300]]),
        message('10:01', [0, 60]),
        single(at('10:02'), [[0, 600]]),
        message('10:03', [0, 60]),
      ],
      only: /goes/,
    });
    expect(lines).toEqual([
      '10:00:00 #0.0 goes to Ana',
      '10:01:00 #1.0 goes to Ana', // one chat
      '10:02:00 #2.0 goes to Ana',
      '10:05:00 #3.0 goes to Ana', // the first chat is over
    ]);
  });
});

describe('who gets a resumed thread', () => {
  const resumed = (by: 'consumer' | 'agent') =>
    thread({
      at: at('10:00'),
      stream: 1,
      conversations: [{ exchanges: [[0, 60]], follow: { by, after: minutes(60) } }, { exchanges: [[0, 60]] }],
    });
  /** Ana answers at 10:01 and is as given at 11:01; Ben, who is new at 10:30, has the lower load. */
  const after = (spec: {
    affinity: 'none' | 'prefer' | { kind: 'hold'; upTo: number };
    by?: 'consumer' | 'agent';
    ana?: Partial<Parameters<typeof person>[1]>;
    busy?: number;
    from?: string;
  }) =>
    play({
      people: [
        person('Ana', { caps: { chat: 1, messaging: 1 }, ...spec.ana }),
        person('Ben', { shifts: [shift('10:30', '23:00')] }),
      ],
      work: { catchUp: 30 },
      messaging: {
        conversation: {
          affinity: typeof spec.affinity === 'string' ? { kind: spec.affinity } : spec.affinity,
        },
      },
      threads: [resumed(spec.by ?? 'consumer'), ...(spec.busy ? [message('10:20', [0, spec.busy])] : [])],
      from: spec.from ?? '11:01:00',
      only: /#0.1|signs|break|back/,
    });

  test('affinity none: whoever has the lowest load, and re-reads it', () => {
    // Neither has any load; Ben has never been assigned anything.
    expect(after({ affinity: 'none' }).slice(0, 4)).toEqual([
      '11:01:00 #0.1 comes back',
      '11:01:00 #0.1 goes to Ben',
      '11:01:00 Ben begins #0.1',
      '11:02:30 Ben answers #0.1',
    ]);
  });

  test('affinity prefer: who knows it, if they have room now; else anyone', () => {
    expect(after({ affinity: 'prefer' }).slice(1, 4)).toEqual([
      '11:01:00 #0.1 goes to Ana',
      '11:01:00 Ana begins #0.1',
      '11:02:00 Ana answers #0.1',
    ]);
    // Ana is full from 10:20 to 11:10.
    expect(after({ affinity: 'prefer', busy: 3000 })[1]).toBe('11:01:00 #0.1 goes to Ben');
  });

  test('affinity hold: waits for who knows it, up to a time; then anyone', () => {
    const hold = (upTo: number) => ({ kind: 'hold', upTo }) as const;
    const held = '11:01:00 #0.1 waits in the queue';
    expect(after({ affinity: hold(600), busy: 3000 }).slice(1, 3)).toEqual([
      held,
      '11:10:00 #0.1 goes to Ana',
    ]);
    expect(after({ affinity: hold(300), busy: 3000 }).slice(1, 3)).toEqual([
      held,
      '11:06:00 #0.1 goes to Ben',
    ]);
  });

  test('affinity hold does not wait for somebody who will not be back', () => {
    const gone = { shifts: [shift('09:00', '11:00')] };
    expect(after({ affinity: { kind: 'hold', upTo: 600 }, ana: gone })[1]).toBe('11:01:00 #0.1 goes to Ben');
  });

  test('a resumption while the agent is on a break: preferred means anyone, held means when they are back', () => {
    const resting = { shifts: [shift('09:00', '18:00', ['11:00', 15])] };
    const lines = after({ affinity: 'prefer', ana: resting });
    expect(lines.slice(0, 4)).toEqual([
      '11:01:00 #0.1 comes back',
      '11:01:00 #0.1 goes to Ben',
      '11:01:00 Ben begins #0.1',
      '11:02:30 Ben answers #0.1',
    ]);
    expect(after({ affinity: { kind: 'hold', upTo: 3600 }, ana: resting }).slice(0, 5)).toEqual([
      '11:01:00 #0.1 comes back',
      '11:01:00 #0.1 waits in the queue',
      '11:15:00 Ana is back',
      '11:15:00 #0.1 goes to Ana',
      '11:15:00 Ana begins #0.1',
    ]);
  });

  test('an agent follow-up waits for that agent, or goes to anyone once they are gone', () => {
    const away = { shifts: [shift('09:00', '11:00'), shift('15:00', '18:00')] };
    expect(after({ affinity: 'none', by: 'agent', ana: away }).slice(0, 4)).toEqual([
      '11:01:00 #0.1 is to be followed up',
      '11:01:00 #0.1 waits in the queue',
      '15:00:00 Ana signs in',
      '15:00:00 #0.1 goes to Ana',
    ]);
    const gone = { shifts: [shift('09:00', '11:00')] };
    expect(after({ affinity: 'none', by: 'agent', ana: gone })[1]).toBe('11:01:00 #0.1 goes to Ben');
    // Full until the end of her last shift: then anyone.
    const full = { shifts: [shift('09:00', '11:30')] };
    expect(after({ affinity: 'none', by: 'agent', ana: full, busy: 6000 }).slice(1, 3)).toEqual([
      '11:01:00 #0.1 waits in the queue',
      '11:30:00 #0.1 goes to Ben',
    ]);
  });

  test('an agent follow-up has no impatient consumer', () => {
    const lines = play({
      people: [person('Ana', { shifts: [shift('09:00', '11:00'), shift('15:00', '18:00')] })],
      threads: [
        thread({
          at: at('10:00'),
          stream: 1,
          conversations: [
            { exchanges: [[0, 60]], patience: 100, follow: { by: 'agent', after: minutes(60) } },
            { exchanges: [[0, 60]], patience: 100 },
          ],
        }),
      ],
      from: '15:00:00',
      only: /#0.1/,
    });
    expect(lines[0]).toBe('15:00:00 #0.1 goes to Ana');
  });
});
