/** Which candidates a comparison of scenarios has: every mode on every scenario, named after both. */
import { basename, dirname, resolve } from 'node:path';
import type { Candidate } from '../analysis/jobs.js';
import { haveSameTargets, spanDifferences } from '../scenario/comparable.js';
import { candidatesOf, type Overrides } from './candidates.js';
import { Failure } from './failure.js';
import { nameOf, type ReadScenario } from './scenarioFile.js';

export type Scenarios = readonly [ReadScenario, ReadScenario, ...ReadScenario[]];

/** A mode's scenarios stand side by side. Names are `<scenario file>: <mode>`, or the file alone if there is one mode. */
export function scenarioCandidates(
  scenarios: Scenarios,
  asked: readonly string[] | undefined,
  overrides: Overrides,
): Candidate[] {
  const names = shortNames(scenarios.map(({ file }) => file));
  const modes = asked ?? commonModes(scenarios);
  const byScenario = scenarios.map(({ scenario }) => candidatesOf(scenario, modes, overrides));
  const [first] = byScenario;
  return (first ?? []).flatMap(({ mode }, m) =>
    byScenario.flatMap((candidates, s) => {
      const candidate = candidates[m];
      if (candidate === undefined) return [];
      const name = first?.length === 1 ? (names[s] ?? '') : `${names[s] ?? ''}: ${mode}`;
      return [{ ...candidate, name }];
    }),
  );
}

/** The file's name; with its folder, or as it was asked for, where names alone are not unique. */
export function shortNames(files: readonly string[]): readonly string[] {
  const forms = [
    files.map(nameOf),
    files.map((file) => `${basename(dirname(resolve(file)))}/${nameOf(file)}`),
    files,
  ];
  return forms.find((names) => new Set(names).size === names.length) ?? files;
}

function commonModes(scenarios: Scenarios): string[] {
  const named = scenarios.map(({ scenario }) => scenario.modes.map(({ name }) => name));
  const common = (named[0] ?? []).filter((mode) => named.every((modes) => modes.includes(mode)));
  if (common.length > 0) return common;
  const lists = scenarios.map(({ file }, s) => `${file}: ${named[s]?.join(', ') ?? ''}`);
  throw new Failure(
    'there is no mode that all these scenarios name',
    2,
    `${lists.join('\n')}\n--mode names the modes to play on each.`,
  );
}

/** @throws Failure when they are one file, or do not span the same time. */
export function refuseIncomparable([first, ...others]: Scenarios): void {
  const files = [first, ...others].map(({ file }) => resolve(file));
  const twice = files.findIndex((file, i) => files.indexOf(file) !== i);
  if (twice !== -1) throw new Failure(`${others[twice - 1]?.file ?? ''} is given twice`);
  for (const other of others) {
    const differences = spanDifferences(first.scenario, other.scenario);
    if (differences.length === 0) continue;
    const lines = differences.map(
      ({ field, a, b }) => `  ${field}: ${a} in ${first.file}, ${b} in ${other.file}`,
    );
    throw new Failure(
      `${first.file} and ${other.file} do not span the same time, so they cannot be compared`,
      2,
      `${lines.join('\n')}\nMake these alike in both files.`,
    );
  }
}

/** What the reader has to know beside the numbers: whose seed it is, and where a service level means something else. */
export function toldOf([first, ...others]: Scenarios, { seed, replications }: Overrides): string[] {
  const own = first.scenario;
  const differs = (field: 'seed' | 'replications'): boolean =>
    others.some(({ scenario }) => scenario[field] !== own[field]);
  const borrowed = [
    ...(seed === undefined && differs('seed') ? [`seed ${own.seed}`] : []),
    ...(replications === undefined && differs('replications') ? [`${own.replications} replications`] : []),
  ];
  return [
    ...(borrowed.length === 0 ? [] : [`The same for all, as ${first.file} says: ${borrowed.join(', ')}.`]),
    ...others
      .filter(({ scenario }) => !haveSameTargets(own, scenario))
      .map(({ file }) => `${file} has other targets than ${first.file}: service levels are against its own.`),
  ];
}
