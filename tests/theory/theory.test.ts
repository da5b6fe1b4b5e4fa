// A short selection of the theory cases, at fixed seeds; `npm run validate:theory` plays all of them at length.
import { describe, expect, it } from 'vitest';
import { CASES, NOT_EXPRESSED } from './cases.js';
import { judge, playAll } from './theory.js';

/** Share of the full length. */
const SHORT = { 'ERC-1': 0.1, 'ERA-3': 0.1, 'ERR-1': 0.1, 'MSG-5': 0.1, 'SILENT-1': 0.1, 'PRIO-1': 0.1 };
/** A short run's intervals may be this many times wider. */
const PRECISION = 8;

describe('the simulator agrees with exact queueing theory', () => {
  it.each(Object.entries(SHORT))('%s', (id, times) => {
    const one = CASES.find((found) => found.id === id)!;
    const verdicts = judge(one, playAll(one, 'short', times), PRECISION);
    expect(verdicts.filter(({ pass }) => !pass)).toEqual([]);
    expect(verdicts).toHaveLength(one.quantities.length);
  });

  it('says of every entry of the collection whether it is played or why not', () => {
    const played = new Set(CASES.map(({ id }) => id));
    expect(Object.keys(NOT_EXPRESSED).filter((id) => played.has(id))).toEqual([]);
    expect(played.size + Object.keys(NOT_EXPRESSED).length).toBe(55);
  });
});
