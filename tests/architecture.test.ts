// The law that runs: the shape of src/ as tests. The table, and every exception, is architecture/table.ts.
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import * as fileLaws from './architecture/fileLaws.js';
import * as importLaws from './architecture/importLaws.js';
import { parseTree, readTree, type Finding, type Source } from './architecture/sources.js';

type Law = (sources: readonly Source[]) => Finding[];
type Files = Readonly<Record<string, string>>;

const house = parseTree(readTree(fileURLToPath(new URL('..', import.meta.url))));

const show = (findings: readonly Finding[]) =>
  findings.map(({ path, line, says }) => `${path}:${line}  ${says}`).join('\n');

/** A law, a small tree that breaks it and the places it must name, and a tree that keeps it. */
interface Case {
  readonly law: string;
  readonly check: Law;
  readonly breaks: Files;
  readonly at: readonly string[];
  readonly keeps: Files;
}

const cases: readonly Case[] = [
  {
    law: 'a room imports only the rooms the table allows',
    check: importLaws.onlyRoomsAbove,
    breaks: {
      'src/base/a.ts': "// a\nimport type { Q } from '../engine/q.js';",
      'src/engine/q.ts': "// q\nexport type { M } from '../modes/m.js';\nconst p = import('../cli/c.js');",
      'src/modes/m.ts': "// m\ntype C = typeof import('../cli/c.js');\nimport { simulate } from 'blendsim';",
      'src/cli/c.ts': "// c\nimport '../index.js';",
      'src/index.ts': '// i',
    },
    at: [
      ...['src/base/a.ts:2', 'src/engine/q.ts:2', 'src/engine/q.ts:3'],
      ...['src/modes/m.ts:2', 'src/modes/m.ts:3', 'src/cli/c.ts:2'],
    ],
    keeps: {
      'src/base/a.ts': "// import '../cli/c.js'",
      'src/engine/q.ts': "import '../base/a.js';\nimport './q2.js';",
      'src/engine/q2.ts': "import 'zod';",
      'src/cli/c.ts': "import '../simulate.js';",
      'src/simulate.ts': "import './engine/q.js';",
    },
  },
  {
    law: 'no import cycle between files',
    check: importLaws.noImportCycle,
    breaks: {
      'src/base/a.ts': "import './b.js';",
      'src/base/b.ts': "import './c.js';",
      'src/base/c.ts': "\nimport type { A } from './a.js';",
    },
    at: ['src/base/c.ts:2'],
    keeps: {
      'src/base/a.ts': "import './b.js';\nimport './c.js';",
      'src/base/b.ts': "import './c.js';",
      'src/base/c.ts': '',
    },
  },
  {
    law: 'no dead file',
    check: importLaws.noDeadFile,
    breaks: {
      'src/index.ts': "export * from './base/a.js';",
      'src/base/a.ts': '',
      'src/base/dead.ts': "import './a.js';",
    },
    at: ['src/base/dead.ts:1'],
    keeps: {
      'src/index.ts': "export * from './base/a.js';",
      'src/base/a.ts': "import './b.js';",
      'src/base/b.ts': '',
      'src/base/ambient.d.ts': '',
      'src/cli/main.ts': "await import('./run.js');",
      'src/cli/run.ts': '',
      'src/cluster/worker.ts': '',
    },
  },
  {
    law: 'mode names stand only in modes/ and in the key of the scenario file that has one',
    check: fileLaws.modeNamesOnlyInModes,
    breaks: {
      'src/engine/a.ts':
        "// a\nif (mode === 'per-shift') f();\nconst t = `messaging-only`;\ntype T = 'blended';",
      'src/metrics/b.ts': "const b = { 'dedicated': 1 };",
      'src/scenario/schema.ts': "z.object({ 'per-shift': settings });",
    },
    at: [
      ...['src/engine/a.ts:2', 'src/engine/a.ts:3', 'src/engine/a.ts:4'],
      ...['src/metrics/b.ts:1', 'src/scenario/schema.ts:1'],
    ],
    keeps: {
      'src/modes/blended.ts': "export const name = 'blended';",
      'src/scenario/resolveRules.ts': "notes.pick(['capacity', 'blended']);",
      'src/engine/a.ts':
        "// 'blended'\n/** 'per-shift' */\nconst c = capacity.blended; const s = 'blended work';",
    },
  },
  {
    law: 'random generators are imported only in base/ and traffic/',
    check: importLaws.chanceOnlyInBaseAndTraffic,
    breaks: {
      'src/engine/a.ts': "\nimport seedrandom from 'seedrandom';",
      'src/modes/b.ts': "import { randomNormal } from 'd3-random';",
    },
    at: ['src/engine/a.ts:2', 'src/modes/b.ts:1'],
    keeps: {
      'src/base/random.ts': "import seedrandom from 'seedrandom';",
      'src/traffic/draw.ts': "import { randomNormal } from 'd3-random';",
    },
  },
  {
    law: 'Node modules are imported only in cli/, cluster/ and the write*.ts of charts/ and report/',
    check: importLaws.nodeOnlyInShells,
    breaks: {
      'src/engine/a.ts': "import { readFileSync } from 'node:fs';",
      'src/base/b.ts': "\nimport path from 'path';",
      'src/report/html.ts': "import 'node:fs';",
      'src/charts/rewrite.ts': "import 'node:fs';",
    },
    at: ['src/engine/a.ts:1', 'src/base/b.ts:2', 'src/report/html.ts:1', 'src/charts/rewrite.ts:1'],
    keeps: {
      'src/cli/a.ts': "import 'node:fs';",
      'src/cluster/a.ts': "import 'node:os';",
      'src/charts/write.ts': "import 'node:fs';",
      'src/report/writeFiles.ts': "import 'node:fs';",
    },
  },
  {
    law: 'Node globals are used only where Node modules are',
    check: fileLaws.nodeGlobalsOnlyInShells,
    breaks: { 'src/engine/a.ts': '\nif (process.env.DEBUG) f();', 'src/base/b.ts': "Buffer.from('a');" },
    at: ['src/engine/a.ts:2', 'src/base/b.ts:1'],
    keeps: {
      'src/cli/main.ts': 'process.exit(0);',
      'src/engine/a.ts': 'function process(event: Event) {}\nprocess(e);',
    },
  },
  {
    law: 'DOM globals are used only in web/',
    check: fileLaws.domOnlyInWeb,
    breaks: {
      'src/charts/a.ts': "\ndocument.body.append('x');\nconst e: HTMLDivElement = f();",
      'src/base/b.ts': 'if (typeof window === "object") f();',
    },
    at: ['src/charts/a.ts:2', 'src/charts/a.ts:3', 'src/base/b.ts:1'],
    keeps: {
      'src/web/page.tsx': 'document.title = window.name;\nconst d = <div>x</div>;',
      'src/metrics/a.ts': 'const window = 60;\nconst w = { history: a.location, b: window };',
      'src/base/b.ts': 'interface Target { window: number; document?: string }\ntype P = [history: number];',
    },
  },
  {
    law: 'no Math.random anywhere',
    check: fileLaws.noMathRandom,
    breaks: { 'src/traffic/a.ts': '\nMath.random();', 'src/cli/b.ts': "Math['random']();" },
    at: ['src/traffic/a.ts:2', 'src/cli/b.ts:1'],
    keeps: { 'src/base/a.ts': '// Math.random\nMath.floor(stream.random());' },
  },
  {
    law: 'the wall clock is read only in cli/',
    check: fileLaws.noWallClockOutsideCli,
    breaks: {
      'src/engine/a.ts': '\nDate.now();\nnew Date();',
      'src/base/b.ts': 'Temporal.Now.instant();\nconst d = Date();\nconst e = new Date;',
    },
    at: ['src/engine/a.ts:2', 'src/engine/a.ts:3', 'src/base/b.ts:1', 'src/base/b.ts:2', 'src/base/b.ts:3'],
    keeps: { 'src/cli/a.ts': 'Date.now();', 'src/base/a.ts': 'new Date(0); // Date.now()' },
  },
  {
    law: 'no file over 300 lines',
    check: fileLaws.noLongFile,
    breaks: { 'src/base/a.ts': 'x;\n'.repeat(301) },
    at: ['src/base/a.ts:301'],
    keeps: { 'src/base/a.ts': 'x;\n'.repeat(300) },
  },
  {
    law: 'every file opens with one line that says what it is',
    check: fileLaws.opensWithOneLine,
    breaks: {
      'src/base/a.ts': 'export {};',
      'src/base/b.ts': '/* a plain block */',
      'src/base/c.ts': '// eslint-disable-next-line',
      'src/cli/d.ts': '#!/usr/bin/env node\nimport x;',
    },
    at: ['src/base/a.ts:1', 'src/base/b.ts:1', 'src/base/c.ts:1', 'src/cli/d.ts:2'],
    keeps: {
      'src/base/a.ts': '// Units of time.',
      'src/base/b.ts': '/** Units of time. */',
      'src/cli/main.ts': '#!/usr/bin/env node\n// The program.',
    },
  },
  {
    law: 'rooms are known and one level deep',
    check: fileLaws.roomsAreOneLevelDeep,
    breaks: { 'src/engine/queue/heap.ts': '', 'src/utils/a.ts': '', 'src/helpers.ts': '' },
    at: ['src/engine/queue/heap.ts:1', 'src/utils/a.ts:1', 'src/helpers.ts:1'],
    keeps: { 'src/engine/heap.ts': '', 'src/simulate.ts': '', 'src/index.ts': '' },
  },
];

describe('the house keeps the law', () => {
  test.each(cases)('$law', ({ check }) => {
    expect(show(check(house))).toBe('');
  });
});

describe('the law can be broken', () => {
  test.each(cases)('$law', ({ check, breaks, at, keeps }) => {
    const findings = check(parseTree(new Map(Object.entries(breaks))));
    expect(findings.map(({ path, line }) => `${path}:${line}`).sort()).toEqual([...at].sort());
    expect(show(check(parseTree(new Map(Object.entries(keeps)))))).toBe('');
  });

  test('every checker stands in the list of cases', () => {
    const checkers = { ...importLaws, ...fileLaws } as Record<string, unknown>;
    delete checkers['outside'];
    expect(new Set(cases.map(({ check }) => check as unknown))).toEqual(new Set(Object.values(checkers)));
  });
});
