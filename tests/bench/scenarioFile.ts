// A scenario file, read from the repository's own folder, where npm runs.
import { readFileSync } from 'node:fs';
import { MODES_BY_NAME } from '../../src/modes/registry.js';
import { parseScenario } from '../../src/scenario/parse.js';
import type { Scenario } from '../../src/scenario/types.js';

/** @throws Error with a sentence when the file is not good. */
export function readScenario(folder: string, name: string): Scenario {
  const readFile = (path: string): string => readFileSync(`${folder}/${path}`, 'utf8');
  const file = `${name}.yaml`;
  const result = parseScenario(readFile(file), { file, readFile, modes: MODES_BY_NAME });
  if (!result.ok)
    throw new Error(
      `${folder}/${file} is not good: ${result.problems.map(({ message }) => message).join(' ')}`,
    );
  return result.value;
}
