// A sweep drawn: cost against service, point by point and mode by mode; a point whose queue grows has no place in it.
import { expect, test } from 'vitest';
import { drawSvg } from '../../src/charts/render.js';
import { sweepCost, type DrawnSweep } from '../../src/charts/sweepCost.js';

type Result = DrawnSweep['points'][number]['results'][number];

function resultOf(mode: string, cost: number, service: number, grows = false): Result {
  const growingQueues = grows ? [{ scopes: ['chat'], sentence: 'chat queue grows all day' }] : [];
  return {
    ...{ mode, growingQueues },
    estimates: {
      people: { costPerHandled: { mean: cost, halfWidth: 0.1 } },
      chat: { serviceLevel: { mean: service, halfWidth: 0.02 } },
    },
  };
}

const SWEEP: DrawnSweep = {
  modes: ['apart', 'together'],
  replications: 10,
  points: [
    { name: 'count=10', results: [resultOf('apart', 4, 0.2, true), resultOf('together', 4.2, 0.8)] },
    { name: 'count=12', results: [resultOf('apart', 5, 0.85), resultOf('together', 5.1, 0.9)] },
  ],
};

test('looks as it did, without warnings', async () => {
  const { svg, warnings } = await drawSvg(sweepCost(SWEEP)!.spec, 'light');
  expect(warnings).toEqual([]);
  await expect(svg.replaceAll('><', '>\n<')).toMatchFileSnapshot('__snapshots__/sweep-cost.svg');
});

test('says what is seen, of points whose queue does not grow', () => {
  const drawn = sweepCost(SWEEP)!;
  expect(drawn.title).toBe(
    'Seen cheapest: together at count=10 (4.20); most chats in time: together at count=12 (90 %)',
  );
  expect(drawn.table.rows.map((row) => row.slice(1, 3).join(' '))).toEqual([
    'together count=10',
    'apart count=12',
    'together count=12',
  ]);
});

test('of a grid every value set first has a line of its own, and names that would lie on each other are left to the table', () => {
  const grid = ['a=1', 'a=2'].flatMap((first) => [1, 2, 3, 4].map((b) => `${first}, b=${b}`));
  const points = grid.map((name, i) => ({
    name,
    results: [resultOf('apart', 4 + i / 10, 0.8), resultOf('together', 4 + i / 9, 0.9)],
  }));
  const text = JSON.stringify(sweepCost({ ...SWEEP, points })!.spec);
  expect(text).toContain('"line":"a=1"');
  expect(text).toContain('"line":"a=2"');
  expect(text).not.toContain('"type":"text"');
  expect(text).toContain('the table names all points');
  expect(JSON.stringify(sweepCost(SWEEP)!.spec)).toContain('"type":"text"');
});

test('of points that lie close together one is named, and the table names all', () => {
  const points = SWEEP.points.map(({ name }, i) => ({
    name,
    results: [resultOf('apart', 4 + i, 0.8), resultOf('together', 4.001 + i, 0.8)],
  }));
  const { spec, subtitle } = sweepCost({ ...SWEEP, points })!;
  expect(JSON.stringify(spec).match(/"name":"count=1\d"/g)).toHaveLength(2);
  expect(subtitle).toContain('the table names all points');
  expect(sweepCost(SWEEP)!.subtitle).not.toContain('the table names all points');
});

test('draws nothing where people cost nothing', () => {
  const free = SWEEP.points.map((point) => ({ ...point, results: [resultOf('apart', 0, 0.5)] }));
  expect(sweepCost({ ...SWEEP, points: free })).toBeNull();
  expect(sweepCost({ ...SWEEP, points: [] })).toBeNull();
});
