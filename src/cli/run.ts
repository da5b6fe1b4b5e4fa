/** blendsim run: ways of staffing on the same demand, side by side; a table for the eye and a folder of files. */
import { command } from './command.js';
import { commandLine } from './commandLine.js';
import { modesHelp } from './modesHelp.js';
import { wholeNumber } from './numbers.js';
import { PRECISION_OPTIONS, precisionGoal, precisionWords } from './precision.js';
import { checkFolder, FORMATS, keepResults } from './results.js';

export const run = command(
  {
    usage: 'run <scenario>',
    summary: 'Compare ways of staffing on the same demand',
    positionals: {
      scenario: { type: 'string', demandOption: true, describe: 'Scenario file; .yaml may be left out' },
    },
    options: {
      mode: { type: 'string', array: true, describe: "Modes, a,b or repeated; default: the scenario's" },
      seed: { type: 'string', describe: "Seed of all chance; default: the scenario's" },
      replications: { type: 'string', describe: "How often chance is drawn; default: the scenario's" },
      ...PRECISION_OPTIONS,
      workers: { type: 'string', describe: 'Threads; default: one per core. Results stay the same' },
      out: { type: 'string', describe: 'Folder for the files; default: output/<scenario>' },
      format: { choices: FORMATS, default: 'table' as const, describe: 'What to print' },
      log: { type: 'boolean', describe: 'Also write all events of the first replication' },
    },
    examples: [
      ['blendsim run scenarios/retail-weekday', 'compare all its modes'],
      ['blendsim run tuesday --replications 100 --seed 7', 'more replications, another seed'],
      ['blendsim run tuesday --precision 5% --at-most 400', 'until mean first responses are that exact'],
      ['blendsim run tuesday --format csv > tuesday.csv', 'all measures, for a spreadsheet'],
    ],
    epilogue: modesHelp,
  },
  async (args, terminal) => {
    const { nameOf, readScenario } = await import('./scenarioFile.js');
    const { candidatesOf } = await import('./candidates.js');

    const { scenario, file } = readScenario(args.scenario, terminal);
    const replications = wholeNumber('replications', args.replications);
    const goal = precisionGoal(args, scenario);
    const workers = wholeNumber('workers', args.workers);
    const candidates = candidatesOf(scenario, args.mode, { seed: args.seed, replications });
    const folder = args.out ?? `output/${nameOf(file)}`;
    await checkFolder(folder);

    const { compareHere } = await import('./compareHere.js');
    const { poolingAsides } = await import('../analysis/pooling.js');
    const asked = { replications: goal ?? candidates[0].scenario.replications, workers };
    const comparison = await compareHere([...candidates, ...poolingAsides(candidates)], asked, terminal);

    const { seed, replications: done, precision } = comparison;
    const modes = candidates.map(({ mode }) => mode).join(',');
    const log = args.log === true;
    // With everything said that decides the numbers, so that a changed file or default shows as a difference.
    const often =
      goal === null || precision.stopped === 'interrupted'
        ? ['--replications', String(done)]
        : precisionWords(goal);
    const words = ['run', file, '--mode', modes, '--seed', seed, ...often];
    const made = commandLine([...words, ...(log ? ['--log'] : [])]);
    const origin = { command: made, scenarios: [{ file, scenario }], log };
    return keepResults(comparison, candidates, { folder, format: args.format, origin }, terminal);
  },
);
