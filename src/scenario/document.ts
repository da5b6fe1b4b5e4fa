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
import { findDoubtfulNumbers } from './doubtfulNumbers.js';
import { notUtf8, type NotUtf8 } from './encoding.js';
import { joinSplitNumbers } from './splitNumbers.js';
import { yamlWords } from './yamlWords.js';

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

/** Reads YAML, or JSON, which is a part of YAML. */
export function readDocument(text: string, file: string | undefined): SourceDocument {
  const lines = new LineCounter();
  const wrong = notUtf8(text);
  if (wrong !== null) return notText(wrong, file);
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
  const tell =
    (severity: Problem['severity']) =>
    (offset: number, message: string, hint: string): void => {
      if (!problems.has(offset))
        problems.set(offset, { severity, ...inFile, ...where(offset), message, hint });
    };
  const complain = tell('error');
  const split = joinSplitNumbers(document, text);
  for (const { written, start, hint } of split)
    complain(start, `${written} is not one number here: between { and } a comma begins the next field`, hint);
  // Two numbers may end alike, and look like one key twice.
  const errors = document.errors.filter(
    ({ pos: [at] }) => !split.some(({ start, end }) => start < at && at < end),
  );
  for (const [index, error] of errors.entries()) {
    const words = yamlWords(error, text, index > 0);
    if (words !== null) complain(openQuoteOf(document, error) ?? error.pos[0], ...words);
  }
  const readable = errors.every(({ code }) => code === 'DUPLICATE_KEY');
  const before = problems.size;
  checkAliases(document, complain);
  const value: unknown = readable && problems.size === before ? document.toJS() : undefined;
  findDoubtfulNumbers(document, text, tell('warning'));
  const place = (path: Path, part: 'key' | 'value'): Place => where(offsetOf(document, path, part));
  const has = (path: Path): boolean => path.length === 0 || descend(document, path).depth === path.length;
  return { value, problems: [...problems.values()], place, has };
}

function notText({ message, line, column }: NotUtf8, file: string | undefined): SourceDocument {
  const inFile = file === undefined ? {} : { file };
  const hint = 'save the scenario as plain text, in UTF-8';
  const problem: Problem = { severity: 'error', ...inFile, line, column, message, hint };
  return { value: undefined, problems: [problem], place: () => ({ line, column }), has: () => false };
}

/** Where a quote begins that never ends: the error itself stands at the end of the text. */
function openQuoteOf(document: Document, { message, pos: [end] }: Document['errors'][number]): number | null {
  if (!message.startsWith('Missing closing')) return null;
  let start: number | null = null;
  visit(document, {
    Scalar: (_, { range, type }) => {
      if (type?.startsWith('QUOTE') === true && range && range[1] >= end) start = range[0];
    },
  });
  return start;
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
        const hint =
          anchors.length > 0 ? suggestion(alias.source, anchors) : 'a text that begins with * needs quotes';
        complain(alias.range?.[0] ?? 0, message, hint);
      }
    },
    Value: (_, node) => {
      if (node.anchor !== undefined) anchors.push(node.anchor);
    },
  });
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
