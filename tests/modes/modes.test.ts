/** Every mode: the contract of a plan; who is put where, and when. And a fifth mode, by the recipe in CONTRIBUTING.md. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { HOUR, MINUTE } from '../../src/base/units.js';
import type { Plan } from '../../src/engine/mode.js';
import { defineMode } from '../../src/modes/definition.js';
import { MODES, MODES_BY_NAME } from '../../src/modes/registry.js';
import { loginOf, wholeShifts } from '../../src/modes/staffing.js';
import type { Channel, Scenario } from '../../src/scenario/types.js';
import { checkPlan, unusedSeconds } from '../support/checkPlan.js';
import { person, planOf, play, shift } from '../support/play.js';
import { peopleOf, perHour, scenarioOf, shiftOf, streamOf, type PersonSpec } from '../support/scenarioOf.js';
import { single } from '../support/threads.js';
import { at } from '../support/timeline.js';

/** Chat brings three times the work of messaging, all day. */
function centre(people: readonly PersonSpec[], chatPerHour = 90): Scenario {
  return scenarioOf({
    people,
    streams: [
      streamOf({ channel: 'chat', arrivals: perHour(chatPerHour), asMessaging: {} }),
      streamOf({ channel: 'messaging', arrivals: perHour(30) }),
    ],
  });
}

const channelsAt = (plan: Plan, time: number): Channel[] =>
  plan.sessions.flatMap((own) =>
    own
      .filter(({ start, end }) => start <= time && time < end)
      .flatMap((s) => plan.logins[s.login]!.channels),
  );
const onChat = (plan: Plan, time: number): number =>
  channelsAt(plan, time).filter((channel) => channel === 'chat').length;

describe('the registry', () => {
  test('names are unique, words of a planner, and find their mode', () => {
    expect(MODES_BY_NAME.size).toBe(MODES.length);
    for (const mode of MODES) {
      expect(MODES_BY_NAME.get(mode.name)).toBe(mode);
      expect(mode.name).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(mode.summary.length).toBeLessThan(90);
    }
  });

  test.each(MODES.map(({ name }) => name))(
    '%s: an empty section is enough, and the plan keeps the contract and uses all paid hours',
    (name) => {
      const early = peopleOf(5, { group: 'early', shifts: [shiftOf(7 * HOUR, 15 * HOUR)] });
      const late = peopleOf(4, { group: 'late', shifts: [shiftOf(14 * HOUR, 22 * HOUR)] });
      const scenario = centre([...early, ...late]);
      const plan = planOf(scenario, name);
      checkPlan(scenario, plan);
      expect(unusedSeconds(scenario, plan).every((left) => left === 0)).toBe(true);
      expect(plan.notes.length).toBeGreaterThan(0);
    },
  );
});

