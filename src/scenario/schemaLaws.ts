/** How laws of chance are written: `40s`, `{ mean: 40s, cv: 0.8 }`, `{ law: gamma, … }`, `{ mix: […] }`, `{ file, column }`. */
import * as z from 'zod';
import { duration, ratio, share, told, wholeNumber } from '../base/fields.js';

export const LAWS = [
  'constant',
  'exponential',
  'lognormal',
  'gamma',
  'erlang',
  'weibull',
  'uniform',
  'hyperexponential',
  'empirical',
  'mixture',
] as const;
export type LawName = (typeof LAWS)[number];

/** Which fields each law needs, and which it may have besides. */
const LAW_FIELDS: Readonly<
  Record<LawName, { readonly needs: readonly string[]; readonly may?: readonly string[] }>
> = {
  constant: { needs: ['value'] },
  exponential: { needs: ['mean'] },
  lognormal: { needs: ['mean', 'cv'] },
  gamma: { needs: ['mean', 'cv'] },
  erlang: { needs: ['mean', 'k'] },
  weibull: { needs: ['mean', 'shape'] },
  uniform: { needs: ['min', 'max'] },
  hyperexponential: { needs: ['branches'] },
  empirical: { needs: ['values'], may: ['weights'] },
  mixture: { needs: ['mix'] },
};
const EMPIRICAL_FROM_FILE = { needs: ['file', 'column'], may: ['weightColumn', 'unit'] };

const positive = (): ReturnType<typeof duration> =>
  duration({ min: 0.001, why: 'a mean of nothing has no law' });
const weights = z.array(z.number().min(0)).min(1);

const simpleShape = {
  law: z
    .enum(LAWS)
    .optional()
    .describe(
      'The law. Without it: mean alone is exponential, mean with cv is lognormal, min and max are uniform.',
    ),
  mean: positive().optional().describe('Mean.'),
  cv: ratio()
    .optional()
    .describe('Coefficient of variation: standard deviation ÷ mean. For lognormal and gamma.'),
  k: wholeNumber(1, 1000).optional().describe('Number of phases of the Erlang law.'),
  shape: z
    .number()
    .min(0.05)
    .max(100)
    .optional()
    .describe('Shape of the Weibull law; 1 is exponential, below 1 heavier tailed.'),
  min: duration().optional().describe('Shortest value of the uniform law.'),
  max: duration().optional().describe('Longest value of the uniform law.'),
  value: duration().optional().describe('The one value of the constant law.'),
  branches: z
    .array(
      z.strictObject({
        share: share().describe('Share of cases that take this branch.'),
        mean: positive().describe('Mean of this branch.'),
      }),
    )
    .min(1)
    .optional()
    .describe('Hyperexponential: exponential branches whose shares add up to 100%.'),
  values: z
    .array(duration())
    .min(1)
    .optional()
    .describe('Observed values, drawn with equal chance unless weights are given.'),
  weights: weights.optional().describe('Weights of the values, one each.'),
  file: z.string().min(1).optional().describe('CSV file with observed values, relative to this scenario.'),
  column: z.string().min(1).optional().describe('Column of the CSV file that holds the values.'),
  weightColumn: z.string().min(1).optional().describe('Column of the CSV file that holds weights.'),
  unit: z
    .enum(['s', 'm', 'h'])
    .optional()
    .describe('Unit of bare numbers in the column; seconds unless said otherwise.'),
  atMost: positive().optional().describe('Cut: longer draws count as this long.'),
} as const;

const partSchema = z
  .strictObject({ share: share().describe('Share of cases that follow this law.'), ...simpleShape })
  .superRefine((written, context) => {
    checkLaw(written, context);
  });

const lawObject = z
  .strictObject({
    ...simpleShape,
    mix: z.array(partSchema).min(1).optional().describe('Mixture: laws whose shares add up to 100%.'),
  })
  .superRefine((written, context) => {
    checkLaw(written, context);
  });

/** A law of a duration. A plain duration is exactly that long, always. */
export const law = z.union([duration(), lawObject]).meta({
  id: 'Law',
  description:
    'A duration that varies. `40s`: always 40 seconds. `{ mean: 4m }`: exponential. `{ mean: 40s, cv: 0.8 }`: lognormal. ' +
    '`{ law: gamma, mean: 40s, cv: 0.8 }`, `{ mix: [{ share: 70%, mean: 90s, cv: 1 }, { share: 30%, mean: 80m, cv: 1.5 }] }`, ' +
    '`{ file: data/handle.csv, column: seconds }`.',
  examples: ['40s', { mean: '4m' }, { mean: '40s', cv: 0.8 }],
});
export type WrittenLaw = z.output<typeof law>;
type WrittenLawObject = z.output<typeof lawObject>;
export type WrittenLawPart = z.output<typeof partSchema>;

/** The law that the fields imply, when `law` does not say it. */
export function impliedLaw(written: Partial<WrittenLawObject>): LawName | null {
  if (written.law !== undefined) return written.law;
  if (written.mix !== undefined) return 'mixture';
  if (written.branches !== undefined) return 'hyperexponential';
  if (written.values !== undefined || written.file !== undefined) return 'empirical';
  if (written.min !== undefined || written.max !== undefined) return 'uniform';
  if (written.value !== undefined) return 'constant';
  if (written.mean === undefined) return null;
  if (written.k !== undefined) return 'erlang';
  if (written.shape !== undefined) return 'weibull';
  return written.cv === undefined ? 'exponential' : 'lognormal';
}

type Complain = (path: readonly (string | number)[], message: string, hint?: string) => void;

