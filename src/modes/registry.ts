/** The modes that exist, in the order tables show them. A new one is a file and a line here. */
import { blended } from './blended.js';
import { dedicated } from './dedicated.js';
import type { ModeDefinition } from './definition.js';
import { messagingOnly } from './messagingOnly.js';
import { perShift } from './perShift.js';

export const MODES: readonly ModeDefinition[] = [dedicated, perShift, blended, messagingOnly];

/** By name, as scenario files call them. */
export const MODES_BY_NAME: ReadonlyMap<string, ModeDefinition> = new Map(
  MODES.map((mode) => [mode.name, mode]),
);
