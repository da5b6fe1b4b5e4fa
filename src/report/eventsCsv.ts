/** events.csv: everything that happens on the floor, in order, one line each. */
import type { Seconds } from '../base/units.js';
import type { Observer } from '../engine/observer.js';
import { DEAF, FloorLog, type LoggedRun, type TakeRows } from './floorLog.js';
import { doingWord, endingWord, lossWord, originWord } from './floorWords.js';

export const EVENT_COLUMNS = [
  ...['candidate', 'replication', 'time', 'at_seconds', 'event'],
  ...['conversation', 'stream', 'person', 'login', 'detail'],
];

export function eventLog(run: LoggedRun, take: TakeRows): Observer {
  const log = new FloorLog(run, take);
  const about = (c: number, now: Seconds, event: string, detail = ''): void => {
    const login = log.floor.conversations.login[c];
    const who = [log.personOf(login), log.loginName(login)];
    log.row(log.time(now), now, event, log.nameOf(c), log.streamOf(c), ...who, detail);
  };
  const by = (p: number, login: number | undefined, now: Seconds, event: string, detail = ''): void =>
    log.row(log.time(now), now, event, '', '', log.personName(p), log.loginName(login), detail);
  const loginOf = (p: number): number | undefined => log.floor.people.login[p];
  const doing = (p: number): string => doingWord(log.floor.people.doing[p]);
  return {
    ...DEAF,
    begin: (floor) => log.begin(floor),
    arrived: (c, now) => about(c, now, 'opened', originWord(log.floor.conversations.origin[c])),
    queued: (c, now) => about(c, now, 'queued'),
    assigned: (c, now) => about(c, now, 'assigned'),
    unassigned: (c, loss, now) => about(c, now, 'taken away', lossWord(loss)),
    consumerWrote: (c, now) => about(c, now, 'consumer wrote'),
    leftSilently: (c, now) => about(c, now, 'consumer left silently'),
    workStarted: (p, c, now) =>
      c < 0 ? by(p, loginOf(p), now, 'work started', doing(p)) : about(c, now, 'work started', doing(p)),
    answered: (_p, c, now) => about(c, now, 'answered'),
    workEnded: (p, now) => by(p, loginOf(p), now, 'work ended', doing(p)),
    ended: (c, ending, followUp, now) =>
      about(c, now, 'ended', endingWord(ending) + (followUp ? ', will be followed up' : '')),
    signedIn: (p, login, now) => by(p, login, now, 'signed in'),
    signedOut: (p, login, now) => by(p, login, now, 'signed out'),
    breakStarted: (p, now) => by(p, loginOf(p), now, 'break started'),
    breakEnded: (p, now) => by(p, loginOf(p), now, 'break ended'),
    finish: () => log.finish(),
  };
}
