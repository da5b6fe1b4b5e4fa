// A scenario file, read from the repository's own folder, where npm runs.
import { readFileSync } from 'node:fs';
import { MODES_BY_NAME } from '../../src/modes/registry.js';
import { parseScenario } from '../../src/scenario/parse.js';
import type { Scenario } from '../../src/scenario/types.js';

/** @throws Error with a sentence when the file is not good. */
export function readSample(name: string): Scenario {
  const readFile = (path: string): string => readFileSync(`scenarios/${path}`, 'utf8');
  const file = `${name}.yaml`;
  const result = parseScenario(readFile(file), { file, readFile, modes: MODES_BY_NAME });
  if (!result.ok) throw new Error(`scenarios/${file} is not good`);
  return result.value;
}
