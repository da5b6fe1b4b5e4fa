/** blendsim validate: reads scenarios and tells every problem, with its place; runs nothing. */
import { command } from './command.js';
import { BadScenario, Failure, told } from './failure.js';

export const validate = command(
  {
    usage: 'validate <scenario..>',
    summary: 'Check scenario files without running them',
    positionals: {
      scenario: {
        type: 'string',
        array: true,
        default: undefined,
        demandOption: true,
        describe: 'Scenario files; .yaml may be left out',
      },
    },
    options: {},
    examples: [
      ['blendsim validate scenarios/retail-weekday', 'every problem at once, with file:line:column'],
      ['blendsim validate scenarios/*.yaml', 'many'],
    ],
  },
  async ({ scenario: files }, terminal) => {
    const { readScenario } = await import('./scenarioFile.js');
    let bad = false;
    for (const asked of files) {
      try {
        const { file } = readScenario(asked, terminal);
        terminal.print(`${file}: ${terminal.style.good('good')}`);
      } catch (error) {
        if (!(error instanceof BadScenario || error instanceof Failure)) throw error;
        terminal.tell(told(error, terminal.tellStyle, false).text);
        bad = true;
      }
    }
    return bad ? 2 : 0;
  },
);
