/** Numbers that are read, though perhaps not as they were meant: `1.300` as 1.3, and `[1,300, 200]` as three numbers. */
import { isScalar, visit, type Document } from 'yaml';

/** Complains of each, as a warning: both are also the right way to write something else. */
export function findDoubtfulNumbers(
  document: Document,
  text: string,
  complain: (offset: number, message: string, hint: string) => void,
): void {
  visit(document, {
    Scalar: (_, { value, source = '', range }) => {
      // Nobody writes a nought after decimals; thousands end in one.
      if (typeof value !== 'number' || !/^[1-9]\d{0,2}\.\d\d0$/.test(source) || !range) return;
      complain(
        range[0],
        `${source} is read as ${value}`,
        `write ${source.replace('.', '')} or ${value}, whichever is meant`,
      );
    },
    Seq: (_, { flow, items }) => {
      const spans = items.flatMap((item) => (isScalar(item) && item.range ? [item.range] : []));
      const isClose = spans.map(([start], index) => index > 0 && spans[index - 1]?.[1] === start - 1);
      if (flow !== true || isClose.slice(1).every((close) => close)) return;
      for (const [index, [start, end]] of spans.entries()) {
        const [before = 0] = spans[index - 1] ?? [];
        const written = text.slice(before, end);
        if (isClose[index] !== true || !/^[1-9]\d{0,2},\d{3}$/.test(written)) continue;
        const message = `${written} is read as two numbers: a comma stands between the items of a list`;
        complain(
          before,
          message,
          `write ${written.replace(',', '')} if one is meant, else ${text.slice(before, start - 1)}, ${text.slice(start, end)}`,
        );
      }
    },
  });
}
