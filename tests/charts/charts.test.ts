// Every chart of one small comparison as a picture that a person can look at: whole, the same every time, and honest.
import { describe, expect, test } from 'vitest';
import type { Comparison } from '../../src/analysis/comparison.js';
import type { Chart } from '../../src/charts/chart.js';
import { CHARTS } from '../../src/charts/registry.js';
import { drawSvg, styled } from '../../src/charts/render.js';
import { THEME_NAMES } from '../../src/charts/theme.js';
import { smallComparison } from '../report/smallComparison.js';
import { fixedComparison, pairOf } from './fixedComparison.js';

const NAMES = CHARTS.map(({ name }) => name);

function chartOf(name: string, comparison: Comparison = fixedComparison()): Chart {
  const chart = CHARTS.find((one) => one.name === name)?.draw(comparison);
  if (chart === null || chart === undefined) throw new Error(`${name} is not drawn`);
  return chart;
}

const titleOf = (name: string, changes: Partial<Comparison>): string =>
  chartOf(name, fixedComparison(changes)).title;

describe.each(NAMES)('%s', (name) => {
  test('looks as it did', async () => {
    const { svg, warnings } = await drawSvg(chartOf(name).spec, 'light');
    expect(warnings).toEqual([]);
    // One element to a line, so that a change is a diff that can be read.
    await expect(svg.replaceAll('><', '>\n<')).toMatchFileSnapshot(`__snapshots__/${name}.svg`);
  });

  test.each(THEME_NAMES)('is sound in %s, the same bytes twice, and no label is cut', async (theme) => {
    const first = await drawSvg(chartOf(name).spec, theme);
    const second = await drawSvg(chartOf(name).spec, theme);
    expect(first.warnings).toEqual([]);
    expect(second.svg).toBe(first.svg);
    const texts = first.svg.replaceAll(/<[^>]*>/g, ' ');
    expect(texts).not.toContain('…');
    for (const word of chartOf(name).title.split(' ')) expect(texts).toContain(escaped(word));
  });

  test('says the same in a table: a heading for every column, no number that is none', () => {
    const { table, subtitle } = chartOf(name);
    expect(table.rows.length).toBeGreaterThan(0);
    for (const row of table.rows) {
      expect(row).toHaveLength(table.columns.length);
      for (const cell of row) expect(String(cell)).not.toMatch(/NaN|Infinity|undefined|\[object/);
    }
    expect(subtitle).toMatch(/\.$/);
  });

  test('draws nothing, or something sound, of a comparison without data', async () => {
    const [candidate] = smallComparison().candidates;
    const bare = { estimates: {}, intervals: [], people: [], reportRows: [], concurrencyShares: [] };
    const empty = smallComparison({ candidates: [{ ...candidate!, ...bare }] });
    for (const comparison of [empty, smallComparison({ candidates: [] })])
      expect(CHARTS.find((one) => one.name === name)?.draw(comparison)).toBeNull();
    const small = CHARTS.find((one) => one.name === name)?.draw(smallComparison()) ?? null;
    if (small !== null) expect((await drawSvg(small.spec, 'light')).warnings).toEqual([]);
  });
});

describe('a title claims what the intervals prove, and no more', () => {
  const chats = pairOf('chat', 'firstResponseMean', [-20, 4], 'a');
  const messages = pairOf('messaging', 'firstResponseMean', [384, 60], 'b');
  const unsure = { ...chats, better: null };

  test('one better here, the other there', () => {
    expect(titleOf('first-response', { pairs: [chats, messages] })).toBe(
      'Together answers messaging 6.4 min sooner than apart, but chats 20 s later',
    );
  });

  test('one of two proven', () => {
    expect(titleOf('first-response', { pairs: [unsure, messages] })).toBe(
      'Together answers messaging 6.4 min sooner than apart; for chats the runs cannot tell',
    );
  });

  test('none proven, one replication, or a single candidate', () => {
    expect(titleOf('first-response', { pairs: [unsure] })).toBe('These runs cannot tell who answers sooner');
    expect(titleOf('first-response', { pairs: [unsure], replications: 1 })).toBe(
      'One replication: no difference in waits is claimed',
    );
    const [only] = fixedComparison().candidates;
    expect(titleOf('first-response', { pairs: [], candidates: [only!] })).toBe(
      'Apart: chats wait 40 s and messaging wait 10 min for a first answer',
    );
  });

  test('a queue that grows has no mean wait to be compared', () => {
    const [apart, together] = fixedComparison().candidates;
    const growingQueues = [{ scopes: ['messaging'], sentence: 'messaging queue grows all day' }];
    const candidates = [apart!, { ...together!, growingQueues }];
    expect(titleOf('first-response', { pairs: [chats, messages], candidates })).toBe(
      'Apart answers chats 20 s sooner than together',
    );
    expect(titleOf('first-response', { pairs: [messages], candidates })).toBe(
      'Together: messaging queue grows all day',
    );
  });

  test('cost, and what it buys', () => {
    expect(titleOf('cost-against-service', {})).toBe(
      'Together costs 0.30 less per conversation handled than apart, but answers 8.0 points fewer of the chats in time',
    );
    const cost = pairOf('people', 'costPerHandled', [0.1, 0.2], null);
    expect(titleOf('cost-against-service', { pairs: [cost] })).toBe('These runs cannot tell who is cheaper');
  });

  test('pairs: how many are told apart', () => {
    expect(titleOf('paired-differences', {})).toBe('5 differences are beyond chance; 1 cannot be told yet');
    expect(titleOf('paired-differences', { pairs: [unsure] })).toBe(
      'The one difference cannot be told from chance yet',
    );
    const level = pairOf('reports', 'visibleShareMean', [0, 0], null);
    expect(titleOf('paired-differences', { pairs: [chats, level] })).toBe(
      'The one difference is beyond chance',
    );
  });

  test('pooling: only a step whose interval leaves out zero', () => {
    expect(titleOf('pooling', {})).toBe(
      'Pooling gains 7.0 min on messaging; switching and slow-down take 25 s on chats and 36 s on messaging',
    );
  });
});

test('a candidate keeps its colour in every chart, whoever else has data', () => {
  const domains = NAMES.flatMap((name) =>
    [...JSON.stringify(chartOf(name).spec).matchAll(/"domain":(\["apart"[^\]]*\])/g)].map(
      ([, domain]) => domain,
    ),
  );
  expect(domains.length).toBeGreaterThan(5);
  expect(new Set(domains)).toEqual(new Set(['["apart","together"]']));
});

test('a spec carries its theme, its grammar and its data: it opens in an editor as it looks here', () => {
  for (const name of NAMES) {
    const spec = styled(chartOf(name).spec, 'light');
    expect(spec.$schema).toMatch(/vega-lite\/v6/);
    expect(spec.config?.background).toBe('#ffffff');
    expect(JSON.stringify(spec)).not.toMatch(/"url"|"name":"source/);
  }
});

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
