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
  const line = (text: string): void => timeline.line(timeline.now, text);
  const names = (): FloorNames => timeline.names;
  const mine = (c: number): boolean =>
    names().floor.logins.person[names().floor.conversations.login[c] ?? -1] === person;
  let idleSince: Seconds | null = null;
  const endIdle = (): void => {
    if (idleSince !== null && timeline.now - idleSince >= 1)
      line(`(had nothing to do for ${short(timeline.now - idleSince)})`);
    idleSince = null;
  };
  const when = (p: number, text: () => string): void => {
    if (p === person) line(text());
  };
  return {
    ...DEAF,
    begin: (floor) => timeline.begin(floor),
    signedIn: (p, login) => {
      if (p === person) idleSince = timeline.now;
      when(p, () => `signs in as ${names().login(login)}`);
    },
    signedOut: (p, login) => {
      if (p === person) endIdle();
      when(p, () => `signs out of ${names().login(login)}`);
    },
    breakStarted: (p) => {
      if (p === person) endIdle();
      when(p, () => 'goes on a break');
    },
    breakEnded: (p) => {
      if (p === person) idleSince = timeline.now;
      when(p, () => 'is back from the break');
    },
    assigned: (c) => {
      if (!mine(c)) return;
      if (whyInWorkspace(names(), c) === '') endIdle();
      line(`gets ${names().conversation(c)} (${names().stream(c)}); ${holds(names(), c)}`);
    },
    unassigned: (c) => {
      if (mine(c)) line(`loses ${names().conversation(c)}`);
    },
    consumerWrote: (c) => {
      if (!mine(c)) return;
      const why = whyInWorkspace(names(), c);
      if (why === '') endIdle();
      line(`the consumer of ${names().conversation(c)} writes${why === '' ? '' : `; waits: ${why}`}`);
    },
    workStarted: (p, c) => {
      if (p === person) endIdle();
      when(p, () => `${c === -1 ? '' : `${names().conversation(c)} `}${startedWords(names(), p)}`);
    },
    workEnded: (p) => {
      if (p === person) idleSince = timeline.now;
    },
    ended: (c, ending) => {
      if (mine(c)) line(`${names().conversation(c)} ends: ${endingWord(ending)}`);
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
