// Text is as wide as its typeface says, and it is there in a PNG on a machine without fonts.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { CHARTS } from '../../src/charts/registry.js';
import { drawSvg } from '../../src/charts/render.js';
import { textWidth, wrapped } from '../../src/charts/textWidth.js';
import { pngOf } from '../../src/charts/writePng.js';
import { fixedComparison } from './fixedComparison.js';

const FACES = { regular: 'DejaVuSans.ttf', bold: 'DejaVuSans-Bold.ttf' };

function faceOf(file: string): Buffer {
  return readFileSync(createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${file}`));
}

/** Advance width of a letter of the basic plane in thousandths of the size, by the font's `cmap` (format 4) and `hmtx`. */
function advanceOf(font: Buffer, code: number): number {
  const tables = new Map<string, number>();
  for (let at = 12; at < 12 + 16 * font.readUInt16BE(4); at += 16)
    tables.set(font.toString('latin1', at, at + 4), font.readUInt32BE(at + 8));
  const [head, hhea, hmtx, cmap] = ['head', 'hhea', 'hmtx', 'cmap'].map((name) => tables.get(name)!);
  let table = 0;
  for (let at = cmap! + 4; at < cmap! + 4 + 8 * font.readUInt16BE(cmap! + 2); at += 8)
    if (font.readUInt32BE(at) === 0x30001) table = cmap! + font.readUInt32BE(at + 4);
  const size = font.readUInt16BE(table + 6);
  let segment = 0;
  while (font.readUInt16BE(table + 14 + segment) < code) segment += 2;
  const start = table + 16 + size + segment;
  const offset = font.readUInt16BE(start + 2 * size);
  const delta = font.readUInt16BE(start + size);
  const glyph =
    offset === 0
      ? (code + delta) % 65_536
      : font.readUInt16BE(start + 2 * size + offset + 2 * (code - font.readUInt16BE(start)));
  const last = font.readUInt16BE(hhea! + 34) - 1;
  return (font.readUInt16BE(hmtx! + 4 * Math.min(glyph, last)) * 1000) / font.readUInt16BE(head! + 18);
}

/** Pixels of an 8-bit RGBA picture, unfiltered as the PNG specification says (section 9). */
function pixelsOf(png: Uint8Array): { width: number; height: number; pixels: Uint8Array } {
  const file = Buffer.from(png);
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  expect([file[24], file[25]]).toEqual([8, 6]);
  const data: Buffer[] = [];
  for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at))
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT')
      data.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)));
  const raw = inflateSync(Buffer.concat(data));
  const row = width * 4;
  const pixels = new Uint8Array(row * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (row + 1)]!;
    for (let x = 0; x < row; x++) {
      const left = x >= 4 ? pixels[y * row + x - 4]! : 0;
      const up = y > 0 ? pixels[(y - 1) * row + x]! : 0;
      const corner = x >= 4 && y > 0 ? pixels[(y - 1) * row + x - 4]! : 0;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter]!;
      pixels[y * row + x] = raw[y * (row + 1) + 1 + x]! + guess;
    }
  }
  return { width, height, pixels };
}

function paeth(a: number, b: number, c: number): number {
  const p = a + b - c;
  const [pa, pb, pc] = [a, b, c].map((one) => Math.abs(p - one)) as [number, number, number];
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
}

describe('widths', () => {
  test.each(Object.entries(FACES))('%s is as the font says', (weight, file) => {
    const font = faceOf(file);
    for (let code = 0x20; code < 0x7f; code++) {
      const width = textWidth(String.fromCharCode(code), { size: 1000, bold: weight === 'bold' });
      expect(Math.abs(width - advanceOf(font, code)), String.fromCharCode(code)).toBeLessThan(1);
    }
    for (const letter of 'é–−±×…’·→τ')
      expect(textWidth(letter, { size: 1000, bold: weight === 'bold' })).toBeGreaterThanOrEqual(
        advanceOf(font, letter.codePointAt(0)!) - 1,
      );
  });

  test('lines are no wider than their room, and keep every word', () => {
    const text =
      'Blended answers messaging six minutes sooner than dedicated, but chats wait a little longer';
    for (const width of [80, 200, 333, 2000]) {
      const lines = wrapped(text, { width, size: 12, bold: false });
      expect(lines.join(' ')).toBe(text);
      for (const line of lines)
        if (line.includes(' ')) expect(textWidth(line, { size: 12, bold: false })).toBeLessThanOrEqual(width);
    }
  });
});

describe('a PNG', () => {
  const svg = CHARTS[0]!.draw(fixedComparison())!.spec;

  test('is drawn at twice the size, and its title is there in ink', async () => {
    const drawing = (await drawSvg(svg, 'light')).svg;
    const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(drawing)!.map(Number);
    const picture = pixelsOf(await pngOf(drawing));
    expect([picture.width, picture.height]).toEqual([2 * width!, 2 * height!]);
    let dark = 0;
    // The title's first line: below the padding, left of the middle.
    for (let y = 32; y < 80; y++)
      for (let x = 32; x < picture.width / 2; x++)
        if (picture.pixels[(y * picture.width + x) * 4]! < 90) dark++;
    expect(dark).toBeGreaterThan(1500);
  });

  test('would lose all text without a word if no font came with the package', async () => {
    const word =
      '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30"><text y="20">wait</text></svg>';
    const blank = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30"></svg>';
    expect(await pngOf(word, [])).toEqual(await pngOf(blank, []));
    expect(await pngOf(word)).not.toEqual(await pngOf(blank));
  });
});
