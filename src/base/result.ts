/** Expected failure as a value: what went wrong, where it stands in the text, and what to do. */

export interface Problem {
  readonly severity: 'error' | 'warning';
  /** File as the user named it; absent when the text came from elsewhere. */
  readonly file?: string;
  /** 1-based; absent when the problem belongs to no place in a text. */
  readonly line?: number;
  readonly column?: number;
  /** Dotted path in the scenario, such as `traffic[0].conversation.effort.mean`. */
  readonly path?: string;
  /** What is wrong, with the offending value. */
  readonly message: string;
  /** What to do about it. */
  readonly hint?: string;
}

export type Result<T> =
  | { readonly ok: true; readonly value: T; readonly warnings: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export function ok<T>(value: T, warnings: readonly Problem[] = []): Result<T> {
  return { ok: true, value, warnings };
}

export function fail<T>(problems: readonly Problem[]): Result<T> {
  return { ok: false, problems };
}
