/** V8 compiles hot code beside the run, on a core that it takes for idle. With a worker on every core that time is the runs' own. */
import { setFlagsFromString } from 'node:v8';

/**
 * About four times V8's own. Types are better known by then, so less is compiled that is soon thrown away (40 % of it was), and what is
 * seldom called is left alone.
 */
const INTERRUPT_BUDGET = 600_000;

/** For the whole process. V8 reads it anew for each function, so it may be set while code runs. */
export function compileLater(): void {
  setFlagsFromString(`--interrupt-budget=${INTERRUPT_BUDGET}`);
}
