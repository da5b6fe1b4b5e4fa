/** conversations.csv: one line per conversation, written when it ends, or at the horizon while it is still open. */
import type { Seconds } from '../base/units.js';
import type { Observer } from '../engine/observer.js';
import { CHANNELS } from '../scenario/types.js';
import { DEAF, FloorLog, type LoggedRun, type TakeRows } from './floorLog.js';
import { endingWord, originWord } from './floorWords.js';

export const CONVERSATION_COLUMNS = [
  ...['candidate', 'replication', 'conversation', 'stream', 'channel', 'opened_by', 'arrived'],
  ...['arrived_seconds', 'assigned_after_seconds', 'first_answer_after_seconds', 'ended_after_seconds'],
  ...['ending', 'answers', 'left_silently', 'person', 'login', 'times_assigned', 'followed_up'],
];

/** What is remembered of a conversation while it is open. */
interface Open {
  readonly name: string;
  readonly arrivedAt: Seconds;
  assignedAfter: Seconds | null;
  firstAnswerAfter: Seconds | null;
  answers: number;
  leftSilently: boolean;
  login: number;
  timesAssigned: number;
}

export function conversationLog(run: LoggedRun, take: TakeRows): Observer {
  const log = new FloorLog(run, take);
  const open = new Map<number, Open>();
  const known = (c: number): Open => {
    const found = open.get(c);
    if (found === undefined) throw new Error(`conversation slot ${c} is not open`);
    return found;
  };
  const line = (c: number, of: Open, endedAt: Seconds | null, ending: string, followedUp: boolean): void => {
    const { channel, origin } = log.floor.conversations;
    log.row(
      ...[of.name, log.streamOf(c), CHANNELS[channel[c] ?? -1], originWord(origin[c])],
      ...[log.time(of.arrivedAt), of.arrivedAt, of.assignedAfter, of.firstAnswerAfter],
      ...[endedAt === null ? null : endedAt - of.arrivedAt, ending, of.answers, of.leftSilently],
      ...[log.personOf(of.login), log.loginName(of.login), of.timesAssigned, followedUp],
    );
  };
  return {
    ...DEAF,
    begin: (floor) => log.begin(floor),
    arrived(c) {
      const { now } = log;
      open.set(c, {
        ...{ name: log.nameOf(c), arrivedAt: log.floor.conversations.arrivedAt[c] ?? now },
        ...{ assignedAfter: null, firstAnswerAfter: null, answers: 0, leftSilently: false },
        ...{ login: -1, timesAssigned: 0 },
      });
    },
    assigned(c) {
      const { now } = log;
      const of = known(c);
      of.assignedAfter ??= now - of.arrivedAt;
      of.login = log.floor.conversations.login[c] ?? -1;
      of.timesAssigned++;
    },
    leftSilently(c) {
      known(c).leftSilently = true;
    },
    answered(_p, c) {
      const { now } = log;
      const of = known(c);
      of.firstAnswerAfter ??= now - of.arrivedAt;
      of.answers++;
    },
    ended(c, ending, followUp) {
      const { now } = log;
      line(c, known(c), now, endingWord(ending), followUp);
      open.delete(c);
    },
    finish() {
      for (const [c, of] of open) line(c, of, null, 'open', false);
      log.finish();
    },
  };
}
