// One of the processes of `npm run validate:theory`: plays the cases it is handed, one at a time.
import { setPriority } from 'node:os';
import { CASES } from './cases.js';
import { judge, playAll, type Verdict } from './theory.js';

export interface Order {
  readonly index: number;
  readonly seed: string;
  /** Times the case's own number of replications. */
  readonly times: number;
}

export interface Done {
  readonly index: number;
  readonly verdicts: readonly Verdict[];
  readonly seconds: number;
}

setPriority(10);
process.on('message', ({ index, seed, times }: Order) => {
  const one = CASES[index]!;
  const before = process.cpuUsage();
  const verdicts = judge(one, playAll(one, seed, times));
  const { user, system } = process.cpuUsage(before);
  process.send!({ index, verdicts, seconds: (user + system) / 1e6 } satisfies Done);
});
