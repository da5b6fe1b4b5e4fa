/** A baseline: what a scenario's runs gave when it was recorded, as a small text that people read in a diff. */
import * as z from 'zod';
import { CHANNELS } from '../scenario/types.js';

/** To be raised when a file of the older form can no longer be compared. */
export const FORMAT = 1;

/** Totals over all replications. */
export const COUNTS = ['offered', 'completed', 'abandoned', 'openAtEnd'] as const;

const count = z.number().int();
const measure = z.strictObject({
  mean: z.number(),
  /** Between replications; null: fewer than two had data. */
  sd: z.number().nullable(),
  /** Replications that had data. */
  n: z.number().int().min(1),
});
const counts = z.strictObject(
  Object.fromEntries(COUNTS.map((name) => [name, count])) as Record<(typeof COUNTS)[number], typeof count>,
);

const schema = z.strictObject({
  format: z.literal(FORMAT),
  /** The version that recorded it. */
  blendsim: z.string(),
  scenario: z.strictObject({
    name: z.string(),
    /** Of everything that decides the numbers, but seed and replications. */
    fingerprint: z.string(),
  }),
  seed: z.string(),
  replications: z.number().int().min(1),
  /** Fingerprint of the demand of all replications, which is the same in every mode. */
  demand: z.string(),
  modes: z.record(
    z.string(),
    z.strictObject({
      events: count,
      /** By channel. */
      counts: z.partialRecord(z.enum(CHANNELS), counts),
      /** By scope and measure, rounded. */
      measures: z.record(z.string(), z.record(z.string(), measure)),
    }),
  ),
});

export type Baseline = z.output<typeof schema>;
export type BaselineMode = Baseline['modes'][string];
export type BaselineMeasure = z.output<typeof measure>;

/** The baseline, or why it cannot be read: a sentence. */
export function readBaseline(text: string): Baseline | { readonly unreadable: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { unreadable: 'it is not JSON' };
  }
  const { format, blendsim = 'another program' } = (value ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof format === 'number' && format !== FORMAT)
    return {
      unreadable: `it has format ${format}, written by blendsim ${String(blendsim)}; this version reads format ${FORMAT}`,
    };
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  return { unreadable: `it is no baseline: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}` };
}

/** A line for each group of numbers, so that a diff shows what moved. */
export function baselineText(baseline: Baseline): string {
  return `${lines(baseline, '')}\n`;
}

function lines(value: unknown, indent: string): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).map(([key, inside]) => [JSON.stringify(key), inside] as const);
  const isFlat = fields.every(([, inside]) => typeof inside !== 'object' || inside === null);
  if (isFlat) return `{ ${fields.map(([key, inside]) => `${key}: ${JSON.stringify(inside)}`).join(', ')} }`;
  const deeper = `${indent}  `;
  const body = fields.map(([key, inside]) => `${deeper}${key}: ${lines(inside, deeper)}`).join(',\n');
  return `{\n${body}\n${indent}}`;
}
