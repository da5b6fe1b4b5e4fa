// blendsim compare: which candidates, on which demand, and what cannot be compared.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Comparison } from '../../src/analysis/comparison.js';
import type { Manifest } from '../../src/report/manifest.js';
import { Here, SHOP } from './here.js';

const here = new Here();
here.write('now.yaml', SHOP);
here.write('more.yaml', SHOP.replace('count: 3', 'count: 4').replace('seed: 5', 'seed: 9'));
here.write('busier.yaml', SHOP.replace('perHour: 12', 'perHour: 14'));
here.write('other.yaml', SHOP.replace('dedicated: {}', 'per-shift: {}'));
here.write('single.yaml', SHOP.replace('  blended: {}\n', ''));
here.write('week.yaml', SHOP.replace('days: 1', 'days: 7\nwarmUp: 1h\ntimezone: Europe/Paris'));
here.write('strict.yaml', `${SHOP}\ntargets: { chat: { firstResponse: 95% in 10s } }\n`);
afterAll(() => {
  here.clear();
});

const comparisonOf = async (...words: string[]): Promise<Comparison> => {
  const ended = await here.blendsim(
    'compare',
    ...words,
    '--workers',
    '1',
    '--format',
    'json',
    '--out',
    '@out',
  );
  expect(ended.code, ended.stderr).toBe(0);
  return JSON.parse(ended.stdout) as Comparison;
};
const namesOf = ({ candidates }: Comparison): string[] => candidates.map(({ name }) => name);

test('every mode that all files name, on every scenario, under one seed; the folder can be made again', async () => {
  const ended = await here.blendsim('compare', '@now', '@more', '--workers', '1', '--out', '@results');
  expect(ended.code).toBe(0);
  expect(ended.stdout).toContain('- The scenarios met the same demand, consumer by consumer.');
  expect(ended.stderr).toMatch(/^The same for all, as \S+now\.yaml says: seed 5\.\n$/);

  const manifest = JSON.parse(here.read('results', 'run.json')) as Manifest;
  const first = JSON.parse(here.read('results', 'comparison.json')) as Comparison;
  expect(namesOf(first)).toEqual(['now: blended', 'more: blended', 'now: dedicated', 'more: dedicated']);
  expect(first.candidates.every(({ seed, sharesDemand }) => seed === '5' && sharesDemand)).toBe(true);
  expect(manifest.scenarios.map(({ file }) => file)).toEqual([
    `${here.folder}/now.yaml`,
    `${here.folder}/more.yaml`,
  ]);

  const words = manifest.command.split(' ').slice(1);
  await here.blendsim(...words, '--workers', '1', '--out', '@again');
  for (const file of manifest.files)
    expect(here.read('again', file) === here.read('results', file), file).toBe(true);
});

test('names are as short as can be: the scenario alone where there is one mode, its folder where files have one name', async () => {
  expect(namesOf(await comparisonOf('@now', '@more', '--mode', 'blended'))).toEqual(['now', 'more']);
  expect(namesOf(await comparisonOf('@now', '@other'))).toEqual(['now', 'other']);
  for (const folder of ['old', 'new']) {
    mkdirSync(join(here.folder, folder));
    here.write(`${folder}/now.yaml`, SHOP);
  }
  expect(namesOf(await comparisonOf('@old/now', '@new/now', '--mode', 'blended'))).toEqual([
    'old/now',
    'new/now',
  ]);
});

test('where traffic differs it is said that the demand does', async () => {
  const { candidates, findings } = await comparisonOf('@now', '@busier', '--mode', 'blended');
  expect(candidates.map(({ sharesDemand }) => sharesDemand)).toEqual([true, false]);
  expect(findings[0]).toBe('busier met other demand than now: their differences contain its chance.');
});

describe('what cannot be compared is refused with the files and the values', () => {
  test('another span of time', async () => {
    const ended = await here.blendsim('compare', '@now', '@week');
    expect(ended.code).toBe(2);
    expect(ended.stderr).toMatch(/now\.yaml and \S+week\.yaml do not span the same time/);
    expect(ended.stderr).toMatch(/^ {2}days: 1 in \S+now\.yaml, 7 in \S+week\.yaml$/m);
    expect(ended.stderr).toMatch(/^ {2}timezone: UTC in \S+now\.yaml, Europe\/Paris in \S+week\.yaml$/m);
    expect(ended.stderr).toMatch(/^ {2}warmUp: 0s in \S+now\.yaml, 1h in \S+week\.yaml$/m);
    expect(ended.stderr).not.toContain('start:');
  });

  test.each([
    [['@now'], 'a comparison needs two scenarios or more'],
    [['@now', '@more', '@now.yaml'], 'now.yaml is given twice'],
    [['@single', '@other'], 'there is no mode that all these scenarios name'],
    [['@now', '@more', '--mode', 'blendid'], 'did you mean "blended"?'],
  ])('%j', async (words, sentence) => {
    const ended = await here.blendsim('compare', ...words);
    expect(ended.stderr).toContain(sentence);
    expect(ended.code).toBe(2);
  });
});

test('other targets are told, since service levels then answer other questions', async () => {
  const ended = await here.blendsim(
    ...['compare', '@now', '@strict', '--mode', 'blended', '--replications', '1'],
    ...['--workers', '1', '--out', '@out'],
  );
  expect(ended.stderr).toMatch(/strict\.yaml has other targets than \S+now\.yaml/);
});
