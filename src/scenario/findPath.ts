/** Where a path typed by a planner leads: `capacity.chat.max`, `people[0].count`, or by name `people.service.count`. */
import { shown } from '../base/fields.js';
import { nearest } from '../base/nearest.js';
import type { Path } from './document.js';
import type { FieldTree } from './fieldTree.js';
import { pathText } from './findings.js';

export type Found =
  | { readonly path: Path }
  /** Why there is no such path, and what to do. */
  | { readonly message: string; readonly hint: string };

/** A step is a field or a name, up to the next dot or bracket, or a number in brackets. */
const STEPS = /^[^.[\]]+(\[\d+\])*(\.[^.[\]]+(\[\d+\])*)*$/;
const MOST_SUGGESTED = 3;
/** Of what two paths have in common, so much must be there, and so much of the best. */
const CLOSE = 0.5;
const NEARLY_AS_CLOSE = 0.85;

/** A field need not be written, if the schema has it; an item of a list must be. */
export function findPath(text: string, value: unknown, tree: FieldTree): Found {
  if (!STEPS.test(text))
    return {
      message: `"${text}" is not a path`,
      hint: 'write fields with dots between, such as capacity.chat.max or people[0].count',
    };
  let here = value;
  let forms = tree.root;
  const path: (string | number)[] = [];
  for (const step of stepsOf(text)) {
    if (Array.isArray(here)) {
      const index = typeof step === 'number' ? step : here.findIndex((item) => nameOf(item) === step);
      if (!(index in here)) return noSuchItem(path, step, here) ?? unknown(text, value, tree);
      path.push(index);
      here = here[index];
      forms = tree.items(forms);
    } else if (typeof here === 'object' || here === undefined) {
      if (typeof step === 'number' || !tree.keys(forms).includes(step)) return unknown(text, value, tree);
      path.push(step);
      here = (here as Readonly<Record<string, unknown>> | null | undefined)?.[step];
      forms = tree.field(forms, step);
    } else {
      const whole = namedText(path, value);
      return {
        message: `\`${whole}\` is written as ${shown(here)}, which has no fields`,
        hint: `set it as a whole: ${whole}=…, or write its fields in the file`,
      };
    }
  }
  return { path };
}

function stepsOf(text: string): (string | number)[] {
  return [...text.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map(([word, index]) =>
    index === undefined ? word : Number(index),
  );
}

/** What an item of a list is called: a stream, a person or a shift by its name, a group by `group`. */
function nameOf(item: unknown): string | undefined {
  if (typeof item === 'string') return item;
  if (typeof item !== 'object' || item === null) return undefined;
  const { name, group } = item as { readonly name?: unknown; readonly group?: unknown };
  return [name, group].find((text) => typeof text === 'string');
}

/** Null when it does not look like an item. */
function noSuchItem(path: Path, step: string | number, items: readonly unknown[]): Found | null {
  const names = items.flatMap((item) => nameOf(item) ?? []);
  const list = pathText(path);
  if (typeof step === 'number') {
    const known = names.length === items.length ? names : items.map((_, index) => `[${index}]`);
    return { message: `\`${list}\` has no item [${step}]`, hint: `they count from 0: ${known.join(', ')}` };
  }
  const close = nearest(step, names);
  return close === undefined
    ? null
    : { message: `\`${list}\` has no "${step}"`, hint: `did you mean "${close}"?` };
}

function unknown(text: string, value: unknown, tree: FieldTree): Found {
  const asked = wordsOf(text);
  const ranked = [...tree.paths(value)]
    .map((path) => namedText(path, value))
    .map((path) => ({ path, likeness: likeness(asked, wordsOf(path)) }))
    .filter(({ likeness, path }) => likeness >= CLOSE || commonWords(asked, wordsOf(path)) === asked.length)
    .sort((a, b) => b.likeness - a.likeness || a.path.length - b.path.length);
  const close = ranked.filter(({ likeness }) => likeness >= NEARLY_AS_CLOSE * (ranked[0]?.likeness ?? 0));
  const paths = close.slice(0, MOST_SUGGESTED).map(({ path }) => path);
  return {
    message: `there is no path \`${text}\``,
    hint:
      paths.length === 0
        ? `a path begins with one of: ${tree
            .keys(tree.root)
            .filter((key) => key !== '$schema')
            .join(', ')}`
        : `did you mean ${paths.join(', or ')}?`,
  };
}

/** Names where items have them, since they are what a planner would type. */
function namedText(path: Path, value: unknown): string {
  let here = value;
  return path.reduce<string>((text, step) => {
    here = (here as Readonly<Record<string | number, unknown>> | null | undefined)?.[step];
    const name = typeof step === 'number' ? nameOf(here) : step;
    if (name === undefined || /[.[\]]/.test(name)) return `${text}[${step}]`;
    return text === '' ? name : `${text}.${name}`;
  }, '');
}

/** `people.chatCap` → people, chat, cap. */
function wordsOf(path: string): string[] {
  return path
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .split(/[\s.[\]_-]+/)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
}

/** Words in common of all words: 0 to 1 (Dice). */
function likeness(a: readonly string[], b: readonly string[]): number {
  return (2 * commonWords(a, b)) / (a.length + b.length);
}

/** Misspelt ones, and ones cut short, too. */
function commonWords(a: readonly string[], b: readonly string[]): number {
  const left = [...b];
  let common = 0;
  for (const word of a) {
    const match = nearest(word, left);
    if (match === undefined) continue;
    common++;
    left.splice(left.indexOf(match), 1);
  }
  return common;
}
