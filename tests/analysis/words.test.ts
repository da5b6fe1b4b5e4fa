// Numbers in sentences: in the unit of their size, with as many digits as they can bear.
import { expect, test } from 'vitest';
import { poolingSentence } from '../../src/analysis/poolingWords.js';
import { replicationCount, sizeWithInterval } from '../../src/analysis/words.js';

test('a difference with its interval, in the unit that fits', () => {
  expect(sizeWithInterval('seconds', -15.2, 3)).toBe('15 s (12 to 18)');
  expect(sizeWithInterval('seconds', 384, 138)).toBe('6.4 min (4.1 to 8.7)');
  expect(sizeWithInterval('share', 0.021, null)).toBe('2.1 points');
});

test('an interval that leaves out zero is not told as if it began there, nor its other numbers to more decimals', () => {
  expect(sizeWithInterval('seconds', 840, 820)).toBe('14 min (0.3 to 28)');
  expect(sizeWithInterval('seconds', 3.1, 3.05)).toBe('3.1 s (0.05 to 6.2)');
  expect(sizeWithInterval('seconds', 7.803, 7.799)).toBe('7.8 s (0.004 to 15.6)');
});

test('of channels that fare alike the same is said once', () => {
  const estimate = (mean: number, halfWidth: number) => ({ mean, halfWidth, n: 9, values: [] });
  const part = (scope: string, loss: number) => ({
    ...{ scope, measure: 'firstResponseMean', grows: false },
    ...{ gain: estimate(1, 3), loss: estimate(loss, 3), together: estimate(1 + loss, 3) },
  });
  const said = (...losses: readonly [number, number]) =>
    poolingSentence({
      ...{ pooled: 'blended', unpooled: 'dedicated' },
      parts: [part('chat', losses[0]), part('messaging', losses[1])],
    });
  const gain =
    'Against dedicated, blended without switching and slow-down would answer chats and messaging ' +
    'neither sooner nor later as far as the runs can tell; ';
  expect(said(14, 20)).toBe(
    `${gain}switching and slow-down cost it 14 s (11 to 17) on chats and 20 s (17 to 23) on messaging.`,
  );
  expect(said(1, 2)).toBe(
    `${gain}switching and slow-down cost it nothing that the runs can tell on chats and messaging.`,
  );
});

test('one replication is one', () => {
  expect([1, 20].map(replicationCount)).toEqual(['1 replication', '20 replications']);
});
