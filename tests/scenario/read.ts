/** Scenarios for tests of this room: short texts, parsed with made-up modes. */
import { explainScenario, type ExplainedScenario } from '../../src/scenario/parse.js';
import type { Scenario } from '../../src/scenario/types.js';
import { TEST_MODES } from './modes.js';

export const CHAT = 'traffic: [{ name: web chat, channel: chat, volume: { perDay: 100 } }]';
export const PEOPLE = 'people: [{ group: service, count: 20, shifts: always }]';

/** Lines of a scenario, with files by name; throws with all problems when it is bad. */
export function explain(
  lines: readonly string[],
  files: Readonly<Record<string, string>> = {},
): ExplainedScenario {
  const result = explainScenario(['name: Test', ...lines].join('\n'), {
    modes: TEST_MODES,
    readFile: (path) => files[path],
  });
  if (!result.ok)
    throw new Error(result.problems.map(({ line, message }) => `${line ?? 0}: ${message}`).join('\n'));
  return result.value;
}

/** Like `explain`, the scenario alone. */
export function scenario(lines: readonly string[], files: Readonly<Record<string, string>> = {}): Scenario {
  return explain(lines, files).scenario;
}
