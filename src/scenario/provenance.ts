/** Where each value of a scenario came from: a line of the file, or a default with its reason. */
import type { Default } from './defaults.js';
import type { Path, SourceDocument } from './document.js';
import { pathText } from './findings.js';

export interface Provenance {
  /** Dotted path in the scenario file, such as `traffic[0].conversation.effort`. */
  readonly path: string;
  /** The value in a planner's words. */
  readonly value: string;
  /** `line 12`, or `default: assumption`. */
  readonly source: string;
}

/** A default, which nobody measured in this centre. */
export function isAssumed({ source }: Provenance): boolean {
  return source.startsWith('default: ');
}

interface Note {
  readonly path: Path;
  readonly value: string;
  /** null: written in the file. */
  readonly why: string | null;
}

/** Notes taken while a scenario is resolved, in the order of its fields. */
export class Notes {
  private readonly notes: Note[] = [];

  /** The written value, or else the default; either way with a note. */
  pick<T>(path: Path, written: T | undefined, fallback: Default<T>, words: (value: T) => string): T {
    const value = written ?? fallback.value;
    this.note(path, words(value), written === undefined ? fallback.why : null);
    return value;
  }

  /** Notes a value that stands in the file (`why` null) or that was filled in. */
  note(path: Path, value: string, why: string | null): void {
    this.notes.push({ path, value, why });
  }

  /** All notes with the lines of the file they came from, section by section. */
  provenance(document: SourceDocument): Provenance[] {
    const sections = [...new Set(this.notes.map(({ path }) => path[0]))];
    const inSections = sections.flatMap((section) => this.notes.filter(({ path }) => path[0] === section));
    return inSections.map(({ path, value, why }) => ({
      path: pathText(path),
      value,
      source: why === null ? `line ${document.place(path, 'key').line}` : `default: ${why}`,
    }));
  }
}
