/** The sample scenarios in `scenarios/`, parsed. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { MODES_BY_NAME } from '../../src/modes/registry.js';
import { parseScenario } from '../../src/scenario/parse.js';
import type { Scenario } from '../../src/scenario/types.js';

export const SAMPLES = ['retail-weekday', 'bank-week', 'two-logins', 'overnight', 'switching-cost'] as const;

const parsed = new Map<string, Scenario>();

/** @throws Error with the problems when the file is not good. */
export function sampleScenario(name: string): Scenario {
  const known = parsed.get(name);
  if (known !== undefined) return known;
  const folder = new URL('../../scenarios/', import.meta.url);
  const read = (path: string): string => readFileSync(fileURLToPath(new URL(path, folder)), 'utf8');
  const result = parseScenario(read(`${name}.yaml`), {
    file: `${name}.yaml`,
    readFile: read,
    modes: MODES_BY_NAME,
  });
  if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.problems)}`);
  parsed.set(name, result.value);
  return result.value;
}
