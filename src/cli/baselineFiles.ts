/** Where baselines lie: `<scenario>.baseline.json` beside the scenario. */
import { readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { nameOf } from './scenarioFile.js';

const SUFFIX = '.baseline.json';

export function baselineFile(scenarioFile: string): string {
  return join(dirname(scenarioFile), nameOf(scenarioFile) + SUFFIX);
}

/** The scenario's name without its extension, from either file's name. */
export function withoutSuffix(asked: string): string {
  return asked.endsWith(SUFFIX) ? asked.slice(0, -SUFFIX.length) : asked;
}

/** All below `scenarios`, or below the current folder where there is no such folder; in order of name. */
export function findBaselines(): string[] {
  const home = statSync('scenarios', { throwIfNoEntry: false })?.isDirectory() === true ? 'scenarios' : '.';
  return below(home);
}

function below(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return /^\.|^node_modules$/.test(entry.name) ? [] : below(path);
    return entry.name.endsWith(SUFFIX) ? [path] : [];
  });
}
