/** blendsim compare: two or more scenarios side by side, on the same demand wherever their traffic is the same. */
import { command } from './command.js';
import { commandLine } from './commandLine.js';
import { Failure } from './failure.js';
import { folderWords, FORMAT_OPTION, REPORT_OPTION } from './formats.js';
import { modesHelp } from './modesHelp.js';
import { wholeNumber } from './numbers.js';
import { checkFolder, keepResults } from './results.js';

export const compare = command(
  {
    usage: 'compare <scenario..>',
    summary: 'Compare scenarios, each under the same modes',
    positionals: {
      scenario: {
        type: 'string',
        array: true,
        default: undefined,
        demandOption: true,
        describe: 'Two or more scenario files; .yaml may be left out',
      },
    },
    options: {
      mode: {
        type: 'string',
        array: true,
        describe: 'Modes, a,b or repeated; default: those all files name',
      },
      seed: { type: 'string', describe: "Seed of all chance, the same for all; default: the first file's" },
      replications: { type: 'string', describe: "How often chance is drawn; default: the first file's" },
      workers: { type: 'string', describe: 'Threads; default: one per core. Results stay the same' },
      out: { type: 'string', describe: 'Folder for the files; default: output/compare-<a>-<b>' },
      format: FORMAT_OPTION,
      report: REPORT_OPTION,
    },
    examples: [
      ['blendsim compare now.yaml planned.yaml', 'each mode that both name, before and after'],
      ['blendsim compare now planned --mode blended', 'one mode: a column per scenario'],
      ['blendsim compare a b c --replications 100', 'three scenarios, narrower intervals'],
    ],
    epilogue: modesHelp,
  },
  async ({ scenario: asked, mode, seed, out, format, report, ...args }, terminal) => {
    const { modeWords } = await import('./candidates.js');
    const { readScenario } = await import('./scenarioFile.js');
    const { refuseIncomparable, scenarioCandidates, shortNames, toldOf } =
      await import('./compareCandidates.js');

    const [first, second, ...more] = asked.map((name) => readScenario(name, terminal, mode));
    if (first === undefined || second === undefined)
      throw new Failure('a comparison needs two scenarios or more', 2, 'To compare modes: blendsim run');
    const scenarios = [first, second, ...more] as const;
    const replications = wholeNumber('replications', args.replications);
    const workers = wholeNumber('workers', args.workers);
    refuseIncomparable(scenarios);
    const same = {
      seed: seed ?? first.scenario.seed,
      replications: replications ?? first.scenario.replications,
    };
    const candidates = scenarioCandidates(scenarios, mode, same);
    const names = shortNames(scenarios.map(({ file }) => file));
    const folder = out ?? `output/compare-${names.join('-').replaceAll(/[/\\:]+/g, '-')}`;
    await checkFolder(folder);
    for (const sentence of toldOf(scenarios, { seed, replications })) terminal.tell(sentence);

    const { compareHere } = await import('./compareHere.js');
    const comparison = await compareHere(candidates, { replications: same.replications, workers }, terminal);

    const files = scenarios.map(({ file }) => file);
    const modes = modeWords(mode, candidates, comparison);
    const made = commandLine([
      ...['compare', ...files, ...modes, '--seed', same.seed],
      ...['--replications', String(comparison.replications), ...folderWords({ report, format })],
    ]);
    const origin = { command: made, scenarios, log: false, report, format };
    return keepResults(comparison, candidates, { folder, origin }, terminal);
  },
);
