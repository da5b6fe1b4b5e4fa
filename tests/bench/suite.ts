// What the bench plays: groups by the names that `npm run bench -- NAME` knows, and in each the entries that stand in the table.
import { DAY, type Seconds } from '../../src/base/units.js';
import type { Scenario } from '../../src/scenario/types.js';
import { kernel } from './kernels.js';
import { messagingAtScale } from './messaging.js';
import { checksOf, KNOWN, scenarioFor, type Checks, type Known, type ModelName } from './models.js';
import type { Outcome } from './outcome.js';
import { readScenario } from './scenarioFile.js';

/** One model at one size. */
export interface Entry {
  readonly name: string;
  readonly mode: string;
  readonly scenario: () => Scenario;
  readonly replications: number;
  /** A short run of the same kind, before the clock starts. */
  readonly warmUp: { readonly scenario: () => Scenario; readonly replications: number };
  /** The same model by hand. */
  readonly kernel?: {
    readonly full: (seed: string) => Outcome;
    readonly warmUp: (seed: string) => Outcome;
  };
  readonly checks?: Checks;
  readonly known?: Readonly<Record<string, Known>>;
}

export interface Group {
  readonly name: string;
  readonly says: string;
  /** At most, where one takes long. */
  readonly rounds?: number;
  readonly entries: readonly Entry[];
}

export const SUITE: readonly Group[] = [
  { name: 'B1', says: 'M/M/50', entries: [chats('B1', 'B1', 1_000_000)] },
  { name: 'B2', says: 'M/M/44+M', entries: [chats('B2', 'B2', 1_000_000)] },
  { name: 'B3', says: 'chat, 20 people with 3 slots', entries: [chats('B3', 'B3', 400_000)] },
  {
    name: 'retail-weekday',
    says: 'the sample scenario in all its modes',
    entries: readScenario('scenarios', 'retail-weekday').modes.map(({ name }) => weekday(name)),
  },
  {
    name: 'B4',
    says: 'messaging at scale: 2,000 people, 300,000 conversations in a day',
    entries: [messaging('B4', 2_000, 1)],
  },
  {
    name: 'B5',
    says: 'B3 with 10,000,000 chats, and with 100,000',
    rounds: 1,
    entries: [
      chats('B5, 100,000 chats', 'B3', 100_000, DAY),
      chats('B5, 10,000,000 chats', 'B3', 10_000_000, DAY),
    ],
  },
  {
    name: 'B6',
    says: 'four weeks of 500 people on rosters, blended',
    entries: [fourWeeks('B6')],
  },
  {
    name: 'size',
    says: 'the model of B4 with about a hundred, ten thousand and a million conversations open at once',
    rounds: 1,
    entries: [
      messaging('size, 1 person', 1, 1_000),
      messaging('size, 100 people', 100, 10),
      messaging('size, 13,000 people', 13_000, 1),
    ],
  },
];

/** @throws Error with a sentence when there is no such entry. */
export function entryNamed(name: string): Entry {
  const entry = SUITE.flatMap(({ entries }) => entries).find((one) => one.name === name);
  if (entry === undefined) throw new Error(`The bench has no "${name}".`);
  return entry;
}

function chats(name: string, model: ModelName, arrivals: number, interval?: Seconds): Entry {
  const short = 50_000;
  return {
    name,
    mode: 'blended',
    scenario: () => scenarioFor(model, arrivals, interval),
    replications: 1,
    warmUp: { scenario: () => scenarioFor(model, short), replications: 1 },
    kernel: {
      full: (seed) => kernel(model, arrivals, seed),
      warmUp: (seed) => kernel(model, short, seed),
    },
    checks: checksOf(model),
    known: KNOWN[model],
  };
}

function weekday(mode: string): Entry {
  const scenario = (): Scenario => readScenario('scenarios', 'retail-weekday');
  return {
    name: `retail-weekday, ${mode}`,
    mode,
    scenario,
    replications: 40,
    warmUp: { scenario, replications: 10 },
  };
}

function messaging(name: string, people: number, days: number): Entry {
  return {
    name,
    mode: 'blended',
    scenario: () => messagingAtScale(people, days),
    replications: 1,
    warmUp: { scenario: () => messagingAtScale(100, 2), replications: 1 },
  };
}

function fourWeeks(name: string): Entry {
  const scenario = (): Scenario => readScenario('tests/bench', 'four-weeks');
  const short = (whole: Scenario): Scenario => ({ ...whole, calendar: { ...whole.calendar, horizon: DAY } });
  return {
    name,
    mode: 'blended',
    scenario,
    replications: 1,
    warmUp: { scenario: () => short(scenario()), replications: 1 },
  };
}
