/**
 * With one exchange, cap 1 and nothing else that costs time the model is the queue of n servers, first come first served. Its
 * waits follow exactly from arrivals, efforts and patience by the recursion of Kiefer and Wolfowitz (for one server: Lindley).
 */
import { describe, expect, test } from 'vitest';
import type { Seconds } from '../../src/base/units.js';
import type { Floor, Observer } from '../../src/engine/observer.js';
import { run } from '../../src/engine/run.js';
import { sampleDemand } from '../../src/traffic/demand.js';
import { drain } from '../support/drain.js';
import { everybody, planOf } from '../support/play.js';
import { peopleOf, perHour, scenarioOf, streamOf } from '../support/scenarioOf.js';
import { Silent } from '../support/silent.js';

interface Customer {
  readonly at: Seconds;
  readonly effort: Seconds;
  readonly patience: Seconds;
}

/** When each customer is begun; null: lost patience before. Works with the n instants at which the servers come free. */
function recursion(customers: readonly Customer[], n: number): (Seconds | null)[] {
  const free = new Array<Seconds>(n).fill(0);
  return customers.map(({ at, effort, patience }) => {
    const soonest = free.indexOf(Math.min(...free));
    const begin = Math.max(at, free[soonest]!);
    if (begin > at + patience) return null;
    free[soonest] = begin + effort;
    return begin;
  });
}

/** When each thread's work began, as the engine tells. */
class Begins extends Silent implements Observer {
  readonly at: (Seconds | null)[] = [];
  #floor!: Floor;
  override begin(floor: Floor): void {
    this.#floor = floor;
  }
  override arrived(c: number): void {
    this.at[this.#floor.conversations.thread[c]!] = null;
  }
  override workStarted(_p: number, c: number): void {
    this.at[this.#floor.conversations.thread[c]!] = this.#floor.now;
  }
}

describe.each(['chat', 'messaging'] as const)('one exchange of %s at a time is M/G/n', (channel) => {
  test.each([
    ['one server, Lindley', 1, 54, null],
    ['seven servers, nearly full', 7, 400, null],
    ['seven servers, too few, with patience', 7, 600, 90],
    ['twenty servers', 20, 1150, 600],
  ])('%s', (_, n, rate, patience) => {
    const scenario = scenarioOf({
      people: peopleOf(n),
      capacity: { messaging: { headroom: 0 } },
      streams: [
        streamOf({
          channel,
          arrivals: perHour(rate),
          conversation: {
            effort: { kind: 'lognormal', mean: 60, cv: 1 },
            patience: patience === null ? null : { kind: 'exponential', mean: patience },
          },
        }),
      ],
    });
    const begins = new Begins();
    const demand = sampleDemand(scenario, 'lindley', 0);
    run(scenario, planOf(scenario, 'blended'), demand, everybody(scenario), begins);

    const customers = drain(sampleDemand(scenario, 'lindley', 0)).map(({ at, native }) => {
      return { at, effort: native[0]!.efforts[0]!, patience: native[0]!.patience };
    });
    const { horizon } = scenario.calendar;
    const expected = recursion(customers, n).map((at) => (at !== null && at < horizon ? at : null));
    expect(begins.at.length).toBe(customers.length);
    expect(begins.at).toEqual(expected);
    if (patience === 90) expect(expected.filter((at) => at === null).length).toBeGreaterThan(1000);
  });
});
