// npm run bench:workers [-- retail-weekday --replications 100 --rounds 5]: two workers against one, as a ratio within each round.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { compare } from '../../src/analysis/compare.js';
import { inProcess } from '../../src/cluster/inProcess.js';
import { threads } from '../../src/cluster/threads.js';
import { simulate } from '../../src/simulate.js';
import { readScenario } from './scenarioFile.js';
import { median, spread } from './spread.js';

interface Round {
  readonly wallSeconds: number;
  /** Of all threads of the process. */
  readonly cpuSeconds: number;
  /** Of the thread with most of it: below this the clock cannot get, nor below half of all on two cores. NaN where /proc is missing. */
  readonly busiestSeconds: number;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    replications: { type: 'string', default: '100' },
    rounds: { type: 'string', default: '5' },
    workers: { type: 'string' },
  },
});
const [sample = 'retail-weekday'] = positionals;
if (values.workers === undefined) bench();
else console.log(JSON.stringify(await round(Number(values.workers))));

/** A process per round, one and two workers by turns: load from outside falls on both alike. */
function bench(): void {
  const rounds = Array.from({ length: Number(values.rounds) }, () => [play(1), play(2)] as const);
  const faster = rounds.map(([one, two]) => one.wallSeconds / two.wallSeconds);
  const dearer = rounds.map(([one, two]) => two.cpuSeconds / one.cpuSeconds);
  console.log(`${sample}, all modes, ${values.replications} replications, ${values.rounds} rounds`);
  console.log(`  one worker        ${median(rounds.map(([one]) => one.wallSeconds)).toFixed(2)} s`);
  console.log(`  two workers       ${median(rounds.map(([, two]) => two.wallSeconds)).toFixed(2)} s`);
  const free = rounds.map(
    ([one, two]) => one.busiestSeconds / Math.max(two.busiestSeconds, two.cpuSeconds / 2),
  );
  console.log(`  × faster by the clock, beside whatever else runs here          ${spread(faster)}`);
  console.log(`  × faster if both cores were free, from CPU time                ${spread(free)}`);
  console.log(`  × CPU time of all threads                                      ${spread(dearer)}`);
}

function play(workers: number): Round {
  const args = [sample, '--replications', values.replications, '--workers', String(workers)];
  const { stdout, stderr, status } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), ...args], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Round;
}

/** As the command does it: one worker needs no thread. Starting the threads is in the time. */
async function round(workers: number): Promise<Round> {
  const scenario = readScenario('scenarios', sample);
  const candidates = scenario.modes.map(({ name }) => ({ name, scenario, mode: name }));
  const cpu = process.cpuUsage();
  const before = busiestThread();
  const start = process.hrtime.bigint();
  const crew =
    workers === 1
      ? { runJobs: inProcess(candidates, simulate), close: () => Promise.resolve() }
      : threads(candidates, { workers });
  await compare(candidates, crew.runJobs, { replications: Number(values.replications) });
  const wallSeconds = Number(process.hrtime.bigint() - start) / 1e9;
  const { user, system } = process.cpuUsage(cpu);
  // Reading the scenario is no part of it; of two threads, which start now, neither had any time before.
  const busiestSeconds = busiestThread() - (workers === 1 ? before : 0);
  await crew.close();
  return { wallSeconds, cpuSeconds: (user + system) / 1e6, busiestSeconds };
}

/** Linux counts each thread's user and system time in hundredths of a second. */
function busiestThread(): number {
  const tasks = '/proc/self/task';
  if (!existsSync(tasks)) return NaN;
  const seconds = readdirSync(tasks).map((thread) => {
    const fields = readFileSync(`${tasks}/${thread}/stat`, 'utf8').split(') ')[1]!.split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  });
  return Math.max(...seconds);
}
