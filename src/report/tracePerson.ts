/** One person's day as lines of a timeline: what they get, what they work on, when nothing is there to do. */
import type { Seconds } from '../base/units.js';
import type { Observer } from '../engine/observer.js';
import { DEAF } from './floorLog.js';
import type { FloorNames } from './floorNames.js';
import { endingWord } from './floorWords.js';
import { short, startedWords, Timeline, type TellLine } from './traceWords.js';
import { whyInWorkspace } from './waitReason.js';

/** What person `person` (index into `Scenario.people`) does and gets. */
export function personTrace(person: number, tell: TellLine): Observer {
  const timeline = new Timeline(tell);
  const line = (at: Seconds, text: string): void => timeline.line(at, text);
  const names = (): FloorNames => timeline.names;
  const mine = (c: number): boolean =>
    names().floor.logins.person[names().floor.conversations.login[c] ?? -1] === person;
  let idleSince: Seconds | null = null;
  const endIdle = (now: Seconds): void => {
    if (idleSince !== null && now - idleSince >= 1)
      line(now, `(had nothing to do for ${short(now - idleSince)})`);
    idleSince = null;
  };
  const when = (p: number, now: Seconds, text: () => string): void => {
    if (p === person) line(now, text());
  };
  return {
    ...DEAF,
    begin: (floor) => timeline.begin(floor),
    signedIn: (p, login, now) => {
      if (p === person) idleSince = now;
      when(p, now, () => `signs in as ${names().login(login)}`);
    },
    signedOut: (p, login, now) => {
      if (p === person) endIdle(now);
      when(p, now, () => `signs out of ${names().login(login)}`);
    },
    breakStarted: (p, now) => {
      if (p === person) endIdle(now);
      when(p, now, () => 'goes on a break');
    },
    breakEnded: (p, now) => {
      if (p === person) idleSince = now;
      when(p, now, () => 'is back from the break');
    },
    assigned: (c, now) => {
      if (!mine(c)) return;
      if (whyInWorkspace(names(), c) === '') endIdle(now);
      line(now, `gets ${names().conversation(c)} (${names().stream(c)}); ${holds(names(), c)}`);
    },
    unassigned: (c, _loss, now) => {
      if (mine(c)) line(now, `loses ${names().conversation(c)}`);
    },
    consumerWrote: (c, now) => {
      if (!mine(c)) return;
      const why = whyInWorkspace(names(), c);
      if (why === '') endIdle(now);
      line(now, `the consumer of ${names().conversation(c)} writes${why === '' ? '' : `; waits: ${why}`}`);
    },
    workStarted: (p, c, now) => {
      if (p === person) endIdle(now);
      when(p, now, () => `${c === -1 ? '' : `${names().conversation(c)} `}${startedWords(names(), p)}`);
    },
    workEnded: (p, now) => {
      if (p === person) idleSince = now;
    },
    ended: (c, ending, _followUp, now) => {
      if (mine(c)) line(now, `${names().conversation(c)} ends: ${endingWord(ending)}`);
    },
  };
}

function holds(names: FloorNames, c: number): string {
  const { logins, conversations } = names.floor;
  const login = conversations.login[c] ?? -1;
  const open = (logins.active[login] ?? 0) + (logins.inactive[login] ?? 0);
  const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
  return `now ${counted(logins.chats[login] ?? 0, 'chat')} and ${counted(open, 'messaging conversation')} open`;
}
