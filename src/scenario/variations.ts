/** A scenario's text with some of its values replaced: parsed again from the start, so that every rule applies. */
import { parse } from 'yaml';
import { fail, type Problem, type Result } from '../base/result.js';
import { readDocument, type Path } from './document.js';
import { FieldTree } from './fieldTree.js';
import { findPath, type Found } from './findPath.js';
import { pathText } from './findings.js';
import { parseScenario, type ParseOptions } from './parse.js';
import { scenarioJsonSchema } from './schema.js';
import type { Scenario } from './types.js';

/** One value, as it would be written in the file. */
export interface Change {
  readonly path: Path;
  readonly text: string;
}

export class Variations {
  private readonly value: unknown;
  private readonly tree: FieldTree;

  /** `text` must be a good scenario. */
  constructor(
    text: string,
    private readonly options: Omit<ParseOptions, 'file'>,
  ) {
    this.value = readDocument(text, undefined).value;
    this.tree = new FieldTree(scenarioJsonSchema(options.modes));
  }

  find(path: string): Found {
    return findPath(path, this.value, this.tree);
  }

  /** Problems have no place in the text, since it is no longer the file's; their paths say what they are about. */
  with(changes: readonly Change[]): Result<Scenario> {
    // Through JSON, which YAML contains: what an anchor shares becomes separate, so that a change is made in one place only.
    const value: unknown = JSON.parse(JSON.stringify(this.value));
    for (const { path, text } of changes) {
      try {
        set(value, path, parse(text, { logLevel: 'error' }));
      } catch {
        return fail([unreadable(path, text)]);
      }
    }
    const result = parseScenario(JSON.stringify(value), this.options);
    return result.ok
      ? { ...result, warnings: result.warnings.map(withoutPlace) }
      : fail(result.problems.map(withoutPlace));
  }
}

function unreadable(path: Path, text: string): Problem {
  return {
    severity: 'error',
    path: pathText(path),
    message: `"${text}" cannot be read`,
    hint: 'write the value as in the file; in quotes if it has a colon, a comma or a bracket',
  };
}

/** Groups of fields on the way that are not written yet are begun. */
function set(root: unknown, path: Path, value: unknown): void {
  let here = root as Record<string | number, unknown>;
  for (const step of path.slice(0, -1)) here = (here[step] ??= {}) as Record<string | number, unknown>;
  here[path.at(-1) ?? ''] = value;
}

/** A place in a CSV file is still one. */
function withoutPlace(problem: Problem): Problem {
  if (problem.file !== undefined) return problem;
  const { severity, path, message, hint } = problem;
  return {
    ...{ severity, message },
    ...(path === undefined ? {} : { path }),
    ...(hint === undefined ? {} : { hint }),
  };
}
