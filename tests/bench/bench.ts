// An entry by all its runners, round by round, and what they come to: the lines of the table.
import type { Round } from './outcome.js';
import { playApart, speed, weighApart } from './process.js';
import { runnersOf, type Runner } from './runners.js';
import { median } from './spread.js';
import type { Entry } from './suite.js';

/** One runner of one entry: medians over the rounds. */
export interface Line {
  readonly entry: string;
  readonly runner: Runner;
  readonly events: number;
  /** Events per second of CPU. */
  readonly speed: number;
  /** Speed ÷ the kernel's, round by round; empty: there is no kernel. */
  readonly ratios: readonly number[];
  /** Of the process, from its start on. */
  readonly peakMegabytes: number;
  readonly mostOpen: number | null;
  readonly bytesEach: number | null;
  /** Sentences about checks that are off. */
  readonly wrong: readonly string[];
}

export function bench(folder: string, entry: Entry, rounds: number): Line[] {
  const runners = runnersOf(entry);
  const played = new Map<Runner, Round[]>(runners.map((runner) => [runner, []]));
  for (let r = 0; r < rounds; r++)
    for (const runner of runners) played.get(runner)!.push(playApart(folder, entry, runner, `round ${r}`));
  const weighing = weighApart(folder, entry);
  const kernel = played.get('kernel') ?? [];
  return [...played].map(([runner, own]) => ({
    entry: entry.name,
    runner,
    events: median(own.map(({ events }) => events)),
    speed: median(own.map(speed)),
    ratios: kernel.map((round, r) => speed(own[r]!) / speed(round)),
    peakMegabytes: median(own.map(({ peakMegabytes }) => peakMegabytes)),
    ...(runner === 'engine, all metrics' ? weighing : { mostOpen: null, bytesEach: null }),
    wrong: wrongChecks(entry, runner, own),
  }));
}

/** The mean over the rounds against the known value, for every check that both have. */
function wrongChecks(entry: Entry, runner: Runner, played: readonly Round[]): string[] {
  return Object.entries(entry.known ?? {}).flatMap(([name, { value, within }]) => {
    if (!(name in played[0]!.checks)) return [];
    const seen = played.reduce((sum, round) => sum + round.checks[name]!, 0) / played.length;
    return Math.abs(seen - value) <= within * value
      ? []
      : [`${entry.name}, ${runner}: ${name} is ${seen}, not ${value}.`];
  });
}
