/** Which fields a scenario may have, read off its JSON Schema: what can stand at a path, written there or not. */
import type { Path } from './document.js';

/** The part of JSON Schema that ours uses. */
interface Schema {
  readonly $ref?: string;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly type?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

/** What may stand at one place: the forms it can have. */
export type Forms = readonly Schema[];

export class FieldTree {
  readonly root: Forms;

  constructor(private readonly schema: Schema) {
    this.root = this.forms(schema);
  }

  /** Names of the fields that a group of fields has here. */
  keys(forms: Forms): string[] {
    return [...new Set(forms.flatMap(({ properties = {} }) => Object.keys(properties)))];
  }

  field(forms: Forms, key: string): Forms {
    return forms.flatMap(({ properties = {} }) => {
      const found = properties[key];
      return found === undefined ? [] : this.forms(found);
    });
  }

  items(forms: Forms): Forms {
    return forms.flatMap(({ items }) => (items === undefined ? [] : this.forms(items)));
  }

  /** Every path that can be set, given what is written: lists by the items they have, and nothing inside a text. Not `$schema`. */
  *paths(value: unknown, forms: Forms = this.root, before: Path = []): Generator<Path> {
    const isGroupOnly = forms.every(({ properties }) => properties !== undefined);
    if (before.length > 0 && !isGroupOnly) yield before;
    if (Array.isArray(value)) {
      const items = this.items(forms);
      for (const [index, item] of value.entries()) yield* this.paths(item, items, [...before, index]);
      return;
    }
    if (value !== undefined && typeof value !== 'object') return;
    for (const key of this.keys(forms)) {
      if (key === '$schema') continue;
      const inside = (value as Readonly<Record<string, unknown>> | null | undefined)?.[key];
      yield* this.paths(inside, this.field(forms, key), [...before, key]);
    }
  }

  private forms(schema: Schema): Forms {
    if (schema.$ref !== undefined) {
      const target = this.schema.$defs?.[schema.$ref.replace('#/$defs/', '')];
      return target === undefined ? [] : this.forms(target);
    }
    const choices = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
    return choices.length === 0 ? [schema] : choices.flatMap((choice) => this.forms(choice));
  }
}
