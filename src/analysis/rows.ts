/** Rows of many replications averaged into one row each, field by field, without keeping them all. */

interface Sum {
  readonly field: string;
  total: number;
  count: number;
}

interface RowSum<Row> {
  readonly first: Row;
  readonly sums: readonly Sum[];
}

/**
 * Rows are the same row when all their text fields are equal. A number's mean is over the replications that had the row
 * and a number in that field; null when none had. The result depends on the order of `add`, in its last digits only.
 */
export class RowAverages<Row extends object> {
  private readonly rows = new Map<string, RowSum<Row>>();

  add(rows: readonly Row[]): void {
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
      }
    }
  }

  /** In order of first appearance. */
  means(): Row[] {
    return [...this.rows.values()].map(({ first, sums }) => {
      const seen = sums.filter(({ count }) => count > 0);
      return {
        ...first,
        ...Object.fromEntries(seen.map(({ field, total, count }) => [field, total / count])),
      };
    });
  }
}

function emptySums(row: object): Sum[] {
  return Object.keys(row).map((field) => ({ field, total: 0, count: 0 }));
}
