// Laws on what stands inside a file: mode names, chance, the clock, DOM and Node globals, size, opening line, place.
import ts from 'typescript';
import { outside } from './importLaws.js';
import { lineOf, type Finding, type Source } from './sources.js';
import { ALLOWED, MAX_LINES, MAY_IMPORT, MODE_NAMES } from './table.js';

const DOM_GLOBALS = new Set(
  (
    'window document navigator location history localStorage sessionStorage indexedDB alert ' +
    'requestAnimationFrame cancelAnimationFrame getComputedStyle matchMedia customElements ' +
    'MutationObserver ResizeObserver IntersectionObserver DOMParser XMLHttpRequest'
  ).split(' '),
);
const DOM_TYPE = /^(HTML|SVG)\w*Element$/;

const NODE_GLOBALS = new Set(['process', 'Buffer', 'setImmediate', '__dirname', '__filename', 'require']);

export function modeNamesOnlyInModes(sources: readonly Source[]): Finding[] {
  return everyNode(outside(ALLOWED.modeNames, sources), (node) =>
    ts.isStringLiteralLike(node) && MODE_NAMES.includes(node.text)
      ? `names the mode '${node.text}': ask the Mode a question instead, or take the name from modes/`
      : undefined,
  );
}

export function noMathRandom(sources: readonly Source[]): Finding[] {
  return everyNode(sources, (node) =>
    isMember(node, 'Math', 'random') ? 'uses Math.random: take a stream of base/ as an argument' : undefined,
  );
}

export function noWallClockOutsideCli(sources: readonly Source[]): Finding[] {
  return everyNode(outside(ALLOWED.wallClock, sources), (node) => {
    const reads =
      isMember(node, 'Date', 'now') ||
      isMember(node, 'Temporal', 'Now') ||
      ((ts.isNewExpression(node) || ts.isCallExpression(node)) &&
        ts.isIdentifier(node.expression) &&
        node.expression.text === 'Date' &&
        (ts.isCallExpression(node) || !node.arguments?.length));
    return reads ? 'reads the wall clock: simulated time is an argument' : undefined;
  });
}

export function domOnlyInWeb(sources: readonly Source[]): Finding[] {
  return everyFreeName(outside(ALLOWED.dom, sources), (name) =>
    DOM_GLOBALS.has(name) || DOM_TYPE.test(name) ? `uses the DOM global ${name}: only web/ may` : undefined,
  );
}

export function nodeGlobalsOnlyInShells(sources: readonly Source[]): Finding[] {
  return everyFreeName(outside(ALLOWED.node, sources), (name) =>
    NODE_GLOBALS.has(name)
      ? `uses the Node global ${name}: this file must also run in a browser worker`
      : undefined,
  );
}

export function noLongFile(sources: readonly Source[]): Finding[] {
  return sources.flatMap(({ path, text }) => {
    const lines = text.replace(/\n$/, '').split('\n').length;
    return lines > MAX_LINES
      ? [{ path, line: MAX_LINES + 1, says: `${lines} lines: the stop is ${MAX_LINES}, split by noun` }]
      : [];
  });
}

/** A `#!` line may stand before it. */
export function opensWithOneLine(sources: readonly Source[]): Finding[] {
  return sources.flatMap(({ path, text }) => {
    const lines = text.split('\n');
    const line = lines[0]!.startsWith('#!') ? 1 : 0;
    const opening = /^(?:\/\/|\/\*\*)\s+(\S.*)$/.exec(lines[line] ?? '')?.[1];
    return opening === undefined || /^(eslint|@ts-|prettier)/.test(opening)
      ? [{ path, line: line + 1, says: 'must open with one line, `// …` or `/** … */`, saying what it is' }]
      : [];
  });
}

export function roomsAreOneLevelDeep(sources: readonly Source[]): Finding[] {
  return sources.flatMap(({ path, room }) => {
    const depth = path.split('/').length;
    if (depth > 3) return [{ path, line: 1, says: 'rooms are one level deep: src/room/file.ts' }];
    if (!(room in MAY_IMPORT)) return [{ path, line: 1, says: `${room} is not in the table of rooms` }];
    return [];
  });
}

function isMember(node: ts.Node, object: string, member: string): boolean {
  if (!ts.isPropertyAccessExpression(node) && !ts.isElementAccessExpression(node)) return false;
  if (!ts.isIdentifier(node.expression) || node.expression.text !== object) return false;
  if (ts.isPropertyAccessExpression(node)) return node.name.text === member;
  return ts.isStringLiteralLike(node.argumentExpression) && node.argumentExpression.text === member;
}

/** Judges every name the file uses but does not declare: a local `window` of time is no DOM. */
function everyFreeName(sources: readonly Source[], judge: (name: string) => string | undefined): Finding[] {
  return sources.flatMap((source) => {
    const names = source.nodes.filter(ts.isIdentifier);
    const declared = new Set(names.filter(isDeclared).map((name) => name.text));
    return names.flatMap((name) => {
      if (declared.has(name.text) || isMemberName(name)) return [];
      const says = judge(name.text);
      return says === undefined ? [] : [{ path: source.path, line: lineOf(name), says }];
    });
  });
}

/** The name in a declaration that brings it into scope: variable, parameter, function, class, type, import. */
function isDeclared(name: ts.Identifier): boolean {
  const { parent } = name;
  return (
    (ts.isVariableDeclaration(parent) ||
      ts.isParameter(parent) ||
      ts.isBindingElement(parent) ||
      ts.isFunctionDeclaration(parent) ||
      ts.isClassDeclaration(parent) ||
      ts.isInterfaceDeclaration(parent) ||
      ts.isTypeAliasDeclaration(parent) ||
      ts.isEnumDeclaration(parent) ||
      ts.isImportSpecifier(parent) ||
      ts.isImportClause(parent) ||
      ts.isNamespaceImport(parent)) &&
    parent.name === name
  );
}

/** A name after a dot, a key or a member: it belongs to its object, whatever the scope holds. */
function isMemberName(name: ts.Identifier): boolean {
  const { parent } = name;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === name;
  if (ts.isQualifiedName(parent)) return parent.right === name;
  if (ts.isBindingElement(parent)) return parent.propertyName === name;
  return (
    (ts.isPropertyAssignment(parent) ||
      ts.isPropertySignature(parent) ||
      ts.isPropertyDeclaration(parent) ||
      ts.isMethodDeclaration(parent) ||
      ts.isMethodSignature(parent) ||
      ts.isGetAccessor(parent) ||
      ts.isSetAccessor(parent) ||
      ts.isEnumMember(parent) ||
      ts.isNamedTupleMember(parent) ||
      ts.isJsxAttribute(parent)) &&
    parent.name === name
  );
}

function everyNode(sources: readonly Source[], judge: (node: ts.Node) => string | undefined): Finding[] {
  return sources.flatMap((source) =>
    source.nodes.flatMap((node) => {
      const says = judge(node);
      return says === undefined ? [] : [{ path: source.path, line: lineOf(node), says }];
    }),
  );
}
