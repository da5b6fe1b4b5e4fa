/** blendsim run: ways of staffing on the same demand, side by side; a table for the eye and a folder of files. */
import type { Comparison } from '../analysis/comparison.js';
import { command } from './command.js';
import { Failure } from './failure.js';
import { wholeNumber } from './numbers.js';
import type { Terminal } from './terminal.js';

const FORMATS = ['table', 'json', 'csv'] as const;

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
      workers: { type: 'string', describe: 'Threads; default: one per core. Results stay the same' },
      out: { type: 'string', describe: 'Folder for the files; default: output/<scenario>' },
      format: { choices: FORMATS, default: 'table' as const, describe: 'What to print' },
      log: { type: 'boolean', describe: 'Also write all events of the first replication' },
    },
    examples: [
      ['blendsim run scenarios/retail-weekday', 'compare all its modes'],
      ['blendsim run tuesday --replications 100 --seed 7', 'more replications, another seed'],
      ['blendsim run tuesday --format csv > tuesday.csv', 'all measures, for a spreadsheet'],
    ],
    epilogue: modesHelp,
  },
  async (args, terminal) => {
    const { nameOf, readScenario } = await import('./scenarioFile.js');
    const { candidatesOf } = await import('./candidates.js');
    const { prepareParent, whyNotReplaced } = await import('../report/writeFolder.js');

    const { scenario, file } = readScenario(args.scenario, terminal);
    const replications = wholeNumber('replications', args.replications);
    const workers = wholeNumber('workers', args.workers);
    const candidates = candidatesOf(scenario, args.mode, { seed: args.seed, replications });
    const folder = args.out ?? `output/${nameOf(file)}`;
    const refusal = whyNotReplaced(folder);
    if (refusal !== null)
      throw new Failure(`${refusal}; it is left alone`, 2, 'Name another folder: --out DIR');
    prepareParent(folder);

    const { compareHere } = await import('./compareHere.js');
    const asked = { replications: candidates[0].scenario.replications, workers };
    const comparison = await compareHere(candidates, asked, terminal);
    const interrupted = comparison.precision.stopped === 'interrupted';
    refuseEmpty(comparison, interrupted);

    // Half a run must not take the place of a whole one.
    const place = interrupted ? `${folder}.interrupted` : folder;
    const { writeResults } = await import('./writeResults.js');
    writeResults(place, comparison, candidates, { file, scenario, log: args.log === true });
    await printResults(comparison, args.format, place, terminal);
    return interrupted ? 130 : 0;
  },
);

async function modesHelp(): Promise<string> {
  const { MODES } = await import('../modes/registry.js');
  const width = Math.max(...MODES.map(({ name }) => name.length));
  return ['Modes:', ...MODES.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`)].join('\n');
}

function refuseEmpty({ candidates, unavailable, replications }: Comparison, interrupted: boolean): void {
  if (candidates.length === 0 && unavailable.length > 0) {
    const reasons = unavailable.map(({ name, reason }) => `${name}: ${reason}`).join('\n');
    throw new Failure('none of the modes can be played on this scenario', 2, reasons);
  }
  if (interrupted && replications === 0)
    throw new Failure('stopped before the first replication was finished; nothing is written', 130);
}

async function printResults(
  comparison: Comparison,
  format: (typeof FORMATS)[number],
  folder: string,
  terminal: Terminal,
): Promise<void> {
  const { replications, precision } = comparison;
  if (format === 'table') {
    const { comparisonTable } = await import('../report/comparisonTable.js');
    terminal.print(`${comparisonTable(comparison, terminal.style)}\n`);
  } else if (format === 'json') {
    const { comparisonJson } = await import('../report/comparisonJson.js');
    terminal.print(comparisonJson(comparison).trimEnd());
  } else {
    const { measuresCsv } = await import('../report/measuresCsv.js');
    terminal.print(measuresCsv(comparison).trimEnd());
  }
  const say = format === 'table' ? terminal.print : terminal.tell;
  if (precision.stopped === 'interrupted')
    say(`Stopped early: this is what ${replications} finished replications say.`);
  say(`Files are in ${folder}; findings.md says it in words`);
}
