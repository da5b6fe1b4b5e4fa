// Writes the tables into docs/performance.md, with the machine, the day and the load they come from.
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import type { Line } from './bench.js';
import { putBetween } from './page.js';
import { SUITE } from './suite.js';
import { markdown } from './table.js';
import type { Verdict } from './targets.js';

const PAGE = 'docs/performance.md';

const DEFINITIONS = `Medians over the rounds. _M/s_: million events per second of CPU, all threads of the process counted. _× kernel_: speed ÷ the kernel's,
median (smallest … largest) of the ratios within a round. _peak MB_: most memory the process ever held, Node's own 45 or so and the warm-up
in it. _most open_: conversations open at once, counted by a listener in a run that nobody times, with all metrics. _bytes each_: what lives in
heap and array buffers beyond what lived before the first event, after a collection, when the most are open (to within a tenth), ÷ open; told from a
thousand on, since below that what is reserved at the start outweighs them.`;

/** Such as `2 × AMD EPYC, Node v20.20.2, load 1.3`. */
export function machine(): string {
  return `${cpus().length} × ${cpus()[0]!.model}, Node ${process.version}, load ${loadavg()[0]!.toFixed(1)}`;
}

/** `began`: the machine as it was then. */
export function writePage(
  lines: readonly Line[],
  verdicts: readonly Verdict[],
  began: string,
  rounds: number,
): void {
  const day = new Date().toISOString().slice(0, 10);
  const long = SUITE.filter((group) => group.rounds !== undefined).map(({ name }) => name);
  const head =
    `${day}, ${began} at the start and ${loadavg()[0]!.toFixed(1)} at the end; ` +
    `${rounds} rounds of each, one of ${long.join(' and ')}.`;
  const text = [head, markdown(lines, verdicts), DEFINITIONS].join('\n\n');
  writeFileSync(PAGE, putBetween(readFileSync(PAGE, 'utf8'), text));
}
