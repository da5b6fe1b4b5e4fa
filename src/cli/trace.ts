/** blendsim trace: one conversation's life, or one person's day, line by line, with the reason of every wait. */
import type { Observer } from '../engine/observer.js';
import type { Scenario } from '../scenario/types.js';
import type { TellLine } from '../report/traceWords.js';
import { command } from './command.js';
import { Failure } from './failure.js';
import { wholeNumber } from './numbers.js';

export const trace = command(
  {
    usage: 'trace <scenario>',
    summary: "Tell one conversation's life or one person's day",
    positionals: {
      scenario: { type: 'string', demandOption: true, describe: 'Scenario file; .yaml may be left out' },
    },
    options: {
      conversation: { type: 'string', describe: 'Number as in conversations.csv, such as 17 or 17-1' },
      person: { type: 'string', describe: 'Name as in people.csv' },
      mode: { type: 'string', describe: "Mode; default: the scenario's first that can be played" },
      seed: { type: 'string', describe: "Seed of all chance; default: the scenario's" },
      replication: { type: 'string', describe: 'Which replication, from 1; default: 1' },
    },
    examples: [
      ['blendsim trace tuesday --mode blended --conversation 17', 'why did this consumer wait?'],
      ['blendsim trace tuesday --mode per-shift --person Ana', 'what did Ana do all day?'],
    ],
  },
  async (args, terminal) => {
    const { readScenario } = await import('./scenarioFile.js');
    const { candidatesOf, isPlayable } = await import('./candidates.js');
    const { simulate } = await import('../simulate.js');

    const asked = args.mode === undefined ? undefined : [args.mode];
    const read = readScenario(args.scenario, terminal, asked).scenario;
    const overrides = { seed: args.seed, replications: undefined };
    const given = candidatesOf(read, asked, overrides);
    const { scenario, mode } = given.find(isPlayable) ?? given[0];
    const replication = wholeNumber('replication', args.replication) ?? 1;

    let lines = 0;
    const tell: TellLine = ({ time, text }) => {
      lines++;
      terminal.print(`${terminal.style.dim(time)}  ${text}`);
    };
    const follower = await followerOf(scenario, args, tell);
    terminal.tell(`${scenario.name}, ${mode}, replication ${replication}, seed ${scenario.seed}`);
    const outcome = simulate(scenario, mode, replication - 1, [follower]);
    if ('unavailable' in outcome)
      throw new Failure(`${mode} cannot be played on this scenario`, 2, outcome.unavailable);
    if (lines === 0) throw nothingSeen(args);
    return 0;
  },
);

interface Asked {
  readonly conversation?: string | undefined;
  readonly person?: string | undefined;
}

async function followerOf(
  scenario: Scenario,
  { conversation, person }: Asked,
  tell: TellLine,
): Promise<Observer> {
  if ((conversation === undefined) === (person === undefined))
    throw new Failure('say what to follow: --conversation NUMBER or --person NAME');
  if (conversation !== undefined) {
    const thread = /^(\d+)(-\d+)?$/.exec(conversation)?.[1];
    if (thread === undefined || Number(thread) < 1)
      throw new Failure(
        `--conversation: "${conversation}" is not a conversation's number, such as 17 or 17-1`,
      );
    const { conversationTrace } = await import('../report/traceConversation.js');
    return conversationTrace(Number(thread) - 1, tell);
  }
  const { suggestion } = await import('../base/nearest.js');
  const names = scenario.people.map(({ name }) => name);
  const index = names.indexOf(person ?? '');
  if (index === -1)
    throw new Failure(`--person: nobody is called "${person ?? ''}": ${suggestion(person ?? '', names)}`);
  const { personTrace } = await import('../report/tracePerson.js');
  return personTrace(index, tell);
}

function nothingSeen({ conversation, person }: Asked): Failure {
  return conversation === undefined
    ? new Failure(`${person ?? ''} is not there in this replication`, 1, 'Try another: --replication 2')
    : new Failure(
        `there is no conversation ${conversation} in this replication`,
        2,
        'Numbers count from 1 in order of arrival.',
      );
}
