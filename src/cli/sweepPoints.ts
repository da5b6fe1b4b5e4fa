/** From `--set` to the points of a sweep: every path is looked up and every combination parsed before anything is run. */
import type { PlannedPoint } from '../analysis/sweep.js';
import type { Problem } from '../base/result.js';
import { MODES_BY_NAME } from '../modes/registry.js';
import type { Path } from '../scenario/document.js';
import { pathText } from '../scenario/findings.js';
import type { Scenario } from '../scenario/types.js';
import { Variations, type Change } from '../scenario/variations.js';
import { candidatesOf, modesAsked, type Overrides } from './candidates.js';
import { BadScenario, Failure, problemsText } from './failure.js';
import { gridOf, labelsOf, type Setting } from './grid.js';
import type { ReadScenario } from './scenarioFile.js';
import type { Terminal } from './terminal.js';

/** Why a field has to be the same at all points. */
const SPAN = 'points that do not span the same time cannot be compared';
const FIXED: Readonly<Record<string, string>> = {
  ...{ seed: 'all points have one seed: --seed', replications: 'all points have as many: --replications' },
  ...{ start: SPAN, days: SPAN, timezone: SPAN, warmUp: SPAN },
  ...{ name: 'it is only a name', question: 'it is only a text' },
};

interface Placed extends Setting {
  readonly place: Path;
}

/** @throws BadScenario with every problem of every path and value. Warnings on what is set are told. */
export function plannedPoints(
  read: ReadScenario,
  settings: readonly Setting[],
  asked: readonly string[] | undefined,
  overrides: Overrides,
  terminal: Terminal,
): readonly PlannedPoint[] {
  const grid = gridOf(settings);
  const variations = new Variations(read.text, {
    ...{ readFile: read.readFile, modes: MODES_BY_NAME },
    played: modesAsked(asked),
  });
  const placed = placedIn(variations, settings);
  const modes = asked ?? modesPlayed(read.scenario, placed);
  const { seed = read.scenario.seed, replications = read.scenario.replications } = overrides;
  const labels = labelsOf(settings.map(({ path }) => path));

  const problems = new Map<string, Problem>();
  const points = grid.flatMap((values): PlannedPoint[] => {
    const changes = placed.map(({ place }, i): Change => ({ path: place, text: values[i] ?? '' }));
    const result = variations.with(changes);
    for (const problem of result.ok ? result.warnings : result.problems) {
      const own = atSet(problem, placed, values);
      if (own !== null) problems.set(JSON.stringify(own), own);
    }
    if (!result.ok) return [];
    const name = values.map((value, i) => `${labels[i] ?? ''}=${value}`).join(', ');
    const candidates = candidatesOf(result.value, modes, { seed, replications });
    return [
      { name, values, candidates: candidates.map((one) => ({ ...one, name: `${name}: ${one.mode}` })) },
    ];
  });
  const all = [...problems.values()];
  if (points.length < grid.length) throw new BadScenario(all.filter(({ severity }) => severity === 'error'));
  if (all.length > 0) terminal.tell(problemsText(all, terminal.tellStyle));
  const [first] = points;
  refuseUnplayed(placed, first?.candidates.map(({ mode }) => mode) ?? []);
  return points;
}

function placedIn(variations: Variations, settings: readonly Setting[]): readonly Placed[] {
  const problems: Problem[] = [];
  const placed = settings.flatMap((setting) => {
    const found = variations.find(setting.path);
    const fixed = FIXED[setting.path];
    if ('path' in found && fixed === undefined) return [{ ...setting, place: found.path }];
    const { message, hint } =
      'path' in found ? { message: `\`${setting.path}\` cannot be swept`, hint: fixed } : found;
    const about = hint === undefined ? {} : { hint };
    problems.push({ severity: 'error', file: `--set ${setting.path}`, message, ...about });
    return [];
  });
  if (problems.length > 0) throw new BadScenario(problems);
  for (const [i, { place, path }] of placed.entries()) {
    const within = placed
      .slice(0, i)
      .find((other) => isWithin(place, other.place) || isWithin(other.place, place));
    if (within !== undefined)
      throw new Failure(
        `--set ${path} and --set ${within.path} set the same thing`,
        2,
        'Give all its values at once.',
      );
  }
  return placed;
}

function isWithin(path: Path, outer: Path): boolean {
  return outer.every((step, i) => path[i] === step);
}

/** Settings of some modes alone concern only these. */
function modesPlayed(scenario: Scenario, placed: readonly Placed[]): readonly string[] {
  const own = placed.flatMap(({ place: [section, mode] }) => (section === 'modes' ? [String(mode)] : []));
  return own.length === placed.length ? [...new Set(own)] : scenario.modes.map(({ name }) => name);
}

function refuseUnplayed(placed: readonly Placed[], modes: readonly string[]): void {
  for (const { path, place } of placed) {
    const [section, mode] = place;
    if (section !== 'modes' || modes.includes(String(mode))) continue;
    throw new Failure(
      `--set ${path}: ${String(mode)} is not among the modes played (${modes.join(', ')})`,
      2,
      `Add it: --mode ${[...modes, String(mode)].join(',')}`,
    );
  }
}

/** Told at the `--set` that it is about. Null: a warning about something else, of which the scenario itself has told. */
function atSet(problem: Problem, placed: readonly Placed[], values: readonly string[]): Problem | null {
  const { path = '', severity, message, hint } = problem;
  const at = placed.findIndex(({ place }) => {
    const text = pathText(place);
    return path === text || path.startsWith(`${text}.`) || path.startsWith(`${text}[`);
  });
  const said = placed.map((setting, i) => `--set ${setting.path}=${values[i] ?? ''}`);
  const about = hint === undefined ? {} : { hint };
  if (at !== -1) return { severity, file: said[at] ?? '', message, ...about };
  return severity === 'warning' ? null : { severity, file: said.join(' '), path, message, ...about };
}
