// One run in a process of its own, to weigh what is open: `node --expose-gc weigh.js <entry>` prints it as JSON.
import { simulate } from '../../src/simulate.js';
import { Fullest } from './fullest.js';
import type { Weighing } from './outcome.js';
import { entryNamed } from './suite.js';

const entry = entryNamed(process.argv[2]!);
const fullest = new Fullest(() => {
  globalThis.gc!();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
});
simulate(entry.scenario(), entry.mode, 0, [fullest]);
const weighing: Weighing = { mostOpen: fullest.most, bytesEach: fullest.bytesEach };
console.log(JSON.stringify(weighing));
