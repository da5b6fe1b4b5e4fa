// A queue that grows all day is recognised and said in words; a busy but ordinary day is not.
import { describe, expect, test } from 'vitest';
import { Stability } from '../../src/analysis/stability.js';
import type { GrowingQueue } from '../../src/analysis/comparison.js';
import { reportOf } from '../cluster/fakeSimulate.js';
import type { IntervalRow, PersonRow, RunReport } from '../../src/metrics/runReport.js';
import { scenarioOf } from '../support/scenarioOf.js';
import type { Channel } from '../../src/scenario/types.js';
import { RowAverages } from '../../src/analysis/rows.js';
import { HALF_HOUR, intervalRow } from './intervalRow.js';

const scenario = scenarioOf();
const CARRIES = { chat: ['shop'], messaging: ['letters'] };

interface Day {
  readonly queue: (i: number) => number;
  readonly people?: number;
  /** Person-seconds per interval. */
  readonly offeredWork?: number;
  readonly worked?: number;
  readonly offered?: number;
}

function rowsOf(channel: Channel, day: Day): IntervalRow[] {
  return Array.from({ length: 48 }, (_, i) =>
    intervalRow(i, {
      channel,
      offered: day.offered ?? 20,
      queueLength: day.queue(i),
      peopleSignedIn: day.people ?? 10,
      workedSeconds: day.worked ?? 0,
      offeredWorkSeconds: day.offeredWork ?? 0,
    }),
  );
}

/** People on shift all day, `shifts` of them; only their time on shift matters here. */
function growingQueues(
  shifts: number,
  days: readonly { chat: Day; messaging?: Day }[],
  carries: RunReport['carries'] = CARRIES,
): GrowingQueue[] {
  const stability = new Stability();
  const averages = new RowAverages<IntervalRow>();
  for (const { chat, messaging } of days) {
    const quiet: Day = { queue: () => 0, people: 0 };
    const intervals = [...rowsOf('chat', chat), ...rowsOf('messaging', messaging ?? quiet)];
    averages.add(intervals);
    stability.add({ ...reportOf(scenario, 'any', 0, {}), carries, intervals });
  }
  const people = Array.from({ length: shifts }, () => ({ shiftSeconds: 86_400 }) as PersonRow);
  return stability.growingQueues(HALF_HOUR, averages.means(), people);
}

describe('a growing queue', () => {
  const full = 10 * HALF_HOUR;

  test('14 % more work than people is said as such, and spoils the channel, its streams and the whole', () => {
    const day: Day = { queue: (i) => 3 * i, offeredWork: 1.14 * full, worked: full };
    expect(growingQueues(10, [{ chat: day }])).toEqual([
      {
        scopes: ['all', 'chat', 'stream:shop'],
        sentence: 'chat queue grows all day: 14 % more work than people',
      },
    ]);
  });

  test('people on both channels at once have for one what the other leaves them', () => {
    const chat: Day = { queue: (i) => 3 * i, offeredWork: 0.6 * full, worked: 0.5 * full };
    const messaging: Day = { queue: () => 1, offeredWork: 0.5 * full, worked: 0.5 * full };
    expect(growingQueues(10, [{ chat, messaging }])[0]?.sentence).toMatch(
      /chat .*: 20 % more work than people/,
    );
    // Twenty people, ten on each channel: chat has its ten alone and time to spare.
    expect(growingQueues(20, [{ chat, messaging }])[0]?.sentence).toMatch(/people have time left/);
  });

  test('when the bare work would fit, switching and slow-down are named', () => {
    const day: Day = { queue: (i) => 3 * i, offeredWork: 0.9 * full, worked: 0.99 * full };
    expect(growingQueues(10, [{ chat: day }])[0]?.sentence).toMatch(/switching and slow-down/);
  });

  test('an ordinary day is none: a peak that passes, a late rise, a queue that levels off, a small one', () => {
    const peak = (i: number): number => 200 * Math.exp(-(((i - 24) / 6) ** 2));
    const late = (i: number): number => (i < 40 ? 1 : 40 * (i - 40));
    const level = (i: number): number => 200 * (1 - Math.exp(-i / 4));
    const small = (i: number): number => 0.5 * i;
    for (const queue of [peak, late, level, small])
      expect(growingQueues(10, [{ chat: { queue } }])).toEqual([]);
  });

  test('nor is what piles up while nobody is signed in', () => {
    const night: IntervalRow[] = rowsOf('messaging', { queue: (i) => 5 * i }).map((row, i) => ({
      ...row,
      peopleSignedIn: i < 16 ? 5 : 0,
      queueLength: i < 16 ? 0 : row.queueLength,
    }));
    const stability = new Stability();
    stability.add({ ...reportOf(scenario, 'any', 0, {}), intervals: night });
    expect(stability.growingQueues(HALF_HOUR, night, [])).toEqual([]);
  });

  test('growth that chance explains is not called growth', () => {
    const grows: Day = { queue: (i) => 4 * i };
    const shrinks: Day = { queue: (i) => 150 - 3 * i };
    expect(growingQueues(10, [{ chat: grows }, { chat: shrinks }, { chat: grows }])).toEqual([]);
    expect(growingQueues(10, [{ chat: grows }, { chat: grows }])).toHaveLength(1);
  });

  test('chats carried over as messaging are spoilt by the messaging queue', () => {
    const chat: Day = { queue: () => 0, people: 0, offered: 0 };
    const messaging: Day = { queue: (i) => 3 * i, offeredWork: 2 * full, worked: full };
    const carried = { chat: [], messaging: ['shop', 'letters'] };
    expect(growingQueues(10, [{ chat, messaging }], carried)[0]?.scopes).toEqual([
      'all',
      'messaging',
      'stream:shop',
      'stream:letters',
    ]);
  });
});
