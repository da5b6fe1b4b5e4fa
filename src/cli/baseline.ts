/** blendsim baseline: pins a scenario's results in a file beside it, and checks that they are still the same. */
import { suggestion } from '../base/nearest.js';
import { TOLERANCES } from '../baseline/tolerance.js';
import { command } from './command.js';
import { Failure } from './failure.js';
import { modesHelp } from './modesHelp.js';
import { wholeNumber } from './numbers.js';

const ACTIONS = ['record', 'check'];

export const baseline = command(
  {
    usage: 'baseline <action> [scenario..]',
    summary: 'Pin the results of scenarios, and check them',
    positionals: {
      action: { type: 'string', demandOption: true, describe: 'record or check' },
      scenario: {
        type: 'string',
        array: true,
        describe: 'Scenario files; check without any: every baseline below scenarios/, or below here',
      },
    },
    options: {
      mode: {
        type: 'string',
        array: true,
        describe: "record: modes, a,b or repeated; default: the scenario's",
      },
      seed: { type: 'string', describe: "record: seed of all chance; default: the scenario's" },
      replications: {
        type: 'string',
        describe: "record: how often chance is drawn; default: the scenario's",
      },
      tolerance: {
        choices: TOLERANCES,
        describe: 'check: exact (default), or ci: within what chance explains',
      },
      workers: { type: 'string', describe: 'Threads; default: one per core. Results stay the same' },
    },
    examples: [
      ['blendsim baseline record tuesday --replications 5', 'writes tuesday.baseline.json'],
      ['blendsim baseline check', 'all of them; exit code 1 when a number moved'],
      ['blendsim baseline check tuesday --tolerance ci', 'fails only beyond what chance explains'],
    ],
    epilogue: modesHelp,
  },
  async ({ action, scenario: asked = [], mode, seed, tolerance, ...args }, terminal) => {
    const replications = wholeNumber('replications', args.replications);
    const workers = wholeNumber('workers', args.workers);
    if (action === 'record') {
      if (tolerance !== undefined) throw new Failure('--tolerance belongs to baseline check');
      const { record } = await import('./baselineRecord.js');
      return record(asked, { mode, seed, replications, workers }, terminal);
    }
    if (action !== 'check') throw new Failure(`baseline ${action}: ${suggestion(action, ACTIONS)}`);
    const recorded = Object.entries({ mode, seed, replications }).find(([, value]) => value !== undefined);
    if (recorded !== undefined)
      throw new Failure(
        `baseline check takes no --${recorded[0]}: it runs what was recorded`,
        2,
        'To pin something else: blendsim baseline record',
      );
    const { check } = await import('./baselineCheck.js');
    return check(asked, { tolerance: tolerance ?? 'exact', workers }, terminal);
  },
);
