/** Zod's issues in a planner's words: the value, the rule, what to do, and the nearest word for a typo. */
import type * as z from 'zod';
import { shown, told, toldParts } from '../base/fields.js';
import { guessList, numberHint } from '../base/guess.js';
import { nearest, suggestion } from '../base/nearest.js';
import type { Path } from './document.js';
import { pathText, type Finding } from './findings.js';

type RawIssue = z.core.$ZodRawIssue;
type Issue = z.core.$ZodIssue;

/** Fields that people look for in the wrong kind of conversation or place. */
const MISPLACED: Readonly<Record<string, string>> = {
  aht: 'a handling time is made of `exchanges`, and of `effort`, the work of each',
  sd: 'write cv: the standard deviation divided by the mean',
  perWeek: 'write perDay, the volume of a typical day, and factors under `weekdays`',
  resume: 'only messaging is resumed; a chat may have `recontact`',
  close: 'only messaging closes this way; a chat ends after its last exchange or by `silenceTimeout`',
  affinity: 'only messaging goes back to the agent who knows it',
  recontact: 'only chats re-contact; messaging has `resume`',
  wrapUp: 'only chats have a wrap-up',
  replyPatience: 'only chat consumers walk out',
  silenceTimeout: 'only chats end by silence; messaging has `close.autoCloseAfter`',
  asMessaging:
    'only a chat stream can be carried over to messaging; it belongs beside `conversation`, not inside it',
};

/** What planners call a field that has another name here. */
const ALSO_CALLED: Readonly<Record<string, string>> = {
  name: 'group',
  headcount: 'count',
  average: 'mean',
  avg: 'mean',
  duration: 'length',
  hours: 'open',
};

/** The message of every issue that has no words of its own; given to zod as the parse's error map. */
export function issueWords(issue: RawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return typeWords(issue.expected, issue.input, knownKeys(issue.inst));
    case 'invalid_value':
      return valueWords(issue.values.map(String), issue.input);
    case 'too_small':
      return issue.origin === 'number'
        ? `${shown(issue.input)} is below ${issue.minimum}, the least allowed`
        : emptyWords(issue.origin);
    case 'too_big':
      return `${shown(issue.input)} is above ${issue.maximum}, the most allowed`;
    case 'unrecognized_keys':
      return knownKeys(issue.inst).join('\n');
    default:
      return undefined;
  }
}

const WANTED: Readonly<Record<string, string>> = {
  object: 'a group of fields',
  array: 'a list',
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
};

function typeWords(expected: string, input: unknown, fields: readonly string[]): string {
  if (input === undefined) return 'is missing';
  if (typeof input === 'number' && !Number.isFinite(input)) {
    const what = Number.isNaN(input)
      ? 'this is no number (.nan)'
      : 'the number is infinite (.inf), or too large';
    return told(what, 'write a plain number, such as 12');
  }
  if (input === null) {
    const comment = expected === 'string' ? '; a text that begins with # needs quotes' : '';
    return told('nothing is written here', `write a value, or remove the key${comment}`);
  }
  return told(`${shown(input)} is not ${WANTED[expected] ?? expected}`, typeHint(expected, input, fields));
}

function typeHint(expected: string, input: unknown, fields: readonly string[]): string | undefined {
  const isText = typeof input === 'string';
  switch (expected) {
    case 'array':
      return isText && !/[:[\]{}]/.test(input)
        ? `write a list: [${guessList(input)}]`
        : 'write a list: each item on its own line, with a dash before it';
    case 'object':
      return fieldsHint(input, fields);
    case 'number':
    case 'int':
      if (typeof input === 'number') return `write a whole number, such as ${Math.ceil(input)}`;
      return isText ? numberHint(input) : undefined;
    case 'boolean':
      if (/^(y|yes|ja|on|x|1)$/i.test(String(input))) return 'write true';
      return /^(n|no|nein|off|0)$/i.test(String(input)) ? 'write false' : undefined;
    case 'string':
      return typeof input === 'object' ? undefined : `put it in quotes: "${shown(input)}"`;
    default:
      return undefined;
  }
}

function fieldsHint(input: unknown, fields: readonly string[]): string {
  const [only, ...others] = fields;
  if (only === undefined) return 'write `field: value`, without a dash';
  if (others.length === 0 && typeof input === 'number') return `write { ${only}: ${input} }`;
  return `write \`field: value\`; the fields are ${fields.join(', ')}`;
}

function valueWords(allowed: readonly string[], input: unknown): string {
  if (input === undefined) return 'is missing';
  return told(
    `${shown(input)} is not known here`,
    suggestion(typeof input === 'string' ? input : '', allowed),
  );
}

function emptyWords(origin: string): string {
  return origin === 'string'
    ? told('the text is empty', 'write one, or remove the key')
    : told('the list is empty', 'write at least one');
}

function knownKeys(schema: unknown): readonly string[] {
  const shape = (schema as { _zod?: { def?: { shape?: object } } } | undefined)?._zod?.def?.shape;
  return Object.keys(shape ?? {});
}

/** Issues as findings; what only follows from a misspelt key is left out. */
export function findingsFrom(issues: readonly Issue[]): readonly Finding[] {
  const found = issues.flatMap((issue) => findingsOf(issue, []));
  const misspelt = new Set<string>();
  for (const { path, meant } of found) {
    if (meant === undefined) continue;
    const parent = path.slice(0, -1);
    misspelt.add(pathText(parent)).add(pathText([...parent, meant]));
  }
  return found.filter(
    ({ path, meant }) => meant !== undefined || path.length === 0 || !misspelt.has(pathText(path)),
  );
}

/**
 * Writes the nearest word over each misspelt word that decides between forms, such as a stream's channel; true if there was
 * one. Parsing again then shows what else is wrong there.
 */
