/** How laws of chance are written, and what is meant. */
import { describe, expect, it } from 'vitest';
import type { Distribution } from '../../src/base/distribution.js';
import { PEOPLE, scenario } from './read.js';

function model(conversation: string, files: Readonly<Record<string, string>> = {}) {
  const traffic = `traffic: [{ name: a, channel: chat, volume: { perDay: 10 }, conversation: { ${conversation} } }]`;
  return scenario([traffic, PEOPLE], files).streams[0]!.conversation;
}

const WRITTEN: readonly (readonly [string, Distribution])[] = [
  ['40s', { kind: 'constant', value: 40 }],
  ['{ mean: 4m }', { kind: 'exponential', mean: 240 }],
  ['{ mean: 40s, cv: 80% }', { kind: 'lognormal', mean: 40, cv: 0.8 }],
  ['{ law: gamma, mean: 40s, cv: 0.8 }', { kind: 'gamma', mean: 40, cv: 0.8 }],
  ['{ mean: 40s, k: 3 }', { kind: 'erlang', mean: 40, k: 3 }],
  ['{ mean: 40s, shape: 0.7 }', { kind: 'weibull', mean: 40, shape: 0.7 }],
  ['{ min: 10s, max: 1m }', { kind: 'uniform', min: 10, max: 60 }],
  ['{ law: constant, value: 5s }', { kind: 'constant', value: 5 }],
  ['{ values: [10s, 20s], weights: [3, 1] }', { kind: 'empirical', values: [10, 20], weights: [3, 1] }],
  [
    '{ branches: [{ share: 50%, mean: 10s }, { share: 0.5, mean: 90s }] }',
    {
      kind: 'hyperexponential',
      branches: [
        { share: 0.5, mean: 10 },
        { share: 0.5, mean: 90 },
      ],
    },
  ],
  [
    '{ mix: [{ share: 50%, mean: 90s, cv: 1 }, { share: 50%, mean: 1h, atMost: 2h }], atMost: 1d }',
    {
      kind: 'atMost',
      limit: 86_400,
      of: {
        kind: 'mixture',
        parts: [
          { share: 0.5, of: { kind: 'lognormal', mean: 90, cv: 1 } },
          { share: 0.5, of: { kind: 'atMost', limit: 7200, of: { kind: 'exponential', mean: 3600 } } },
        ],
      },
    },
  ],
];

describe('laws of durations', () => {
  it.each(WRITTEN)('%s', (text, law) => {
    expect(model(`effort: ${text}`).effort).toEqual(law);
  });

  it('observed values come from a CSV column, bare numbers in the unit named', () => {
    const files = { 'h.csv': 'case,minutes,weight\na,1.5,2\nb,90s,1\n' };
    const text = 'effort: { file: h.csv, column: minutes, weightColumn: weight, unit: m }';
    expect(model(text, files).effort).toEqual({ kind: 'empirical', values: [90, 90], weights: [2, 1] });
  });

  it('none means that it never happens', () => {
    expect(model('patience: none, wrapUp: none, recontact: none')).toMatchObject({
      patience: null,
      wrapUp: null,
      follow: { byConsumer: 0 },
    });
  });
});

describe('laws of counts', () => {
  it.each([
    ['7', { kind: 'constant', value: 7 }],
    ['{ mean: 7 }', { kind: 'geometric', mean: 7 }],
    ['{ law: poisson, mean: 7 }', { kind: 'poisson', mean: 7 }],
    ['{ values: [1, 2] }', { kind: 'empirical', values: [1, 2], weights: [1, 1] }],
    ['{ stop: [10%, 0.5] }', { kind: 'hazard', stop: [0.1, 0.5] }],
  ])('%s', (text, law) => {
    expect(model(`exchanges: ${text}`).exchanges).toEqual(law);
  });
});
