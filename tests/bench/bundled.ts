// The compiled bench as the program is built: each process's script is one file, in which the compiler knows every constant.
import { spawnSync } from 'node:child_process';

/** Gives the folder of the scripts. @throws Error with what the bundler wrote when it fails. */
export function bundled(folder: string): string {
  for (const script of ['round.js', 'weigh.js']) {
    const file = `${folder}/bundled/${script}`;
    const { status, stderr } = spawnSync(
      process.execPath,
      [
        ...['node_modules/rolldown/bin/cli.mjs', `${folder}/${script}`],
        ...['--platform', 'node', '--format', 'esm', '--file', file],
      ],
      { encoding: 'utf8' },
    );
    // A file of an earlier time may lie there.
    if (status !== 0) throw new Error(stderr);
  }
  return `${folder}/bundled`;
}
