// The listener that counts and weighs what is open.
import { expect, test } from 'vitest';
import { Fullest } from './fullest.js';

test('the most open at once are counted, and weighed to within a tenth', () => {
  let bytes = 500;
  const fullest = new Fullest(() => bytes);
  fullest.begin();
  for (let i = 0; i < 1_050; i++) {
    bytes += 80;
    fullest.arrived();
  }
  for (let i = 0; i < 700; i++) fullest.ended();
  for (let i = 0; i < 200; i++) fullest.arrived();
  expect([fullest.most, fullest.bytesEach]).toEqual([1_050, 80]);
});

test('a few tell no weight', () => {
  const fullest = new Fullest(() => 0);
  fullest.begin();
  for (let i = 0; i < 999; i++) fullest.arrived();
  expect([fullest.most, fullest.bytesEach]).toEqual([999, null]);
});
