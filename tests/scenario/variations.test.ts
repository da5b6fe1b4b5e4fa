// Paths as a planner types them, and what setting a value does: exactly what writing it in the file would do.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { MODES_BY_NAME } from '../../src/modes/registry.js';
import { readDocument } from '../../src/scenario/document.js';
import { FieldTree } from '../../src/scenario/fieldTree.js';
import { findPath } from '../../src/scenario/findPath.js';
import { pathText } from '../../src/scenario/findings.js';
import { parseScenario } from '../../src/scenario/parse.js';
import { scenarioJsonSchema } from '../../src/scenario/schema.js';
import type { Scenario } from '../../src/scenario/types.js';
import { Variations } from '../../src/scenario/variations.js';
import { SAMPLES } from '../support/samples.js';

const textOf = (file: string): string =>
  readFileSync(new URL(`../../scenarios/${file}`, import.meta.url), 'utf8');
const options = { modes: MODES_BY_NAME, readFile: textOf };
const tree = new FieldTree(scenarioJsonSchema(MODES_BY_NAME));

const SHARED = `
name: Shared
traffic:
  - { name: chats, channel: chat, volume: { perDay: 20 }, conversation: &talk { exchanges: { mean: 3 }, effort: 30s } }
  - { name: sales.de, channel: chat, volume: { perDay: 20 }, conversation: { <<: *talk, patience: 2m } }
people:
  - { group: early, count: 3, shifts: &day [{ start: 08:00, length: 8h }] }
  - { group: late, count: 3, shifts: *day }
modes:
  blended:
`;
const shared = new Variations(SHARED, options);

function changed(path: string, text: string, variations = shared): Scenario {
  const found = variations.find(path);
  if (!('path' in found)) throw new Error(found.message);
  const result = variations.with([{ path: found.path, text }]);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

function written(text: string): Scenario {
  const result = parseScenario(text, options);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

test.each(SAMPLES)('every path of %s leads to itself', (sample) => {
  const { value } = readDocument(textOf(`${sample}.yaml`), undefined);
  const paths = [...tree.paths(value)];
  expect(paths.length).toBeGreaterThan(300);
  for (const path of paths) expect(findPath(pathText(path), value, tree)).toEqual({ path });
});

test('an item of a list is found by its number or by its name', () => {
  const path = ['people', 1, 'count'];
  for (const text of ['people[1].count', 'people.late.count']) expect(shared.find(text)).toEqual({ path });
  expect(shared.find('traffic.chats.volume.perDay')).toEqual({ path: ['traffic', 0, 'volume', 'perDay'] });
});

test.each([
  ['capcity.chat.max', 'did you mean capacity.chat.max?'],
  ['people.early.capsChat', 'did you mean people.early.caps.chat?'],
  ['switching.betweenWorkspaces', 'did you mean work.switching.betweenWorkspaces?'],
  ['blocks', 'did you mean modes.per-shift.blocks?'],
  ['people.erly.count', 'did you mean "early"?'],
  ['people[2].count', 'they count from 0: early, late'],
  ['traffic.chats.conversation.effort.mean', 'set it as a whole: traffic.chats.conversation.effort=…'],
  ['volume[1].perDay', 'did you mean traffic'],
  ['frobnicate', 'a path begins with one of: name,'],
  ['people..count', 'write fields with dots between'],
])('%s: %s', (path, hint) => {
  expect((shared.find(path) as { readonly hint: string }).hint).toContain(hint);
});

describe('setting a value is writing it in the file', () => {
  test.each([
    ['people.late.count', '5', SHARED.replace('late, count: 3', 'late, count: 5')],
    ['capacity.chat.max', '2', `${SHARED}\ncapacity: { chat: { max: 2 } }`],
    ['modes.blended', '{}', SHARED],
    ['modes.per-shift.blocks', '2h', `${SHARED}  per-shift: { blocks: 2h }`],
    [
      'traffic.chats.conversation.effort',
      '{ mean: 40s, cv: 0.8 }',
      SHARED.replace('effort: 30s', 'effort: { mean: 40s, cv: 0.8 }'),
    ],
    [
      'targets.chat.firstResponse',
      '80% in 90s',
      `${SHARED}\ntargets: { chat: { firstResponse: 80% in 90s } }`,
    ],
    [
      'traffic[1].open',
      '"09:00-12:00, 13:00-17:00"',
      SHARED.replace('sales.de, channel', 'sales.de, open: "09:00-12:00, 13:00-17:00", channel'),
    ],
  ])('%s=%s', (path, text, file) => {
    const asWritten = written(file);
    // What is merged from an anchor stays as it was: the change is made in one place.
    const expected = path.startsWith('traffic.chats.conversation')
      ? { ...asWritten, streams: [asWritten.streams[0], written(SHARED).streams[1]] }
      : asWritten;
    expect(changed(path, text)).toEqual(expected);
  });

  test('what an anchor shares is changed in one place only', () => {
    const { people } = changed('people.late.shifts[0].start', '12:00');
    const starts = people.map(({ shifts }) => (shifts[0]?.start ?? 0) / 3600);
    expect(starts).toEqual([8, 8, 8, 12, 12, 12]);
  });

  test("a bad value is told in the schema's own words, without a place in a text that the file does not have", () => {
    const found = shared.find('capacity.chat.max');
    if (!('path' in found)) throw new Error(found.message);
    for (const text of ['0', 'two', '[1'])
      expect(shared.with([{ path: found.path, text }])).toMatchSnapshot();
  });
});
