// Reads src/ and parses each file once: its imports and syntax nodes (so comments never count).
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import ts from 'typescript';

export interface Import {
  readonly specifier: string;
  readonly line: number;
  /** The path of the imported file, when the specifier is relative and the file exists. */
  readonly target: string | undefined;
}

export interface Source {
  /** From the top of the repository, with forward slashes: `src/engine/queue.ts`. */
  readonly path: string;
  /** `engine` for `src/engine/queue.ts`; `simulate.ts` for the root file `src/simulate.ts`. */
  readonly room: string;
  readonly text: string;
  readonly nodes: readonly ts.Node[];
  readonly imports: readonly Import[];
}

export interface Finding {
  readonly path: string;
  readonly line: number;
  readonly says: string;
}

/** Every .ts, .tsx and .js file under `src`, as path → text. */
export function readTree(repository: string): Map<string, string> {
  const entries = readdirSync(join(repository, 'src'), { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && /\.(tsx?|js)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return new Map(
    files.map((file) => [relative(repository, file).split(sep).join('/'), readFileSync(file, 'utf8')]),
  );
}

export function parseTree(files: ReadonlyMap<string, string>): Source[] {
  return [...files].map(([path, text]) => {
    const tree = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true);
    const nodes = nodesOf(tree);
    return { path, room: path.split('/')[1]!, text, nodes, imports: importsOf(nodes, path, files) };
  });
}

export function lineOf(node: ts.Node): number {
  const tree = node.getSourceFile();
  return tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
}

/** Every node of the tree, parents first; comments are no nodes. */
function nodesOf(tree: ts.SourceFile): ts.Node[] {
  const found: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

function importsOf(nodes: readonly ts.Node[], path: string, files: ReadonlyMap<string, string>): Import[] {
  const found: Import[] = [];
  for (const node of nodes) {
    const literal = specifierOf(node);
    if (!literal) continue;
    found.push({
      specifier: literal.text,
      line: lineOf(literal),
      target: resolve(path, literal.text, files),
    });
  }
  return found;
}

/** The string of `import … from`, `export … from`, `import()`, `typeof import()`, `require()` and `new URL(…, import.meta.url)`. */
function specifierOf(node: ts.Node): ts.StringLiteralLike | undefined {
  const literal = (candidate: ts.Node | undefined) =>
    candidate && ts.isStringLiteralLike(candidate) ? candidate : undefined;
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return literal(node.moduleSpecifier);
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return literal(node.argument.literal);
  if (ts.isExternalModuleReference(node)) return literal(node.expression);
  if (ts.isCallExpression(node)) {
    const { expression } = node;
    const called =
      expression.kind === ts.SyntaxKind.ImportKeyword ||
      (ts.isIdentifier(expression) && expression.text === 'require');
    return called ? literal(node.arguments[0]) : undefined;
  }
  if (ts.isNewExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'URL') {
    const first = literal(node.arguments?.[0]);
    return first?.text.startsWith('.') ? first : undefined;
  }
  return undefined;
}

function resolve(from: string, specifier: string, files: ReadonlyMap<string, string>): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  const plain = posix.join(posix.dirname(from), specifier);
  const stem = plain.replace(/\.jsx?$/, '');
  return [plain, `${stem}.ts`, `${stem}.tsx`, `${stem}.d.ts`].find((candidate) => files.has(candidate));
}
