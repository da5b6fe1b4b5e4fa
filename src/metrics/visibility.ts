/** How much of one person's work for conversations each report row accounts for. */
import type { Share } from '../base/units.js';
import { CHANNELS, type ByChannel } from '../scenario/types.js';
import type { FamilyRow } from './familyRows.js';

export interface Visibility {
  /** Rows with activity. */
  readonly rows: number;
  /** The part that the fullest row of each family accounts for; null without work. */
  readonly byFamily: ByChannel<Share | null>;
  /** The larger of the two. */
  readonly share: Share | null;
  /** Inverse Simpson: 1 ÷ Σ share². */
  readonly effectiveRows: number | null;
}

/** `rows` of one person. Changing logins is in no row and not counted as work here. */
export function visibility(rows: readonly FamilyRow[]): Visibility {
  const worked = rows.reduce((sum, row) => sum + row.workedSeconds, 0);
  const fullest = (of: readonly FamilyRow[]): Share | null =>
    worked > 0 ? Math.max(0, ...of.map((row) => row.workedSeconds)) / worked : null;
  const [chat, messaging] = CHANNELS.map((_, channel) =>
    fullest(rows.filter((row) => row.channel === channel)),
  );
  return {
    rows: rows.filter(({ active }) => active).length,
    byFamily: { chat: chat!, messaging: messaging! },
    share: fullest(rows),
    effectiveRows:
      worked > 0 ? 1 / rows.reduce((sum, row) => sum + (row.workedSeconds / worked) ** 2, 0) : null,
  };
}