describe('dedicated', () => {
  const chatCount = (people: readonly PersonSpec[], chat: unknown, chatPerHour?: number) =>
    onChat(planOf(centre(people, chatPerHour), 'dedicated', { chat }), HOUR);

  test('auto: in proportion to the work offered', () => {
    expect(chatCount(peopleOf(20), 'auto')).toBe(15); // 90 : 30
    expect(chatCount(peopleOf(20), 'auto', 10)).toBe(5); // 10 : 30
  });

  test('auto: neither channel loses its last person to rounding', () => {
    expect(chatCount(peopleOf(2), 'auto', 3000)).toBe(1);
    expect(chatCount(peopleOf(2), 'auto', 0.01)).toBe(1);
  });

  test('a number is met to the person, over all classes together; a share to the nearest person', () => {
    const class_ = (count: number, group: string, from: number) =>
      peopleOf(count, { group, shifts: [shiftOf(from * HOUR, (from + 8) * HOUR)] });
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 6 }),
        fc.nat(42),
        (sizes, n) => {
          const people = sizes.flatMap((size, i) => class_(size, `group ${i}`, i));
          const scenario = centre(people);
          const count = Math.min(n, people.length);
          const plan = planOf(scenario, 'dedicated', { chat: { people: count } });
          checkPlan(scenario, plan);
          const chat = plan.logins.filter((login) => login.channels[0] === 'chat');
          expect(chat.length).toBe(count);
          // And within every class to less than one person.
          sizes.forEach((size, i) => {
            const own = chat.filter((login) => scenario.people[login.person]!.group === `group ${i}`).length;
            expect(Math.abs(own - (size * count) / people.length)).toBeLessThan(1);
          });
          const share = planOf(scenario, 'dedicated', {
            chat: `${Math.round((count / people.length) * 100)}%`,
          });
          const byShare = share.logins.filter((login) => login.channels[0] === 'chat').length;
          expect(Math.abs(byShare - count)).toBeLessThan(1);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('who can do one channel only does that one, and is not counted in the split', () => {
    const scenario = centre([
      ...peopleOf(3, { group: 'chat', channels: ['chat'] }),
      ...peopleOf(4, { group: 'both' }),
      ...peopleOf(3, { group: 'messaging', channels: ['messaging'] }),
    ]);
    const plan = planOf(scenario, 'dedicated', { chat: '50%' });
    expect(plan.logins.map((login) => login.channels.join()).join(' ')).toBe(
      'chat chat chat chat chat messaging messaging messaging messaging messaging',
    );
  });

  test('a split that leaves a channel without people is a problem, in words', () => {
    const mode = MODES_BY_NAME.get('dedicated')!;
    const problems = mode.check!(centre(peopleOf(4)), mode.settings.parse({ chat: '100%' }));
    expect(problems.map(({ message }) => message)).toEqual(['this split leaves messaging without people']);
  });

  test('somebody alone cannot be split, and is not told to write the auto that is already there', () => {
    const mode = MODES_BY_NAME.get('dedicated')!;
    const [problem] = mode.check!(centre(peopleOf(1)), mode.settings.parse({}));
    expect(problem?.hint).toContain('leave this mode out');
    expect(mode.plan(centre(peopleOf(1)), mode.settings.parse({}))).toEqual({
      unavailable: 'it takes somebody for each channel, and its split leaves messaging without people',
    });
  });

  test.each(['chat', 'messaging'] as const)(
    'the only one who can do both takes the channel that those for %s alone leave over',
    (channel) => {
      const scenario = centre([
        ...peopleOf(9, { group: 'one', channels: [channel] }),
        ...peopleOf(1, { group: 'both' }),
      ]);
      const { logins } = planOf(scenario, 'dedicated', {});
      expect(logins[9]!.channels).toEqual([channel === 'chat' ? 'messaging' : 'chat']);
    },
  );
});

describe('per-shift', () => {
  const team = (count: number) => peopleOf(count, { shifts: [shiftOf(8 * HOUR, 16 * HOUR)] });
  const times = Array.from({ length: 8 * 12 }, (_, i) => 8 * HOUR + i * 5 * MINUTE);

  test.each([
    [0.5, '4h', true],
    [0.5, '2h', true],
    [0.75, '4h', true],
    [0.3, '2h', true],
    [0.5, '4h', false],
    [0.7, '2h', false],
  ])('at any time about %f of the people are on chat (blocks %s, stagger %s)', (share, blocks, stagger) => {
    const count = 24;
    const scenario = centre(team(count));
    const plan = planOf(scenario, 'per-shift', { chat: `${share * 100}%`, blocks, stagger });
    checkPlan(scenario, plan);
    expect(unusedSeconds(scenario, plan).every((left) => left === 0)).toBe(true);
    // Blocks under half an hour are merged with a neighbour, so about one person in 16 is off the plain rota at the edges.
    for (const time of times)
      expect(Math.abs(onChat(plan, time) - share * count), `at ${time / HOUR}`).toBeLessThanOrEqual(3);
    const mean = times.reduce((sum, time) => sum + onChat(plan, time), 0) / times.length;
    expect(Math.abs(mean - share * count)).toBeLessThan(1);
  });

  test('two logins each, one channel each; the first sign-in is free, each change costs the changeover', () => {
    const plan = planOf(centre(team(6)), 'per-shift', { blocks: '2h', changeover: '5m' });
    expect(plan.logins.length).toBe(12);
    for (const own of plan.sessions) {
      own.forEach(({ changeover, login }, i) => {
        expect(changeover).toBe(i === 0 ? 0 : 300);
        if (i > 0) expect(login).not.toBe(own[i - 1]!.login);
      });
    }
    expect(plan.sessions.some((own) => own.length > 2)).toBe(true);
  });

  test('with stagger people change one after the other, without it at a few instants all together', () => {
    const changes = (stagger: boolean) => {
      const plan = planOf(centre(team(24)), 'per-shift', { chat: '50%', blocks: '2h', stagger });
      return new Set(plan.sessions.flatMap((own) => own.slice(1).map(({ start }) => start))).size;
    };
    expect(changes(true)).toBeGreaterThan(10);
    expect(changes(false)).toBeLessThanOrEqual(3);
  });

  test('no block is shorter than half an hour', () => {
    for (const chat of ['10%', '35%', '50%', '95%']) {
      const plan = planOf(centre(team(17)), 'per-shift', { chat, blocks: '1h30m' });
      for (const { start, end } of plan.sessions.flat())
        expect(end - start).toBeGreaterThanOrEqual(30 * MINUTE);
    }
  });

  test('a table says who is where; the others alternate', () => {
    const scenario = centre([person('Ana', { shifts: [shift('08:00', '16:00')] }), ...team(3)]);
    const plan = planOf(scenario, 'per-shift', {
      table: [{ who: ['Ana'], chat: '07:00-10:00, 12:00-13:00', messaging: '10:00-12:00, 13:00-20:00' }],
    });
    checkPlan(scenario, plan);
    expect(plan.sessions[0]!.map((s) => [plan.logins[s.login]!.name, s.start / HOUR, s.end / HOUR])).toEqual([
      ['Ana (chat)', 8, 10], // clipped to the shift
      ['Ana (messaging)', 10, 12],
      ['Ana (chat)', 12, 13],
      ['Ana (messaging)', 13, 16],
    ]);
    expect(plan.sessions[1]!.length).toBeGreaterThan(0);
  });

  test('paid hours for which a table names no login are told', () => {
    const scenario = centre([person('Ana', { shifts: [shift('08:00', '16:00')] })]);
    const notesOf = (messaging: string): readonly string[] =>
      planOf(scenario, 'per-shift', { table: [{ who: ['Ana'], chat: '08:00-12:00', messaging }] }).notes;
    expect(notesOf('13:30-16:00')).toContain('the table leaves 1.5 person-hours of shifts without a login');
    expect(notesOf('12:00-16:00')).toHaveLength(1);
  });

  test('nobody is said to change logins where all the work is on one channel, or nobody handles both', () => {
    const nobody = ['nobody changes logins: each person is on one channel all the time'];
    const chatOnly = scenarioOf({ people: team(3), streams: [streamOf({ channel: 'chat' })] });
    expect(planOf(chatOnly, 'per-shift').notes).toEqual(nobody);
    const apart = [person('Ana', { channels: ['chat'] }), person('Ben', { channels: ['messaging'] })];
    expect(planOf(centre(apart), 'per-shift').notes).toEqual(nobody);
    expect(planOf(centre(team(3)), 'per-shift').notes[0]).toMatch(/^3 people with two logins each/);
  });

  test('a table may name groups, and a stranger in it is told with the nearest name', () => {
    const scenario = centre(team(3));
    const plan = planOf(scenario, 'per-shift', { table: [{ who: ['agent'], chat: 'always' }] });
    expect(plan.sessions.map((own) => own.length)).toEqual([1, 1, 1]);
    const mode = MODES_BY_NAME.get('per-shift')!;
    const [problem] = mode.check!(
      scenario,
      mode.settings.parse({ table: [{ who: ['agnet'], chat: 'always' }] }),
    );
    expect(problem).toMatchObject({
      path: ['table', 0, 'who', 0],
      hint: expect.stringContaining('agent') as string,
    });
  });

  test('a table that has somebody on both logins at once is a problem, in words', () => {
    const mode = MODES_BY_NAME.get('per-shift')!;
    const problems = (chat: string, messaging: string) =>
      mode.check!(centre(team(3)), mode.settings.parse({ table: [{ who: ['agent'], chat, messaging }] })).map(
        ({ message }) => message,
      );
    expect(problems('08:00-12:00', '12:00-16:00')).toEqual([]);
    expect(problems('08:00-12:00', '11:00-16:00')).toEqual(['the hours of chat and of messaging overlap']);
    expect(problems('22:00-02:00', '01:00-06:00')).toEqual(['the hours of chat and of messaging overlap']);
  });

  test('clock times that touch at midnight are one stretch, without a change of login', () => {
    const scenario = scenarioOf({
      days: 2,
      people: [person('Ana', { shifts: [shiftOf(22 * HOUR, 30 * HOUR)] })],
      streams: [streamOf()],
    });
    const plan = planOf(scenario, 'per-shift', { table: [{ who: ['Ana'], chat: 'always' }] });
    expect(plan.sessions[0]).toMatchObject([{ start: 22 * HOUR, end: 30 * HOUR }]);
  });

  test('a shift over midnight and a table by the clock', () => {
    const scenario = scenarioOf({
      days: 2,
      people: [person('Ana', { shifts: [shiftOf(22 * HOUR, 30 * HOUR)] })],
      streams: [streamOf({ channel: 'chat' }), streamOf({ channel: 'messaging' })],
    });
    const plan = planOf(scenario, 'per-shift', {
      table: [{ who: ['Ana'], chat: '22:00-02:00', messaging: '02:00-06:00' }],
    });
    checkPlan(scenario, plan);
    expect(plan.sessions[0]!.map((s) => [plan.logins[s.login]!.name, s.start / HOUR, s.end / HOUR])).toEqual([
      ['Ana (chat)', 22, 26],
      ['Ana (messaging)', 26, 30],
    ]);
  });
});

describe('blended', () => {
  test('says who is signed in to both channels', () => {
    const notes = (people: readonly PersonSpec[]): string => planOf(centre(people), 'blended').notes.join();
    const chatter = person('Ben', { channels: ['chat'] });
    expect(notes([person('Ana')])).toBe('one login each, signed in to both channels all shift');
    expect(notes([person('Ana'), chatter])).toBe(
      'one login each, 1 of 2 signed in to both channels all shift, the others to their one',
    );
    expect(notes([chatter])).toBe(
      'one login each, signed in all shift to the one channel that the person handles',
    );
  });
});

describe('messaging-only', () => {
  test('is left out, with the streams named, when a chat stream does not say how it goes as messaging', () => {
    const scenario = scenarioOf({
      streams: [streamOf({ name: 'sales' }), streamOf({ channel: 'messaging' })],
    });
    const plan = MODES_BY_NAME.get('messaging-only')!.plan(scenario, {});
    expect(plan).toEqual({ unavailable: expect.stringContaining('"sales"') as string });
  });
});

/** A third of the people take both channels, the others are dedicated by turns: a whole mode, as CONTRIBUTING.md tells. */
const withFloaters = defineMode({
  name: 'with-floaters',
  summary: 'two groups, and some people who float between them',
  settings: z.strictObject({ every: z.int().min(2).default(3) }),
  plan: (scenario, { every }) => ({
    logins: scenario.people.map((one, p) => {
      const turn: Channel = Math.floor(p / every) % 2 === 0 ? 'chat' : 'messaging';
      const asTheyCan = one.channels.length === 1 || p % every === 0;
      return loginOf(scenario, p, asTheyCan ? one.channels : [turn]);
    }),
    sessions: scenario.people.map((one, p) => wholeShifts(one, p)),
    chatAsMessaging: false,
    notes: [`one in ${every} floats`],
  }),
});

test('a fifth mode is one definition: the engine plays it as it is', () => {
  const scenario = centre(peopleOf(9));
  const plan = withFloaters.plan(scenario, withFloaters.settings.parse({}));
  if ('unavailable' in plan) throw new Error(plan.unavailable);
  checkPlan(scenario, plan);
  const lines = play({
    people: ['Ana', 'Ben', 'Cem', 'Dora', 'Eva', 'Finn'].map((name) => person(name)),
    plan: () => ({ ...plan, logins: plan.logins.slice(0, 6), sessions: plan.sessions.slice(0, 6) }),
    threads: [0, 1, 2, 3, 4].flatMap((n) => [
      single(at('10:00') + n, [[0, 600]]),
      single(at('10:00') + n, [[0, 600]], { stream: 1 }),
    ]),
    only: /goes to/,
  });
  expect(lines.length).toBe(10);
});
