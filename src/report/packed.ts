/** Rows of a chart's data with their field names once instead of in every row: half of what a page of charts weighs. */

/** `src/web/report.js` unpacks it. */
export interface PackedRows {
  readonly fields: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

/** A copy of a spec whose every `values` is packed where its rows are alike. */
export function packed(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(packed);
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).map(([key, value]: [string, unknown]) => [
      key,
      key === 'values' && Array.isArray(value) ? (rowsOf(value) ?? (value as unknown)) : packed(value),
    ]),
  );
}

/** null: not a list of objects with the same fields. */
function rowsOf(values: readonly unknown[]): PackedRows | null {
  const [first] = values;
  if (typeof first !== 'object' || first === null || Array.isArray(first)) return null;
  const fields = Object.keys(first);
  const rows: unknown[][] = [];
  for (const value of values) {
    if (typeof value !== 'object' || value === null) return null;
    const own = new Map<string, unknown>(Object.entries(value));
    if (own.size !== fields.length || !fields.every((field) => own.has(field))) return null;
    rows.push(fields.map((field) => own.get(field)));
  }
  return { fields, rows };
}
