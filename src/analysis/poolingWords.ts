/** Pooling gain and switching loss as a sentence. */
import { CHANNELS, type ByChannel } from '../scenario/types.js';
import type { Estimate, Pooling, PoolingPart } from './comparison.js';
import { list, sizeWithInterval } from './words.js';

const NOUNS: ByChannel<string> = { chat: 'chats', messaging: 'messaging' };

/** Null with nothing to say: no interval, or queues that grow. */
export function poolingSentence({ pooled, unpooled, parts }: Pooling): string | null {
  const told = CHANNELS.flatMap((channel) => {
    const part = parts.find(({ scope, measure }) => scope === channel && measure === 'firstResponseMean');
    if (part === undefined || part.grows || part.gain.halfWidth === null) return [];
    return [{ noun: NOUNS[channel], part }];
  });
  if (told.length === 0) return null;
  const gains = alike(told, gainOf).map(({ nouns, says }) => `${nouns} ${says}`);
  const losses = alike(told, lossOf).map(({ nouns, says }) => `${says} on ${nouns}`);
  return (
    `Against ${unpooled}, ${pooled} without switching and slow-down would answer ${list(gains)}; ` +
    `switching and slow-down cost it ${list(losses)}.`
  );
}

/** Channels of which the same is said share it. */
function alike(
  told: readonly { readonly noun: string; readonly part: PoolingPart }[],
  say: (part: PoolingPart) => string,
): { readonly nouns: string; readonly says: string }[] {
  const sayings = [...new Set(told.map(({ part }) => say(part)))];
  return sayings.map((says) => ({
    nouns: list(told.filter(({ part }) => say(part) === says).map(({ noun }) => noun)),
    says,
  }));
}

function gainOf({ gain }: PoolingPart): string {
  if (isNothing(gain)) return 'exactly as soon';
  if (!isProven(gain)) return 'neither sooner nor later as far as the runs can tell';
  return `${size(gain)} ${gain.mean < 0 ? 'sooner' : 'later'}`;
}

function lossOf({ loss }: PoolingPart): string {
  if (isNothing(loss)) return 'nothing';
  if (!isProven(loss)) return 'nothing that the runs can tell';
  return loss.mean > 0 ? size(loss) : `${size(loss)} less than nothing`;
}

function isProven({ mean, halfWidth }: Estimate): boolean {
  return halfWidth !== null && Math.abs(mean) > halfWidth;
}

function isNothing({ mean, halfWidth }: Estimate): boolean {
  return mean === 0 && halfWidth === 0;
}

function size({ mean, halfWidth }: Estimate): string {
  return sizeWithInterval('seconds', mean, halfWidth);
}
