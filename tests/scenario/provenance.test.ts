/** Every field that a file may leave out has a line in `explain`, with its default and where that comes from. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { duration } from '../../src/base/fields.js';
import { explainScenario } from '../../src/scenario/parse.js';
import { scenarioJsonSchema } from '../../src/scenario/schema.js';
import { TEST_MODES } from './modes.js';
import { CHAT, explain, PEOPLE } from './read.js';

type Json = Readonly<Record<string, unknown>>;

/** Fields whose absence says nothing about the simulation, or that another field decides. */
const SILENT = new Set(['$schema', 'question', 'people[0].names']);

/** Fields with several forms, whose parts are noted as the form needs them. */
const FORMS = new Set(['open', 'volume', 'busyness', 'backlog', 'asMessaging', 'affinity', 'silentLeavers']);

const schema = scenarioJsonSchema(TEST_MODES);
const defs = schema['$defs'] as Readonly<Record<string, Json>>;

function resolved(node: Json): Json {
  const { $ref } = node as { readonly $ref?: string };
  return $ref === undefined ? node : defs[$ref.split('/').at(-1)!]!;
}

/** The fields of a node, or of the form of it that has fields; a law has none of its own here. */
function fieldsOf(node: Json): Readonly<Record<string, Json>> {
  const forms = [node, ...((node['anyOf'] ?? []) as readonly Json[]).map(resolved)];
  const found = (forms.find(({ properties }) => properties !== undefined)?.['properties'] ?? {}) as Readonly<
    Record<string, Json>
  >;
  return 'law' in found ? {} : found;
}

/** Paths of all fields of a scenario with one chat stream, one messaging stream and one group. */
function leaves(node: Json, path: string): readonly string[] {
  const whole = resolved(node);
  if (path === 'traffic') {
    return [leaves(defs['ChatStream']!, 'traffic[0]'), leaves(defs['MessagingStream']!, 'traffic[1]')].flat();
  }
  if (path === 'people') return leaves(whole['items'] as Json, 'people[0]');
  const fields = FORMS.has(path.split('.').at(-1)!) ? [] : Object.entries(fieldsOf(whole));
  if (fields.length === 0) return [path];
  return fields.flatMap(([key, field]) => leaves(field, path === '' ? key : `${path}.${key}`));
}

describe('provenance', () => {
  const text = readFileSync(join(import.meta.dirname, 'smallest.yaml'), 'utf8');
  const result = explainScenario(text, { modes: TEST_MODES });
  if (!result.ok) throw new Error('the smallest file is bad');
  const { provenance } = result.value;

  it('has a line for every field of the schema', () => {
    const told = provenance.map(({ path }) => path);
    const untold = leaves(schema, '').filter(
      (path) =>
        !SILENT.has(path) &&
        !told.some((one) => one === path || one.startsWith(`${path}.`) || one.startsWith(`${path}[`)),
    );
    expect(untold).toEqual([]);
  });

  it('names the line of what is written, and a reason for what is not', () => {
    const of = (path: string) => provenance.find((one) => one.path === path);
    expect(of('traffic[0].open')).toEqual({
      path: 'traffic[0].open',
      value: '08:00-20:00',
      source: 'line 5',
    });
    expect(of('traffic[0].conversation.effort')).toMatchObject({ value: 'lognormal, mean 40s, cv 0.8' });
    expect(of('capacity.messaging.max')).toMatchObject({
      value: '10',
      source: 'default: assumption; vendor samples: 4, 20',
    });
    for (const { source } of provenance) expect(source).toMatch(/^(line \d+|default: .+)$/);
  });

  it('names a path once', () => {
    const paths = provenance.map(({ path }) => path);
    expect(paths.filter((path, index) => paths.indexOf(path) !== index)).toEqual([]);
  });

  it('goes section by section', () => {
    const sections = provenance.map(({ path }) => path.split(/[.[]/)[0]);
    expect(sections.filter((section, index) => section !== sections[index - 1])).toEqual([
      ...new Set(sections),
    ]);
  });

  it('says how many people work each shift of a list, and whether the file dealt them so', () => {
    const dealt = (first: string, second: string): readonly string[] => {
      const shifts = `[{ start: 08:00, length: 8h${first} }, { start: 12:00, length: 8h${second} }]`;
      return explain([CHAT, `people: [{ group: service, count: 12, shifts: ${shifts} }]`])
        .provenance.filter(({ path }) => /shifts\[\d\]\.(count|share)$/.test(path))
        .map(({ path, value, source }) => `${path.replace(/.*\./, '')} ${value}, ${source}`);
    };
    expect(dealt('', '')).toEqual(Array(2).fill('count 6 of 12 people, default: equal parts'));
    expect(dealt(', count: 8', ', count: 4')).toEqual([
      'count 8 of 12 people, line 3',
      'count 4 of 12 people, line 3',
    ]);
    expect(dealt(', share: 70%', ', share: 30%')).toEqual([
      'share 70%: 8 of 12 people, line 3',
      'share 30%: 4 of 12 people, line 3',
    ]);
    const alone = explain([
      CHAT,
      'people: [{ group: service, count: 12, shifts: [{ start: 08:00, length: 8h }] }]',
    ]);
    expect(alone.provenance.filter(({ value }) => value.includes('of 12 people'))).toEqual([]);
  });

  it('shows a mode’s settings: the file’s words, and the mode’s own defaults', () => {
    const found = explain([CHAT, PEOPLE, 'modes: { dedicated: {}, blended: }']).provenance;
    expect(found.filter(({ path }) => path.startsWith('modes'))).toEqual([
      { path: 'modes.dedicated', value: 'asked for', source: 'line 4' },
      { path: 'modes.dedicated.chat', value: 'auto', source: 'default: the mode’s own' },
      { path: 'modes.blended', value: 'asked for', source: 'line 4' },
    ]);
  });

  it('shows the defaults of a mode as the file would write them', () => {
    const settings = z.strictObject({
      blocks: duration().prefault('4h'),
      table: z.array(z.string()).default([]),
    });
    const result = explainScenario(['name: Test', CHAT, PEOPLE, 'modes: { rota: {} }'].join('\n'), {
      modes: new Map([['rota', { settings }]]),
    });
    const told = result.ok ? result.value.provenance : [];
    expect(told.filter(({ path }) => path.startsWith('modes.rota.'))).toEqual([
      { path: 'modes.rota.blocks', value: '4h', source: 'default: the mode’s own' },
      { path: 'modes.rota.table', value: 'none', source: 'default: the mode’s own' },
    ]);
  });
});
