/** `--set path=a,b,c`, as typed: the values of each path, and the points of the grid they span. */
import { Failure } from './failure.js';

export interface Setting {
  readonly path: string;
  /** As they would be written in the scenario file. */
  readonly values: readonly string[];
}

const MOST_POINTS = 64;
const EXAMPLE = '--set work.switching.betweenWorkspaces=0s,5s,10s';

export function settingsOf(asked: readonly string[]): readonly [Setting, ...Setting[]] {
  const [first, ...others] = asked.map(settingOf);
  if (first === undefined)
    throw new Failure('nothing is set, so there is nothing to sweep', 2, `Such as ${EXAMPLE}`);
  return [first, ...others];
}

function settingOf(asked: string): Setting {
  const cut = asked.indexOf('=');
  const path = asked.slice(0, Math.max(0, cut)).trim();
  if (path === '')
    throw new Failure(`--set ${asked}: a path and its values are needed`, 2, `Such as ${EXAMPLE}`);
  const values = split(asked.slice(cut + 1)).map((value) => value.trim());
  if (values.includes(''))
    throw new Failure(
      `--set ${asked}: a value is missing`,
      2,
      'Values have commas between them, and no comma at the end.',
    );
  const twice = values.find((value, i) => values.indexOf(value) !== i);
  if (twice !== undefined) throw new Failure(`--set ${asked}: ${twice} is given twice`);
  return { path, values };
}

/** At the commas that stand in no bracket and no quotes. */
function split(text: string): string[] {
  const parts: string[] = [];
  let part = '';
  let depth = 0;
  let quote: string | null = null;
  for (const letter of text) {
    if (letter === ',' && depth === 0 && quote === null) {
      parts.push(part);
      part = '';
      continue;
    }
    part += letter;
    if (quote !== null) {
      if (letter === quote) quote = null;
    } else if (letter === '"' || letter === "'") quote = letter;
    else if ('[{'.includes(letter)) depth++;
    else if (']}'.includes(letter)) depth--;
  }
  return [...parts, part];
}

/** Every combination; the last path's values change fastest. */
export function gridOf(settings: readonly Setting[]): readonly (readonly string[])[] {
  const size = settings.reduce((product, { values }) => product * values.length, 1);
  if (size > MOST_POINTS) {
    const product = settings.map(({ values }) => values.length).join(' × ');
    throw new Failure(
      `the grid has ${settings.length === 1 ? '' : `${product} = `}${size} points, and a sweep takes ${MOST_POINTS} at most`,
      2,
      'Give fewer values, or sweep one path after the other.',
    );
  }
  return settings.reduce<readonly (readonly string[])[]>(
    (points, { values }) => points.flatMap((point) => values.map((value) => [...point, value])),
    [[]],
  );
}

/** The shortest ends of the paths that tell them apart: `max`, or `chat.max` beside `messaging.max`. */
export function labelsOf(paths: readonly string[]): readonly string[] {
  const ends = (path: string): string[] => {
    const steps = path.split('.');
    return steps.map((_, i) => steps.slice(-1 - i).join('.'));
  };
  return paths.map((path) => {
    const others = paths.filter((other) => other !== path);
    return ends(path).find((end) => others.every((other) => !ends(other).includes(end))) ?? path;
  });
}
