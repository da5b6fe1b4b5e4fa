/** Every broken scenario in `broken/` is told in full, in the words of its `.expected.txt`; `vitest -u` writes them anew. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../src/base/result.js';
import { parseScenario } from '../../src/scenario/parse.js';
import { TEST_MODES } from './modes.js';

const folder = join(import.meta.dirname, 'broken');
const cases = readdirSync(folder).filter((name) => /\.(yaml|json)$/.test(name));

function told(problem: Problem): string {
  const { file, line, column, severity, path, message, hint } = problem;
  const place = `${file ?? ''}:${line ?? ''}:${column ?? ''}`;
  return [
    `${place} ${severity}${path === undefined ? '' : ` at ${path}`}`,
    `  ${message}`,
    ...(hint === undefined ? [] : [`  → ${hint}`]),
  ].join('\n');
}

function readFile(path: string): string | undefined {
  const file = join(folder, path);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

describe('broken scenarios', () => {
  it('there are at least 45 of them', () => {
    expect(cases.length).toBeGreaterThanOrEqual(45);
  });

  it.each(cases)('%s', async (name) => {
    const result = parseScenario(readFileSync(join(folder, name), 'utf8'), {
      file: name,
      readFile,
      modes: TEST_MODES,
    });
    const problems = result.ok ? result.warnings : result.problems;
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.some(({ severity }) => severity === 'error')).toBe(!result.ok);
    const text = `${problems.map(told).join('\n')}\n`;
    await expect(text).toMatchFileSnapshot(join(folder, name.replace(/\.\w+$/, '.expected.txt')));
  });
});
