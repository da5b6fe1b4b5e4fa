// This version against another: rounds of the two by turns, and per entry how much faster this one is.
import type { Round } from './outcome.js';
import { playApart, speed } from './process.js';
import { runnersOf, type Runner } from './runners.js';
import { median, spread } from './spread.js';
import type { Entry, Group } from './suite.js';
import type { Version } from './version.js';

export function against(here: string, there: Version, groups: readonly Group[], rounds: number): void {
  for (const { entries, rounds: most = rounds } of groups) {
    for (const entry of entries) {
      for (const runner of runnersOf(entry)) {
        if (runner !== 'kernel') console.log(line(entry, runner, here, there, Math.min(rounds, most)));
      }
    }
  }
}

function line(entry: Entry, runner: Runner, here: string, there: Version, rounds: number): string {
  const pairs = Array.from({ length: rounds }, (_, r) => {
    const play = (folder: string): Round => playApart(folder, entry, runner, `round ${r}`);
    // Who goes first changes: what the machine does beside is on neither side.
    if (r % 2 === 0) return { now: play(here), then: play(there.folder) };
    const then = play(there.folder);
    return { now: play(here), then };
  });
  const ratios = pairs.map(({ now, then }) => speed(now) / speed(then));
  const told = median(ratios) < 1 ? ratios.map((ratio) => 1 / ratio) : ratios;
  const word = median(ratios) < 1 ? 'slower' : 'faster';
  const other = pairs.find(({ now, then }) => now.events !== then.events);
  const differs =
    other === undefined ? '' : `; plays another run: ${other.now.events} events, not ${other.then.events}`;
  return `${entry.name}, ${runner}: ${spread(told)} × ${word} than ${there.name}${differs}`;
}
