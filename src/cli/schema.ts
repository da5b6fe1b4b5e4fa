/** blendsim schema: the JSON Schema by which editors complete and check scenario files. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { command } from './command.js';

const STDOUT = '-';

export const schema = command(
  {
    usage: 'schema',
    summary: 'Write the JSON Schema by which editors complete and check',
    positionals: {},
    options: {
      out: {
        type: 'string',
        default: 'scenarios/scenario.schema.json',
        describe: 'Where to write it; - for stdout',
      },
    },
    examples: [
      ['blendsim schema --out scenario.schema.json', 'beside a scenario written by blendsim init'],
      ['blendsim schema --out -', 'to stdout'],
    ],
  },
  async ({ out }, { print }) => {
    const { scenarioJsonSchema } = await import('../scenario/schema.js');
    const { MODES_BY_NAME } = await import('../modes/registry.js');
    const text = JSON.stringify(scenarioJsonSchema(MODES_BY_NAME), null, 2);
    if (out === STDOUT) {
      print(text);
      return 0;
    }
    mkdirSync(dirname(out), { recursive: true });
    writeFileSync(out, `${text}\n`);
    print(`${out} is written`);
    return 0;
  },
);
