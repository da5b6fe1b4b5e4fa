/** The command line read: which command with which arguments, or help; a mistake becomes a sentence with the nearest word. */
import yargs, { type Argv } from 'yargs';
import { nearest, suggestion } from '../base/nearest.js';
import { baseline } from './baseline.js';
import { chart } from './chart.js';
import type { Command, ExitCode } from './command.js';
import { compare } from './compare.js';
import { explain } from './explain.js';
import { Failure } from './failure.js';
import { init } from './init.js';
import { report } from './report.js';
import { run } from './run.js';
import { schema } from './schema.js';
import { sweep } from './sweep.js';
import { trace } from './trace.js';
import { MAX_WIDTH, type Terminal } from './terminal.js';
import { validate } from './validate.js';
import { VERSION } from './version.js';

export const COMMANDS: readonly Command[] = [
  run,
  compare,
  sweep,
  baseline,
  validate,
  explain,
  report,
  chart,
  trace,
  init,
  schema,
];

/** The work that a command line asks for. */
export type Work = (terminal: Terminal) => Promise<ExitCode>;

type Args = Readonly<Record<string, unknown>> & { readonly _: readonly (string | number)[] };

const GLOBAL_OPTIONS = ['help', 'h', 'version'];
const HELP = ['--help', '-h'];
const COMPLETION = 'completion';

/** Nothing is run yet; help, the version and completions are printed at once and leave no work. */
export async function parseCommandLine(typed: readonly string[]): Promise<Work> {
  const words = typed[0] === 'help' ? [...typed.slice(1), '--help'] : typed;
  let work: Work = () => Promise.resolve(0);
  const isHelp = words.some((word) => HELP.includes(word));
  const epilogue = isHelp ? await commandNamed(words[0])?.epilogue?.() : undefined;
  const program = yargs([...words])
    .scriptName('blendsim')
    .usage(
      'blendsim <command>\n\nCompares ways of staffing live chat and messaging on exactly the same demand.',
    )
    .parserConfiguration({ 'camel-case-expansion': false, 'greedy-arrays': false, 'parse-numbers': false })
    .detectLocale(false)
    .updateStrings(STRINGS as Record<string, string>)
    .exitProcess(false)
    .fail(false)
    .wrap(Math.min(MAX_WIDTH, process.stdout.columns || MAX_WIDTH))
    .help('help', 'Show this help')
    .alias('help', 'h')
    .version('version', 'Show the version', VERSION)
    .group(['help', 'version'], 'Help:')
    .example('blendsim init', 'write a starter scenario')
    .example('blendsim run scenario.yaml', 'compare its modes')
    .epilogue('blendsim <command> --help shows the options of a command, with examples.');
  for (const command of COMMANDS) {
    program.command(
      command.usage,
      command.summary,
      (line) => describe(line, command, epilogue),
      (args) => {
        work = workOf(command, args);
      },
    );
  }
  program.completion(COMPLETION, 'Print a completion script, to be added to ~/.bashrc or ~/.zshrc');
  program.command('$0', false, {}, (args) => {
    const word = args._[0];
    refuseUnknown(args, []);
    if (word === undefined) program.showHelp('log');
    else if (word !== COMPLETION) throw unknownCommand(String(word));
  });
  try {
    await program.parseAsync();
  } catch (error) {
    throw usageFailure(error, words[0]);
  }
  return work;
}

function describe(line: Argv, command: Command, epilogue = ''): Argv {
  line.usage(`blendsim ${command.usage}\n\n${command.summary}.`);
  for (const [name, options] of Object.entries(command.positionals)) line.positional(name, options);
  for (const [name, options] of Object.entries(command.options))
    line.option(name, { requiresArg: options.type !== 'boolean', ...options });
  for (const [example, what] of command.examples) line.example(example, what);
  return line.epilogue(epilogue);
}

function commandNamed(word: string | undefined): Command | undefined {
  return COMMANDS.find(({ usage }) => usage.split(' ')[0] === word);
}

function workOf(command: Command, args: Args): Work {
  refuseUnknown(args, [...Object.keys(command.options), ...Object.keys(command.positionals)]);
  for (const [name, value] of Object.entries(args)) {
    if (Array.isArray(value) && command.options[name]?.array !== true && name in command.options)
      throw new Failure(`--${name} is given ${value.length} times; it takes one value`);
    refuseEmpty(command, name, value);
  }
  const [name, extra] = args._;
  if (extra !== undefined)
    throw new Failure(`"${extra}" is one argument too many for blendsim ${name ?? ''}`);
  return (terminal) => command.run(args as never, terminal);
}

function refuseEmpty(command: Command, name: string, value: unknown): void {
  if (value !== '' && !(Array.isArray(value) && value.includes(''))) return;
  if (name in command.options) throw new Failure(`--${name} needs a value`);
  if (name in command.positionals) throw new Failure(`<${name}> is empty`);
}

function refuseUnknown(args: Readonly<Record<string, unknown>>, own: readonly string[]): void {
  const known = [...own, ...GLOBAL_OPTIONS];
  const unknown = Object.keys(args).find((name) => name !== '_' && name !== '$0' && !known.includes(name));
  if (unknown === undefined) return;
  const dashed = (option: string): string => (option.length === 1 ? `-${option}` : `--${option}`);
  const close = unknown.length === 1 ? undefined : nearest(unknown, known);
  const meant = close === undefined ? '' : `: did you mean ${dashed(close)}?`;
  throw new Failure(`unknown option ${dashed(unknown)}${meant}`);
}

function unknownCommand(word: string): Failure {
  if (/[/\\.]/.test(word))
    return new Failure(`"${word}" is not a command: to run a scenario, blendsim run ${word}`);
  const names = [...COMMANDS.map(({ usage }) => usage.split(' ')[0] ?? ''), COMPLETION];
  return new Failure(`unknown command "${word}": ${suggestion(word, names)}`);
}

/** yargs' own words, made ours. Its types do not know that a text which counts has two forms. */
const STRINGS: Record<string, unknown> = {
  'Not enough non-option arguments: got %s, need at least %s': {
    one: 'too few arguments: %s given, %s needed',
    other: 'too few arguments: %s given, %s needed',
  },
  'Not enough arguments following: %s': '--%s needs a value',
  'Invalid values:': 'not a choice:',
  'Argument: %s, Given: %s, Choices: %s': '--%s is %s, but may be %s',
};

function usageFailure(error: unknown, name: string | undefined): Failure {
  const command = commandNamed(name);
  const help =
    command === undefined
      ? 'blendsim --help shows the commands.'
      : `Usage: blendsim ${command.usage}\nblendsim ${name ?? ''} --help shows its options, with examples.`;
  const message = error instanceof Error ? error.message : String(error);
  return new Failure(message, 2, help);
}
