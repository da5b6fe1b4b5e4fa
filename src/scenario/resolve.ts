/** A well-formed scenario → the resolved one, with a note on every value and findings on what does not fit together. */
import * as z from 'zod';
import { createCalendar } from '../base/calendar.js';
import { formatDuration } from '../base/format.js';
import { CsvFiles, type ReadFile } from './csv.js';
import { GENERAL, MODES_WHY, STREAM } from './defaults.js';
import type { Findings } from './findings.js';
import type { Span } from './opening.js';
import { Notes } from './provenance.js';
import { resolvePeople, type WorkedPattern } from './resolvePeople.js';
import { resolveCapacity, resolveCaps, resolveTargets, resolveWork } from './resolveRules.js';
import { resolveTraffic } from './resolveTraffic.js';
import type { ModeSchema, ModeSchemas, Written } from './schema.js';
import type { ModeRequest, Scenario } from './types.js';

export interface Resolved {
  readonly scenario: Scenario;
  readonly notes: Notes;
  /** Opening hours of each stream. */
  readonly openings: readonly (readonly Span[])[];
  readonly patterns: readonly WorkedPattern[];
}

/** The modes section as plain values, before any schema. */
export type RawModes = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Fills in every default. */
export function resolveScenario(
  written: Written,
  rawModes: RawModes,
  modes: ModeSchemas,
  readFile: ReadFile,
  findings: Findings,
): Resolved {
  const notes = new Notes();
  notes.note(['name'], written.name, null);
  if (written.question !== undefined) notes.note(['question'], written.question, null);
  const start = notes.pick(['start'], written.start, GENERAL.start, String);
  const days = notes.pick(['days'], written.days, GENERAL.days, String);
  const timezone = notes.pick(['timezone'], written.timezone, GENERAL.timezone, String);
  const interval = notes.pick(['interval'], written.interval, GENERAL.interval, formatDuration);
  const seed = written.seed === undefined ? undefined : String(written.seed);
  const calendar = createCalendar(start, days, timezone, interval);
  const context = { calendar, findings, notes, files: new CsvFiles(readFile, findings) };

  const head = {
    name: written.name,
    ...(written.question === undefined ? {} : { question: written.question }),
    seed: notes.pick(['seed'], seed, GENERAL.seed, String),
    replications: notes.pick(['replications'], written.replications, GENERAL.replications, String),
    calendar: calendar.tables,
    warmUp: notes.pick(['warmUp'], written.warmUp, GENERAL.warmUp, formatDuration),
    targets: resolveTargets(notes, written.targets),
  };
  const { streams, busyness, openings } = resolveTraffic(context, written.traffic);
  const skills = [...new Set(written.traffic.map(({ skill = STREAM.skill.value }) => skill))];
  const caps = resolveCaps(notes, written.capacity);
  const { people, patterns } = resolvePeople(context, written.people, { skills, caps });
  const scenario: Scenario = {
    ...head,
    busyness,
    streams,
    people,
    capacity: resolveCapacity(notes, written.capacity),
    work: resolveWork(notes, written.work),
    modes: resolveModes(notes, written.modes, rawModes, modes),
  };
  return { scenario, notes, openings, patterns };
}

/** The candidates in the order written; all modes that need no settings when none is written. */
function resolveModes(
  notes: Notes,
  written: Written['modes'],
  raw: RawModes,
  modes: ModeSchemas,
): readonly ModeRequest[] {
  if (written !== undefined) {
    return Object.keys(raw).map((name) => {
      notes.note(['modes', name], 'asked for', null);
      noteSettings(notes, name, { raw: raw[name] ?? {}, parsed: written[name], schema: modes.get(name) });
      return { name, settings: written[name] };
    });
  }
  const requests: ModeRequest[] = [];
  for (const [name, schema] of modes) {
    const { settings } = schema;
    const parsed = settings.safeParse({});
    if (!parsed.success) continue;
    notes.note(['modes', name], 'asked for', MODES_WHY);
    noteSettings(notes, name, { raw: {}, parsed: parsed.data, schema });
    requests.push({ name, settings: parsed.data });
  }
  return requests;
}

interface ModeSettings {
  readonly raw: Readonly<Record<string, unknown>>;
  readonly parsed: unknown;
  readonly schema: ModeSchema | undefined;
}

/** Written settings in the file's own words, the others as the mode's schema filled them in. */
function noteSettings(notes: Notes, mode: string, { raw, parsed, schema }: ModeSettings): void {
  for (const [key, value] of Object.entries(raw)) notes.note(['modes', mode, key], settingWords(value), null);
  for (const [key, value] of Object.entries(parsed ?? {})) {
    if (value === undefined || key in raw) continue;
    const words = settingWords(writtenDefault(schema, key) ?? value);
    notes.note(['modes', mode, key], words, 'the mode’s own');
  }
}

function settingWords(value: unknown): string {
  if (Array.isArray(value) && value.length === 0) return 'none';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** A default that a mode writes as a file would, `4h`: what the schema makes of it, 14400, says nothing to a planner. */
function writtenDefault(schema: ModeSchema | undefined, key: string): unknown {
  const { settings } = schema ?? {};
  const field: unknown = settings instanceof z.ZodObject ? settings.shape[key] : undefined;
  return field instanceof z.ZodPrefault ? field.def.defaultValue : undefined;
}
