// npm run validate: everything that is checked at length, written to docs/validation.md. Long: exact values, coverage, laws.
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import * as prettier from 'prettier';
import { page, type LawFile, type Part } from './page.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PAGE = `${ROOT}docs/validation.md`;
/** Where the laws are: identities for every mode, the engine against recursions, results and workers, golden counts. */
const LAWS = ['tests/laws', 'tests/golden', 'tests/cluster', 'tests/analysis'];

interface VitestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

setPriority(10);
const theory = await ran('npm', ['run', '-s', 'validate:theory']);
const coverage = await ran('npm', ['run', '-s', 'validate:coverage']);
const laws = lawsOf((await ran('npx', ['vitest', 'run', ...LAWS, '--reporter=json'])).text);
const { version } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as { version: string };

const text = page({ theory, coverage, laws, version, node: process.version });
const options = await prettier.resolveConfig(PAGE);
writeFileSync(PAGE, await prettier.format(text, { ...options, parser: 'markdown' }));
console.log(`Written to ${PAGE}`);
const broken = laws.some(({ tests }) => tests.some(({ passed }) => !passed));
process.exitCode = theory.passed && coverage.passed && !broken && laws.length > 0 ? 0 : 1;

/** What a command prints; its progress goes to the terminal. */
function ran(command: string, args: readonly string[]): Promise<Part> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...args], { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
    let printed = '';
    child.stdout.on('data', (data: Buffer) => (printed += data.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ text: printed.trim(), passed: code === 0 }));
  });
}

function lawsOf(json: string): LawFile[] {
  const { testResults } = JSON.parse(json.slice(json.indexOf('{'))) as VitestReport;
  return testResults
    .map(({ name, assertionResults }) => ({
      file: name.slice(ROOT.length),
      tests: assertionResults.map(({ fullName, status }) => ({
        name: fullName,
        passed: status === 'passed',
      })),
    }))
    .sort((a, b) => (a.file < b.file ? -1 : 1));
}
