// Common random numbers: what one run has drawn, another meets again bit for bit, and too much is drawn anew.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Scenario } from '../../src/scenario/types.js';
import { commonNumbers } from '../../src/traffic/commonNumbers.js';
import { KeptDemand } from '../../src/traffic/keptDemand.js';
import { drawReplication, type Draw } from '../../src/traffic/replication.js';
import { Script } from '../../src/traffic/script.js';
import { drain } from '../support/drain.js';
import { randomScenario } from '../support/randomScenario.js';
import { SAMPLES, sampleScenario } from '../support/samples.js';

const SAMPLE = sampleScenario('two-logins');

const played = (draw: Draw, scenario: Scenario, replication: number) => {
  const { demand, attendance } = draw(scenario, replication);
  return { threads: drain(demand), fingerprint: demand.fingerprint(), attendance };
};

/** Whether whoever comes after a first run meets what that has left. */
const isKept = (draw: Draw, scenario: Scenario, replication: number): boolean =>
  draw(scenario, replication).demand instanceof KeptDemand;

describe('every mode of a replication meets the same demand and the same people, kept or drawn', () => {
  test('in random small centres', () => {
    fc.assert(
      fc.property(randomScenario, (scenario) => {
        const draw = commonNumbers();
        const drawn = played(drawReplication, scenario, 3);
        expect(played(draw, scenario, 3)).toEqual(drawn);
        expect(isKept(draw, scenario, 3)).toBe(true);
        expect(played(draw, scenario, 3)).toEqual(drawn);
        expect(played(draw, scenario, 3)).toEqual(drawn);
      }),
      { numRuns: 60 },
    );
  });

  test.each(SAMPLES)('in %s, replication after replication', (name) => {
    const scenario = sampleScenario(name);
    const draw = commonNumbers();
    for (const replication of [0, 0, 1, 1, 0])
      expect(played(draw, scenario, replication)).toEqual(played(drawReplication, scenario, replication));
  });

  test('asked on the way, a kept fingerprint is that of the threads given so far', () => {
    const draw = commonNumbers();
    played(draw, SAMPLE, 0);
    const [kept, drawn] = [draw, drawReplication].map((by) => by(SAMPLE, 0).demand);
    const script = new Script();
    for (let thread = 0; thread < 10; thread++) {
      expect(kept?.fingerprint()).toBe(drawn?.fingerprint());
      kept?.next(script);
      drawn?.next(script);
    }
  });

  test('two that are consumed by turns do not disturb each other', () => {
    const draw = commonNumbers();
    const { demand } = draw(SAMPLE, 0);
    demand.next(new Script());
    expect(played(draw, SAMPLE, 1)).toEqual(played(drawReplication, SAMPLE, 1));
    expect(drain(demand)).toEqual(played(drawReplication, SAMPLE, 0).threads.slice(1));
    expect(played(draw, SAMPLE, 1)).toEqual(played(drawReplication, SAMPLE, 1));
  });
});

describe('what is kept', () => {
  test('is for scenarios that are the same in all that chance depends on', () => {
    const draw = commonNumbers();
    played(draw, SAMPLE, 0);
    const { work, modes } = sampleScenario('retail-weekday');
    expect(isKept(draw, { ...SAMPLE, work, modes }, 0)).toBe(true);
    const others: Partial<Scenario>[] = [
      { seed: 'another' },
      { people: SAMPLE.people.slice(1) },
      { streams: SAMPLE.streams.slice(1) },
      { busyness: structuredClone(SAMPLE.busyness) },
      { calendar: structuredClone(SAMPLE.calendar) },
    ];
    for (const other of others) {
      played(draw, SAMPLE, 0);
      expect(played(draw, { ...SAMPLE, ...other }, 0)).toEqual(
        played(drawReplication, { ...SAMPLE, ...other }, 0),
      );
      played(draw, SAMPLE, 0);
      expect(isKept(draw, { ...SAMPLE, ...other }, 0)).toBe(false);
    }
  });

  test('is never more numbers than asked: a longer replication is drawn anew, and is the same', () => {
    // A thread has its two sections, and stream, arrival, tie and the second one's length beside them.
    const { demand } = drawReplication(SAMPLE, 0);
    let size = 0;
    for (const script = new Script(); demand.next(script);)
      size += script.native.length + script.asMessaging.length + 4;
    const [enough, tooFew] = [size, size - 1].map((most) => commonNumbers(most));
    const drawn = played(drawReplication, SAMPLE, 0);
    for (const [draw, kept] of [
      [enough!, true],
      [tooFew!, false],
    ] as const) {
      played(draw, SAMPLE, 0);
      expect(isKept(draw, SAMPLE, 0)).toBe(kept);
      expect(played(draw, SAMPLE, 0)).toEqual(drawn);
    }
  });

  test('is whole: a replication that nobody has consumed to its end is drawn anew', () => {
    const draw = commonNumbers();
    const { demand } = draw(SAMPLE, 0);
    demand.next(new Script());
    expect(isKept(draw, SAMPLE, 0)).toBe(false);
    expect(played(draw, SAMPLE, 0)).toEqual(played(drawReplication, SAMPLE, 0));
  });
});
