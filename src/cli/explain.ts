/** blendsim explain: the scenario with every default filled in and named, and the work against the people on shift. */
import { command } from './command.js';

export const explain = command(
  {
    usage: 'explain <scenario>',
    summary: 'Show every value and its source, and work against people',
    positionals: {
      scenario: { type: 'string', demandOption: true, describe: 'Scenario file; .yaml may be left out' },
    },
    options: {},
    examples: [['blendsim explain scenarios/retail-weekday', 'what it says, before any run']],
  },
  async ({ scenario: asked }, terminal) => {
    const { readScenario } = await import('./scenarioFile.js');
    const { explainText } = await import('../report/explainText.js');

    const { scenario, provenance } = readScenario(asked, terminal);
    terminal.print(explainText(scenario, provenance, terminal.style));
    return 0;
  },
);
