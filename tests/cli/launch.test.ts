// The launcher: the program starts as it is, whatever is kept of an earlier start, and of another program nothing is used.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import ts from 'typescript';

const folder = mkdtempSync(join(tmpdir(), 'blendsim-launch-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const source = readFileSync(new URL('../../src/cli/launch.ts', import.meta.url), 'utf8');
const { outputText } = ts.transpileModule(source, {
  compilerOptions: { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext },
});
writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
writeFileSync(join(folder, 'main.js'), outputText);

/** All programs have the same length, which is all that V8 looks at; the signature is what tells them apart. */
function build(word: string): void {
  const program = `(function (require, load, ADDRESS) { const say = () => '${word}'; console.log(say()); })`;
  writeFileSync(join(folder, 'blendsim.cjs'), `${program}//${word.repeat(16)}`);
}

function started(): string {
  const { stdout, stderr } = spawnSync(process.execPath, [join(folder, 'main.js')], { encoding: 'utf8' });
  return stdout.trim() + stderr;
}

const kept = (): string[] => readdirSync(folder).filter((name) => name.includes('.code'));
const bytesOf = (name: string): Buffer => readFileSync(join(folder, name));

test('what is kept is used again, and not for another program of the same length', () => {
  build('a');
  expect(started()).toBe('a');
  const [code = ''] = kept();
  const bytes = bytesOf(code);
  expect(started()).toBe('a');
  expect(bytesOf(code).equals(bytes)).toBe(true);
  build('b');
  expect(started()).toBe('b');
  build('a');
  expect(started()).toBe('a');
  expect(bytesOf(code).equals(bytes)).toBe(true);
});

test('code that is spoilt is made anew; where none can be kept the program starts all the same, and leaves nothing', () => {
  build('c');
  expect(started()).toBe('c');
  const code = kept().find((name) => name.includes('c'.repeat(16))) ?? '';
  writeFileSync(join(folder, code), 'spoilt');
  expect(started()).toBe('c');
  const whole = bytesOf(code);
  expect(whole.length).toBeGreaterThan(100);
  for (let at = 0; at < whole.length; at += 101) {
    const flipped = Buffer.from(whole);
    flipped[at] = (flipped[at] ?? 0) ^ 16;
    writeFileSync(join(folder, code), flipped);
    expect(started()).toBe('c');
    expect(bytesOf(code).equals(flipped)).toBe(false);
  }
  rmSync(join(folder, code));
  mkdirSync(join(folder, code));
  expect(started()).toBe('c');
  expect(kept().filter((name) => name.startsWith(`${code}.`))).toEqual([]);
});
