/** The program's two streams out, and the one place that decides about colour, width and live progress. */
import { createColors } from 'picocolors';
import { PLAIN, type Style } from '../report/style.js';

export interface Terminal {
  /** Results, to stdout; a line end is added. */
  readonly print: (text: string) => void;
  /** Messages about the work, to stderr; a line end is added. */
  readonly tell: (text: string) => void;
  /** For what is printed. */
  readonly style: Style;
  /** For what is told. */
  readonly tellStyle: Style;
  /** Whether somebody watches stderr, so that progress may be drawn there. */
  readonly watched: boolean;
}

type Env = Readonly<Record<string, string | undefined>>;

export const MAX_WIDTH = 100;

export function terminalOf(
  stdout: NodeJS.WriteStream,
  stderr: NodeJS.WriteStream,
  env: Env = process.env,
): Terminal {
  return {
    print: (text) => void stdout.write(`${text}\n`),
    tell: (text) => void stderr.write(`${text}\n`),
    style: styleOf(wantsColour(isTerminal(stdout), env)),
    tellStyle: styleOf(wantsColour(isTerminal(stderr), env)),
    watched: isTerminal(stderr) && env['TERM'] !== 'dumb',
  };
}

/** A pipe's `isTTY` is undefined, whatever the type says. */
function isTerminal(stream: NodeJS.WriteStream): boolean {
  return (stream.isTTY as boolean | undefined) === true;
}

/** NO_COLOR (any text) forbids; FORCE_COLOR asks, unless it is 0 or false; otherwise a terminal decides. CI decides nothing. */
export function wantsColour(isTerminal: boolean, env: Env): boolean {
  if ((env['NO_COLOR'] ?? '') !== '') return false;
  const force = env['FORCE_COLOR'];
  if (force !== undefined) return force !== '0' && force !== 'false';
  return isTerminal && env['TERM'] !== 'dumb';
}

function styleOf(colour: boolean): Style {
  if (!colour) return PLAIN;
  const { bold, dim, green, red, yellow } = createColors(true);
  return { bold, dim, good: green, bad: red, warn: yellow };
}
