/** Streams of random numbers, each wholly determined by its key. */
import seedrandom from 'seedrandom';
import { Alea } from './alea.js';

/** A uniform number in [0, 1), a multiple of 2⁻³². It can be exactly 0 and is never 1: take `1 − u` in a logarithm. */
export type Uniform = () => number;

/** A stream of such numbers, one by one or in blocks. */
export interface Uniforms {
  next(): number;
  /** Draws the numbers `from` … `to − 1` of `out`. */
  fill(out: Float64Array, from: number, to: number): void;
}

/**
 * A stream of uniform numbers. The key reads `seed/replication/purpose/stream`, where the last names whom the numbers are
 * for: a traffic stream, a person, a busyness factor. What has a key of its own cannot be disturbed by anything else.
 *
 * The generator is Baagøe's Alea, from `seedrandom`; its short sum of 32-bit parts gives the same numbers on every machine.
 */
export function randomStream(...key: readonly (string | number)[]): Uniform {
  return seedrandom.alea(keyOf(key));
}

/** The same numbers for whoever needs many: the library seeds, `Alea` goes on. */
export function randomBlocks(...key: readonly (string | number)[]): Uniforms {
  return new Alea(seedrandom.alea(keyOf(key), { state: true }).state());
}

/** A slash inside a name must not make two keys one. */
function keyOf(key: readonly (string | number)[]): string {
  return key.map((part) => String(part).replaceAll('%', '%25').replaceAll('/', '%2F')).join('/');
}
