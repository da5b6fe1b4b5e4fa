/** What a mode's file must hold: the engine's questions answered, and a schema for its settings in a scenario file. */
import type * as z from 'zod';
import type { Mode } from '../engine/mode.js';
import type { ModeProblem } from '../scenario/schema.js';
import type { Scenario } from '../scenario/types.js';

/** A setting that can be searched for its best value. */
export interface Dial {
  /** Its key in the mode's settings. */
  readonly setting: string;
  /** Proved values, as settings hold them; in their order, if they have one. */
  readonly values: readonly unknown[];
  readonly ordered: boolean;
  /** The value as a scenario file says it: `60%`, `{ people: 31 }`. */
  readonly words: (value: unknown) => string;
}

export interface ModeDefinition extends Mode {
  /** Reads and checks the settings; an empty section must be good. */
  readonly settings: z.ZodType;
  /** Checks against the whole scenario; paths are relative to the settings. */
  readonly check?: (scenario: Scenario, settings: unknown) => readonly ModeProblem[];
  /** Its people serve both channels at once, who in the mode named here are apart: what is that worth, and what does it cost? */
  readonly pools?: { readonly against: string };
  /** Which settings can be searched, the one that matters most first; values that `check` refuses are passed over. */
  readonly tunable?: (scenario: Scenario) => readonly Dial[];
}

/** Ties the settings' type to their schema; from outside a mode takes whatever its own schema has proved. */
export function defineMode<Schema extends z.ZodType>(mode: {
  readonly name: string;
  readonly summary: string;
  readonly settings: Schema;
  readonly plan: (scenario: Scenario, settings: z.output<Schema>) => ReturnType<Mode['plan']>;
  readonly check?: (scenario: Scenario, settings: z.output<Schema>) => readonly ModeProblem[];
  readonly pools?: ModeDefinition['pools'];
  readonly tunable?: ModeDefinition['tunable'];
}): ModeDefinition {
  return mode as ModeDefinition;
}
