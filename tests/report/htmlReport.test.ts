// The page for whoever decides, as text: what stands in it, in which order, and that no name can break out of its place.
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { reportScripts } from '../../src/cli/reportScripts.js';
import { answers } from '../../src/analysis/answer.js';
import type { Comparison, PairedDifference } from '../../src/analysis/comparison.js';
import { html, json } from '../../src/report/html.js';
import { htmlReport, type ReportParts } from '../../src/report/htmlReport.js';
import { personStories } from '../../src/metrics/personStories.js';
import { estimateOf, smallComparison } from './smallComparison.js';

function partsOf(comparison: Comparison): ReportParts {
  return {
    comparison,
    inputs: [
      {
        file: 'two-agents.yaml',
        values: [
          { path: 'traffic[0].volume', value: '540 a day', source: 'line 4' },
          { path: 'traffic[0].opens', value: 'always', source: 'default: nobody said when' },
          { path: 'traffic[1].opens', value: 'always', source: 'default: nobody said when' },
          { path: 'seed', value: '7', source: 'default: any will do' },
        ],
      },
    ],
    made: {
      ...{ blendsim: '0.1.0', node: 'v20', finishedAt: '2026-11-25T10:00:00Z', seed: '7', replications: 20 },
      command: "blendsim run 'two agents.yaml' --seed 7",
      scenarios: [{ name: 'Two agents', file: 'two-agents.yaml', hash: '00ff00ff00ff00ff' }],
      ...{ interrupted: false, candidates: ['apart', 'together'], files: [] },
      demandFingerprints: ['0123456789abcdef'],
    },
  };
}

const page = (changes: Partial<Comparison> = {}): string => htmlReport(partsOf(smallComparison(changes)), []);

function pair(scope: string, measure: string, changes: Partial<PairedDifference> = {}): PairedDifference {
  return {
    ...{ scope, measure, a: 'apart', b: 'together', difference: estimateOf(-12, 3) },
    ...{ adjustedHalfWidth: 4, better: 'a', varianceReduction: 2, ...changes },
  };
}

test('the answer is first, then table, pictures, people, assumptions, and how to make it again', () => {
  const order = ['answer', 'comparison', 'pictures', 'reports', 'assumptions', 'reproduce'];
  const found = [...page().matchAll(/<section id="(\w+)">/g)].map(([, id]) => id);
  expect(found).toEqual(order.filter((id) => id !== 'pictures' || found.includes('pictures')));
  expect(found[0]).toBe('answer');
});

test('three statements, each with its certainty and what that rests on', () => {
  const told = answers(
    smallComparison({
      pairs: [
        pair('chat', 'firstResponseMean'),
        pair('people', 'costPerHandled', { better: null, difference: estimateOf(0.1, 0.3) }),
      ],
    }),
  );
  expect(told.map(({ about, certainty }) => [about, certainty])).toEqual([
    ['Consumers', 'beyond chance'],
    ['Cost', 'cannot tell'],
    ['Reports', 'cannot tell'],
  ]);
  expect(told[0]?.sentence).toBe('Apart answers chats 12 s (8 to 16) sooner than together.');
  expect(told[1]?.sentence).toContain('no more than 4.1 apart');
});

test('of scenarios without chat, each statement is about what it tells', () => {
  const { candidates } = smallComparison();
  const of = (scope: string, measure: string) => pair(scope, measure, { a: 'now', b: 'planned' });
  const told = answers(
    smallComparison({
      candidates: ['now', 'planned'].map((name, i) => ({ ...candidates[i]!, name, mode: 'apart' })),
      pairs: [of('messaging', 'firstResponseMean'), of('people', 'costPerHandled')],
    }),
  );
  expect(told.map(({ about, sentence }) => `${about}: ${sentence.split(':')[0]}`)).toEqual([
    'Consumers: First messaging answers',
    'Cost: Cost per handled conversation',
  ]);
});

