// docs/validation.md as text: what was checked against what, with which result, and what was not.

export interface Part {
  /** As printed: tables in Markdown. */
  readonly text: string;
  readonly passed: boolean;
}

export interface LawFile {
  readonly file: string;
  readonly tests: readonly { readonly name: string; readonly passed: boolean }[];
}

export interface Validation {
  readonly theory: Part;
  readonly coverage: Part;
  readonly laws: readonly LawFile[];
  readonly version: string;
  readonly node: string;
}

export function page({ theory, coverage, laws, version, node }: Validation): string {
  const [values, ...rest] = theory.text.split(/\n(?=\| (?:not expressed|left out) \|)/);
  return [
    '# Validation',
    `Written by \`npm run validate\` with blendsim ${version} on Node ${node}; do not edit. ${result(theory, coverage, laws)}`,
    '## Exact values',
    'Scenarios that queueing theory can solve, run through the whole program (scenario, demand, mode, engine, metrics), against values ' +
      'from closed forms, recursions and Markov chains that share no code with it. A value passes when the simulated mean lies within 3.5 ' +
      'standard errors of the exact one (of some 250 values 0.2 are expected beyond that by chance) **and** the interval is narrow ' +
      'enough to say something. z: distance in standard errors. ±: half-width of the 95 % interval that the tool reports.',
    values ?? '',
    '### Not among them',
    'What the model cannot express, or what is left out of an entry, with the reason.',
    ...rest,
    '## Coverage of intervals',
    'How many of the nominal 95 % intervals hold a known truth; between 93 and 97 % is demanded. The last line is a deliberately wrong ' +
      'interval, which must fail.',
    coverage.text,
    '## Laws',
    'Tests whose names are laws: identities that hold in every run of every mode on the sample scenarios and on random small centres, ' +
      'recursions that the engine must reproduce customer by customer, and what comparisons, searches and workers must never do.',
    ...laws.flatMap(({ file, tests }) => [
      `### ${file}`,
      tests.map(({ name, passed }) => `- ${passed ? 'holds' : '**BROKEN**'}: ${escaped(name)}`).join('\n'),
    ]),
    '## What this does not show',
    NOT_SHOWN.map((sentence) => `- ${sentence}`).join('\n'),
  ].join('\n\n');
}

const NOT_SHOWN = [
  'That a scenario describes your centre. Theory checks the program against the model, not the model against the world: efforts, patience, ' +
    'switching times and slow-down are assumptions until they are measured.',
  'Blended work with all its rules at once. Theory solves its parts (abandonment, priorities, concurrency, returning messages, switching); how they act ' +
    'together is checked by identities, hand-made timelines and recursions only.',
  'The vendor’s own numbers. What reports show is built from the published definitions, not compared with an export of a real installation.',
  'Coverage on your scenario. It is tested on models with a known answer; near saturation, or with fewer than ten replications of a skewed ' +
    'measure, it is lower ([statistics.md](statistics.md), “What is not claimed”).',
  'That `--best` finds the best. It is a search by heuristic; only what it gained over the given settings is measured.',
];

function result(theory: Part, coverage: Part, laws: readonly LawFile[]): string {
  const broken = laws.flatMap(({ tests }) => tests.filter(({ passed }) => !passed)).length;
  const held = laws.flatMap(({ tests }) => tests).length;
  const wrong = [
    ...(theory.passed ? [] : [failedValues(theory.text)]),
    ...(coverage.passed ? [] : ['coverage']),
    ...(broken === 0 && held > 0 ? [] : ['laws']),
  ];
  return wrong.length === 0 ? 'Everything passed.' : `**Not everything passed: ${wrong.join(', ')}.**`;
}

/** A value that is off is one thing, an interval a little wider than demanded another. */
function failedValues(table: string): string {
  const count = (says: string): number => table.split(`| ${says} |`).length - 1;
  const off = count('FAIL');
  const short = count('FAIL: too short');
  return `${off} exact values are off, ${short} agree with an interval wider than demanded`;
}

/** A name is text, not Markdown. */
function escaped(name: string): string {
  return name.replaceAll(/([\\`*_[\]<>|])/g, String.raw`\$1`);
}
