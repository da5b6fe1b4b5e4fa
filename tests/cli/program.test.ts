// The command line read: every mistake is a sentence with the nearest word, and the words in the README are real.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test, vi } from 'vitest';
import { Failure, problemsText, told } from '../../src/cli/failure.js';
import { COMMANDS, parseCommandLine } from '../../src/cli/program.js';
import { wantsColour, type Terminal } from '../../src/cli/terminal.js';
import { MODES } from '../../src/modes/registry.js';
import { PLAIN } from '../../src/report/style.js';

const root = new URL('../../', import.meta.url);
const textOf = (file: string): string => readFileSync(new URL(file, root), 'utf8');

/** Words of a shell line: single quotes keep blanks together. */
const words = (line: string): string[] =>
  (line.match(/'[^']*'|\S+/g) ?? []).map((word) => word.replaceAll("'", ''));

const silent: Terminal = {
  print: () => undefined,
  tell: () => undefined,
  style: PLAIN,
  tellStyle: PLAIN,
  watched: false,
};

const retail = fileURLToPath(new URL('scenarios/retail-weekday', root));

describe('a mistake on the command line is told with what was probably meant', () => {
  test.each([
    ['rnu scenario', 'unknown command "rnu": did you mean "run"?'],
    ['frobnicate', 'unknown command "frobnicate": one of: run, compare, sweep, '],
    ['scenarios/a.yaml', 'to run a scenario, blendsim run scenarios/a.yaml'],
    ['run a --replicatoins 3', 'unknown option --replicatoins: did you mean --replications?'],
    ['--hepl', 'unknown option --hepl: did you mean --help?'],
    ['run a -x', 'unknown option -x'],
    ['run', 'too few arguments: 0 given, 1 needed'],
    ['run a b', '"b" is one argument too many for blendsim run'],
    ['run a --seed', '--seed needs a value'],
    ["run a --seed ''", '--seed needs a value'],
    ["run a --out ''", '--out needs a value'],
    ["run a --mode blended --mode ''", '--mode needs a value'],
    ["run ''", '<scenario> is empty'],
    ['run a --seed 1 --seed 2', '--seed is given 2 times; it takes one value'],
    ['run a --format xml', '--format is "xml", but may be "table", "json", "csv"'],
    [`run ${retail.slice(0, -1)}`, `Did you mean ${retail}`],
    [`run ${fileURLToPath(new URL('scenarios', root))}`, 'is a folder, not a scenario\nIn it: '],
    [`run ${retail} --mode blendid`, 'there is no mode "blendid": did you mean "'],
    [`run ${retail} --replications none`, '--replications must be a whole number from 1 on, not "none"'],
    [
      `run ${retail} --out .`,
      '. is not empty and was not written by blendsim (it has no run.json); it is left alone',
    ],
  ])('%s', async (line, sentence) => {
    const failure = await parseCommandLine(words(line))
      .then((work) => work(silent))
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Failure);
    const { text, exitCode } = told(failure, PLAIN, false);
    expect(text).toContain(sentence);
    expect(exitCode).toBe(2);
  });
});

test('help of every command has its options and examples, and fits 100 columns', async () => {
  for (const command of COMMANDS) {
    const page: string[] = [];
    const log = vi.spyOn(console, 'log').mockImplementation((text: string) => void page.push(text));
    await parseCommandLine([command.usage.split(' ')[0] ?? '', '--help']);
    log.mockRestore();
    const lines = page.join('\n').split('\n');
    expect(lines).toContain('Examples:');
    for (const option of Object.keys(command.options))
      expect(
        lines.some((line) => line.includes(`--${option} `)),
        option,
      ).toBe(true);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
    if ('mode' in command.options && command.epilogue !== undefined)
      for (const { name } of MODES) expect(page.join('\n')).toContain(`  ${name} `);
  }
});

