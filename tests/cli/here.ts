// The program in this process, in a folder of its own: quicker than a child, and all that it prints is seen.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { told } from '../../src/cli/failure.js';
import { parseCommandLine } from '../../src/cli/program.js';
import { PLAIN } from '../../src/report/style.js';
import type { Ended } from './blendsim.js';

export class Here {
  readonly folder = mkdtempSync(join(tmpdir(), 'blendsim-'));

  /** `@` before a name stands for the folder. One worker, since a thread from source starts slowly. */
  async blendsim(...typed: readonly string[]): Promise<Ended> {
    const words = typed.map((word) => word.replace(/^@/, `${this.folder}/`));
    let stdout = '';
    let stderr = '';
    const terminal = {
      print: (text: string) => void (stdout += `${text}\n`),
      tell: (text: string) => void (stderr += `${text}\n`),
      ...{ style: PLAIN, tellStyle: PLAIN, watched: false },
    };
    try {
      const work = await parseCommandLine(words);
      return { code: await work(terminal), stdout, stderr };
    } catch (error) {
      const { text, exitCode } = told(error, PLAIN, false);
      return { code: exitCode, stdout, stderr: stderr + text };
    }
  }

  write(name: string, text: string): void {
    writeFileSync(join(this.folder, name), text);
  }

  read(...path: readonly string[]): string {
    return readFileSync(join(this.folder, ...path), 'utf8');
  }

  clear(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

interface Shop {
  /** As the group says it: `count: 3`, or `names: [Ana, Ben]`. */
  readonly staff?: string;
  readonly chatsPerHour?: number;
  /** Those that the file names; it has no such section when there are none. */
  readonly modes?: readonly string[];
}

/** A corner shop's morning as a scenario file: it runs in the blink of an eye. */
export function shop({ staff = 'count: 3', chatsPerHour = 12, modes = [] }: Shop = {}): string {
  const section = modes.length === 0 ? [] : ['modes:', ...modes.map((mode) => `  ${mode}: {}`)];
  return `
name: Corner shop
days: 1
replications: 3
seed: 5
traffic:
  - { name: web chat, channel: chat, open: 09:00-12:00, volume: { perHour: ${chatsPerHour} } }
  - { name: messages, channel: messaging, open: 09:00-12:00, volume: { perHour: 4 } }
people:
  - { group: staff, ${staff}, shrinkage: 0%, shifts: [{ start: 09:00, end: 13:00 }] }
${section.map((line) => `${line}\n`).join('')}`;
}

export const SHOP = shop({ modes: ['blended', 'dedicated'] });