export function mend(value: unknown, issues: readonly Issue[]): boolean {
  let mended = false;
  for (const issue of issues) {
    if (issue.code !== 'invalid_union' || issue.errors.length > 0) continue;
    const { written, key, options } = discriminatorOf(issue);
    const meant = typeof written === 'string' ? nearest(written, options) : undefined;
    const parent = issue.path
      .slice(0, -1)
      .reduce<unknown>((node, step) => (node as Record<PropertyKey, unknown>)[step], value);
    if (meant === undefined) continue;
    (parent as Record<string, unknown>)[key] = meant;
    mended = true;
  }
  return mended;
}

interface Draft extends Finding {
  /** For an unknown key: the field that was probably meant. */
  readonly meant?: string | undefined;
}

function findingsOf(issue: Issue, prefix: Path): readonly Draft[] {
  const path = [...prefix, ...(issue.path as Path)];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => unknownKey([...path, key], key, issue.message.split('\n')));
  }
  if (issue.code === 'invalid_union') {
    if (issue.errors.length === 0) return [discriminatorFinding(issue, path)];
    const wordsToo = issue.errors.flatMap((branch) => branch.flatMap(literals));
    return bestBranch(issue)
      .flatMap((inner) => findingsOf(inner, path))
      .map((draft) => withWords(draft, path, wordsToo));
  }
  const { message, hint } = toldParts(issue.message);
  const missing = message === 'is missing';
  const text = missing ? `\`${String(path.at(-1))}\` is missing` : message;
  const advice = path.length === 0 && issue.code === 'invalid_type' ? WHOLE_FILE : hint;
  return [
    {
      severity: 'error',
      path,
      part: missing ? 'key' : 'value',
      message: text,
      ...(advice === undefined ? {} : { hint: advice }),
    },
  ];
}

/** Words that would be good at the place of the issue itself: `none`. */
function literals(issue: Issue): readonly string[] {
  return issue.code === 'invalid_value' && issue.path.length === 0 ? issue.values.map(String) : [];
}

/** Of a union's other forms, its words are short enough to be told, too. */
function withWords(draft: Draft, path: Path, words: readonly string[]): Draft {
  const isWhole = draft.path.length === path.length && draft.hint !== undefined;
  if (!isWhole || words.length === 0 || /^(did you mean|one of|write each|write a value)/.test(draft.hint))
    return draft;
  return { ...draft, hint: `${draft.hint}; or ${words.join(', ')}` };
}

const WHOLE_FILE =
  'a scenario is a group of fields: name, traffic, people and more; `blendsim init` writes one';

function unknownKey(path: Path, key: string, known: readonly string[]): Draft {
  // Between braces, `start:08:00` is one word: a key without a value.
  const [word = '', value = ''] = key.split(/:(.*)/);
  if (value !== '' && known.includes(word)) {
    const message = `\`${key}\` lacks a space after the colon`;
    const hint = `write ${word}: ${value}`;
    return { severity: 'error', path, part: 'key', message, hint, meant: word };
  }
  const other = ALSO_CALLED[key.toLowerCase()] ?? '';
  const close = known.includes(other) ? other : nearest(key, known);
  const hint = close === undefined ? (MISPLACED[key] ?? suggestion(key, known)) : `did you mean "${close}"?`;
  return {
    severity: 'error',
    path,
    part: 'key',
    message: `\`${key}\` is not known here`,
    hint,
    meant: close,
  };
}

interface Discriminator {
  readonly key: string;
  readonly written: unknown;
  readonly options: readonly string[];
}

function discriminatorOf(issue: z.core.$ZodIssueInvalidUnion): Discriminator {
  const {
    discriminator: key = '',
    options = [],
    input,
  } = issue as typeof issue & { readonly options?: readonly unknown[] };
  return {
    key,
    written: (input as Readonly<Record<string, unknown>> | undefined)?.[key],
    options: options.map(String),
  };
}

function discriminatorFinding(issue: z.core.$ZodIssueInvalidUnion, path: Path): Finding {
  const { key, written, options } = discriminatorOf(issue);
  const { message, hint } = toldParts(valueWords(options, written));
  const missing = written === undefined;
  return {
    severity: 'error',
    path,
    part: missing ? 'key' : 'value',
    message: missing ? `\`${key}\` is missing` : message,
    hint: hint ?? `one of: ${options.join(', ')}`,
  };
}

/** Of several forms that all fail, the one that was most likely meant: right kind of value first, then the fewest mistakes. */
function bestBranch(issue: z.core.$ZodIssueInvalidUnion): readonly Issue[] {
  return issue.errors.reduce((best, branch) => (weightOf(branch) < weightOf(best) ? branch : best));
}

const WRONG_KIND = 1000;

function weightOf(branch: readonly Issue[]): number {
  return branch.reduce((sum, issue) => sum + issueWeight(issue), 0);
}

function issueWeight(issue: Issue): number {
  if (issue.code === 'unrecognized_keys') {
    const known = issue.message.split('\n');
    return issue.keys.reduce((sum, key) => sum + (nearest(key, known) === undefined ? 20 : 5), 0);
  }
  if (issue.path.length > 0) return issue.message === 'is missing' ? 10 : 1;
  if (issue.code === 'invalid_union' && issue.errors.length > 0)
    return Math.min(...issue.errors.map(weightOf));
  if (issue.code === 'invalid_type') return WRONG_KIND;
  if (issue.code !== 'invalid_value') return 100;
  // A word that nobody meant says less of what else could stand there than any other form.
  const isClose =
    typeof issue.input === 'string' && nearest(issue.input, issue.values.map(String)) !== undefined;
  return isClose ? 50 : WRONG_KIND + 1;
}
