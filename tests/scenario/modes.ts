/** Two made-up modes for tests of the scenario room, which must not know the real ones. */
import * as z from 'zod';
import { share } from '../../src/base/fields.js';
import type { ModeSchema, ModeSchemas } from '../../src/scenario/schema.js';

const dedicated = z.strictObject({ chat: z.union([z.literal('auto'), share()]).prefault('auto') });

export const TEST_MODES: ModeSchemas = new Map<string, ModeSchema>([
  [
    'dedicated',
    {
      settings: dedicated,
      check: (_, settings) =>
        dedicated.safeParse(settings).data?.chat === 0
          ? [{ path: ['chat'], message: 'nobody is left for live chat', hint: 'raise the share' }]
          : [],
    },
  ],
  ['blended', { settings: z.strictObject({}) }],
]);
