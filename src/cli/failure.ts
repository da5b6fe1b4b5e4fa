/** What a user is told when something goes wrong: sentences, never a stack. */
import type { ExitCode } from './command.js';
import type { Problem } from '../base/result.js';
import type { Style } from '../report/style.js';

/** An expected failure: what is wrong and what to do, said by whoever noticed. */
export class Failure extends Error {
  constructor(
    message: string,
    readonly exitCode: ExitCode = 2,
    readonly hint?: string,
  ) {
    super(message);
  }
}

/** A scenario that cannot be read: every problem, with its place. */
export class BadScenario extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super('bad scenario');
  }
}

export interface Told {
  readonly text: string;
  readonly exitCode: ExitCode;
}

/** The last resort of the program: turns whatever was thrown into sentences and an exit code. */
export function told(error: unknown, style: Style, debug: boolean): Told {
  if (error instanceof Failure) {
    const hint = error.hint === undefined ? '' : `\n${error.hint}`;
    return { text: `${style.bad('error')}: ${error.message}${hint}`, exitCode: error.exitCode };
  }
  if (error instanceof BadScenario) return { text: problemsText(error.problems, style), exitCode: 2 };
  const system = systemSentence(error);
  if (system !== null) return { text: `${style.bad('error')}: ${system}`, exitCode: 1 };
  const sentence = error instanceof Error ? error.message : String(error);
  const stack = debug && error instanceof Error ? `\n${error.stack ?? ''}` : '';
  return {
    text:
      [
        `${style.bad('error')}: ${sentence}`,
        'This is a fault in blendsim, not in your scenario. Please report it with the command and the scenario file:',
        'CONTRIBUTING.md, "Reporting a fault", says where. BLENDSIM_DEBUG=1 shows where in the program it happened.',
      ].join('\n') + stack,
    exitCode: 1,
  };
}

/** All problems in the order given, and how many there are. */
export function problemsText(problems: readonly Problem[], style: Style): string {
  return [...problems.map((problem) => problemText(problem, style)), countText(problems)].join('\n');
}

function problemText({ severity, file, line, column, path, message, hint }: Problem, style: Style): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  const kind = severity === 'error' ? style.bad('error') : style.warn('warning');
  const about =
    path === undefined || path === '' || message.includes(`\`${path}\``) ? '' : ` ${style.dim(`(${path})`)}`;
  const head = `${place === '' ? '' : `${style.bold(place)}  `}${kind}: ${message}${about}`;
  return hint === undefined ? head : `${head}\n    ${hint}`;
}

function countText(problems: readonly Problem[]): string {
  const count = (severity: Problem['severity'], word: string): string[] => {
    const n = problems.filter((problem) => problem.severity === severity).length;
    return n === 0 ? [] : [`${n} ${word}${n === 1 ? '' : 's'}`];
  };
  return [...count('error', 'error'), ...count('warning', 'warning')].join(', ');
}

const SYSTEM_WORDS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  ENOENT: 'no such file or folder',
  ENOTDIR: 'a part of the path is not a folder',
  EEXIST: 'there is a file where a folder is needed',
  EISDIR: 'it is a folder',
  EMFILE: 'too many files are open',
  EBUSY: 'another program has it open',
};

/** What the disk said, in words; null when it was not the disk. */
export function systemSentence(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return null;
  const code = String(error.code);
  const path = 'path' in error ? String(error.path) : 'a file';
  return `${path}: ${SYSTEM_WORDS[code] ?? `the system says ${code}`}`;
}
