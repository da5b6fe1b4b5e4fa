/** The work that a conversation brings with it when it opens, done or not. */
import type { Seconds } from '../base/units.js';
import type { Floor } from '../engine/observer.js';
import { COUNT, EFFORT, HEADER, PAIR, WRAP_UP } from '../traffic/script.js';

/** Seconds of undivided work, wrap-up in. A conversation that goes on inside a script brings nothing new. */
export function offeredWork(floor: Floor, c: number): Seconds {
  const { script, exchange } = floor.conversations;
  if (exchange[c]! > 0) return 0;
  const { data } = floor.scripts;
  const at = script[c]!;
  const end = at + HEADER + PAIR * data[at + COUNT]!;
  let seconds = data[at + WRAP_UP]!;
  for (let i = at + HEADER + EFFORT; i < end; i += PAIR) seconds += data[i]!;
  return seconds;
}
