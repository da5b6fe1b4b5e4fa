/** The person's side of a finished run as measures, over all people together. */
import { HOUR } from '../base/units.js';
import { ratio, told } from './noData.js';
import { maxConcurrency } from './personRows.js';
import type { PersonSums } from './personSums.js';
import type { Measures } from './runReport.js';
import type { Seen } from './seen.js';

/** `all`: the sums of everybody. */
export function peopleMeasures(seen: Seen, all: PersonSums): Measures {
  const handled = all.handledChats + all.handledMessaging;
  const everybody = seen.floor.scenario.people.map((_, p) => p);
  return told({
    paidHours: all.paid / HOUR,
    shiftHours: all.shift / HOUR,
    overtimeHours: all.overtime / HOUR,
    workDoneHours: (all.answering + all.wrapUp) / HOUR,
    utilisation: ratio(all.worked, all.shift),
    answeringShare: ratio(all.answering, all.shift),
    wrapUpShare: ratio(all.wrapUp, all.shift),
    switchingShare: ratio(all.switching, all.shift),
    rereadingShare: ratio(all.rereading, all.shift),
    loginChangeShare: ratio(all.loginChange, all.shift),
    concurrency: ratio(all.chats + all.messaging, all.signedIn),
    concurrencyChat: ratio(all.chats, all.signedInChat),
    concurrencyMessaging: ratio(all.messaging, all.signedInMessaging),
    maxConcurrency: Math.max(0, ...everybody.map((p) => maxConcurrency(seen, p))),
    atCapShareChat: ratio(all.chatsAtCap, all.signedInChat),
    atCapShareMessaging: ratio(all.loadAtCap, all.signedInMessaging),
    aboveCapShare: ratio(all.loadAboveCap, all.signedInMessaging),
    assignedLoad: ratio(all.load, all.signedInMessaging),
    waitingPile: ratio(all.pile, all.signedIn),
    switchesWithinPerHour: ratio(all.switchesWithin, all.shift / HOUR),
    switchesBetweenPerHour: ratio(all.switchesBetween, all.shift / HOUR),
    strandedConversations: all.stranded,
    strandedHours: all.strandedSeconds / HOUR,
    handled,
    handledPerPaidHour: ratio(handled, (all.paid + all.overtime) / HOUR),
    costPerHandled: ratio(all.cost, handled),
  });
}

/** Share of signed-in time, breaks out, with 0, 1, 2, … open conversations of the login in use; empty when nobody was there. */
export function concurrencyShares({ floorTime }: Seen): number[] {
  const seconds = [...floorTime.concurrency];
  const total = seconds.reduce((sum, s) => sum + s, 0);
  const most = seconds.findLastIndex((s) => s > 0);
  return seconds.slice(0, most + 1).map((s) => s / total);
}
