/** Routing's ranking of candidates against plain scans: of entrants with keys, and of all logins in the middle of runs. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HOUR } from '../../src/base/units.js';
import { canTake } from '../../src/engine/capacity.js';
import type { Floor } from '../../src/engine/observer.js';
import { choose } from '../../src/engine/routing.js';
import { run } from '../../src/engine/run.js';
import { State } from '../../src/engine/state.js';
import { Tournament } from '../../src/engine/tournament.js';
import { MODES, MODES_BY_NAME } from '../../src/modes/registry.js';
import { CHAT, MESSAGING, type Scenario } from '../../src/scenario/types.js';
import { sampleAttendance } from '../../src/traffic/attendance.js';
import { sampleDemand } from '../../src/traffic/demand.js';
import { randomScenario } from '../support/randomScenario.js';
import { calendarOf, peopleOf, perHour, scenarioOf, streamOf } from '../support/scenarioOf.js';
import { Silent } from '../support/silent.js';

type Key = readonly [first: number, second: number];

/** In order, those whose key is the lowest. */
function lowest(keys: readonly (Key | null)[]): number[] {
  const present = keys.flatMap((key, i) => (key === null ? [] : [{ key, i }]));
  const first = Math.min(...present.map(({ key }) => key[0]));
  const equals = present.filter(({ key }) => key[0] === first);
  const second = Math.min(...equals.map(({ key }) => key[1]));
  return equals.filter(({ key }) => key[1] === second).map(({ i }) => i);
}

/** Few distinct keys, so that most are shared; null withdraws. */
const key = fc.oneof(
  fc.tuple(fc.constantFrom(0, 1 / 3, 0.7), fc.constantFrom(-Infinity, 0, 5)),
  fc.constant(null),
);

describe('a tournament', () => {
  test('knows the lowest key, how many share it, and each of them in order, whoever came and went', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20 }),
        fc.array(fc.tuple(fc.nat(19), key), { maxLength: 80 }),
        (entrants, changes) => {
          const tournament = new Tournament(entrants);
          const keys = new Array<Key | null>(entrants).fill(null);
          for (const [i, now] of changes) {
            if (i >= entrants) continue;
            keys[i] = now;
            if (now === null) tournament.withdraw(i);
            else tournament.enter(i, ...now);
            const winners = lowest(keys);
            expect(tournament.sharing).toBe(winners.length);
            expect(winners.map((_, skip) => tournament.winner(skip))).toEqual(winners);
          }
        },
      ),
    );
  });
});

function chosenByScan(f: State, c: number, weight: number): number {
  const k = f.conversations;
  const { channel, logins } = f.rules.streams[k.stream[c]!]!;
  const { fill, lastChatAt, lastMessageAt } = f.logins;
  const lastAt = channel === CHAT ? lastChatAt : lastMessageAt;
  const keys = Array.from(logins, (login): Key | null =>
    canTake(f, login, channel, weight) ? [fill[login * 2 + channel]!, lastAt[login]!] : null,
  );
  const best = lowest(keys);
  return logins[best[Math.floor(k.tie[c]! * best.length)] ?? -1] ?? -1;
}

/** Asks for a login at every turn of a conversation's life, and compares. */
class Doubter extends Silent {
  asked = 0;
  #floor!: State;
  #handsOver = false;

  override begin(floor: Floor): void {
    if (!(floor instanceof State)) throw new Error('the floor is not what the engine keeps');
    this.#floor = floor;
    this.#handsOver = floor.scenario.work.openMessaging === 'hand-over';
  }
  override queued(c: number): void {
    this.#ask(c);
  }
  override assigned(c: number): void {
    this.#ask(c);
  }
  override answered(_p: number, c: number): void {
    this.#ask(c);
  }
  override unassigned(c: number): void {
    this.#ask(c);
  }

  #ask(c: number): void {
    this.#compare(c, 1);
    const f = this.#floor;
    if (this.#handsOver && f.conversations.channel[c] === MESSAGING)
      this.#compare(c, f.scenario.capacity.messaging.inactiveWeight);
  }

  #compare(c: number, weight: number): void {
    this.asked++;
    const [chosen, found] = [choose(this.#floor, c, weight), chosenByScan(this.#floor, c, weight)];
    if (chosen !== found) throw new Error(`login ${chosen} instead of ${found} at ${this.#floor.now}`);
  }
}

function doubted(scenario: Scenario, mode: (typeof MODES)[number]): number {
  const plan = mode.plan(scenario, mode.settings.parse({}));
  if ('unavailable' in plan) return 0;
  const doubter = new Doubter();
  const demand = sampleDemand(scenario, scenario.seed, 0);
  run(scenario, plan, demand, sampleAttendance(scenario, scenario.seed, 0), doubter);
  return doubter.asked;
}

describe('the login that routing chooses is the one that a scan of all finds', () => {
  test.each(MODES)('in random small centres, $name', (mode) => {
    fc.assert(
      fc.property(randomScenario, (scenario) => {
        doubted(scenario, mode);
      }),
      { numRuns: Number(process.env['LAW_RUNS'] ?? 60) },
    );
  });

  test('among sixty people with both channels and a common limit', () => {
    const messages = { consumerGap: { kind: 'exponential', mean: HOUR } } as const;
    const exchanges = { kind: 'geometric', mean: 4 } as const;
    const scenario = scenarioOf({
      calendar: { ...calendarOf(1), horizon: 5 * HOUR },
      streams: [
        streamOf({ arrivals: perHour(100), conversation: { exchanges } }),
        streamOf({
          channel: 'messaging',
          arrivals: perHour(200),
          conversation: { exchanges, ...messages },
        }),
      ],
      people: peopleOf(60, { caps: { chat: 3, messaging: 8 } }),
      capacity: { sharing: 'shared', noMessagingAtChats: 2, messaging: { warmUpEvery: 30 } },
    });
    expect(doubted(scenario, MODES_BY_NAME.get('blended')!)).toBeGreaterThan(5000);
  });
});
