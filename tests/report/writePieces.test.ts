// Logs leave as they are written: in order, whole, and never more than a buffer of them is held.
import { expect, test } from 'vitest';
import { eventLog } from '../../src/report/eventsCsv.js';
import { csv } from '../../src/report/csv.js';
import { ROWS_PER_PIECE } from '../../src/report/floorLog.js';
import { BUFFER_BYTES, inPieces } from '../../src/report/writePieces.js';
import { simulate } from '../../src/simulate.js';
import { sampleScenario } from '../support/samples.js';

/** A disk that keeps its own copy, as the bytes given to it change afterwards. */
class Disk {
  readonly blocks: Buffer[] = [];
  readonly take = (bytes: Uint8Array): void => void this.blocks.push(Buffer.from(bytes));
  get size(): number {
    return this.blocks.reduce((sum, { length }) => sum + length, 0);
  }
  get text(): string {
    return Buffer.concat(this.blocks).toString();
  }
}

test('what arrives is what was written, letters of several bytes across the edge of the buffer too', () => {
  for (const shift of [0, 1, 2, 3]) {
    const disk = new Disk();
    const { write, flush } = inPieces(disk.take);
    const pieces = ['x'.repeat(shift), ...Array.from({ length: 9000 }, (_, i) => `${i};ü;€;😀\r\n`)];
    pieces.push('€'.repeat(BUFFER_BYTES), '', 'the end');
    for (const piece of pieces) write(piece);
    flush();
    expect(disk.text === pieces.join('')).toBe(true);
  }
});

test('never more than one buffer is held back, and none of it after the last flush', () => {
  const disk = new Disk();
  const { write, flush } = inPieces(disk.take);
  let written = 0;
  for (let i = 0; i < 3000; i++) {
    const piece = 'y'.repeat((i * 37) % 1000);
    write(piece);
    written += piece.length;
    expect(written - disk.size).toBeLessThanOrEqual(BUFFER_BYTES);
  }
  flush();
  expect(disk.size).toBe(written);
  expect(Math.max(...disk.blocks.map(({ length }) => length))).toBeLessThanOrEqual(BUFFER_BYTES);
});

test('a disk that refuses is heard by whoever writes, at once, and what it took before stays', () => {
  const disk = new Disk();
  const { write } = inPieces((bytes) => {
    if (disk.size + bytes.length > 3 * BUFFER_BYTES) throw new Error('the disk is full');
    disk.take(bytes);
  });
  const piece = 'z'.repeat(1000);
  let pieces = 0;
  expect(() => {
    for (; pieces < 1e6; pieces++) write(piece);
  }).toThrow('the disk is full');
  expect(pieces * piece.length).toBeLessThanOrEqual(4 * BUFFER_BYTES);
  expect(disk.size).toBe(3 * BUFFER_BYTES);
});

test('a log gives its rows away as the run goes: a few at a time, however long the run', () => {
  const disk = new Disk();
  const { write, flush } = inPieces(disk.take);
  let rowsSeen = 0;
  let mostRows = 0;
  let whole = '';
  const log = eventLog({ candidate: 'blended', replication: 1 }, (rows) => {
    rowsSeen += rows.length;
    mostRows = Math.max(mostRows, rows.length);
    const piece = csv(rows);
    whole += piece;
    write(piece);
  });
  simulate(sampleScenario('retail-weekday'), 'blended', 0, [log]);
  flush();
  expect(rowsSeen).toBeGreaterThan(50 * ROWS_PER_PIECE);
  expect(mostRows).toBe(ROWS_PER_PIECE);
  expect(disk.text === whole).toBe(true);
});