test('every blendsim line in the README, and in the examples of the help, is a command that exists', async () => {
  const blocks = [...textOf('README.md').matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block = '']) => block);
  const readme = blocks.join('\n').matchAll(/^\s*(?:.*node dist\/cli\/main\.js|blendsim) (.+)$/gm);
  const inText = textOf('README.md').matchAll(/`blendsim ([^`<]+)`/g);
  const examples = COMMANDS.flatMap(({ examples }) =>
    examples.map(([line]) => line.replace('blendsim ', '')),
  );
  const lines = [...[...readme, ...inText].map(([, line = '']) => line), ...examples];
  expect(lines.length).toBeGreaterThan(12);
  const silence = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  for (const line of lines) {
    await expect(parseCommandLine(words(line.replace(/ >>?.*$/, ''))), line).resolves.toBeTypeOf('function');
  }
  silence.mockRestore();
});

test("the README's command for the tests is what .ci/run calls", () => {
  const commands = /Install and run the tests:\n\n```sh\n(.+)\n```/
    .exec(textOf('README.md'))?.[1]
    ?.split(' && ');
  expect(commands).toEqual(['npm ci', 'npm test']);
  const lines = textOf('.ci/run').split('\n');
  for (const command of commands ?? []) {
    expect(
      lines.some((line) => line.replace(/^step /, '').startsWith(command)),
      command,
    ).toBe(true);
  }
});

/** Files and packages that are loaded with these files, before anything is imported at work. */
function loadedWith(...entries: readonly string[]): { files: string[]; packages: string[] } {
  const files = new Set(entries);
  const packages = new Set<string>();
  for (const file of files) {
    for (const [, specifier = ''] of textOf(file).matchAll(
      /^(?:import|export) (?!type).*? from '([^']+)';$/gms,
    )) {
      if (specifier.startsWith('.')) {
        const { pathname } = new URL(specifier.replace(/\.js$/, '.ts'), new URL(file, root));
        files.add(pathname.slice(root.pathname.length));
      } else if (!specifier.startsWith('node:')) packages.add(specifier);
    }
  }
  return { files: [...files], packages: [...packages].sort() };
}

const LIGHT = /^src\/(cli|base)\/|^src\/(baseline\/tolerance|report\/(style|manifest))\.ts$/;

describe('what starts fast loads little', () => {
  test('help: nothing heavy is loaded before a command is at work', () => {
    const { files, packages } = loadedWith('src/cli/main.ts');
    expect(packages).toEqual(['picocolors', 'yargs']);
    expect(files.filter((file) => !LIGHT.test(file))).toEqual([]);
  });

  test('validate: what reads a scenario, and nothing that plays one, draws it or writes about it', () => {
    const works = [...textOf('src/cli/validate.ts').matchAll(/await import\('\.\/(.+)\.js'\)/g)];
    expect(works.map(([, name]) => name)).toEqual(['scenarioFile']);
    const { files, packages } = loadedWith('src/cli/main.ts', 'src/cli/scenarioFile.ts');
    const may = ['jstat', 'papaparse', 'picocolors', 'temporal-polyfill', 'yaml', 'yargs', 'zod'];
    expect(packages.filter((name) => !may.includes(name))).toEqual([]);
    expect(files.filter((file) => !LIGHT.test(file) && !/^src\/(scenario|modes)\//.test(file))).toEqual([]);
  });
});

test('what a file finds by its own address is found from dist/cli, too, where the built program is one file', () => {
  const found = readdirSync(new URL('src', root), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && textOf(`src/${file}`).includes('import.meta.url'))
    .flatMap((file) => [...textOf(`src/${file}`).matchAll(/new URL\((.*), .*\)/g)])
    .flatMap(([, address = '']) => address.match(/'[^']+\.js(on)?'/g) ?? []);
  expect(found.length).toBeGreaterThanOrEqual(3);
  for (const address of found) expect(address).toMatch(/^'(\.\.\/)+/);
});

describe('what went wrong is told in sentences', () => {
  test('all problems of a scenario in the order given, each with its place, and how many', () => {
    const text = problemsText(
      [
        {
          ...({ severity: 'error', file: 'a.yaml', line: 2, column: 7, path: 'people[0].count' } as const),
          ...{ message: '"many" is not a number', hint: 'write a whole number' },
        },
        { severity: 'warning', file: 'a.yaml', line: 9, column: 3, message: 'nobody is on shift at 07:00' },
        { severity: 'error', message: 'something without a place' },
      ],
      PLAIN,
    );
    expect(text.split('\n')).toEqual([
      'a.yaml:2:7  error: "many" is not a number (people[0].count)',
      '    write a whole number',
      'a.yaml:9:3  warning: nobody is on shift at 07:00',
      'error: something without a place',
      '2 errors, 1 warning',
    ]);
  });

  test('the system says no: the path and the reason, and exit code 1', () => {
    const error = Object.assign(new Error('EACCES: permission denied, mkdir'), {
      ...{ code: 'EACCES', syscall: 'mkdir', path: '/output' },
    });
    expect(told(error, PLAIN, false)).toEqual({ text: 'error: /output: permission denied', exitCode: 1 });
  });

  test('a fault of the program itself: a sentence and where to report; the stack only when asked for', () => {
    const fault = new Error('a person does two things at once');
    const { text, exitCode } = told(fault, PLAIN, false);
    expect(text).toContain('a person does two things at once');
    expect(text).toContain('CONTRIBUTING.md');
    expect(textOf('CONTRIBUTING.md')).toContain('## Reporting a fault');
    expect(text).not.toContain('program.test');
    expect(told(fault, PLAIN, true).text).toContain('program.test');
    expect(exitCode).toBe(1);
  });
});

test.each([
  [true, {}, true],
  [false, {}, false],
  [false, { CI: 'true' }, false],
  [true, { NO_COLOR: '1' }, false],
  [true, { NO_COLOR: '' }, true],
  [false, { FORCE_COLOR: '1' }, true],
  [true, { FORCE_COLOR: '0' }, false],
  [true, { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
  [true, { TERM: 'dumb' }, false],
])('colour: terminal %s, environment %o → %s', (isTerminal, env, colour) => {
  expect(wantsColour(isTerminal, env)).toBe(colour);
});
