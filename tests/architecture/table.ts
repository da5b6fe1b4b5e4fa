// The law on the shape of src/: which room may import which, and every named exception. Change the architecture here.

/** Room → what its files may import (itself always). The two root files stand in the same table. */
export const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  base: [],
  scenario: ['base'],
  traffic: ['base', 'scenario'],
  engine: ['base', 'scenario', 'traffic'],
  modes: ['base', 'scenario', 'traffic', 'engine'],
  metrics: ['base', 'scenario', 'traffic', 'engine'],
  'simulate.ts': ['base', 'scenario', 'traffic', 'engine', 'modes', 'metrics'],
  analysis: ['base', 'scenario', 'traffic', 'engine', 'modes', 'metrics'],
  baseline: ['base', 'scenario', 'metrics', 'analysis'],
  charts: ['base', 'scenario', 'metrics', 'analysis', 'baseline'],
  // engine: the logs listen to it as observers, and the set-up sheet reads its plan.
  report: ['base', 'scenario', 'engine', 'metrics', 'analysis', 'baseline', 'charts'],
  cluster: ['base', 'scenario', 'traffic', 'engine', 'modes', 'metrics', 'simulate.ts', 'analysis'],
  // web: reportScripts.ts reads the page's own script and runs none of it.
  cli: [
    ...['base', 'scenario', 'traffic', 'engine', 'modes', 'metrics', 'simulate.ts'],
    ...['analysis', 'baseline', 'charts', 'report', 'cluster', 'web'],
  ],
  web: [
    ...['base', 'scenario', 'traffic', 'engine', 'modes', 'metrics', 'simulate.ts'],
    ...['analysis', 'baseline', 'charts', 'report'],
  ],
  'index.ts': [
    ...['base', 'scenario', 'traffic', 'engine', 'modes', 'metrics', 'simulate.ts'],
    ...['analysis', 'baseline', 'charts', 'report', 'cluster'],
  ],
};

/** Where the program starts: every other file must be reached from one of these. */
export const ENTRIES: readonly string[] = [
  ...['src/index.ts', 'src/cli/main.ts', 'src/cli/launch.ts', 'src/cluster/worker.ts'],
  // The page's own script, which report.html carries as text.
  'src/web/report.js',
];

export const MODE_NAMES: readonly string[] = ['dedicated', 'per-shift', 'blended', 'messaging-only'];

/** Packages that make random numbers. */
export const RANDOM_PACKAGES: readonly string[] = ['seedrandom', 'd3-random'];

export const MAX_LINES = 300;

/** A path is a room ("src/engine/"), a file, or a pattern: `*` stands for anything but a slash. */
export interface Place {
  readonly path: string;
  readonly why: string;
}

/** Where each thing is allowed. An exception is one more line, with the reason. */
export const ALLOWED = {
  modeNames: [
    { path: 'src/modes/', why: 'the room that knows the modes' },
    {
      path: 'src/scenario/resolveRules.ts',
      why: "a section of the scenario file's `capacity:` has a mode's name",
    },
  ],
  randomPackages: [
    { path: 'src/base/', why: 'makes the random streams and distributions' },
    { path: 'src/traffic/', why: 'draws from them' },
  ],
  node: [
    { path: 'src/cli/', why: 'a Node program' },
    { path: 'src/cluster/', why: 'threads and machines' },
    { path: 'src/charts/write*.ts', why: 'the one file of the room that writes' },
    { path: 'src/report/write*.ts', why: 'the one file of the room that writes' },
  ],
  dom: [{ path: 'src/web/', why: 'the page' }],
  wallClock: [{ path: 'src/cli/', why: 'tells the user how long a run took' }],
} satisfies Record<string, readonly Place[]>;
