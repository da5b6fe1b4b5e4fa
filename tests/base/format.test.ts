/** Laws of the planner's notation: what is written is read back. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatClock,
  formatDuration,
  formatShare,
  parseClock,
  parseDuration,
  parseShare,
} from '../../src/base/format.js';
import { nearest } from '../../src/base/nearest.js';

describe('durations', () => {
  it.each([
    ['45s', 45],
    ['4m', 240],
    ['2h30m', 9000],
    ['2h 30m', 9000],
    ['1d', 86_400],
    ['1.5h', 5400],
    ['0s', 0],
  ])('%s is %d seconds', (text, seconds) => {
    expect(parseDuration(text)).toBe(seconds);
  });

  it.each(['', '45', '-4m', '4 min', '30m2h', 'm', '1e3s'])('"%s" is none', (text) => {
    expect(parseDuration(text)).toBeNull();
  });

  it('every whole number of milliseconds is read back as written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e11 }), (milliseconds) => {
        const seconds = milliseconds / 1000;
        expect(parseDuration(formatDuration(seconds))).toBeCloseTo(seconds, 6);
      }),
    );
  });
});

describe('times of day', () => {
  it('every second of the day is read back, 24:00 being its end', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 86_400 }), (second) => {
        expect(parseClock(formatClock(second))).toBe(second);
      }),
    );
    expect(formatClock(86_400)).toBe('24:00');
    expect(formatClock(30 * 3600)).toBe('06:00');
  });

  it.each(['24:01', '8', '08:60', '8.30', ''])('"%s" is none', (text) => {
    expect(parseClock(text)).toBeNull();
  });
});

describe('shares', () => {
  it('are read back without binary noise', () => {
    expect(formatShare(0.063)).toBe('6.3%');
    expect(parseShare('6.3 %')).toBeCloseTo(0.063, 12);
    expect(parseShare('0.3')).toBeNull();
  });
});

describe('nearest', () => {
  const words = ['chat', 'messaging', 'effort', 'endOfShift', 'per-shift', 'k'];
  it.each([
    ['chta', 'chat'],
    ['mesaging', 'messaging'],
    ['Efort', 'effort'],
    ['end-of-shift', 'endOfShift'],
    ['pershift', 'per-shift'],
    ['message', 'messaging'],
    ['weather', undefined],
    ['K', 'k'],
    ['8', undefined],
  ])('%s → %s', (typo, meant) => {
    expect(nearest(typo, words)).toBe(meant);
  });
});
