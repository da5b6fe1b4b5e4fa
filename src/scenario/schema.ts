/** The scenario file as one schema: the single source of its types, its first checks and its JSON Schema for editors. */
import * as z from 'zod';
import { isDate, isTimezone, timezonesLike } from '../base/calendar.js';
import { duration, textField, told, wholeNumber, wrongKind } from '../base/fields.js';
import { guessDate } from '../base/guess.js';
import { group } from './schemaPeople.js';
import { capacity, targets, work } from './schemaRules.js';
import { stream } from './schemaTraffic.js';
import type { Scenario } from './types.js';

/** What a mode must bring so that its settings can be read: a schema, and checks against the whole scenario. */
export interface ModeSchema {
  /** One line for editors. */
  readonly summary?: string;
  readonly settings: z.ZodType;
  /** Cross-checks; `path` is relative to the mode's settings. */
  readonly check?: (scenario: Scenario, settings: unknown) => readonly ModeProblem[];
}

export interface ModeProblem {
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly hint?: string;
}

export type ModeSchemas = ReadonlyMap<string, ModeSchema>;

const MAX_DAYS = 3660;

const base = {
  $schema: z.string().optional().describe('For editors; has no meaning for the simulation.'),
  name: z.string().min(1).describe('Name of the scenario, shown on reports.'),
  question: z.string().optional().describe('The question this scenario answers, in your words.'),
  start: textField<string>({
    what: 'a date',
    examples: ['2026-03-03'],
    pattern: String.raw`^\d{4}-\d{2}-\d{2}$`,
    guess: guessDate,
    parse: (text) => (isDate(text) ? { value: text } : null),
  })
    .optional()
    .describe('First day, such as 2026-03-03. Default: 2026-01-05, a Monday.'),
  days: wholeNumber(1, MAX_DAYS).optional().describe('Length of the horizon in days. Default: 1.'),
  timezone: textField<string>({
    what: 'a time zone',
    examples: ['Europe/London', 'America/New_York', 'UTC'],
    guess: timezonesLike,
    parse: (text) => (isTimezone(text) ? { value: text } : null),
  })
    .optional()
    .describe('IANA time zone of all clock times. Default: UTC.'),
  interval: duration()
    .superRefine((seconds, context) => {
      if (seconds >= 300 && seconds <= 86_400 && 86_400 % seconds === 0) return;
      context.addIssue({
        code: 'custom',
        message: told('a day cannot be cut into such intervals', 'use 15m, 30m or 60m'),
      });
    })
    .optional()
    .describe('Reporting interval, usually 15m, 30m or 60m. Default: 30m.'),
  seed: z
    .union([z.string().min(1), z.number()])
    .optional()
    .describe('Seed of all chance: same seed, same numbers. Default: 1.'),
  replications: wholeNumber(1, 100_000)
    .optional()
    .describe('How many times chance is drawn anew. Default: 20.'),
  warmUp: duration().optional().describe('Time at the start that is simulated but not counted. Default: 0s.'),
  targets: targets.optional().describe('Service targets by channel.'),
  traffic: z.array(stream).min(1).describe('Streams of traffic.'),
  people: z.array(group).min(1).describe('Groups of people.'),
  capacity: capacity.optional().describe('How much a login may hold at once.'),
  work: work.optional().describe('How people work: slow-down, switching, attention, breaks, end of shift.'),
} as const;

type BaseSchema = z.ZodObject<typeof base, z.core.$strict>;
/** A scenario as written and well formed, numbers in seconds and shares; modes' settings are proved by their own schemas. */
export type Written = z.output<BaseSchema> & {
  readonly modes?: Readonly<Record<string, unknown>> | undefined;
};

/** The schema of a whole file, given the modes that exist. */
export function scenarioSchema(modes: ModeSchemas): z.ZodType<Written> {
  const settings = [...modes].map(([name, { settings: known, summary = name }]) => {
    const section = z.union([known, z.null()]).optional();
    return [name, section.describe(`${summary}.`)] as const;
  });
  const example = `each on a line of its own, such as ${[...modes.keys()][0] ?? 'mode'}: {}`;
  return z.strictObject({
    ...base,
    modes: z
      .strictObject(Object.fromEntries(settings), { error: wrongKind('a group of modes', example) })
      .optional()
      .describe(
        'The ways of staffing to compare, each with its settings. Default: all, with their own defaults.',
      ),
  });
}

/** The JSON Schema (draft 2020-12) that editors use to complete, check and explain scenario files. */
export function scenarioJsonSchema(modes: ModeSchemas): Record<string, unknown> {
  const { $schema, ...rest } = z.toJSONSchema(scenarioSchema(modes), {
    io: 'input',
    override: ({ jsonSchema }) => {
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  });
  return {
    $schema,
    title: 'blendsim scenario',
    description: 'What blendsim simulates: traffic, people, rules, and the ways of staffing to compare.',
    ...rest,
  };
}
