// One timed round in a process of its own: `node round.js <model> <runner> <arrivals> <seed>` prints it as JSON.
import { engineAlone, engineWithMetrics } from './engines.js';
import { kernel } from './kernels.js';
import type { ModelName } from './models.js';
import type { Outcome } from './outcome.js';

export interface Round extends Outcome {
  /** User and system time of all threads, so what the compiler and the collector do beside counts too. */
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
}

const RUNNERS: Readonly<Record<string, (model: ModelName, arrivals: number, seed: string) => Outcome>> = {
  kernel,
  'engine, nobody listening': engineAlone,
  'engine, all metrics': engineWithMetrics,
};

const [model, runner, arrivals, seed] = process.argv.slice(2) as [ModelName, string, string, string];
const play = RUNNERS[runner]!;
// Warm: what a planner's second replication gets.
play(model, 50_000, 'warm');
const before = process.cpuUsage();
const outcome = play(model, Number(arrivals), seed);
const { user, system } = process.cpuUsage(before);
const round: Round = {
  ...outcome,
  cpuSeconds: (user + system) / 1e6,
  peakMegabytes: process.resourceUsage().maxRSS / 1024,
};
console.log(JSON.stringify(round));
