// npm run bench:workers [-- retail-weekday --replications 1000 --rounds 3]: the built program with two workers against one; in fewer
// replications what each thread compiles for itself weighs more.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { median, spread } from './spread.js';

interface Run {
  /** From the start of the process to its end, files written. */
  readonly wallSeconds: number;
  /** Of all threads. */
  readonly cpuSeconds: number;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    replications: { type: 'string', default: '1000' },
    rounds: { type: 'string', default: '3' },
  },
});
const [sample = 'retail-weekday'] = positionals;
const out = mkdtempSync(join(tmpdir(), 'blendsim-'));
// By turns: load from outside falls on both alike.
const rounds = Array.from({ length: Number(values.rounds) }, () => ({ one: run(1), two: run(2) }));
rmSync(out, { recursive: true });

console.log(`${sample}, ${values.replications} replications, ${values.rounds} rounds`);
console.log(`  one worker     ${seconds(rounds.map(({ one }) => one))}`);
console.log(`  two workers    ${seconds(rounds.map(({ two }) => two))}`);
const faster = rounds.map(({ one, two }) => one.wallSeconds / two.wallSeconds);
const dearer = rounds.map(({ one, two }) => two.cpuSeconds / one.cpuSeconds);
console.log(`  × faster by the clock, beside whatever else runs here   ${spread(faster)}`);
console.log(`  × CPU time of all threads                               ${spread(dearer)}`);

function run(workers: number): Run {
  const before = process.hrtime.bigint();
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      ...['--require', './tests/bench/cpuTime.cjs', 'dist/cli/main.js', 'run', `scenarios/${sample}`],
      ...['--replications', values.replications, '--workers', String(workers)],
      ...['--no-report', '--out', join(out, 'run')],
    ],
    { encoding: 'utf8' },
  );
  const wallSeconds = Number(process.hrtime.bigint() - before) / 1e9;
  rmSync(join(out, 'run'), { recursive: true, force: true });
  if (status !== 0) throw new Error(stderr);
  return { wallSeconds, cpuSeconds: Number(stderr.split('\n').at(-1)) / 1e6 };
}

function seconds(runs: readonly Run[]): string {
  const middle = (of: keyof Run): string => `${median(runs.map((one) => one[of])).toFixed(2)} s`;
  return `${middle('wallSeconds')} by the clock, ${middle('cpuSeconds')} of CPU`;
}
