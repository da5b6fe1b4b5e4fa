/** Charts' data column by column, what comes again and again said once: a third of what they weigh row by row. */

/** A field's values, row by row: as they are, or each as its place among the different ones. */
export type Column =
  readonly unknown[] | { readonly words: readonly unknown[]; readonly at: readonly number[] };

/** Rows, by the places of their fields' columns in the whole page's. */
export interface PackedRows {
  readonly fields: readonly string[];
  readonly columns: readonly number[];
}

/** `src/web/report.js` unpacks it. */
export interface Packed {
  readonly specs: readonly unknown[];
  readonly columns: readonly Column[];
}

/** Copies of specs whose every `values` is packed where its rows are alike. */
export function packed(specs: readonly unknown[]): Packed {
  const places = new Map<string, number>();
  const columns: Column[] = [];
  const placeOf = (values: readonly unknown[]): number => {
    const text = JSON.stringify(values);
    const known = places.get(text);
    if (known !== undefined) return known;
    places.set(text, columns.length);
    return columns.push(columnOf(values, text.length)) - 1;
  };
  const pack = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(pack);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(
      Object.entries(part).map(([key, value]: [string, unknown]) => {
        const fields = key === 'values' && Array.isArray(value) ? fieldsOf(value) : null;
        if (fields === null) return [key, pack(value)];
        const rows = value as readonly Readonly<Record<string, unknown>>[];
        return [key, { fields, columns: fields.map((field) => placeOf(rows.map((row) => row[field]))) }];
      }),
    );
  };
  return { specs: specs.map(pack), columns };
}

/** Whichever is shorter; `length`: of the plain column as JSON. */
function columnOf(values: readonly unknown[], length: number): Column {
  const words = [...new Set(values)];
  const places = new Map(words.map((word, place) => [word, place]));
  const coded = { words, at: values.map((value) => places.get(value) ?? 0) };
  return JSON.stringify(coded).length < length ? coded : values;
}

/** Null: not a list of objects with the same fields. */
function fieldsOf(values: readonly unknown[]): readonly string[] | null {
  let fields: readonly string[] = [];
  for (const value of values) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
    const own = Object.keys(value);
    if (fields.length === 0) fields = own;
    if (own.length !== fields.length || !fields.every((field) => field in value)) return null;
  }
  return fields.length === 0 ? null : fields;
}
