/** events.csv: everything that happens on the floor, in order, one line each. */
import type { Observer } from '../engine/observer.js';
import { DEAF, FloorLog, type LoggedRun, type TakeRows } from './floorLog.js';
import { doingWord, endingWord, lossWord, originWord } from './floorWords.js';

export const EVENT_COLUMNS = [
  ...['candidate', 'replication', 'time', 'at_seconds', 'event'],
  ...['conversation', 'stream', 'person', 'login', 'detail'],
];

export function eventLog(run: LoggedRun, take: TakeRows): Observer {
  const log = new FloorLog(run, take);
  const about = (c: number, event: string, detail = ''): void => {
    const login = log.floor.conversations.login[c];
    const who = [log.personOf(login), log.loginName(login)];
    log.row(log.time(log.now), log.now, event, log.nameOf(c), log.streamOf(c), ...who, detail);
  };
  const by = (p: number, login: number | undefined, event: string, detail = ''): void =>
    log.row(log.time(log.now), log.now, event, '', '', log.personName(p), log.loginName(login), detail);
  const loginOf = (p: number): number | undefined => log.floor.people.login[p];
  const doing = (p: number): string => doingWord(log.floor.people.doing[p]);
  return {
    ...DEAF,
    begin: (floor) => log.begin(floor),
    arrived: (c) => about(c, 'opened', originWord(log.floor.conversations.origin[c])),
    queued: (c) => about(c, 'queued'),
    assigned: (c) => about(c, 'assigned'),
    unassigned: (c, loss) => about(c, 'taken away', lossWord(loss)),
    consumerWrote: (c) => about(c, 'consumer wrote'),
    leftSilently: (c) => about(c, 'consumer left silently'),
    workStarted: (p, c) =>
      c < 0 ? by(p, loginOf(p), 'work started', doing(p)) : about(c, 'work started', doing(p)),
    answered: (_p, c) => about(c, 'answered'),
    workEnded: (p) => by(p, loginOf(p), 'work ended', doing(p)),
    ended: (c, ending, followUp) =>
      about(c, 'ended', endingWord(ending) + (followUp ? ', will be followed up' : '')),
    signedIn: (p, login) => by(p, login, 'signed in'),
    signedOut: (p, login) => by(p, login, 'signed out'),
    breakStarted: (p) => by(p, loginOf(p), 'break started'),
    breakEnded: (p) => by(p, loginOf(p), 'break ended'),
    finish: () => log.finish(),
  };
}
