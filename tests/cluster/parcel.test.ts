// A parcel holds an outcome as it is, so that a report from a thread has the bytes of one made here.
import { describe, expect, test } from 'vitest';
import { open, pack } from '../../src/cluster/parcel.js';
import { simulate } from '../../src/simulate.js';
import { sampleScenario } from '../support/samples.js';
import { scenarioOf } from '../support/scenarioOf.js';
import { reportOf } from './fakeSimulate.js';

describe('a parcel opens as it was packed', () => {
  test.each(['retail-weekday', 'two-logins'])('%s, in every mode', (name) => {
    const scenario = sampleScenario(name);
    for (const mode of scenario.modes) {
      const report = simulate(scenario, mode.name, 0);
      expect(JSON.stringify(open(structuredClone(pack(report))))).toBe(JSON.stringify(report));
    }
  });

  test('tables without a row', () => {
    const report = reportOf(scenarioOf(), 'a', 0, { firstResponseMean: 60 });
    expect(open(structuredClone(pack(report)))).toEqual(report);
  });

  test('a mode that cannot be played', () => {
    const outcome = { unavailable: 'no split leaves people on both channels' };
    expect(open(structuredClone(pack(outcome)))).toEqual(outcome);
  });
});