function checkLaw(written: Partial<WrittenLawObject>, context: z.RefinementCtx): void {
  const complain: Complain = (path, message, hint) =>
    context.addIssue({ code: 'custom', path: [...path], message: told(message, hint) });
  const name = impliedLaw(written);
  if (name === null) {
    complain(
      [],
      'no law can be read from these fields',
      'give a mean, a mean and cv, min and max, values, or a mix',
    );
    return;
  }
  checkFields(written, name, complain);
  checkNumbers(written, complain);
}

function checkFields(written: Partial<WrittenLawObject>, name: LawName, complain: Complain): void {
  const fromFile = name === 'empirical' && written.file !== undefined;
  const { needs, may = [] } = fromFile ? EMPIRICAL_FROM_FILE : LAW_FIELDS[name];
  const used: readonly string[] = [...needs, ...may, 'law', 'atMost', 'share'];
  const given = Object.entries(written).flatMap(([key, value]) => (value === undefined ? [] : [key]));
  for (const key of needs) {
    if (!given.includes(key))
      complain([], `the ${name} law needs \`${key}\``, `it takes ${needs.join(' and ')}`);
  }
  for (const key of given) {
    if (!used.includes(key))
      complain([key], `\`${key}\` has no meaning for the ${name} law`, `it takes ${needs.join(' and ')}`);
  }
}

function checkNumbers(written: Partial<WrittenLawObject>, complain: Complain): void {
  if (written.cv === 0)
    complain(['cv'], 'a cv of 0 is no variation', 'write the plain duration instead, such as 40s');
  if (written.min !== undefined && written.max !== undefined && written.min > written.max) {
    complain(['max'], 'max is below min', 'exchange them');
  }
  checkShares(written.branches, 'branches', complain);
  checkShares(written.mix, 'mix', complain);
  checkWeights(written.values?.length, written.weights, complain);
}

function checkShares(
  parts: readonly { readonly share: number }[] | undefined,
  key: string,
  complain: Complain,
): void {
  if (parts === undefined || parts.some(({ share }) => share > 1)) return;
  const sum = parts.reduce((total, part) => total + part.share, 0);
  if (Math.abs(sum - 1) > 0.001) {
    complain([key], `the shares add up to ${Number((sum * 100).toFixed(2))}%`, 'make them add up to 100%');
  }
}

function checkWeights(
  count: number | undefined,
  given: readonly number[] | undefined,
  complain: Complain,
): void {
  if (count === undefined || given === undefined) return;
  if (given.length !== count)
    complain(['weights'], `${given.length} weights for ${count} values`, 'give one weight per value');
  else if (given.every((weight) => weight === 0))
    complain(['weights'], 'all weights are 0', 'make at least one positive');
}

const countObject = z
  .strictObject({
    law: z
      .enum(['geometric', 'poisson', 'constant', 'empirical', 'hazard'])
      .optional()
      .describe('The law; geometric unless said otherwise. poisson: 1 + Poisson(mean − 1).'),
    mean: z.number().min(1).max(10_000).optional().describe('Mean number of exchanges, at least 1.'),
    value: wholeNumber(1, 10_000).optional().describe('The one value of the constant law.'),
    values: z.array(wholeNumber(1, 10_000)).min(1).optional().describe('Observed numbers of exchanges.'),
    weights: weights.optional().describe('Weights of the values, one each.'),
    stop: z
      .array(share())
      .min(1)
      .optional()
      .describe('Hazard: chance that exchange 1, 2, 3 … is the last one; the last entry goes on for ever.'),
  })
  .superRefine((written, context) => {
    checkCount(written, (path, message, hint) =>
      context.addIssue({ code: 'custom', path: [...path], message: told(message, hint) }),
    );
  });

/** A law of a number of exchanges. */
export const countLaw = z.union([wholeNumber(1, 10_000), countObject]).meta({
  id: 'CountLaw',
  description:
    'A number of exchanges. `7`: always 7. `{ mean: 7 }`: geometric. `{ law: poisson, mean: 7 }`. ' +
    '`{ values: [1, 2, 5], weights: [5, 3, 1] }`. `{ stop: [10%, 20%, 15%] }`: chance that the 1st, 2nd, 3rd … is the last.',
  examples: [7, { mean: 7 }],
});
export type WrittenCountLaw = z.output<typeof countLaw>;
export type WrittenCountObject = z.output<typeof countObject>;
export type CountLawName = NonNullable<WrittenCountObject['law']>;

/** The count law that the fields imply. */
export function impliedCountLaw(written: WrittenCountObject): CountLawName {
  if (written.law !== undefined) return written.law;
  if (written.stop !== undefined) return 'hazard';
  if (written.values !== undefined) return 'empirical';
  return written.value === undefined ? 'geometric' : 'constant';
}

const COUNT_FIELDS: Readonly<Record<CountLawName, readonly string[]>> = {
  geometric: ['mean'],
  poisson: ['mean'],
  constant: ['value'],
  empirical: ['values', 'weights'],
  hazard: ['stop'],
};

function checkCount(written: WrittenCountObject, complain: Complain): void {
  const name = impliedCountLaw(written);
  const fields = COUNT_FIELDS[name];
  const [needed = ''] = fields;
  if (!(needed in written)) complain([], `the ${name} law needs \`${needed}\``);
  for (const key of Object.keys(written)) {
    if (key !== 'law' && !fields.includes(key))
      complain([key], `\`${key}\` has no meaning for the ${name} law`);
  }
  if (written.stop?.at(-1) === 0) {
    complain(
      ['stop'],
      'the last chance is 0, so a conversation might never end',
      'end the list with a chance above 0',
    );
  }
  checkWeights(written.values?.length, written.weights, complain);
}
