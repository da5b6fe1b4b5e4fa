// What the bench plays: groups by the names that `npm run bench -- NAME` knows, and in each the entries that stand in the table.
import type { Scenario } from '../../src/scenario/types.js';
import { kernel } from './kernels.js';
import { checksOf, KNOWN, scenarioFor, type Checks, type Known, type ModelName } from './models.js';
import type { Outcome } from './outcome.js';
import { readSample } from './sample.js';

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
  readonly entries: readonly Entry[];
}

export const SUITE: readonly Group[] = [
  { name: 'B1', says: 'M/M/50', entries: [chats('B1', 'B1', 1_000_000)] },
  { name: 'B2', says: 'M/M/44+M', entries: [chats('B2', 'B2', 1_000_000)] },
  { name: 'B3', says: 'chat, 20 people with 3 slots', entries: [chats('B3', 'B3', 400_000)] },
  {
    name: 'retail-weekday',
    says: 'the sample scenario in all its modes',
    entries: readSample('retail-weekday').modes.map(({ name }) => weekday(name)),
  },
];

/** @throws Error with a sentence when there is no such entry. */
export function entryNamed(name: string): Entry {
  const entry = SUITE.flatMap(({ entries }) => entries).find((one) => one.name === name);
  if (entry === undefined) throw new Error(`The bench has no "${name}".`);
  return entry;
}

function chats(name: string, model: ModelName, arrivals: number): Entry {
  const short = 50_000;
  return {
    name,
    mode: 'blended',
    scenario: () => scenarioFor(model, arrivals),
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
  const scenario = (): Scenario => readSample('retail-weekday');
  return {
    name: `retail-weekday, ${mode}`,
    mode,
    scenario,
    replications: 40,
    warmUp: { scenario, replications: 10 },
  };
}
