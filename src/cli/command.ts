/** A command of the program as data: its words, its options, and the work behind it, loaded only when it is asked for. */
import type { InferredOptionTypes, Options, PositionalOptions } from 'yargs';
import type { Terminal } from './terminal.js';

/** 0 fine, 1 the run failed, 2 bad input, 130 stopped by the user. */
export type ExitCode = 0 | 1 | 2 | 130;

export interface Words {
  /** `run <scenario>`, as yargs writes it. */
  readonly usage: string;
  readonly summary: string;
  readonly positionals: Readonly<Record<string, PositionalOptions>>;
  readonly options: Readonly<Record<string, Options>>;
  /** Command lines that work, and what each does. */
  readonly examples: readonly (readonly [line: string, what: string])[];
  /** Closes the help text; may look up what only the heavier rooms know. */
  readonly epilogue?: () => Promise<string>;
}

export interface Command extends Words {
  readonly run: (args: never, terminal: Terminal) => Promise<ExitCode>;
}

/** Ties the work's arguments to the options' own types. */
export function command<
  const P extends Readonly<Record<string, PositionalOptions>>,
  const O extends Readonly<Record<string, Options>>,
>(
  words: Words & { readonly positionals: P; readonly options: O },
  run: (args: InferredOptionTypes<P> & InferredOptionTypes<O>, terminal: Terminal) => Promise<ExitCode>,
): Command {
  return { ...words, run };
}
