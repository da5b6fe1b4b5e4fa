/** What a mode's file must hold: the engine's questions answered, and a schema for its settings in a scenario file. */
import type * as z from 'zod';
import type { Mode } from '../engine/mode.js';
import type { ModeProblem } from '../scenario/schema.js';
import type { Scenario } from '../scenario/types.js';

export interface ModeDefinition extends Mode {
  /** Reads and checks the settings; an empty section must be good. */
  readonly settings: z.ZodType;
  /** Checks against the whole scenario; paths are relative to the settings. */
  readonly check?: (scenario: Scenario, settings: unknown) => readonly ModeProblem[];
  /** Its people serve both channels at once, who in the mode named here are apart: what is that worth, and what does it cost? */
  readonly pools?: { readonly against: string };
}

/** Ties the settings' type to their schema; from outside a mode takes whatever its own schema has proved. */
export function defineMode<Schema extends z.ZodType>(mode: {
  readonly name: string;
  readonly summary: string;
  readonly settings: Schema;
  readonly plan: (scenario: Scenario, settings: z.output<Schema>) => ReturnType<Mode['plan']>;
  readonly check?: (scenario: Scenario, settings: z.output<Schema>) => readonly ModeProblem[];
  readonly pools?: ModeDefinition['pools'];
}): ModeDefinition {
  return mode as ModeDefinition;
}
