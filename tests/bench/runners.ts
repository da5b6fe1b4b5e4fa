// Who plays an entry: the bare kernel where there is one, the engine alone, the engine with all metrics.
import { engineAlone, engineWithMetrics } from './engines.js';
import type { Outcome } from './outcome.js';
import type { Entry } from './suite.js';

export const RUNNERS = ['kernel', 'engine, nobody listening', 'engine, all metrics'] as const;
export type Runner = (typeof RUNNERS)[number];

export function runnersOf(entry: Entry): readonly Runner[] {
  return entry.kernel === undefined ? RUNNERS.filter((runner) => runner !== 'kernel') : RUNNERS;
}

export function play(entry: Entry, runner: Runner, seed: string, length: 'full' | 'warmUp'): Outcome {
  if (runner === 'kernel') return entry.kernel![length](seed);
  const { scenario, replications } = length === 'full' ? entry : entry.warmUp;
  const seeded = { ...scenario(), seed };
  return runner === 'engine, all metrics'
    ? engineWithMetrics(seeded, entry.mode, replications, entry.checks)
    : engineAlone(seeded, entry.mode, replications);
}
