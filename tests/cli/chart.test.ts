// blendsim chart: from a folder of results to pictures, and a sentence for every mistake.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { CHARTS } from '../../src/charts/registry.js';
import { Failure } from '../../src/cli/failure.js';
import { parseCommandLine } from '../../src/cli/program.js';
import { hashText } from '../../src/base/hash.js';
import { comparisonJson } from '../../src/report/comparisonJson.js';
import { PLAIN } from '../../src/report/style.js';
import { fixedComparison } from '../charts/fixedComparison.js';
import { sampleScenario } from '../support/samples.js';

const desk = mkdtempSync(join(tmpdir(), 'blendsim-chart-'));
afterAll(() => rmSync(desk, { recursive: true, force: true }));

const FILE = 'scenarios/two-logins.yaml';
const results = join(desk, 'results');
const out = join(desk, 'pictures');

function keep(folder: string, hash: string): void {
  mkdirSync(folder, { recursive: true });
  const [apart, together] = fixedComparison().candidates;
  const candidates = [{ ...apart!, mode: 'dedicated' }, together!];
  writeFileSync(join(folder, 'comparison.json'), comparisonJson(fixedComparison({ candidates })));
  const made = { scenarios: [{ name: 'Two logins', file: FILE, hash }], replications: 20 };
  writeFileSync(join(folder, 'run.json'), JSON.stringify(made));
}

keep(results, hashText(JSON.stringify(sampleScenario('two-logins'))));
keep(join(desk, 'older'), 'another');
mkdirSync(join(desk, 'swept'));
writeFileSync(join(desk, 'swept', 'sweep.json'), '{}');

async function chart(...words: string[]): Promise<string[]> {
  const printed: string[] = [];
  const terminal = { print: (text: string) => void printed.push(text), tell: () => undefined };
  const work = await parseCommandLine(['chart', ...words]);
  const code = await work({ ...terminal, style: PLAIN, tellStyle: PLAIN, watched: false });
  expect(code).toBe(0);
  return printed;
}

test('all charts, each with its finding, the same bytes twice', async () => {
  const printed = await chart(results);
  expect(printed).toHaveLength(CHARTS.length);
  const first = join(results, 'charts', 'first-response.svg');
  expect(printed[0]).toBe(
    `${first}  Together answers messaging 6.4 min sooner than apart, but chats 20 s later`,
  );
  const before = readFileSync(first, 'utf8');
  await chart(results);
  expect(readFileSync(first, 'utf8')).toBe(before);
  expect(readdirSync(join(results, 'charts'))).toHaveLength(CHARTS.length);
});

test.each(['png', 'json', 'html'])('as %s', async (format) => {
  await chart(results, '--chart', 'utilisation,first-response', '--format', format, '--out', out);
  const file = readFileSync(join(out, `utilisation.${format}`));
  if (format === 'png') expect([...file.subarray(1, 4)]).toEqual([...Buffer.from('PNG')]);
  if (format === 'json')
    expect(JSON.parse(file.toString())).toMatchObject({ config: { background: '#ffffff' } });
  if (format === 'html') {
    const page = file.toString();
    expect(page).toMatch(/^<!doctype html>[\s\S]*<svg[\s\S]*<table/);
    expect(page).not.toMatch(/<script|<link|src=/);
  }
});

test("a person's day, in dark", async () => {
  const [line] = await chart(...[results, '--person', 'Ana', '--theme', 'dark', '--out', out]);
  expect(line).toMatch(/day-ana\.svg {2}With apart, Ana gives \d+ answers in 8 h, busy \d+ % of the time/);
  expect(readFileSync(join(out, 'day-ana.svg'), 'utf8')).toContain('#15181c');
});

describe('a mistake is told, with what was probably meant', () => {
  test.each([
    [['no-such-folder'], 'there is no folder no-such-folder'],
    [['src'], 'src is not a folder of results: there is no run.json in it'],
    [[join(desk, 'swept'), '--person', 'Ana'], 'a sweep has one picture, so --person says nothing there'],
    [
      [results, '--chart', 'first-respons'],
      'there is no chart "first-respons": did you mean "first-response"?',
    ],
    [[results, '--person', 'Anna'], 'nobody is called "Anna": did you mean "Ana"?'],
    [
      [results, '--person', 'Ana', '--candidate', 'togethr'],
      'there is no "togethr": did you mean "together"?',
    ],
    [[results, '--person', 'Ana', '--replication', '21'], 'the run has 20, not 21'],
    [[results, '--person', 'Ana', '--chart', 'pooling'], '--chart and --person: one or the other'],
    [[results, '--person', 'Ana', '--day', '2'], '--day: the run has 1 day, not 2'],
    [[results, '--day', '2'], 'name whose, --person NAME'],
    [[join(desk, 'older'), '--person', 'Ana'], `${FILE} has changed since the run`],
  ])('%s', async (words, sentence) => {
    const untouched = join(desk, 'untouched');
    const failure = await chart(...words, '--out', untouched).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Failure);
    expect((failure as Failure).message).toContain(sentence);
    expect((failure as Failure).exitCode).toBe(2);
    expect(existsSync(untouched)).toBe(false);
  });
});

test('a sweep has no report, and is told where its picture is', async () => {
  const work = await parseCommandLine(['report', join(desk, 'swept')]);
  const silent = {
    print: () => undefined,
    tell: () => undefined,
    style: PLAIN,
    tellStyle: PLAIN,
    watched: false,
  };
  await expect(work(silent)).rejects.toMatchObject({
    message: expect.stringContaining('holds a sweep, which has no report') as string,
    hint: expect.stringContaining('blendsim chart') as string,
  });
});
