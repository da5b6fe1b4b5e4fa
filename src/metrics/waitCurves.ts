/** The distribution of first responses as a curve of few points, small enough to go into every report. */
import type { Seconds, Share } from '../base/units.js';
import { CHANNELS, type ByChannel } from '../scenario/types.js';
import { mergedOf } from './contactMeasures.js';
import type { Seen } from './seen.js';

/** Every 2.5 %, and closer where the last of those who wait are: the percentiles of the measures are among them. */
export const WAIT_SHARES: readonly Share[] = [
  ...[0.005, 0.01],
  ...Array.from({ length: 39 }, (_, i) => (i + 1) / 40),
  ...[0.98, 0.985, 0.99, 0.995],
];

export function waitCurves({ contacts, channelOf }: Seen): ByChannel<readonly Seconds[]> {
  const curve = (channel: number): Seconds[] => {
    const streams = [...channelOf.keys()].filter((s) => channelOf[s] === channel);
    const waits = mergedOf(contacts, streams, 'firstResponse');
    return waits.quantiles(WAIT_SHARES);
  };
  const [chat = [], messaging = []] = CHANNELS.map((_, channel) => curve(channel));
  return { chat, messaging };
}
