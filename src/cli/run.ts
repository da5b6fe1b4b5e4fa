/** blendsim run: ways of staffing on the same demand, side by side; a table for the eye and a folder of files. */
import { command } from './command.js';
import { commandLine } from './commandLine.js';
import { folderWords, FORMAT_OPTION, printedFormat, REPORT_OPTION } from './formats.js';
import { modesHelp } from './modesHelp.js';
import { wholeNumber } from './numbers.js';
import { PRECISION_OPTIONS } from './precisionOptions.js';
import { checkFolder, keepResults } from './results.js';

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
      best: { type: 'boolean', describe: "First search each mode's own settings, on demand of its own" },
      'best-on': {
        type: 'string',
        describe: 'With --best: scope:measure to search for; default: service missed',
      },
      steady: {
        type: 'boolean',
        describe: 'One long run per mode, where no closing time ends it; prints a table, writes no files',
      },
      workers: { type: 'string', describe: 'Threads; default: one per core. Results stay the same' },
      out: { type: 'string', describe: 'Folder for the files; default: output/<scenario>' },
      format: FORMAT_OPTION,
      log: { type: 'boolean', describe: 'Also write all events of the first replication' },
      report: REPORT_OPTION,
    },
    examples: [
      ['blendsim run scenarios/retail-weekday', 'compare all its modes'],
      ['blendsim run tuesday --replications 100 --seed 7', 'more replications, another seed'],
      ['blendsim run tuesday --precision 5% --at-most 400', 'until mean first responses are that exact'],
      ['blendsim run tuesday --best', 'each mode at the best of its own settings'],
      ['blendsim run tuesday --format csv > tuesday.csv', 'all measures, for a spreadsheet'],
    ],
    epilogue: modesHelp,
  },
  async (args, terminal) => {
    const { atTheirBest, objectiveOf } = await import('./best.js');
    const { nameOf, readScenario } = await import('./scenarioFile.js');
    const { candidatesOf, modeWords } = await import('./candidates.js');

    const { scenario, provenance, file } = readScenario(args.scenario, terminal, args.mode);
    const replications = wholeNumber('replications', args.replications);
    const { precisionGoal, precisionWords } = await import('./precision.js');
    const goal = precisionGoal(args, scenario);
    const workers = wholeNumber('workers', args.workers);
    const objective = objectiveOf(args.best === true, args['best-on'], scenario);
    const given = candidatesOf(scenario, args.mode, { seed: args.seed, replications });
    if (args.steady === true) {
      const { refuseBesideSteady, steady } = await import('./steady.js');
      refuseBesideSteady(args);
      return steady(given, { workers, format: printedFormat(args.format) }, terminal);
    }
    const folder = args.out ?? `output/${nameOf(file)}`;
    await checkFolder(folder);

    const best = objective && (await atTheirBest(given, objective, workers, terminal));
    const candidates = best?.candidates ?? given;
    const { compareHere } = await import('./compareHere.js');
    const { poolingAsides } = await import('../analysis/pooling.js');
    const asides = [...(best?.asides ?? []), ...poolingAsides(candidates)];
    const often = goal ?? given[0].scenario.replications;
    const asked = { replications: often, workers, searched: best?.searched };
    const comparison = await compareHere([...candidates, ...asides], asked, terminal);

    const { seed, replications: done, precision } = comparison;
    const modes = modeWords(args.mode, candidates, comparison);
    const log = args.log === true;
    // With everything said that decides the numbers, so that a changed file or default shows as a difference.
    const howOften =
      goal === null || precision.stopped === 'interrupted'
        ? ['--replications', String(done)]
        : precisionWords(goal);
    const words = ['run', file, ...modes, '--seed', seed, ...howOften];
    const bestWords =
      objective === null
        ? []
        : ['--best', ...(args['best-on'] === undefined ? [] : ['--best-on', args['best-on']])];
    const made = commandLine([...words, ...bestWords, ...(log ? ['--log'] : []), ...folderWords(args)]);
    const origin = {
      command: made,
      scenarios: [{ file, scenario, provenance }],
      log,
      report: args.report,
      format: args.format,
    };
    return keepResults(comparison, candidates, { folder, origin }, terminal);
  },
);
