// The program as a user has it: a child process in a folder of its own, its streams pipes.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
/** By its full address: the child's folder has no node_modules. */
const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

export interface Ended {
  readonly stdout: string;
  readonly stderr: string;
  /** null: a signal ended it. */
  readonly code: number | null;
}

export interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

/** Colour and CI settings of whoever runs the tests do not reach the child. */
const OURS = ['NO_COLOR', 'FORCE_COLOR', 'CI', 'BLENDSIM_DEBUG'];
const ENV = Object.fromEntries(Object.entries(process.env).filter(([name]) => !OURS.includes(name)));

export class Desk {
  readonly folder = mkdtempSync(join(tmpdir(), 'blendsim-'));

  start(args: readonly string[], env: Readonly<Record<string, string>> = {}): Started {
    const child = spawn(process.execPath, ['--import', TSX, MAIN, ...args], {
      cwd: this.folder,
      env: { ...ENV, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ended = new Promise<Ended>((resolve, reject) => {
      let stdout = '';
      let stderr = '';
      child.stdout.on('data', (data: Buffer) => (stdout += data.toString()));
      child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
      child.on('error', reject);
      child.on('close', (code) => resolve({ stdout, stderr, code }));
    });
    return { child, ended };
  }

  blendsim(line: string, env: Readonly<Record<string, string>> = {}): Promise<Ended> {
    return this.start(line.split(' '), env).ended;
  }

  path(...parts: readonly string[]): string {
    return join(this.folder, ...parts);
  }

  clear(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
