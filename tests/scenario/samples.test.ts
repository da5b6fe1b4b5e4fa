/** The samples in `scenarios/`: each opens with its question, is free of problems and warnings, and has a page. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MODES_BY_NAME } from '../../src/modes/registry.js';
import { offeredWork, staffedSeconds, sum } from '../../src/scenario/offeredWork.js';
import { explainScenario } from '../../src/scenario/parse.js';
import { scenarioJsonSchema } from '../../src/scenario/schema.js';

const root = resolve(import.meta.dirname, '../..');
const folder = join(root, 'scenarios');
const samples = ['.', 'theory'].flatMap((inner) =>
  readdirSync(join(folder, inner))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => join(inner, name)),
);

describe.each(samples)('%s', (name) => {
  const file = join(folder, name);
  const text = readFileSync(file, 'utf8');
  const readFile = (path: string): string | undefined => {
    const found = join(dirname(file), path);
    return existsSync(found) ? readFileSync(found, 'utf8') : undefined;
  };
  const result = explainScenario(text, { file: name, readFile, modes: MODES_BY_NAME });

  it('opens with the question it answers and names the schema for editors', () => {
    const [first, second] = text.split('\n');
    const schema = relative(dirname(file), join(folder, 'scenario.schema.json'));
    expect(first).toMatch(/^# Question: .+\?$/);
    expect(second).toBe(`# yaml-language-server: $schema=${schema.startsWith('.') ? schema : `./${schema}`}`);
  });

  it('has no problem and no warning', () => {
    expect(result.ok ? result.warnings : result.problems).toEqual([]);
  });

  it('keeps its people busy, but not beyond their hours', () => {
    if (!result.ok) throw new Error('it has problems');
    const offered = sum(offeredWork(result.value.scenario).map(sum));
    const staffed = sum(Object.values(staffedSeconds(result.value.scenario)).map(sum));
    expect(offered / staffed).toBeGreaterThan(0.55);
    expect(offered / staffed).toBeLessThan(0.85);
  });

  it('has a page', () => {
    const page = join(root, 'docs/scenarios', name.replace('.yaml', '.md'));
    expect(existsSync(page)).toBe(true);
  });
});

describe('scenario.schema.json', () => {
  it('is in step with the schema; `blendsim schema` writes it anew', () => {
    const written = readFileSync(join(folder, 'scenario.schema.json'), 'utf8');
    expect(written).toBe(`${JSON.stringify(scenarioJsonSchema(MODES_BY_NAME), null, 2)}\n`);
  });
});
