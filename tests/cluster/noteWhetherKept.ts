// A stand-in for simulate that consumes its demand and notes whether it was drawn for it or kept from another.
import type { Simulate } from '../../src/cluster/runJob.js';
import { KeptDemand } from '../../src/traffic/keptDemand.js';
import { Script } from '../../src/traffic/script.js';
import { reportOf } from './fakeSimulate.js';

export const noteWhetherKept: Simulate = (scenario, mode, replication, _, draw) => {
  const { demand } = draw(scenario, replication);
  for (const script = new Script(); demand.next(script););
  const notes = [demand instanceof KeptDemand ? 'kept' : 'drawn'];
  return { ...reportOf(scenario, mode, replication, {}), notes };
};
