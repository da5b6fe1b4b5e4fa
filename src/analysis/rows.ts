/** Rows of many replications averaged into one row each, field by field, without keeping them all. */
import { halfWidthOf } from './interval.js';

interface Sum {
  readonly field: string;
  total: number;
  count: number;
  /** Running mean and sum of squared distances from it (Welford 1962). */
  centre: number;
  squares: number;
}

interface RowSum<Row> {
  readonly first: Row;
  readonly sums: readonly Sum[];
}

/**
 * Rows are the same row when all their text fields are equal. A number's mean is over the replications that had the row
 * and a number in that field; null when none had. An amount's is over all: where there is no row, there was none of it.
 * The result depends on the order of `add`, in its last digits only.
 */
export class RowAverages<Row extends object> {
  private readonly rows = new Map<string, RowSum<Row>>();
  private replications = 0;

  constructor(private readonly amounts: readonly (keyof Row & string)[] = []) {}

  /** All rows of one replication. */
  add(rows: readonly Row[]): void {
    this.replications++;
    for (const row of rows) {
      const values = row as Readonly<Record<string, unknown>>;
      let key = '';
      for (const field in values) if (typeof values[field] === 'string') key += `${values[field]}\n`;
      let found = this.rows.get(key);
      if (found === undefined) this.rows.set(key, (found = { first: row, sums: emptySums(row) }));
      for (const sum of found.sums) {
        const value = values[sum.field];
        if (typeof value !== 'number') continue;
        sum.total += value;
        sum.count++;
        const step = value - sum.centre;
        sum.centre += step / sum.count;
        sum.squares += step * (value - sum.centre);
      }
    }
  }

  /** In order of first appearance. */
  means(): Row[] {
    const amounts = new Set<string>(this.amounts);
    return [...this.rows.values()].map(({ first, sums }) => {
      const seen = sums.filter(({ count }) => count > 0);
      return {
        ...first,
        ...Object.fromEntries(
          seen.map(({ field, total, count }) => [
            field,
            total / (amounts.has(field) ? this.replications : count),
          ]),
        ),
      };
    });
  }

  /** Of the 95 % t interval of one field's mean, in the order of `means`; null with fewer than two replications. */
  halfWidths(field: keyof Row & string): (number | null)[] {
    return [...this.rows.values()].map(({ sums }) => {
      const sum = sums.find((one) => one.field === field);
      if (sum === undefined || sum.count < 2) return null;
      return halfWidthOf(sum.count, Math.sqrt(sum.squares / (sum.count - 1)));
    });
  }
}

function emptySums(row: object): Sum[] {
  return Object.keys(row).map((field) => ({ field, total: 0, count: 0, centre: 0, squares: 0 }));
}
