/** A rota of blocks: which channel a person is on when, so that at any time about the wished share of people is on chat. */
import { MINUTE, type Seconds, type Share } from '../base/units.js';
import type { Channel, Shift } from '../scenario/types.js';

export interface Stretch {
  readonly channel: Channel;
  readonly start: Seconds;
  readonly end: Seconds;
}

export interface Alternation {
  readonly chatShare: Share;
  /** Average length of a block. */
  readonly blocks: Seconds;
  /** Changes of login are spread over the block; else all people of a class change together. */
  readonly stagger: boolean;
  /** The person's place among those who share the rota, from 0 to below 1. */
  readonly place: number;
  /** Counts the person's shifts, so that nobody begins each day with the same channel. */
  readonly turn: number;
}

/** Changes of login fall on whole multiples of this, counted from the shift's start. */
const GRID: Seconds = 5 * MINUTE;
/** Nobody changes logins for less. */
const SHORTEST: Seconds = 30 * MINUTE;

/** The person is on chat while their phase, which runs round once in two blocks, is below the share. */
export function alternate(shift: Shift, rota: Alternation): Stretch[] {
  const length = shift.end - shift.start;
  const step = rota.stagger ? GRID : rota.blocks;
  const channelAt = (offset: Seconds): Channel => {
    const turned = rota.stagger
      ? rota.place + rota.turn / 2 + offset / (2 * rota.blocks)
      : rota.place + (rota.turn + Math.round(offset / rota.blocks)) * rota.chatShare;
    const phase = turned - Math.floor(turned + 1e-9);
    return phase + 1e-9 < rota.chatShare ? 'chat' : 'messaging';
  };
  const stretches: Stretch[] = [];
  for (let offset = 0; offset < length; offset += step) {
    const channel = channelAt(offset);
    const end = shift.start + Math.min(length, offset + step);
    const last = stretches.at(-1);
    if (last?.channel === channel) stretches[stretches.length - 1] = { ...last, end };
    else stretches.push({ channel, start: shift.start + offset, end });
  }
  return withoutSlivers(stretches, Math.min(SHORTEST, rota.blocks / 2));
}

/** Stretches too short to change logins for go to the one before, or at the shift's start to the one after. */
function withoutSlivers(stretches: readonly Stretch[], shortest: Seconds): Stretch[] {
  const kept: Stretch[] = [];
  let from: Seconds | null = null;
  for (const stretch of stretches) {
    const start: Seconds = from ?? stretch.start;
    const last = kept.at(-1);
    const sliver = stretch.end - stretch.start < shortest;
    if (last !== undefined && (sliver || last.channel === stretch.channel))
      kept[kept.length - 1] = { ...last, end: stretch.end };
    else if (sliver && stretches.length > 1 && kept.length === 0 && stretch !== stretches.at(-1))
      from = start;
    else {
      kept.push({ ...stretch, start });
      from = null;
    }
  }
  return kept;
}
