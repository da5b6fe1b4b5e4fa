// The bench's models are what they claim, scaled down: known values, events counted alike, inactivity weights in play.
import { describe, expect, test } from 'vitest';
import { DAY } from '../../src/base/units.js';
import { simulate } from '../../src/simulate.js';
import type { Floor } from '../../src/engine/observer.js';
import { Silent } from '../support/silent.js';
import { engineAlone, engineWithMetrics } from './engines.js';
import { Fullest } from './fullest.js';
import { kernel } from './kernels.js';
import { messagingAtScale } from './messaging.js';
import { checksOf, KNOWN, MODELS, scenarioFor } from './models.js';
import { runnersOf } from './runners.js';
import { readScenario } from './scenarioFile.js';
import { SUITE } from './suite.js';

describe.each(MODELS)('%s', (model) => {
  const arrivals = 30_000;
  const seed = 'models';
  const scenario = { ...scenarioFor(model, arrivals), seed };
  const seen = engineWithMetrics(scenario, 'blended', 1, checksOf(model));

  test('kernel and engine count the same events, to within chance', () => {
    // The kernel stops at the last arrival, and the engine draws its arrivals' number: four standard deviations of it.
    const { events } = kernel(model, arrivals, seed);
    expect(Math.abs(seen.events / events - 1)).toBeLessThan(4 / Math.sqrt(arrivals));
  });

  test('whether anybody listens makes no difference to the events', () => {
    expect(engineAlone(scenario, 'blended', 1).events).toBe(seen.events);
  });

  test('the engine comes to the known values', () => {
    for (const [name, { value, within }] of Object.entries(KNOWN[model])) {
      // A tenth of a round: chance is three times as wide.
      expect(Math.abs(seen.checks[name]! / value - 1), name).toBeLessThan(4 * within);
    }
  });
});

/** Messaging conversations that weigh little, and what a login holds, at their highest. */
class Weights extends Silent {
  inactive = 0;
  conversations = 0;
  #floor!: Floor;

  override begin(floor: Floor): void {
    this.#floor = floor;
  }

  override assigned(c: number): void {
    const { conversations, logins } = this.#floor;
    const login = conversations.login[c]!;
    this.inactive = Math.max(this.inactive, logins.inactive[login]!);
    this.conversations = Math.max(this.conversations, logins.inactive[login]! + logins.active[login]!);
  }
}

describe('messaging at scale', () => {
  const scenario = messagingAtScale(20, 1);
  const weights = new Weights();
  const fullest = new Fullest(() => 0);
  const report = simulate(scenario, 'blended', 0, [weights, fullest]);

  test('people hold far more conversations than slots, since the inactive weigh little', () => {
    expect(scenario.people[0]!.caps.messaging).toBe(10);
    expect(weights.conversations).toBeGreaterThan(40);
    expect(weights.inactive).toBeGreaterThan(30);
  });

  test('at the size of B4 more than 50,000 are open at once', () => {
    expect((fullest.most / scenario.people.length) * 2_000).toBeGreaterThan(50_000);
  });

  test('150 conversations a day arrive per person, and people keep up', () => {
    if ('unavailable' in report) throw new Error(report.unavailable);
    const { offered, queueWaitMean } = report.scopes['stream:messaging']!;
    // Those the closing job closed too early come back, a few in a hundred.
    expect(offered! / (150 * scenario.people.length)).toBeGreaterThan(0.93);
    expect(offered! / (150 * scenario.people.length)).toBeLessThan(1.1);
    expect(queueWaitMean!).toBeLessThan(60);
  });
});

describe('four weeks', () => {
  const scenario = readScenario('tests/bench', 'four-weeks');

  test('500 people on rosters of five or six days a week', () => {
    expect(scenario.people).toHaveLength(500);
    expect(scenario.calendar.dayStarts).toHaveLength(28 + 1);
    for (const { shifts } of scenario.people) expect([20, 24]).toContain(shifts.length);
  });

  test('both channels are offered their volumes, and people keep up', () => {
    const short = { ...scenario, calendar: { ...scenario.calendar, horizon: 2 * DAY } };
    const report = simulate(short, 'blended', 0);
    if ('unavailable' in report) throw new Error(report.unavailable);
    const { chat, messaging, people } = report.scopes;
    expect(chat!.offered).toBeGreaterThan(8_000);
    expect(messaging!.offered).toBeGreaterThan(8_000);
    expect(chat!.abandonedShare).toBeLessThan(0.15);
    expect(people!.utilisation).toBeGreaterThan(0.5);
    expect(people!.utilisation).toBeLessThan(0.85);
  });
});

describe('the suite', () => {
  const entries = SUITE.flatMap((group) => group.entries);

  test('no two entries share a name', () => {
    expect(new Set(entries.map(({ name }) => name)).size).toBe(entries.length);
  });

  test('only the models done by hand have a kernel', () => {
    const withKernel = entries.filter((entry) => runnersOf(entry).includes('kernel'));
    expect(withKernel.map(({ name }) => name.slice(0, 2))).toEqual(['B1', 'B2', 'B3', 'B5', 'B5']);
  });
});
