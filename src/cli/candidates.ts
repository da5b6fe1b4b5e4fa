/** Which ways of working are compared: the modes asked for on the command line, or all that the scenario names. */
import type { Comparison } from '../analysis/comparison.js';
import type { Candidate } from '../analysis/jobs.js';
import { suggestion } from '../base/nearest.js';
import { MODES_BY_NAME } from '../modes/registry.js';
import type { ModeRequest, Scenario } from '../scenario/types.js';
import { Failure } from './failure.js';

export interface Overrides {
  readonly seed: string | undefined;
  readonly replications: number | undefined;
}

/** `--mode a,b --mode c` as names; undefined stays undefined. */
export function modesAsked(asked: readonly string[] | undefined): readonly string[] | undefined {
  return asked && [...new Set(asked.flatMap((list) => list.split(',')).map((name) => name.trim()))];
}

/** `asked`: as `--mode` has it. A mode that the scenario does not name has its own default settings. */
export function candidatesOf(
  scenario: Scenario,
  asked: readonly string[] | undefined,
  { seed = scenario.seed, replications = scenario.replications }: Overrides,
): readonly [Candidate, ...Candidate[]] {
  const modes = modesAsked(asked)?.map((name) => requestOf(scenario, name)) ?? scenario.modes;
  const [first, ...others] = modes.map(({ name }) => name);
  if (first === undefined)
    throw new Failure(
      'the scenario names no mode, so there is nothing to compare',
      2,
      'Without `modes:` all are.',
    );
  const changed = { ...scenario, seed, replications, modes };
  const candidate = (mode: string): Candidate => ({ name: mode, scenario: changed, mode });
  return [candidate(first), ...others.map(candidate)];
}

/** Whether the mode has a plan for the scenario. */
export function isPlayable({ scenario, mode }: Candidate): boolean {
  const plan = MODES_BY_NAME.get(mode)?.plan(scenario, requestOf(scenario, mode).settings);
  return plan !== undefined && !('unavailable' in plan);
}

/**
 * `--mode a,b`, to play the same again. Nothing where a mode that nobody asked for could not be played: one that is named
 * must be.
 */
export function modeWords(
  asked: readonly string[] | undefined,
  candidates: readonly Candidate[],
  { unavailable }: Pick<Comparison, 'unavailable'>,
): string[] {
  if (asked === undefined && unavailable.length > 0) return [];
  return ['--mode', [...new Set(candidates.map(({ mode }) => mode))].join(',')];
}

function requestOf(scenario: Scenario, name: string): ModeRequest {
  const written = scenario.modes.find((mode) => mode.name === name);
  if (written !== undefined) return written;
  const mode = MODES_BY_NAME.get(name);
  if (mode === undefined)
    throw new Failure(`--mode: there is no mode "${name}": ${suggestion(name, [...MODES_BY_NAME.keys()])}`);
  return { name, settings: mode.settings.parse({}) };
}
