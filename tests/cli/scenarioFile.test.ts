// A folder given for a scenario: what is in it is told in a few words, however much that is.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findScenario } from '../../src/cli/scenarioFile.js';
import type { Failure } from '../../src/cli/failure.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'blendsim-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const hintWith = (...names: readonly string[]): string | undefined => {
  for (const name of names) writeFileSync(join(folder, name), '');
  try {
    return `found ${findScenario(folder)}`;
  } catch (error) {
    return (error as Failure).hint?.replaceAll(`${folder}/`, '');
  }
};

test('one file and a few are named, scenarios as most people write them first', () => {
  expect(hintWith('roster.json', 'x.schema.json', 'notes.txt')).toBe('In it: roster.json');
  expect(hintWith('tuesday.yaml', 'monday.yaml')).toBe('In it: monday.yaml, tuesday.yaml, roster.json');
});

test('of very many, some are named and the others counted', () => {
  const many = Array.from({ length: 400 }, (_, i) => `day-${100 + i}.yaml`);
  const hint = hintWith(...many);
  expect(hint).toMatch(/^In it: day-100\.yaml, .*, day-107\.yaml and 392 more$/);
});

test('none, or results of a run: what to do is said', () => {
  mkdirSync(join(folder, 'sub.yaml'));
  expect(hintWith('notes.txt')).toContain('blendsim init writes a starter scenario');
  expect(hintWith('run.json', 'comparison.json')).toContain('It holds results');
});
