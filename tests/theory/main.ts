// npm run validate:theory [-- ID … --seed theory --times 1 --workers 2]: every case at length, as a table; exit code 1 on failure.
import { fork } from 'node:child_process';
import { parseArgs } from 'node:util';
import { CASES, LEFT_OUT, NOT_EXPRESSED } from './cases.js';
import type { Verdict } from './theory.js';
import type { Done, Order } from './worker.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: 'theory' },
    times: { type: 'string', default: '1' },
    workers: { type: 'string', default: '2' },
  },
});

const chosen = CASES.flatMap(({ id }, index) =>
  positionals.length === 0 || positionals.includes(id) ? [index] : [],
);
const started = process.hrtime.bigint();
const done = new Map<number, Done>();
await Promise.all(Array.from({ length: Number(values.workers) }, () => work([...chosen].reverse())));

console.log('\n| case | quantity | exact | simulated | half-width | z | |\n|---|---|---|---|---|---|---|');
const verdicts = chosen.flatMap((index) => [...done.get(index)!.verdicts]);
for (const verdict of verdicts) console.log(row(verdict));
const failed = verdicts.filter(({ pass }) => !pass);
const minutes = Number(process.hrtime.bigint() - started) / 6e10;
console.log(
  `\n${verdicts.length} values of ${chosen.length} cases in ${minutes.toFixed(1)} min, ${failed.length} failed`,
);
if (positionals.length === 0) tellTheRest();
process.exitCode = failed.length > 0 ? 1 : 0;

/** A process of its own takes case after case from what is left, the last in the list first. */
async function work(list: readonly number[]): Promise<void> {
  const worker = fork(new URL('worker.js', import.meta.url));
  for (const index of list) {
    if (done.has(index)) continue;
    done.set(index, { index, verdicts: [], seconds: 0 });
    const order: Order = { index, seed: values.seed, times: Number(values.times) };
    const result = await new Promise<Done>((resolve, reject) => {
      worker.once('message', (message) => resolve(message as Done));
      worker.once('exit', (code) =>
        reject(new Error(`${CASES[index]!.id}: the worker ended with code ${code}`)),
      );
      worker.send(order);
    });
    worker.removeAllListeners('exit');
    done.set(index, result);
    const { id, title } = CASES[index]!;
    console.error(`${id.padEnd(9)} ${result.seconds.toFixed(1).padStart(6)} s  ${title}`);
  }
  worker.disconnect();
}

function row({ id, quantity, exact, simulated, halfWidth, z, precise, pass }: Verdict): string {
  const percent = ((100 * halfWidth) / Math.abs(exact)).toFixed(2);
  const says = pass ? 'pass' : precise ? 'FAIL' : 'FAIL: too short';
  return `| ${id} | ${quantity} | ${number(exact)} | ${number(simulated)} | ± ${number(halfWidth)} (${percent} %) | ${z.toFixed(2)} | ${says} |`;
}

function number(value: number): string {
  return String(Number(value.toPrecision(5)));
}

function tellTheRest(): void {
  console.log('\n| not expressed | why |\n|---|---|');
  for (const [id, why] of Object.entries(NOT_EXPRESSED)) console.log(`| ${id} | ${why} |`);
  console.log('\n| left out | what |\n|---|---|');
  for (const [id, what] of Object.entries(LEFT_OUT)) console.log(`| ${id} | ${what} |`);
}
