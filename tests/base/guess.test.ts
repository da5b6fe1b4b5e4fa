/** What is guessed can be read, and says what was written; where nothing is sure, nothing is guessed. */
import { describe, expect, it, test } from 'vitest';
import { isDate, timezonesLike } from '../../src/base/calendar.js';
import {
  guessClock,
  guessDate,
  guessDays,
  guessDuration,
  guessHours,
  guessShare,
  numberHint,
} from '../../src/base/guess.js';

describe('a guess', () => {
  it.each([
    ['8 hours', ['8h']],
    ['8 Std.', ['8h']],
    ['480 min', ['480m']],
    ['2 Stunden und 30 Minuten', ['2h30m']],
    ['1 day', ['1d']],
    ['90 sec', ['90s']],
    ['8,5H', ['8.5h']],
    ['8:30', ['8h30m', '8m30s']],
  ])('of the duration "%s"', (text, meant) => {
    expect(guessDuration(text)).toEqual(meant);
  });

  it.each([
    ['8am', ['08:00']],
    ['8:30 PM', ['20:30']],
    ['12 am', ['00:00']],
    ['12 p.m.', ['12:00']],
    ['8.30', ['08:30']],
    ['8h30', ['08:30']],
    ['0830', ['08:30']],
    ['8 Uhr', ['08:00']],
    ['8:30:00 AM', ['08:30']],
    ['noon', []],
    ['Total', []],
    ['8.3', []],
  ])('of the time "%s"', (text, meant) => {
    expect(guessClock(text)).toEqual(meant);
  });

  it.each([
    ['8-20', '08:00-20:00'],
    ['8:00 to 20:00', '08:00-20:00'],
    ['08:00–12:00, 13 bis 17 Uhr', '08:00-12:00, 13:00-17:00'],
    ['24/7', 'always'],
  ])('of the hours "%s"', (text, meant) => {
    expect(guessHours(text)).toEqual([meant]);
  });

  it.each([
    ['Monday to Friday', 'mon-fri'],
    ['Mo–Fr', 'mon-fri'],
    ['Di, Do und So', 'tue, thu, sun'],
    ['Sat & Sun', 'sat, sun'],
  ])('of the days "%s"', (text, meant) => {
    expect(guessDays(text)).toEqual([meant]);
  });

  it.each([
    ['12,5%', ['12.5%']],
    ['30 percent', ['30%']],
    ['%30', ['30%']],
    ['0,8', ['80%']],
    ['0,07', ['7%']],
    ['a third', []],
  ])('of the share "%s"', (text, meant) => {
    expect(guessShare(text)).toEqual(meant);
  });

  it.each([
    ['25.11.2026', ['2026-11-25']],
    ['11/25/2026', ['2026-11-25']],
    ['25/11/2026', ['2026-11-25']],
    ['2026/3/3', ['2026-03-03']],
    ['3.3.2026 00:00', ['2026-03-03']],
    ['05/11/2026', ['2026-11-05', '2026-05-11']],
    ['5.11.2026', ['2026-11-05']],
    ['3/3/26', []],
    ['Tuesday', []],
  ])('of the date "%s"', (text, meant) => {
    expect(guessDate(text).filter(isDate)).toEqual(meant);
  });
});

test.each([
  ['1,300', 'write 1300, without a thousands separator, or 1.3 if that is what is meant'],
  ['1_000', 'write 1000: digits alone, and a point before decimals'],
  ["1'300", 'write 1300: digits alone, and a point before decimals'],
  ['1.300.000', 'write 1300000: digits alone, and a point before decimals'],
  ['1.300,5', 'write 1300.5: digits alone, and a point before decimals'],
  ['0,8', 'write 0.8: digits alone, and a point before decimals'],
  ['-5 chats', 'write -5: digits alone, and a point before decimals'],
  ['€20.50', 'write 20.50: digits alone, and a point before decimals'],
  ['12', 'write 12 without quotes'],
  ['4;6; 8', 'write 4, 6, 8: commas stand between the items of a list'],
  ['4;6;', 'write 4, 6: commas stand between the items of a list'],
  ['twelve', 'write a plain number, such as 12'],
])('the hint for the number "%s"', (text, hint) => {
  expect(numberHint(text)).toBe(hint);
});

test.each([
  ['Berlin', ['Europe/Berlin']],
  ['new york', ['America/New_York']],
  ['Europe/Londn', ['Europe/London']],
  ['Eurpoe/London', ['Europe/London']],
  ['Europe/Cologne', []],
  ['GMT+1', []],
])('the time zones like "%s"', (text, zones) => {
  expect(timezonesLike(text)).toEqual(zones);
});
