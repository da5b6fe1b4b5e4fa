/** Rows of many replications averaged into one row each, field by field, without keeping them all. */

interface Sum {
  total: number;
  count: number;
}

interface RowSum<Row> {
  readonly first: Row;
  readonly sums: Map<string, Sum>;
}

/**
 * Rows are the same row when all their text fields are equal. A number's mean is over the replications that had the row
 * and a number in that field; null when none had. The result depends on the order of `add`, in its last digits only.
 */
export class RowAverages<Row extends object> {
  private readonly rows = new Map<string, RowSum<Row>>();

  add(rows: readonly Row[]): void {
    for (const row of rows) {
      const fields: [string, unknown][] = Object.entries(row);
      const key = JSON.stringify(fields.map(([, value]) => (typeof value === 'string' ? value : null)));
      let found = this.rows.get(key);
      if (found === undefined) this.rows.set(key, (found = { first: row, sums: new Map() }));
      for (const [name, value] of fields) if (typeof value === 'number') addTo(found.sums, name, value);
    }
  }

  /** In order of first appearance. */
  means(): Row[] {
    return [...this.rows.values()].map(({ first, sums }) => {
      const means = [...sums].map(([name, { total, count }]) => [name, total / count]);
      return { ...first, ...Object.fromEntries(means) } as Row;
    });
  }
}

function addTo(sums: Map<string, Sum>, name: string, value: number): void {
  const sum = sums.get(name);
  if (sum === undefined) sums.set(name, { total: value, count: 1 });
  else {
    sum.total += value;
    sum.count++;
  }
}