test('one replication has no interval and one candidate no rival: both are said', () => {
  const pairs = [pair('chat', 'firstResponseMean', { better: null, adjustedHalfWidth: null })];
  const one = answers(smallComparison({ replications: 1, pairs }));
  expect(one.map(({ certainty }) => certainty)).toEqual(['no interval', 'no interval', 'no interval']);
  const alone = smallComparison().candidates.slice(0, 1);
  expect(page({ candidates: alone })).toContain('<h2>Side by side</h2>');
  expect(page({ candidates: [], replications: 0 })).toContain('nothing can be said');
});

test('defaults are counted and stand once for all streams that share them; what the file says stands apart', () => {
  const text = page();
  expect(text).toMatch(/3 of 4 inputs are defaults/);
  expect(text).toContain('<td>traffic[0, 1].opens');
  expect(text).toContain('<td>nobody said when');
  expect(text).toContain('<td>line 4');
});

test('how to make it again: command, seed, fingerprints', () => {
  const text = page();
  for (const word of ["blendsim run 'two agents.yaml' --seed 7", '00ff00ff00ff00ff', '0123456789abcdef'])
    expect(text).toContain(word);
});

test('no name, wherever it stands, becomes part of the page', () => {
  const name = '</script><img src=x onerror=alert(1)>"\'&';
  const [first, second] = smallComparison().candidates;
  const text = page({
    ...{ scenario: name, question: name, findings: [name] },
    candidates: [{ ...first!, name, people: [{ ...first!.people[0]!, person: name }] }, second!],
  });
  expect(text).not.toContain('<img');
  expect(text.match(/<\/script/g)).toHaveLength(1);
  expect(html`<a title="${'"&'}"></a>`.html).toBe('<a title="&quot;&amp;"></a>');
  expect(JSON.parse(json({ a: '</script>' }).html)).toEqual({ a: '</script>' });
});

test('only the scripts that the page carries may run, by their fingerprints, and nothing is fetched', () => {
  const scripts = reportScripts();
  const text = htmlReport(partsOf(smallComparison()), scripts);
  const policy = /Content-Security-Policy" content="([^"]+)"/.exec(text)?.[1] ?? '';
  const carried = [...text.matchAll(/<script type="(?:text\/javascript|module)">([^]*?)<\/script>/g)];
  expect(carried).toHaveLength(4);
  for (const [, script = ''] of carried)
    expect(policy).toContain(`'sha256-${createHash('sha256').update(script).digest('base64')}'`);
  expect(policy).toMatch(/^default-src 'none'; /);
  expect(policy).not.toContain('unsafe-eval');
  expect(text.replace(/<script[^]*?<\/script>/g, '')).not.toMatch(/\b(?:src|href)="(?!#)/);
});

test('a person is told who has no full row, or stands elsewhere in a report than by all their work', () => {
  const [row] = smallComparison().candidates[0]!.people;
  const [reported] = smallComparison().candidates[0]!.reportRows;
  const people = ['Ana', 'Ben', 'Cem', 'Dora'].map((person, i) => ({
    ...row!,
    ...{ person, handledChats: 12, handledMessaging: 30, shiftSeconds: 27_000, handledWorkPerHour: 9 - i },
    ...{
      reportRows: 2,
      visibleShare: 0.7 - i / 10,
      visibleShareChat: 0.7 - i / 10,
      visibleShareMessaging: 0.3,
    },
  }));
  const reportRows = people.map(({ person }, i) => ({
    ...reported!,
    ...{ family: 'chat' as const, person, perLabourHour: 2 + i, loggedInSeconds: 3600 },
  }));
  expect(personStories({ people, reportRows })).toEqual([
    'Dora handled 12 chats and 30 messaging conversations in 7.5 hours. No one row shows more than 40 % of that work: the chat report has 40 % of it, the messaging report 30 %.',
    'By the chat report Ana is number 4 of 4; by all the work they handled per hour on shift, number 1.',
  ]);
  expect(personStories({ people: [], reportRows })).toEqual([]);
});
