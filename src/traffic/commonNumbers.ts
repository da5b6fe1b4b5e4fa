/** Common random numbers, drawn once: the last replication is kept for the modes that meet it after the first. */
import type { Attendance } from './attendance.js';
import { sampleDemand } from './demand.js';
import { KeepingDemand, KeptDemand } from './keptDemand.js';
import { drawReplication, drawTheSame, type Draw, type DrawnFrom } from './replication.js';

/** Numbers kept at most (32 MB): a longer replication is drawn anew for every mode, so that memory stays flat. */
const MOST_KEPT = 1 << 22;

interface LastDrawn {
  readonly scenario: DrawnFrom;
  readonly replication: number;
  readonly demand: KeepingDemand;
  readonly attendance: Attendance;
}

/** A `drawReplication` that pays where modes come one after the other on one replication. It keeps what the first run has consumed to its end. */
export function commonNumbers(mostKept = MOST_KEPT): Draw {
  let last: LastDrawn | null = null;
  return (scenario, replication) => {
    if (last?.replication === replication && drawTheSame(last.scenario, scenario)) {
      const { kept } = last.demand;
      const demand = kept ? new KeptDemand(kept) : sampleDemand(scenario, scenario.seed, replication);
      return { demand, attendance: last.attendance };
    }
    const { demand, attendance } = drawReplication(scenario, replication);
    last = { scenario, replication, demand: new KeepingDemand(demand, mostKept), attendance };
    return last;
  };
}
