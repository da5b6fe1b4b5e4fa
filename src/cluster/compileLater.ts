/** V8 compiles hot code beside the run, on a core that it takes for idle. With a worker on every core that time is the runs' own. */
import { setFlagsFromString } from 'node:v8';

/** The V8 of Node 20. Later ones have no such flag, and say so on the user's screen. */
const KNOWS_THE_FLAG = process.versions.v8.startsWith('11.3.');

/**
 * About nine times V8's own. Types are better known by then, so less is compiled that is soon thrown away (40 % of it was), and what is
 * seldom called is left alone.
 */
const INTERRUPT_BUDGET = 600_000;
const USUAL_BUDGET = 67_584;

/** For the whole process. V8 reads it anew for each function, so it may be set while code runs. */
export function compileLater(): void {
  setBudget(INTERRUPT_BUDGET);
}

/** Again as V8 began: it takes back kept code (`cli/launch.ts`) only under the flags under which it was kept. */
export function compileAsUsual(): void {
  setBudget(USUAL_BUDGET);
}

function setBudget(budget: number): void {
  if (KNOWS_THE_FLAG) setFlagsFromString(`--interrupt-budget=${budget}`);
}
