/** An observer that keeps everything it is told, so that what is streamed can be checked against it. */
import { ORIGIN } from '../../src/engine/conversations.js';
import type { Floor, Observer } from '../../src/engine/observer.js';
import { DEAF } from '../../src/report/floorLog.js';

export interface Kept {
  readonly thread: number;
  readonly part: number;
  readonly threadArrivedAt: number;
  readonly stream: number;
  readonly byConsumer: boolean;
  readonly arrivedAt: number;
  assignedAt: number | null;
  /** Stretches in the queue. */
  readonly queued: [from: number, to: number][];
  /** Response times to a consumer who was there, and when each message came. */
  readonly responses: { readonly seconds: number; readonly first: boolean; readonly askedAt: number }[];
  /** Logins that had it, and the one that answered last. */
  readonly logins: Set<number>;
  answeredBy: number | null;
  answers: number;
  ending: number | null;
  endedAt: number;
  /** The thread will go on. */
  followed: boolean;
}

export interface Keeper extends Observer {
  readonly conversations: readonly Kept[];
  /** Busy seconds by person, from the starts and ends of pieces of work. */
  readonly busy: readonly number[];
}

/** `warmUp`: work before it is not counted. */
export function keeper(warmUp: number): Keeper {
  const conversations: Kept[] = [];
  const busy: number[] = [];
  const started: (number | null)[] = [];
  const open = new Map<number, Kept>();
  let floor: Floor;
  const leavesQueue = (kept: Kept): void => {
    const stretch = kept.queued.at(-1);
    if (stretch?.[1] === Infinity) stretch[1] = floor.now;
  };
  const stopped = (p: number): void => {
    if (started[p] !== null) busy[p]! += Math.max(0, floor.now - Math.max(warmUp, started[p]!));
    started[p] = null;
  };
  return {
    ...DEAF,
    conversations,
    busy,
    begin(f) {
      floor = f;
      for (let p = 0; p < f.people.count; p++) {
        busy.push(0);
        started.push(null);
      }
    },
    arrived(c) {
      const { stream, origin, arrivedAt, thread, part, threadArrivedAt } = floor.conversations;
      const kept: Kept = {
        ...{ thread: thread[c]!, part: part[c]!, threadArrivedAt: threadArrivedAt[c]! },
        ...{ logins: new Set(), answeredBy: null },
        ...{ stream: stream[c]!, byConsumer: origin[c] !== ORIGIN.agentFollowUp, arrivedAt: arrivedAt[c]! },
        ...{
          assignedAt: null,
          queued: [],
          responses: [],
          answers: 0,
          ending: null,
          endedAt: Infinity,
          followed: false,
        },
      };
      conversations.push(kept);
      open.set(c, kept);
    },
    queued: (c) => void open.get(c)!.queued.push([floor.now, Infinity]),
    assigned(c) {
      const { now } = floor;
      const kept = open.get(c)!;
      leavesQueue(kept);
      kept.assignedAt ??= now;
      kept.logins.add(floor.conversations.login[c]!);
    },
    workStarted: (p) => void (started[p] = floor.now),
    workEnded: stopped,
    answered(_p, c) {
      const { now } = floor;
      const kept = open.get(c)!;
      const { wroteAt, ghost, walked } = floor.conversations;
      const asked = kept.byConsumer || kept.answers > 0;
      if (asked && ghost[c] === 0 && walked[c] === 0) {
        const askedAt = wroteAt[c]!;
        kept.responses.push({ seconds: now - askedAt, first: kept.answers === 0, askedAt });
      }
      kept.answers++;
      kept.answeredBy = floor.conversations.login[c]!;
    },
    ended(c, ending, followUp) {
      const { now } = floor;
      const kept = open.get(c)!;
      leavesQueue(kept);
      kept.ending = ending;
      kept.endedAt = now;
      kept.followed = followUp;
      open.delete(c);
    },
    finish() {
      for (const kept of open.values()) leavesQueue(kept);
      for (let p = 0; p < busy.length; p++) stopped(p);
    },
  };
}
