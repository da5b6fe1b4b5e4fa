/** The JSON Schema for editors: every field is explained, and what it refuses is refused by the parser too. */
import { describe, expect, it } from 'vitest';
import { scenarioJsonSchema } from '../../src/scenario/schema.js';
import { TEST_MODES } from './modes.js';

type Json = Readonly<Record<string, unknown>>;

/** Fields without words: `properties` entries that neither have a description nor refer to something that has. */
function unexplained(node: unknown, path: string): readonly string[] {
  if (Array.isArray(node)) return node.flatMap((item, index) => unexplained(item, `${path}[${index}]`));
  if (typeof node !== 'object' || node === null) return [];
  const { properties = {}, ...rest } = node as Json & {
    readonly properties?: Readonly<Record<string, Json>>;
  };
  const here = Object.entries(properties).flatMap(([key, field]) => [
    ...(field['description'] === undefined && field['$ref'] === undefined ? [`${path}.${key}`] : []),
    ...unexplained(field, `${path}.${key}`),
  ]);
  return [...here, ...Object.entries(rest).flatMap(([key, value]) => unexplained(value, `${path}/${key}`))];
}

describe('scenarioJsonSchema', () => {
  const schema = scenarioJsonSchema(TEST_MODES);

  it('explains every field but the modes’ own', () => {
    expect(unexplained(schema, '').filter((path) => !path.startsWith('.modes'))).toEqual([]);
  });

  it('allows no unknown field anywhere', () => {
    const open = JSON.stringify(schema).match(/"type":"object"/g)!.length;
    const closed = JSON.stringify(schema).match(/"additionalProperties":false/g)!.length;
    expect(closed).toBe(open);
  });

  it('knows the modes it was given', () => {
    expect(
      Object.keys((schema['properties'] as Record<string, { properties: Json }>)['modes']!.properties),
    ).toEqual(['dedicated', 'blended']);
  });
});
