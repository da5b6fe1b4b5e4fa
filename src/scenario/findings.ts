/** What is wrong with a scenario, collected with its path while it is read, and placed in the text at the end. */
import type { Problem } from '../base/result.js';
import type { Path, SourceDocument } from './document.js';

export interface Finding {
  readonly severity: 'error' | 'warning';
  /** Path in the scenario. */
  readonly path: Path;
  /** Whether the key or the value is to blame. */
  readonly part: 'key' | 'value';
  readonly message: string;
  readonly hint?: string;
  /** A place in another file, such as a CSV; the path is then what refers to it. */
  readonly elsewhere?: { readonly file: string; readonly line: number; readonly column: number };
}

/** Collects findings; each stage writes into the same one. */
export class Findings {
  readonly all: Finding[] = [];

  get failed(): boolean {
    return this.all.some(({ severity }) => severity === 'error');
  }

  /** An error at a value. */
  error(path: Path, message: string, hint?: string): void {
    this.add({ severity: 'error', path, part: 'value', message, ...(hint === undefined ? {} : { hint }) });
  }

  /** A warning at a value. */
  warn(path: Path, message: string, hint?: string): void {
    this.add({ severity: 'warning', path, part: 'value', message, ...(hint === undefined ? {} : { hint }) });
  }

  add(finding: Finding): void {
    this.all.push(finding);
  }

  /** As problems, in reading order: by file, line and column. */
  placed(document: SourceDocument, file: string | undefined): Problem[] {
    const problems = this.all.map(({ severity, path, part, message, hint, elsewhere }): Problem => {
      const place = elsewhere ?? { ...(file === undefined ? {} : { file }), ...document.place(path, part) };
      return {
        severity,
        ...place,
        ...(path.length === 0 ? {} : { path: pathText(path) }),
        message,
        ...(hint === undefined ? {} : { hint }),
      };
    });
    return withoutRepeats(problems).sort(byPlace(file));
  }
}

/** A mistake in an anchor, or in a CSV file that several fields read, is told once. */
function withoutRepeats(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  return problems.filter(({ file, line, column, message }) => {
    const key = JSON.stringify([file, line, column, message]);
    return !seen.has(key) && seen.add(key);
  });
}

/** The scenario itself first, then its CSV files. */
export function byPlace(main: string | undefined): (a: Problem, b: Problem) => number {
  const rank = ({ file }: Problem): string => (file === main ? '' : (file ?? ''));
  return (a, b) =>
    rank(a).localeCompare(rank(b), 'en') ||
    (a.line ?? 0) - (b.line ?? 0) ||
    (a.column ?? 0) - (b.column ?? 0);
}

/** `traffic[0].conversation.effort.mean`. */
export function pathText(path: Path): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`;
    return text === '' ? step : `${text}.${step}`;
  }, '');
}
