// npm run bench [-- B3 …] [--rounds 5]: the engine beside bare kernels of the same models, in events per second of CPU.
import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ARRIVALS, KNOWN, MODELS, type ModelName } from './models.js';
import type { Round } from './round.js';

const KERNEL = 'kernel';
const METRICS = 'engine, all metrics';
const RUNNERS = [KERNEL, 'engine, nobody listening', METRICS] as const;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '5' } },
});
const rounds = Number(values.rounds);
const chosen = positionals.length === 0 ? MODELS : MODELS.filter((model) => positionals.includes(model));
const wrong: string[] = [];

console.log(
  `${cpus()[0]!.model}, Node ${process.version}; ${rounds} rounds, each runner in a process of its own,`,
);
console.log('one after the other by turns; events per second of CPU, all threads of the process counted.\n');
for (const model of chosen) bench(model);
if (chosen.includes('B3')) memory();
for (const line of wrong) console.error(line);
process.exitCode = wrong.length > 0 ? 1 : 0;

/** A process per round: runners that share one leave each other's types in the compiler's notes and slow each other down. */
function play(model: ModelName, runner: string, arrivals: number, seed: string): Round {
  const script = fileURLToPath(new URL('round.js', import.meta.url));
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [script, model, runner, String(arrivals), seed],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Round;
}

function bench(model: ModelName): void {
  const byRunner = new Map<string, Round[]>(RUNNERS.map((runner) => [runner, []]));
  for (let r = 0; r < rounds; r++) {
    for (const runner of RUNNERS)
      byRunner.get(runner)!.push(play(model, runner, ARRIVALS[model], `round ${r}`));
  }
  console.log(`${model}, ${ARRIVALS[model]} arrivals`);
  for (const [runner, played] of byRunner) {
    const speeds = played.map(speed);
    const ratios = speeds.map((one, r) => one / speed(byRunner.get(KERNEL)![r]!));
    console.log(
      `  ${runner.padEnd(26)}${(median(speeds) / 1e6).toFixed(2).padStart(6)} M/s` +
        `   × kernel ${median(ratios).toFixed(3)} (${Math.min(...ratios).toFixed(3)} … ${Math.max(...ratios).toFixed(3)})` +
        `   ${median(played.map((round) => round.events))} events`,
    );
    check(model, runner, played);
  }
  console.log();
}

function speed(round: Round): number {
  return round.events / round.cpuSeconds;
}

/** The mean over the rounds against the known value, for every check that both have. */
function check(model: ModelName, runner: string, played: readonly Round[]): void {
  const said: string[] = [];
  for (const [name, { value, within }] of Object.entries(KNOWN[model])) {
    if (!(name in played[0]!.checks)) continue;
    const seen = played.reduce((sum, round) => sum + round.checks[name]!, 0) / played.length;
    said.push(`${name} ${seen.toPrecision(4)} (${value})`);
    if (!(Math.abs(seen - value) <= within * value))
      wrong.push(`${model}, ${runner}: ${name} is ${seen}, not ${value}`);
  }
  if (said.length > 0) console.log(`    ${said.join(', ')}`);
}

/** What a run holds must not grow with what has passed. */
function memory(): void {
  console.log('B3, peak memory of the process by chats passed');
  for (const runner of RUNNERS) {
    const peaks = [20_000, 400_000].map((arrivals) => play('B3', runner, arrivals, 'memory').peakMegabytes);
    console.log(`  ${runner.padEnd(26)}${peaks.map((peak) => `${peak.toFixed(0).padStart(5)} MB`).join('')}`);
  }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
