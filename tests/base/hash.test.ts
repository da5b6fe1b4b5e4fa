// The fingerprint: fixed for ever, and moved by every bit.
import { expect, test } from 'vitest';
import { Fingerprint, hashText } from '../../src/base/hash.js';
import { randomStream } from '../../src/base/random.js';

const printOf = (...values: number[]) => {
  const print = new Fingerprint();
  print.addNumbers(Float64Array.from(values), values.length);
  return print.hex();
};

test('the same input gives the same print for ever, on every machine', () => {
  expect(printOf(1, -2.5, Infinity)).toBe('bb64580c68667808');
  expect(hashText('web chat')).toBe('811e504947685b20');
});

test('numbers one by one or in a block, in one or more calls, are the same', () => {
  const print = new Fingerprint();
  print.addNumber(1);
  print.addNumbers(Float64Array.of(2, 3, 999), 2);
  expect(print.hex()).toBe(printOf(1, 2, 3));
  expect(print.hex()).toBe(print.hex());
});

test('any one bit of any number moves the print', () => {
  const values = Float64Array.from({ length: 50 }, randomStream('bits'));
  const bytes = new Uint8Array(values.buffer);
  const prints = new Set([printOf(...values)]);
  for (let bit = 0; bit < 8 * bytes.length; bit++) {
    bytes[bit >> 3]! ^= 1 << (bit & 7);
    prints.add(printOf(...values));
    bytes[bit >> 3]! ^= 1 << (bit & 7);
  }
  expect(prints.size).toBe(1 + 8 * bytes.length);
});

test('order, sign, length and where a text ends count', () => {
  const prints = [
    printOf(),
    printOf(0),
    printOf(-0),
    printOf(0, 0),
    printOf(1, 2),
    printOf(2, 1),
    printOf(-1, -2),
  ];
  expect(new Set(prints).size).toBe(prints.length);
  const pair = (a: string, b: string) => {
    const print = new Fingerprint();
    print.addText(a);
    print.addText(b);
    return print.hex();
  };
  expect(pair('ab', 'c')).not.toBe(pair('a', 'bc'));
});

test('200,000 texts and 200,000 numbers that differ little have no print in common', () => {
  const prints = new Set<string>();
  for (let i = 0; i < 200_000; i++) {
    prints.add(hashText(`agent ${i}`));
    prints.add(printOf(i));
  }
  expect(prints.size).toBe(400_000);
});
