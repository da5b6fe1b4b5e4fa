/** From a name on the command line to a scenario: finds the file, reads it with its CSV files, tells warnings. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { nearest } from '../base/nearest.js';
import { MODES_BY_NAME } from '../modes/registry.js';
import { MANIFEST } from '../report/manifest.js';
import { explainScenario, type ExplainedScenario } from '../scenario/parse.js';
import { modesAsked } from './candidates.js';
import { BadScenario, Failure, problemsText } from './failure.js';
import type { Terminal } from './terminal.js';

const EXTENSIONS = ['.yaml', '.yml', '.json'];
/** Enough to see what kind of folder it is. */
const MOST_NAMES = 8;

export interface ReadScenario extends ExplainedScenario {
  /** The file as found: the name asked for, with its extension. */
  readonly file: string;
  readonly text: string;
  /** Reads a file beside it, as scenarios name their CSV files. */
  readonly readFile: (path: string) => string | undefined;
}

/**
 * `modes`: as `--mode` has it; what is wrong with a mode that is not among them stops nobody.
 * @throws BadScenario, or Failure when there is no such file. Warnings are told.
 */
export function readScenario(asked: string, terminal: Terminal, modes?: readonly string[]): ReadScenario {
  const file = findScenario(asked);
  const readFile = (path: string): string | undefined => {
    const beside = resolve(dirname(file), path);
    return isFile(beside) ? readFileSync(beside, 'utf8') : undefined;
  };
  const text = readFileSync(file, 'utf8');
  const result = explainScenario(text, {
    ...{ file, readFile, modes: MODES_BY_NAME },
    played: modesAsked(modes),
  });
  if (!result.ok) throw new BadScenario(result.problems);
  if (result.warnings.length > 0) terminal.tell(problemsText(result.warnings, terminal.tellStyle));
  const { value } = result;
  return {
    ...{ file, text, readFile, scenario: value.scenario },
    get provenance() {
      return value.provenance;
    },
  };
}

/** `scenarios/retail-weekday.yaml` → `retail-weekday`. */
export function nameOf(file: string): string {
  return basename(file, extname(file));
}

/** @throws Failure when there is no such file. */
export function findScenario(asked: string): string {
  const found = ['', ...EXTENSIONS].map((extension) => asked + extension).find(isFile);
  if (found !== undefined) return found;
  if (statSync(asked, { throwIfNoEntry: false })?.isDirectory() === true)
    throw new Failure(`${asked} is a folder, not a scenario`, 2, whatIsIn(asked));
  const folder = dirname(asked);
  const close = nearest(
    basename(asked),
    scenariosIn(folder).flatMap((name) => [name, nameOf(name)]),
  );
  const hint =
    close === undefined ? 'blendsim init writes a starter scenario.' : `Did you mean ${join(folder, close)}?`;
  throw new Failure(`there is no scenario file ${asked}`, 2, hint);
}

function whatIsIn(folder: string): string {
  if (isFile(join(folder, MANIFEST)))
    return `It holds results; their ${MANIFEST} names the scenario they are of.`;
  const inside = scenariosIn(folder).map((name) => join(folder, name));
  if (inside.length === 0)
    return 'There is no .yaml, .yml or .json file in it. blendsim init writes a starter scenario.';
  const more = inside.length - MOST_NAMES;
  return `In it: ${inside.slice(0, MOST_NAMES).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

/** YAML first, since much else is JSON. */
function scenariosIn(folder: string): string[] {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return [];
  const names = readdirSync(folder).filter(
    (name) => !/\.(schema|baseline)\.json$/.test(name) && isFile(join(folder, name)),
  );
  return EXTENSIONS.flatMap((extension) => names.filter((name) => extname(name) === extension).sort());
}
