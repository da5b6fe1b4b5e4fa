// One timed round in a process of its own: `node round.js <entry> <runner> <seed>` prints it as JSON.
import type { Round } from './outcome.js';
import { play, type Runner } from './runners.js';
import { entryNamed } from './suite.js';

const [name, runner, seed] = process.argv.slice(2) as [string, Runner, string];
const entry = entryNamed(name);
// Warm: what a planner's second replication gets.
play(entry, runner, 'warm', 'warmUp');
const before = process.cpuUsage();
const outcome = play(entry, runner, seed, 'full');
const { user, system } = process.cpuUsage(before);
const round: Round = {
  ...outcome,
  cpuSeconds: (user + system) / 1e6,
  peakMegabytes: process.resourceUsage().maxRSS / 1024,
};
console.log(JSON.stringify(round));
