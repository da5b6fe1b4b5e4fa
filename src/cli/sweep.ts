/** blendsim sweep: a scenario with some of its values changed, every combination under each mode, on the same chance. */
import type { Sweep } from '../analysis/swept.js';
import { command } from './command.js';
import { commandLine } from './commandLine.js';
import { Failure } from './failure.js';
import { FORMATS } from './formats.js';
import { modesHelp } from './modesHelp.js';
import { wholeNumber } from './numbers.js';
import { checkFolder, stoppedEarly } from './results.js';
import type { Terminal } from './terminal.js';

export const sweep = command(
  {
    usage: 'sweep <scenario>',
    summary: 'Run a grid of changes to a scenario',
    positionals: {
      scenario: { type: 'string', demandOption: true, describe: 'Scenario file; .yaml may be left out' },
    },
    options: {
      set: {
        type: 'string',
        array: true,
        describe: 'path=a,b,c as in the file; repeated: every combination',
      },
      mode: { type: 'string', array: true, describe: "Modes, a,b or repeated; default: the scenario's" },
      seed: { type: 'string', describe: "Seed of all chance, the same for all; default: the scenario's" },
      replications: { type: 'string', describe: "How often chance is drawn; default: the scenario's" },
      workers: { type: 'string', describe: 'Threads; default: one per core. Results stay the same' },
      out: { type: 'string', describe: 'Folder for the files; default: output/sweep-<scenario>' },
      format: { choices: FORMATS, default: 'table' as const, describe: 'What to print' },
    },
    examples: [
      ['blendsim sweep tuesday --set capacity.chat.max=2,3,4', 'how many chats at once?'],
      ['blendsim sweep tuesday --set people.agents.count=50,55,60', 'a group by its name'],
      ['blendsim sweep tuesday --set modes.per-shift.blocks=2h,4h', "a mode's own setting"],
      ["blendsim sweep tuesday --set 'traffic.web chat.volume.perDay=700,800'", 'a name with a blank'],
    ],
    epilogue: modesHelp,
  },
  async ({ scenario: asked, set = [], mode, seed, out, format, ...args }, terminal) => {
    const { modeWords } = await import('./candidates.js');
    const { nameOf, readScenario } = await import('./scenarioFile.js');
    const { labelsOf, settingsOf } = await import('./grid.js');
    const { plannedPoints } = await import('./sweepPoints.js');

    const settings = settingsOf(set);
    const read = readScenario(asked, terminal, mode);
    const replications = wholeNumber('replications', args.replications) ?? read.scenario.replications;
    const workers = wholeNumber('workers', args.workers);
    const points = plannedPoints(read, settings, mode, { seed, replications }, terminal);
    const folder = out ?? `output/sweep-${nameOf(read.file)}`;
    await checkFolder(folder);

    const { sweep } = await import('../analysis/sweep.js');
    const { withWorkers } = await import('./workers.js');
    const candidates = points.flatMap((point) => point.candidates);
    const paths = settings.map(({ path }) => path);
    const named = { paths, labels: labelsOf(paths) };
    const swept = await withWorkers(candidates, workers, terminal, (runJobs, watch) =>
      sweep(named, points, runJobs, { replications, ...watch }),
    );
    const interrupted = swept.stopped === 'interrupted';
    refuseEmpty(swept);

    const { makerOf } = await import('./comparisonFiles.js');
    const { sweepFiles } = await import('../report/sweepFiles.js');
    const { keepFiles } = await import('./keepFiles.js');
    const made = commandLine([
      ...['sweep', read.file, ...set.flatMap((one) => ['--set', one]), ...modeWords(mode, candidates, swept)],
      ...['--seed', swept.seed, '--replications', String(swept.replications)],
    ]);
    const files = sweepFiles(swept, makerOf({ command: made, scenarios: [read] }));
    const { place, failure } = keepFiles(folder, files, interrupted);
    await printSweep(swept, format, place, terminal);
    if (failure !== null) throw failure;
    return interrupted ? 130 : 0;
  },
);

function refuseEmpty({ points, unavailable, stopped, replications }: Sweep): void {
  if (points.every(({ results }) => results.length === 0)) {
    const reasons = new Set(unavailable.map(({ reason }) => reason));
    throw new Failure('none of the modes can be played at any point', 2, [...reasons].join('\n'));
  }
  if (stopped === 'interrupted' && replications === 0)
    throw new Failure('stopped before the first replication was finished; nothing is written', 130);
}

async function printSweep(
  sweep: Sweep,
  format: (typeof FORMATS)[number],
  folder: string,
  terminal: Terminal,
): Promise<void> {
  if (format === 'table') {
    const { sweepTable } = await import('../report/sweepTable.js');
    terminal.print(`${sweepTable(sweep, terminal.style)}\n`);
  } else if (format === 'json') {
    const { sweepJson } = await import('../report/sweepJson.js');
    terminal.print(sweepJson(sweep).trimEnd());
  } else {
    const { sweepCsv } = await import('../report/sweepCsv.js');
    terminal.print(sweepCsv(sweep).trimEnd());
  }
  const say = format === 'table' ? terminal.print : terminal.tell;
  if (sweep.stopped === 'interrupted') say(stoppedEarly(sweep.replications));
  say(`Files are in ${folder}; sweep.csv has every measure of every point`);
}
