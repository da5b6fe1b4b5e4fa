/** Demand written by hand: threads as plain objects, played in order of arrival. */
import {
  FOLLOW_AGENT,
  FOLLOW_CONSUMER,
  FOLLOW_NONE,
  type Demand,
  type Script,
  type Section,
} from '../../src/traffic/script.js';
import type { Seconds } from '../../src/base/units.js';

export interface ConversationScript {
  /** Per exchange: the consumer's gap before it (0 for the first) and the agent's effort. */
  readonly exchanges: readonly (readonly [gap: Seconds, effort: Seconds])[];
  readonly patience?: Seconds;
  readonly silent?: boolean;
  /** By default the first exchange's effort. */
  readonly silentEffort?: Seconds;
  readonly replyPatience?: Seconds;
  readonly wrapUp?: Seconds;
  /** Messaging: by default the agent closes after the last answer. */
  readonly agentCloses?: boolean;
  /** Whoever continues the thread with the next conversation; needed by all but the last. */
  readonly follow?: { readonly by: 'consumer' | 'agent'; readonly after: Seconds };
}

export interface ThreadScript {
  readonly at: Seconds;
  readonly stream: number;
  readonly tie: number;
  readonly conversations: readonly ConversationScript[];
  readonly asMessaging: readonly ConversationScript[];
}

/** By default on stream 0, one conversation of one exchange that takes a minute. */
export function thread(spec: Partial<ThreadScript> & { readonly at: Seconds }): ThreadScript {
  return { stream: 0, tie: 0, conversations: [{ exchanges: [[0, 60]] }], asMessaging: [], ...spec };
}

/** A thread of one conversation. */
export function single(
  at: Seconds,
  exchanges: ConversationScript['exchanges'],
  spec: Omit<ConversationScript, 'exchanges'> & { readonly stream?: number; readonly tie?: number } = {},
): ThreadScript {
  const { stream = 0, tie = 0, ...conversation } = spec;
  return thread({ at, stream, tie, conversations: [{ ...conversation, exchanges }] });
}

export function scriptedDemand(threads: readonly ThreadScript[]): Demand {
  const inOrder = [...threads].sort((a, b) => a.at - b.at);
  let given = 0;
  return {
    next(script: Script): boolean {
      const next = inOrder[given];
      if (next === undefined) return false;
      script.thread = given++;
      script.stream = next.stream;
      script.at = next.at;
      script.tie = next.tie;
      write(script.native, next.conversations);
      write(script.asMessaging, next.asMessaging);
      return true;
    },
    fingerprint: () => 'by hand',
  };
}

function write(section: Section, conversations: readonly ConversationScript[]): void {
  section.length = 0;
  conversations.forEach((conversation, i) => {
    const numbers = numbersOf(conversation, i === conversations.length - 1);
    section.reserve(numbers.length);
    section.data.set(numbers, section.length);
    section.length += numbers.length;
  });
}

/** In the order of the header's offsets in `script.ts`. */
function numbersOf(c: ConversationScript, last: boolean): number[] {
  if (last !== (c.follow === undefined)) throw new Error('all but the last conversation say what follows');
  const follow = c.follow?.by === 'agent' ? FOLLOW_AGENT : FOLLOW_CONSUMER;
  return [
    c.exchanges.length,
    c.patience ?? Infinity,
    c.silent ? 1 : 0,
    c.silentEffort ?? c.exchanges[0]![1],
    c.replyPatience ?? Infinity,
    c.wrapUp ?? 0,
    (c.agentCloses ?? true) ? 1 : 0,
    last ? FOLLOW_NONE : follow,
    c.follow?.after ?? 0,
    ...c.exchanges.flat(),
  ];
}
