// npm run bench: the engine beside bare kernels of the same models, or beside another version of itself.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { against } from './against.js';
import { bench } from './bench.js';
import { bundled } from './bundled.js';
import { SUITE, type Group } from './suite.js';
import { cellsOf, HEAD, padded, verdictText } from './table.js';
import { verdicts } from './targets.js';
import { checkOut } from './version.js';
import { machine, writePage } from './writePage.js';

const NAMES = SUITE.map(({ name }) => name);
const USAGE = `npm run bench -- [NAME …] [--rounds N] [--write | --against REF]

  NAME           what to play; all of it unless said:
${SUITE.map(({ name, says }) => `                   ${name.padEnd(16)}${says}`).join('\n')}
  --rounds N     rounds of each, its runners by turns; 5 unless said, and 1 where a round takes a minute
  --write        write the tables into docs/performance.md, too; wants the whole suite, so that all of it is from one run
  --against REF  play this version and the src/ of that commit by turns, under the same bench, and tell how much faster this one is

Every round is a process of its own. Ratios count; machines drift.`;

try {
  process.exitCode = main();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 2;
}

/** 1: a check is off. */
function main(): number {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      rounds: { type: 'string', default: '5' },
      write: { type: 'boolean', default: false },
      against: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const groups = groupsNamed(positionals);
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1)
    throw new Error(`--rounds wants a whole number from 1 on, not "${values.rounds}".`);
  const here = bundled(fileURLToPath(new URL('.', import.meta.url)));
  if (values.against !== undefined) {
    if (values.write) throw new Error('--write and --against do not go together.');
    against(here, checkOut(values.against), groups, rounds);
    return 0;
  }
  if (values.write && groups.length < SUITE.length)
    throw new Error('--write wants the whole suite, without names: all of the table is from one run.');
  return table(here, groups, rounds, values.write);
}

function groupsNamed(names: readonly string[]): readonly Group[] {
  const unknown = names.find((name) => !NAMES.includes(name));
  if (unknown !== undefined) throw new Error(`There is no "${unknown}" to play, but ${NAMES.join(', ')}.`);
  return SUITE.filter(({ name }) => names.length === 0 || names.includes(name));
}

function table(here: string, groups: readonly Group[], rounds: number, write: boolean): number {
  const began = machine();
  console.log(`${began}\n\n${padded(HEAD)}`);
  const lines = groups.flatMap((group) =>
    group.entries.flatMap((entry) => {
      const played = bench(here, entry, Math.min(rounds, group.rounds ?? rounds));
      for (const line of played) console.log(padded(cellsOf(line)));
      return played;
    }),
  );
  const told = verdicts(lines);
  console.log(`\n${told.map(verdictText).join('\n')}`);
  const wrong = lines.flatMap((line) => line.wrong);
  for (const sentence of wrong) console.error(sentence);
  if (write) writePage(lines, told, began, rounds);
  return wrong.length > 0 ? 1 : 0;
}
