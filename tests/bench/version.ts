// Another version of src/, compiled with today's bench around it, so that both versions play the same models.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, rmSync } from 'node:fs';
import { bundled } from './bundled.js';

export interface Version {
  /** Abbreviated commit. */
  readonly name: string;
  /** Where its compiled bench lies. */
  readonly folder: string;
}

/**
 * A clone in `output/`, where node_modules are found. The bench is today's; tests/support stays that version's own, since it
 * knows the shapes of its src/. Types are not checked: what does not fit fails when it is played.
 * @throws Error with a sentence when there is no such commit, or when it cannot be compiled.
 */
export function checkOut(ref: string): Version {
  const commit = git('rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`);
  if (commit === null) throw new Error(`There is no commit "${ref}" here.`);
  const name = commit.slice(0, 7);
  const clone = `output/.against/${name}`;
  rmSync(clone, { recursive: true, force: true });
  if (git('clone', '--quiet', '--shared', '--no-checkout', '.', clone) === null)
    throw new Error(`git cannot clone this repository into ${clone}.`);
  if (git('-C', clone, 'checkout', '--quiet', '--detach', commit) === null)
    throw new Error(`git cannot check out ${name} in ${clone}.`);
  if (!existsSync(`${clone}/tests/support/scenarioOf.ts`))
    throw new Error(`${name} is too old: it has no tests/support/scenarioOf.ts, on which the bench stands.`);
  rmSync(`${clone}/tests/bench`, { recursive: true, force: true });
  for (const path of ['tests/bench', 'tests/tsconfig.compiled.json', 'tsconfig.json'])
    cpSync(path, `${clone}/${path}`, { recursive: true });
  const folder = `${clone}/output/.compiled/tests/bench`;
  const { stdout } = spawnSync(
    process.execPath,
    ['node_modules/typescript/bin/tsc', '-p', `${clone}/tests/tsconfig.compiled.json`, '--noCheck'],
    { encoding: 'utf8' },
  );
  if (!existsSync(`${folder}/round.js`)) throw new Error(`${name} cannot be compiled:\n${stdout}`);
  return { name, folder: bundled(folder) };
}

function git(...args: string[]): string | null {
  const { status, stdout } = spawnSync('git', args, { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : null;
}
