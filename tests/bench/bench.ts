// A group's entries by all their runners, round by round, printed as each comes to its end.
import type { Round } from './outcome.js';
import { playApart, speed } from './process.js';
import { runnersOf, type Runner } from './runners.js';
import { median, spread } from './spread.js';
import type { Entry, Group } from './suite.js';

/** Gives what the checks found wrong, as sentences. */
export function bench(folder: string, group: Group, rounds: number): string[] {
  return group.entries.flatMap((entry) => {
    const runners = runnersOf(entry);
    const played = new Map<Runner, Round[]>(runners.map((runner) => [runner, []]));
    for (let r = 0; r < rounds; r++)
      for (const runner of runners) played.get(runner)!.push(playApart(folder, entry, runner, `round ${r}`));
    console.log(entry.name);
    const kernel = played.get('kernel');
    for (const [runner, own] of played) {
      const ratios = kernel?.map((round, r) => speed(own[r]!) / speed(round));
      console.log(
        `  ${runner.padEnd(26)}${(median(own.map(speed)) / 1e6).toFixed(2).padStart(6)} M/s` +
          (ratios === undefined ? '' : `   × kernel ${spread(ratios)}`) +
          `   ${median(own.map(({ events }) => events))} events`,
      );
    }
    return [...played].flatMap(([runner, own]) => wrongChecks(entry, runner, own));
  });
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
