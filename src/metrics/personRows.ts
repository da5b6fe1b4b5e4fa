/** Each person's truth as one row, the fragmentation of their reports beside it; and one row per login. */
import { HOUR, type Seconds } from '../base/units.js';
import { CHAT, MESSAGING, type ByChannel } from '../scenario/types.js';
import { distortion } from './distortion.js';
import type { FamilyRow } from './familyRows.js';
import { TIME } from './floorTime.js';
import { LOG } from './loginLog.js';
import { ratio } from './noData.js';
import type { PersonSums } from './personSums.js';
import type { LoginRow, PersonRow } from './runReport.js';
import type { Seen } from './seen.js';
import { visibility } from './visibility.js';

/** `rows`: the report rows of this person; `work`: mean work for a conversation of each channel. */
export function personRow(
  seen: Seen,
  p: number,
  sums: PersonSums,
  rows: readonly FamilyRow[],
  work: ByChannel<Seconds>,
): PersonRow {
  const { name, group } = seen.floor.scenario.people[p]!;
  const visible = visibility(rows);
  const shown = distortion(sums, rows);
  return {
    person: name,
    group,
    shiftSeconds: sums.shift,
    paidSeconds: sums.paid,
    workedSeconds: sums.worked,
    answeringSeconds: sums.answering,
    wrapUpSeconds: sums.wrapUp,
    switchingSeconds: sums.switching,
    rereadingSeconds: sums.rereading,
    loginChangeSeconds: sums.loginChange,
    overtimeSeconds: sums.overtime,
    utilisation: ratio(sums.worked, sums.shift),
    handledChats: sums.handledChats,
    handledMessaging: sums.handledMessaging,
    answers: sums.answers,
    concurrency: ratio(sums.chats + sums.messaging, sums.signedIn),
    concurrencyChat: ratio(sums.chats, sums.signedInChat),
    concurrencyMessaging: ratio(sums.messaging, sums.signedInMessaging),
    maxConcurrency: maxConcurrency(seen, p),
    load: ratio(sums.load, sums.signedInMessaging),
    waitingPile: ratio(sums.pile, sums.signedIn),
    switchesWithin: sums.switchesWithin,
    switchesBetween: sums.switchesBetween,
    strandedConversations: sums.stranded,
    strandedSeconds: sums.strandedSeconds,
    handledPerHour: ratio(sums.handledChats + sums.handledMessaging, sums.shift / HOUR),
    handledWorkPerHour: ratio(
      sums.handledChats * work.chat + sums.handledMessaging * work.messaging,
      sums.shift / HOUR,
    ),
    reportRows: visible.rows,
    visibleShare: visible.share,
    visibleShareChat: visible.byFamily.chat,
    visibleShareMessaging: visible.byFamily.messaging,
    effectiveRows: visible.effectiveRows,
    distortionHandledPerHour: shown.handledPerHour,
    distortionUtilisation: shown.utilisation,
    distortionWait: shown.wait,
  };
}

export function maxConcurrency({ floor, floorTime }: Seen, p: number): number {
  const { firstLogin } = floor.people;
  return Math.max(0, ...floorTime.maxOpen.subarray(firstLogin[p], firstLogin[p + 1]));
}

export function loginRow(seen: Seen, login: number): LoginRow {
  const { floor, floorTime, hands, log } = seen;
  const { name, person, channels } = floor.plan.logins[login]!;
  const { inactiveWeight } = floor.scenario.capacity.messaging;
  const time = (field: number): number => floorTime.atWork(login, field);
  return {
    login: name,
    person: floor.scenario.people[person]!.name,
    channels: channels.join(' + '),
    signedInSeconds: floorTime.signedIn(login, TIME.signedIn),
    handledChats: log.get(login, CHAT, LOG.trulyHandled),
    handledMessaging: log.get(login, MESSAGING, LOG.trulyHandled),
    workedSeconds: hands.worked(login, CHAT) + hands.worked(login, MESSAGING),
    maxConcurrency: floorTime.maxOpen[login]!,
    load: seen.serves(login, MESSAGING)
      ? ratio(time(TIME.active) + inactiveWeight * time(TIME.inactive), time(TIME.signedIn))
      : null,
  };
}
