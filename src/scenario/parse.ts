/** A scenario's text → a Scenario, or all problems at once, each with its place in the text. */
import { fail, ok, type Problem, type Result } from '../base/result.js';
import { checkScenario } from './check.js';
import type { ReadFile } from './csv.js';
import { readDocument, type SourceDocument } from './document.js';
import { byPlace, Findings } from './findings.js';
import { findingsFrom, issueWords, mend } from './issues.js';
import type { Provenance } from './provenance.js';
import { resolveScenario, type RawModes } from './resolve.js';
import { scenarioSchema, type ModeSchemas, type Written } from './schema.js';
import type { Scenario } from './types.js';

export interface ParseOptions {
  /** File name to show in problems. */
  readonly file?: string;
  /** Reads a file named in the scenario, relative to it; without it no CSV can be used. */
  readonly readFile?: ReadFile;
  /** The modes that exist, by name, with the schemas of their settings. */
  readonly modes: ModeSchemas;
  /** Those of them that are to be played: what is wrong with another's settings is a warning. Default: all. */
  readonly played?: readonly string[] | undefined;
}

type Modes = Pick<ParseOptions, 'modes' | 'played'>;

/** A scenario with the origin of each of its values, in the order of the file's fields. */
export interface ExplainedScenario {
  readonly scenario: Scenario;
  readonly provenance: readonly Provenance[];
}

/** Reads YAML or JSON. Never throws on bad input. */
export function parseScenario(text: string, options: ParseOptions): Result<Scenario> {
  const result = explainScenario(text, options);
  return result.ok ? ok(result.value.scenario, result.warnings) : result;
}

/** Like `parseScenario`, and says where each value came from. */
export function explainScenario(text: string, options: ParseOptions): Result<ExplainedScenario> {
  const { file, modes, played, readFile = () => undefined } = options;
  const document = readDocument(text, file);
  const findings = new Findings();
  const inOrder = (): readonly Problem[] =>
    [...document.problems, ...findings.placed(document, file)].sort(byPlace(file));
  const read = readWritten(document, options, findings);
  if (read === null) return fail(inOrder());

  const resolved = resolveScenario(read.written, read.rawModes, modes, readFile, findings);
  checkScenario(read.written, resolved, { modes, played }, findings);
  if (findings.failed || document.problems.some(({ severity }) => severity === 'error'))
    return fail(inOrder());
  const { scenario, notes } = resolved;
  return ok(
    {
      scenario,
      // Most who read a scenario never ask, and each value has to be found in the text again.
      get provenance() {
        return notes.provenance(document);
      },
    },
    inOrder(),
  );
}

const LOOK = { error: issueWords, reportInput: true } as const;

interface Read {
  readonly written: Written;
  readonly rawModes: RawModes;
}

/** The document's values, proved by the schema; null, with findings, when they are not well formed. */
function readWritten(document: SourceDocument, options: Modes, findings: Findings): Read | null {
  const { value } = document;
  if (value === undefined) return null;
  if (value === null) {
    findings.error([], 'the file is empty', '`blendsim init` writes a scenario to start from');
    return null;
  }
  const rawModes = withoutIdle(modesIn(value), options, findings);
  const whole = rawModes === null ? value : { ...value, modes: rawModes };
  const schema = scenarioSchema(options.modes);
  const parsed = schema.safeParse(whole, LOOK);
  if (parsed.success) return { written: parsed.data, rawModes: rawModes ?? {} };
  for (const finding of findingsFrom(parsed.error.issues)) findings.add(finding);
  if (mend(whole, parsed.error.issues)) {
    const more = schema.safeParse(whole, LOOK).error?.issues ?? [];
    for (const finding of findingsFrom(more)) findings.add(finding);
  }
  return null;
}

/** The modes section, a mode without settings having empty ones; null when there is none. */
function modesIn(value: unknown): RawModes | null {
  const section: unknown =
    typeof value === 'object' && value !== null && 'modes' in value ? value.modes : null;
  if (typeof section !== 'object' || section === null || Array.isArray(section)) return null;
  return Object.fromEntries(
    Object.entries(section).map(([name, settings]) => [name, (settings ?? {}) as RawModes[string]]),
  );
}

/** A mode that is not to be played and whose settings are not well formed is left out, with a warning. */
function withoutIdle(raw: RawModes | null, { modes, played }: Modes, findings: Findings): RawModes | null {
  if (raw === null || played === undefined) return raw;
  const kept = Object.entries(raw).filter(([name, settings]) => {
    const issues = played.includes(name)
      ? []
      : (modes.get(name)?.settings.safeParse(settings, LOOK).error?.issues ?? []);
    for (const { path, ...finding } of findingsFrom(issues))
      findings.add({ ...finding, severity: 'warning', path: ['modes', name, ...path] });
    return issues.length === 0;
  });
  return Object.fromEntries(kept);
}
