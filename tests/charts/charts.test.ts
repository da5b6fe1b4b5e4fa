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
      'Apart: chats wait 40 s and messages wait 10 min for a first answer',
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
    expect(titleOf('paired-differences', { pairs: [level] })).toBe(
      'There is no difference: what is compared is the same in every replication',
    );
  });

  test('pooling: only a step whose interval leaves out zero', () => {
    expect(titleOf('pooling', {})).toBe(
      'Pooling gains 7.0 min on messaging; switching and slow-down take 25 s on chats and 36 s on messaging',
    );
  });
});

describe('a picture shows nothing that cannot be', () => {
  const share = (half: number) => {
    const candidates = fixedComparison().candidates.map((one) => {
      const level = { ...one.estimates['chat']!['serviceLevel']!, halfWidth: half };
      return {
        ...one,
        estimates: { ...one.estimates, chat: { ...one.estimates['chat'], serviceLevel: level } },
      };
    });
    return chartOf('cost-against-service', fixedComparison({ candidates }));
  };
  const numbersOf = ({ spec }: Chart, field: string): number[] =>
    [...JSON.stringify(spec).matchAll(new RegExp(`"${field}":(-?[\\d.]+)`, 'g'))].map(([, one]) =>
      Number(one),
    );

  test('a share ends at 0 % and 100 %, and the subtitle says that the interval does not', () => {
    expect(Math.max(...numbersOf(share(0.4), 'high'))).toBe(1);
    expect(share(0.4).subtitle).toContain('drawn no further than 0 % and 100 %');
    expect(share(0.4).table.rows[0]).toContain('90.0 ± 40.0 %');
    expect(share(0.01).subtitle).not.toContain('no further');
  });

  test('shares are no more than 100 points apart', () => {
    const far = pairOf('chat', 'serviceLevel', [0.2, 3], null);
    const drawn = chartOf('paired-differences', fixedComparison({ pairs: [far] }));
    expect(numbersOf(drawn, 'high')).toEqual([100]);
    expect(numbersOf(drawn, 'low')).toEqual([-100]);
    expect(drawn.subtitle).toContain('no further than 100 points');
    expect(chartOf('paired-differences').subtitle).not.toContain('no further');
  });
});

describe('who is in the queue while nobody is there', () => {
  const silent = (share: number, people: number): Comparison => {
    const candidates = fixedComparison().candidates.map((one) => ({
      ...one,
      estimates: {
        ...one.estimates,
        chat: {
          ...one.estimates['chat'],
          abandonedSilentlyShare: { ...one.estimates['chat']!['serviceLevel']!, mean: share },
        },
      },
      intervals: one.intervals.map((row) => ({ ...row, queueLength: 0.8, peopleSignedIn: people })),
    }));
    return fixedComparison({ candidates });
  };
  const subtitle = (comparison: Comparison): string => chartOf('queue-day', comparison).subtitle;

  test('is said where silent leavers wait for people to come in, and only there', () => {
    expect(subtitle(silent(0.05, 0))).toContain('left without a word');
    expect(subtitle(silent(0.05, 2))).not.toContain('left without a word');
    expect(subtitle(silent(0, 0))).not.toContain('left without a word');
  });

  test('a queue in which nobody ever waits is drawn as empty', () => {
    const [one] = fixedComparison().candidates;
    const intervals = one!.intervals.map((row) => ({ ...row, queueLength: 0 }));
    const { spec } = chartOf('queue-day', fixedComparison({ candidates: [{ ...one!, intervals }] }));
    expect(JSON.stringify(spec)).toContain('"domain":[0,1]');
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

test('the highest wait is of an interval that had an answer; where one is drawn above it, the subtitle says why it is not told', () => {
  const sparse = fixedComparison().candidates.map((one, i) => ({
    ...one,
    intervals: one.intervals.map((row, j) =>
      i + j === 0 ? { ...row, answered: 0.3, firstResponseSeconds: 3000 } : row,
    ),
  }));
  const note = 'The title leaves out intervals with less than one answer on average.';
  const [plain, drawn] = [
    chartOf('waits-by-interval'),
    chartOf('waits-by-interval', fixedComparison({ candidates: sparse })),
  ];
  expect(drawn.title).toBe(plain.title);
  expect(drawn.subtitle).toContain(note);
  expect(plain.subtitle).not.toContain(note);
});
