/** Why somebody waits, in words: no login with room, or hands that are elsewhere. */
import { PHASE } from '../engine/conversations.js';
import type { Floor } from '../engine/observer.js';
import { DOING, STATUS } from '../engine/people.js';
import { CHANNELS } from '../scenario/types.js';
import type { FloorNames } from './floorNames.js';

/** Why a conversation that has just been queued is not with anybody: what each login that could have it is kept by. */
export function whyQueued(floor: Floor, c: number): string {
  const stream = floor.scenario.streams[floor.conversations.stream[c] ?? -1];
  const channel = CHANNELS[floor.conversations.channel[c] ?? -1];
  if (stream === undefined || channel === undefined) return '';
  const counts = { full: 0, onBreak: 0, goingHome: 0, signedOut: 0 };
  floor.plan.logins.forEach((login, l) => {
    const person = floor.scenario.people[login.person];
    if (!login.channels.includes(channel) || person?.skills.includes(stream.skill) !== true) return;
    counts[keptBy(floor, login.person, l)] += 1;
  });
  const told = [
    [counts.full, 'at their cap'],
    [counts.onBreak, 'on or about to take a break'],
    [counts.goingHome, 'near the end of their session'],
    [counts.signedOut, 'signed out'],
  ] as const;
  const parts = told.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  return parts.length === 0 ? 'no login can serve it' : `no login has room: ${parts.join(', ')}`;
}

function keptBy(floor: Floor, p: number, login: number): 'full' | 'onBreak' | 'goingHome' | 'signedOut' {
  const { people, logins } = floor;
  if (people.login[p] !== login || logins.signedIn[login] === 0) return 'signedOut';
  if (people.status[p] === STATUS.away || people.breakDue[p] === 1) return 'onBreak';
  if (people.status[p] === STATUS.leaving || people.closing[p] === 1) return 'goingHome';
  return 'full';
}

/** Why the person does not start at once on what lies in their workspace; blank when they do. */
export function whyInWorkspace(names: FloorNames, c: number): string {
  const { floor } = names;
  const { people, conversations } = floor;
  const login = conversations.login[c] ?? -1;
  const p = floor.logins.person[login] ?? -1;
  const who = names.person(p);
  if (people.login[p] !== login) return `${who} is not signed in with ${names.login(login)}`;
  if (people.status[p] === STATUS.away) return `${who} is on a break`;
  if (people.doing[p] === DOING.changingLogin) return `${who} is changing logins`;
  const other = people.conversation[p] ?? -1;
  if (people.doing[p] === DOING.nothing || other === -1) return '';
  const elsewhere = conversations.channel[other] !== conversations.channel[c];
  const what =
    people.doing[p] === DOING.wrappingUp || conversations.phase[other] === PHASE.wrapUp
      ? 'wrapping up'
      : 'answering';
  return `${who} is ${what} ${names.conversation(other)}${elsewhere ? ' in the other workspace' : ''}`;
}
