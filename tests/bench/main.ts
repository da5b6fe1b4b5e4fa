// npm run bench: the engine beside bare kernels of the same models, or beside another version of itself.
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { against } from './against.js';
import { bench } from './bench.js';
import { SUITE } from './suite.js';
import { checkOut } from './version.js';

const NAMES = SUITE.map(({ name }) => name);
const USAGE = `npm run bench -- [NAME …] [--rounds N] [--against REF]

  NAME           what to play; all of it unless said:
${SUITE.map(({ name, says }) => `                   ${name.padEnd(16)}${says}`).join('\n')}
  --rounds N     rounds of each, by turns with the others; 5 unless said
  --against REF  rather than beside the kernels, beside this commit's src/ under the same bench: how much faster is this version?

Every round is a process of its own. Ratios count; machines drift.`;

try {
  process.exitCode = main();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 2;
}

function main(): number {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      rounds: { type: 'string', default: '5' },
      against: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const unknown = positionals.find((name) => !NAMES.includes(name));
  if (unknown !== undefined) throw new Error(`There is no "${unknown}": ${NAMES.join(', ')}.`);
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1)
    throw new Error(`--rounds wants a whole number from 1 on, not "${values.rounds}".`);
  const groups = SUITE.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  const here = { name: 'this version', folder: fileURLToPath(new URL('.', import.meta.url)) };

  if (values.against !== undefined) {
    against(here, checkOut(values.against), groups, rounds);
    return 0;
  }
  console.log(
    `${cpus()[0]!.model}, Node ${process.version}; medians of ${rounds} rounds by turns, each in a`,
  );
  console.log('process of its own; events per second of CPU, all threads of the process counted.\n');
  const wrong = groups.flatMap((group) => bench(here.folder, group, rounds));
  for (const line of wrong) console.error(line);
  return wrong.length > 0 ? 1 : 0;
}
