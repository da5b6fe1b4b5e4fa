// The clock on the wall as an axis, also in the nights in which it is changed.
import { expect, test } from 'vitest';
import { placesOf, toTheEnd, wallTime } from '../../src/charts/clock.js';
import { CHARTS } from '../../src/charts/registry.js';
import { fixedComparison } from './fixedComparison.js';

/** An autumn night: 01:00 comes twice, the second time with its offset. */
const AUTUMN = ['00:00', '00:30', '01:00', '01:30', '01:00+00:00', '01:30+00:00', '02:00', '02:30'].map(
  (time) => `2026-10-25 ${time}`,
);

test('no two intervals lie on each other, and none is out of order, in the night that has an hour twice', () => {
  const placeOf = placesOf(AUTUMN);
  const places = AUTUMN.map((label) => placeOf(label));
  places.slice(1).forEach(({ from }, i) => expect(from).toBe(places[i]!.to));
  expect(placeOf('2026-10-25 02:00').from).toBe(wallTime('2026-10-25 02:00'));
});

test('on other days an interval stands where the wall says, as long as it lasts', () => {
  const labels = ['2026-03-03 08:00', '2026-03-03 08:30', '2026-03-03 09:00'];
  const placeOf = placesOf(labels);
  for (const label of labels)
    expect(placeOf(label)).toEqual({ from: wallTime(label), to: wallTime(label) + 1_800_000 });
});

test('steps end where the last interval does, though others are drawn in halves', () => {
  const placeOf = placesOf(AUTUMN);
  const values = AUTUMN.map((label) => ({ candidate: 'a', time: placeOf(label).from }));
  expect(toTheEnd(values).at(-1)?.time).toBe(wallTime('2026-10-25 03:00'));
});

test('what is open in an hour that comes twice is not drawn as the sum of both', () => {
  const [one] = fixedComparison().candidates;
  const [row] = one!.intervals.filter(({ channel }) => channel === 'chat');
  const intervals = AUTUMN.map((label, i) => ({ ...row!, label, start: 1800 * i, openConversations: 4 }));
  const chart = CHARTS.find(({ name }) => name === 'concurrency')!.draw(
    fixedComparison({ candidates: [{ ...one!, intervals }] }),
  )!;
  const open = JSON.stringify(chart.spec).match(/"time":\d+,"value":4\b/g) ?? [];
  expect(new Set(open).size).toBe(AUTUMN.length + 1);
});
