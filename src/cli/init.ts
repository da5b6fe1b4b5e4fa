/** blendsim init: a commented starter scenario that validates and runs. */
import { writeFileSync } from 'node:fs';
import { command } from './command.js';
import { Failure } from './failure.js';
import { starterScenario } from './starterScenario.js';

export const init = command(
  {
    usage: 'init [file]',
    summary: 'Write a commented starter scenario',
    positionals: {
      file: { type: 'string', default: 'scenario.yaml', describe: 'Where to write it; never overwrites' },
    },
    options: {},
    examples: [
      ['blendsim init', 'writes scenario.yaml here'],
      ['blendsim init scenarios/tuesday.yaml', 'writes it under that name'],
    ],
  },
  async ({ file }, { print, style }) => {
    const { MODES } = await import('../modes/registry.js');
    try {
      writeFileSync(file, starterScenario(MODES), { flag: 'wx' });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      throw new Failure(
        `${file} exists already, and init overwrites nothing`,
        2,
        'Give another name: blendsim init FILE',
      );
    }
    print(`${style.bold(file)} is written. Next:`);
    print(`  blendsim explain ${file}   what it says, defaults included, and the work against the people`);
    print(`  blendsim run ${file}       compare its modes`);
    return 0;
  },
);
