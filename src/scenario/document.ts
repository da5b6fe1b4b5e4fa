/** The text of a scenario as a tree of plain values, and where each of them stands in it. */
import {
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type Node,
  type Pair,
} from 'yaml';
import { suggestion } from '../base/nearest.js';
import type { Problem } from '../base/result.js';

export type Path = readonly (string | number)[];

export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface SourceDocument {
  /** Plain values, or undefined when the text cannot be read. */
  readonly value: unknown;
  readonly problems: readonly Problem[];
  /** Where a key or a value stands; a missing one is shown at the closest thing around it. */
  readonly place: (path: Path, part: 'key' | 'value') => Place;
  /** Whether the path is written in the text. */
  readonly has: (path: Path) => boolean;
}

type Words = readonly [message: string, hint: string];

export const NOT_TEXT = 'the file is not plain text in UTF-8';

const INDENTATION: Words = [
  'the indentation does not fit, or a text with a colon lacks its quotes',
  'fields of one group, and the dashes of one list, start in the same column',
];
const NOT_CLOSED: Words = [
  'a closing quote, bracket or comma is missing',
  'look at this line and the ones before it',
];

const WORDS: Readonly<Record<string, Words>> = {
  TAB_AS_INDENT: ['a tab is used for indentation', 'indent with spaces: YAML does not allow tabs there'],
  DUPLICATE_KEY: ['this key is written twice in the same place', 'remove one of them'],
  MULTIPLE_DOCS: ['the file holds more than one document', 'remove everything from the second `---` on'],
  MISSING_CHAR: NOT_CLOSED,
  BAD_INDENT: INDENTATION,
  BLOCK_AS_IMPLICIT_KEY: INDENTATION,
  MULTILINE_IMPLICIT_KEY: INDENTATION,
  BLOCK_IN_FLOW: [
    'a comma is missing between { and }, or a text with a colon lacks its quotes',
    'write { name: value, name: value }',
  ],
  BAD_SCALAR_START: ['a text cannot begin with this sign', 'put the text in quotes'],
};

/** Reads YAML, or JSON, which is a part of YAML. */
export function readDocument(text: string, file: string | undefined): SourceDocument {
  const lines = new LineCounter();
  if (text.includes('\0')) return notText(file);
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    version: '1.2',
    schema: 'core',
    merge: true,
  });
  const where = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const inFile = file === undefined ? {} : { file };
  const problems = new Map<number, Problem>();
  const complain = (offset: number, message: string, hint?: string): void => {
    if (problems.has(offset)) return;
    const told = { message, ...(hint === undefined ? {} : { hint }) };
    problems.set(offset, { severity: 'error', ...inFile, ...where(offset), ...told });
  };
  for (const { code, message, pos } of document.errors) {
    const open = code === 'BAD_INDENT' && message.startsWith('Flow');
    const [text, hint] = open ? NOT_CLOSED : (WORDS[code] ?? [firstLine(message), undefined]);
    complain(pos[0], text, hint);
  }
  checkAliases(document, complain);
  const place = (path: Path, part: 'key' | 'value'): Place => where(offsetOf(document, path, part));
  const has = (path: Path): boolean => path.length === 0 || descend(document, path).depth === path.length;

  const readable = document.errors.every(({ code }) => code === 'DUPLICATE_KEY');
  const value: unknown = readable && problems.size === document.errors.length ? document.toJS() : undefined;
  return { value, problems: [...problems.values()], place, has };
}

/** What another encoding than UTF-8, or a file of another kind, looks like. */
function notText(file: string | undefined): SourceDocument {
  const place = { line: 1, column: 1 };
  const inFile = file === undefined ? {} : { file };
  const problem: Problem = {
    severity: 'error',
    ...inFile,
    ...place,
    message: NOT_TEXT,
    hint: 'save it as UTF-8',
  };
  return { value: undefined, problems: [problem], place: () => place, has: () => false };
}

/** Every alias must name an anchor that stands before it. */
function checkAliases(
  document: Document,
  complain: (offset: number, message: string, hint: string) => void,
): void {
  const anchors: string[] = [];
  visit(document, {
    Alias: (_, alias) => {
      if (!anchors.includes(alias.source)) {
        const message = `there is no anchor &${alias.source} above`;
        complain(alias.range?.[0] ?? 0, message, suggestion(alias.source, anchors));
      }
    },
    Value: (_, node) => {
      if (node.anchor !== undefined) anchors.push(node.anchor);
    },
  });
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? text;
}

interface Reached {
  readonly node: Node | null;
  /** The pair whose value `node` is. */
  readonly pair: Pair | null;
  /** How many steps of the path exist. */
  readonly depth: number;
}

/** Follows a path as far as it is written, through anchors and merges. */
function descend(document: Document, path: Path): Reached {
  let node: unknown = document.contents;
  let reached: Reached = { node: document.contents, pair: null, depth: 0 };
  for (const [index, step] of path.entries()) {
    const whole: unknown = isAlias(node) ? node.resolve(document) : node;
    const pair = isMap(whole) ? pairOf(document, whole.items, String(step)) : null;
    const next: unknown = pair === null ? (isSeq(whole) ? whole.items[Number(step)] : undefined) : pair.value;
    if (pair === null && next === undefined) break;
    node = next;
    reached = { node: (next ?? pair?.key ?? null) as Node | null, pair, depth: index + 1 };
  }
  return reached;
}

function pairOf(document: Document, items: readonly unknown[], key: string): Pair | null {
  let merged: Pair | null = null;
  for (const item of items) {
    if (!isPair(item)) continue;
    const name: unknown = isScalar(item.key) ? item.key.value : null;
    // A merge, `<<: *anchor`, has a symbol for its key.
    if (typeof name !== 'symbol' && String(name) === key) return item;
    if (typeof name !== 'symbol') continue;
    const source: unknown = isAlias(item.value) ? item.value.resolve(document) : item.value;
    if (isMap(source)) merged = pairOf(document, source.items, key) ?? merged;
  }
  return merged;
}

function offsetOf(document: Document, path: Path, part: 'key' | 'value'): number {
  const { node, pair, depth } = descend(document, path);
  const keyNode = pair?.key as Node | undefined;
  const chosen = depth === path.length && part === 'value' ? node : (keyNode ?? node);
  return chosen?.range?.[0] ?? node?.range?.[0] ?? 0;
}
