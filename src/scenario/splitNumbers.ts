/** `{ perDay: 1,300 }`: between braces a comma begins the next field, so YAML reads perDay: 1 and a field 300. */
import { isScalar, visit, type Document, type Pair, type Scalar } from 'yaml';
import { numberHint } from '../base/guess.js';

export interface SplitNumber {
  readonly written: string;
  readonly start: number;
  readonly end: number;
  readonly hint: string;
}

/** Finds each such number, and puts it together again in the document, so that the rest of it can be checked. */
export function joinSplitNumbers(document: Document, text: string): readonly SplitNumber[] {
  const found: SplitNumber[] = [];
  visit(document, {
    Map: (_, map) => {
      if (map.flow !== true) return;
      for (const [index, { value }] of map.items.entries()) {
        if (!isScalar(value) || !value.range) continue;
        const [start, end] = value.range;
        if (!/^[+-]?\d+$/.test(text.slice(start, end))) continue;
        const tails = tailsFrom(map.items.slice(index + 1), end);
        const last = tails.at(-1)?.range;
        if (!last) continue;
        const written = text.slice(start, last[1]);
        found.push({ written, start, end: last[1], hint: hintFor(written) });
        value.value = asNumber(written);
        map.items.splice(index + 1, tails.length);
      }
    },
  });
  return found;
}

/** Keys without values that follow at once, with only a comma between: `300` of `1,300`, `5h` of `1,5h`. */
function tailsFrom(pairs: readonly Pair[], end: number): readonly Scalar[] {
  const tails: Scalar[] = [];
  let next = end + 1;
  for (const { key, value } of pairs) {
    const isTail = value === null && isScalar(key) && key.range?.[0] === next && /^\d/.test(key.source ?? '');
    if (!isTail) break;
    tails.push(key);
    next = (key.range?.[1] ?? 0) + 1;
  }
  return tails;
}

const THOUSANDS = /^[+-]?\d{1,3}(,\d{3})+(?!\d)/;

function asNumber(written: string): number | string {
  const plain = THOUSANDS.test(written) ? written.replaceAll(',', '') : written.replace(',', '.');
  return /^[+-]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : plain;
}

function hintFor(written: string): string {
  return /^[+-]?[\d,]+$/.test(written) ? numberHint(written) : `write ${asNumber(written)}`;
}
