/** One conversation's life as lines of a timeline: every wait with its reason. */
import type { Seconds } from '../base/units.js';
import { ORIGIN } from '../engine/conversations.js';
import { LOSS, type Observer } from '../engine/observer.js';
import { CHANNELS } from '../scenario/types.js';
import { DEAF } from './floorLog.js';
import type { FloorNames } from './floorNames.js';
import { endingWord, originWord } from './floorWords.js';
import { short, startedWords, Timeline, type TellLine } from './traceWords.js';
import { whyInWorkspace, whyQueued } from './waitReason.js';

/** All conversations of one thread, which is counted from 0 in order of arrival. */
export function conversationTrace(thread: number, tell: TellLine): Observer {
  const timeline = new Timeline(tell);
  const line = (at: Seconds, text: string): void => timeline.line(at, text);
  const names = (): FloorNames => timeline.names;
  const followed = (c: number): boolean => names().floor.conversations.thread[c] === thread;
  // Told only once it is known that nobody took it at that very instant.
  let queued: { readonly at: Seconds; readonly text: string } | null = null;
  const tellQueued = (): void => {
    if (queued !== null && timeline.now > queued.at) line(queued.at, queued.text);
    queued = null;
  };
  const about = (c: number, text: () => string): void => {
    if (!followed(c)) return;
    tellQueued();
    line(timeline.now, `${names().conversation(c)} ${text()}`);
  };
  return {
    ...DEAF,
    begin: (floor) => timeline.begin(floor),
    arrived: (c) =>
      about(c, () => {
        const { conversations } = names().floor;
        const again =
          conversations.origin[c] === ORIGIN.new
            ? 'opens'
            : `goes on: ${originWord(conversations.origin[c])}`;
        return `${again} (${names().stream(c)}, as ${CHANNELS[conversations.channel[c] ?? 0] ?? ''})`;
      }),
    assigned: (c) => {
      if (queued?.at === timeline.now && followed(c)) queued = null;
      about(c, () => assignedWords(names(), c));
    },
    queued: (c) => {
      if (!followed(c)) return;
      tellQueued();
      queued = {
        at: timeline.now,
        text: `${names().conversation(c)} waits in the queue: ${whyQueued(names().floor, c)}`,
      };
    },
    finish: tellQueued,
    unassigned: (c, loss) =>
      about(c, () => {
        const login = names().login(names().floor.conversations.login[c]);
        return loss === LOSS.handedOver
          ? `is handed over by ${login}`
          : `goes back to the queue from ${login}, who is not there`;
      }),
    consumerWrote: (c) =>
      about(c, () => {
        const why = whyInWorkspace(names(), c);
        return `the consumer writes${why === '' ? '' : `; waits: ${why}`}`;
      }),
    leftSilently: (c) => about(c, () => 'the consumer has gone without a sign'),
    workStarted: (p, c) => {
      if (c !== -1) about(c, () => startedWords(names(), p));
    },
    answered: (_p, c) => about(c, () => answeredWords(names(), c)),
    ended: (c, ending, followUp) =>
      about(
        c,
        () => `ends: ${endingWord(ending)}${followUp ? '; the consumer or the agent will come back' : ''}`,
      ),
  };
}

function assignedWords(names: FloorNames, c: number): string {
  const { conversations } = names.floor;
  const waited = conversations.queuedSeconds[c] ?? 0;
  const queue = waited > 0 ? ` after ${short(waited)} in the queue` : ' at once';
  const why = whyInWorkspace(names, c);
  return `is assigned to ${names.login(conversations.login[c])}${queue}${why === '' ? '' : `; waits in the workspace: ${why}`}`;
}

function answeredWords(names: FloorNames, c: number): string {
  const { conversations, now } = names.floor;
  const taken = now - (conversations.wroteAt[c] ?? now);
  const writing = now - (conversations.workStartedAt[c] ?? now);
  const queued = conversations.queuedSeconds[c] ?? 0;
  const parts = [
    ...(queued > 0 ? [`${short(queued)} in the queue`] : []),
    `${short(taken - writing - queued)} in the workspace`,
    `${short(writing)} being worked on`,
  ];
  return `is answered, ${short(taken)} after the consumer wrote: ${parts.join(', ')}`;
}
