/** Laws of chance as written → as plain data in seconds. */
import type { CountDistribution, Distribution } from '../base/distribution.js';
import { shown } from '../base/fields.js';
import { parseDuration } from '../base/format.js';
import { numberHintIn, numberIn } from './cells.js';
import type { Default } from './defaults.js';
import type { Path } from './document.js';
import type { Resolving } from './resolving.js';
import {
  impliedCountLaw,
  impliedLaw,
  type WrittenCountLaw,
  type WrittenLaw,
  type LawName,
  type WrittenLawPart,
} from './schemaLaws.js';
import { countWords, lawOrNoneWords, lawWords } from './words.js';

/** The law at `path`, or its default. */
export function pickLaw(
  context: Resolving,
  path: Path,
  written: WrittenLaw | undefined,
  fallback: Default<Distribution>,
): Distribution {
  const law = written === undefined ? undefined : resolveLaw(context, path, written);
  return context.notes.pick(path, law, fallback, lawWords);
}

/** The law at `path`, which may be `none`, or its default. */
export function pickLawOrNone(
  context: Resolving,
  path: Path,
  written: WrittenLaw | 'none' | undefined,
  fallback: Default<Distribution | null>,
): Distribution | null {
  if (written === 'none') {
    context.notes.note(path, 'none', null);
    return null;
  }
  const law = written === undefined ? undefined : resolveLaw(context, path, written);
  return context.notes.pick<Distribution | null>(path, law, fallback, lawOrNoneWords);
}

/** The law of counts at `path`, or its default. */
export function pickCount(
  context: Resolving,
  path: Path,
  written: WrittenCountLaw | undefined,
  fallback: Default<CountDistribution>,
): CountDistribution {
  const law = written === undefined ? undefined : resolveCount(written);
  return context.notes.pick(path, law, fallback, countWords);
}

function resolveLaw(context: Resolving, path: Path, written: WrittenLaw): Distribution {
  if (typeof written === 'number') return { kind: 'constant', value: written };
  return withLimit(
    written.mix === undefined ? simple(context, path, written) : mixture(context, path, written.mix),
    written,
  );
}

function withLimit(of: Distribution, { atMost }: { readonly atMost?: number | undefined }): Distribution {
  return atMost === undefined ? of : { kind: 'atMost', limit: atMost, of };
}

function mixture(context: Resolving, path: Path, mix: readonly WrittenLawPart[]): Distribution {
  const total = mix.reduce((sum, { share }) => sum + share, 0);
  const parts = mix.map((part, index) => ({
    share: part.share / total,
    of: withLimit(simple(context, [...path, 'mix', index], part), part),
  }));
  return { kind: 'mixture', parts };
}

type Builders = Readonly<
  Record<Exclude<LawName, 'empirical' | 'mixture'>, (written: Numbers) => Distribution>
>;
type Numbers = Required<
  Pick<WrittenLawPart, 'mean' | 'cv' | 'k' | 'shape' | 'min' | 'max' | 'value' | 'branches'>
>;

const BUILDERS: Builders = {
  constant: ({ value = 0 }) => ({ kind: 'constant', value }),
  exponential: ({ mean = 0 }) => ({ kind: 'exponential', mean }),
  lognormal: ({ mean = 0, cv = 0 }) => ({ kind: 'lognormal', mean, cv }),
  gamma: ({ mean = 0, cv = 0 }) => ({ kind: 'gamma', mean, cv }),
  erlang: ({ mean = 0, k = 1 }) => ({ kind: 'erlang', mean, k }),
  weibull: ({ mean = 0, shape = 1 }) => ({ kind: 'weibull', mean, shape }),
  uniform: ({ min = 0, max = 0 }) => ({ kind: 'uniform', min, max }),
  hyperexponential: ({ branches = [] }) => ({ kind: 'hyperexponential', branches: toWhole(branches) }),
};

/** The schema has proved that the fields of the law are there; the builders' defaults only satisfy the compiler. */
function simple(context: Resolving, path: Path, written: Partial<WrittenLawPart>): Distribution {
  const name = impliedLaw(written) ?? 'exponential';
  if (name === 'empirical') return empirical(context, path, written);
  return BUILDERS[name === 'mixture' ? 'exponential' : name](written as Numbers);
}

function toWhole<T extends { readonly share: number }>(parts: readonly T[]): T[] {
  const total = parts.reduce((sum, { share }) => sum + share, 0);
  return parts.map((part) => ({ ...part, share: part.share / total }));
}

const UNIT_SECONDS = { s: 1, m: 60, h: 3600 } as const;

function empirical(context: Resolving, path: Path, written: Partial<WrittenLawPart>): Distribution {
  const { values, weights } = written;
  if (values !== undefined) return { kind: 'empirical', values, weights: weights ?? evenly(values) };
  return { kind: 'empirical', ...observed(context, path, written) };
}

function evenly(values: readonly number[]): number[] {
  return values.map(() => 1);
}

interface Observed {
  readonly values: readonly number[];
  readonly weights: readonly number[];
}

/** Values and weights from a CSV file; what is wrong there is told, and replaced by zeros. */
function observed(context: Resolving, path: Path, written: Partial<WrittenLawPart>): Observed {
  const { file = '', column = '', weightColumn, unit = 's' } = written;
  const nothing = { values: [0], weights: [1] };
  const table = context.files.open(file, [...path, 'file']);
  if (table === null) return nothing;
  const valueAt = context.files.column(table, column, [...path, 'column']);
  const weightAt =
    weightColumn === undefined ? null : context.files.column(table, weightColumn, [...path, 'weightColumn']);
  if (valueAt < 0 || (weightAt !== null && weightAt < 0)) return nothing;

  const complain = context.files.complainer(table, path);
  const values = table.rows.map((row) => {
    const cell = row.cells[valueAt] ?? '';
    const bare = numberIn(cell, table);
    const value = bare === null ? parseDuration(cell) : bare * UNIT_SECONDS[unit];
    if (value !== null && value >= 0) return value;
    complain(row, valueAt, `${shown(cell)} is not a duration`, 'write 45s, or a bare number');
    return 0;
  });
  if (weightAt === null) return { values, weights: evenly(values) };
  const weights = table.rows.map((row) => {
    const cell = row.cells[weightAt] ?? '';
    const weight = numberIn(cell, table);
    if (weight !== null && weight >= 0) return weight;
    const hint = weight === null ? numberHintIn(cell, table) : 'write a number, 0 or more';
    complain(row, weightAt, `${shown(cell)} is not a weight`, hint);
    return 0;
  });
  if (weights.every((weight) => weight === 0)) {
    context.findings.error([...path, 'weightColumn'], `all weights in ${table.file} are 0`);
  }
  return { values, weights };
}

function resolveCount(written: WrittenCountLaw): CountDistribution {
  if (typeof written === 'number') return { kind: 'constant', value: written };
  const { mean = 1, values = [1], weights } = written;
  switch (impliedCountLaw(written)) {
    case 'geometric':
      return { kind: 'geometric', mean };
    case 'poisson':
      return { kind: 'poisson', mean };
    case 'constant':
      return { kind: 'constant', value: written.value ?? 1 };
    case 'empirical':
      return { kind: 'empirical', values, weights: weights ?? evenly(values) };
    case 'hazard':
      return { kind: 'hazard', stop: written.stop ?? [1] };
  }
}
