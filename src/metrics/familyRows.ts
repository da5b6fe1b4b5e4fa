/** The two report families, row by row: what the vendor would show for one login in one of them, from its channel's log alone. */
import { HOUR, type Seconds, type Share } from '../base/units.js';
import { CHANNELS, CHAT } from '../scenario/types.js';
import { TIME } from './floorTime.js';
import { LOG } from './loginLog.js';
import { ratio } from './noData.js';
import type { ReportRow } from './runReport.js';
import type { Seen } from './seen.js';

/** A row as shown, and what it takes to judge it against the truth. */
export interface FamilyRow {
  readonly row: ReportRow;
  readonly person: number;
  readonly channel: number;
  /** Work for this channel's conversations with this login. */
  readonly workedSeconds: Seconds;
  /** False: the login was only signed in. */
  readonly active: boolean;
  /** What the row counts per labour hour: interactive chats, or closed conversations. */
  readonly output: number;
  /** Waits behind the row's mean wait, and their sum. */
  readonly waits: number;
  readonly waitSeconds: Seconds;
  /** Concurrency or load ÷ cap. */
  readonly capacityUse: Share | null;
}

/**
 * A login has a row in a family when its channel logged something, or when it is set up for the channel and signed in.
 * A channel without traffic has no report that anybody would read.
 */
export function familyRows(seen: Seen): FamilyRow[] {
  return seen.floor.plan.logins.flatMap((_, login) =>
    CHANNELS.flatMap((_channel, channel) => {
      if (!seen.channelOf.includes(channel)) return [];
      const active = seen.log.get(login, channel, LOG.requested) > 0 || seen.hands.worked(login, channel) > 0;
      const signedIn = seen.floorTime.signedIn(login, TIME.signedIn) > 0;
      return active || (signedIn && seen.serves(login, channel))
        ? [familyRow(seen, login, channel, active)]
        : [];
    }),
  );
}

function familyRow(seen: Seen, login: number, channel: number, active: boolean): FamilyRow {
  const { floor, floorTime, hands, log } = seen;
  const logged = (field: number): number => log.get(login, channel, field);
  const seconds = floorTime.signedIn(login, TIME.signedIn);
  const chat = channel === CHAT;
  const output = logged(chat ? LOG.handled : LOG.closed);
  const { person, name } = floor.plan.logins[login]!;
  const row: ReportRow = {
    family: CHANNELS[channel]!,
    login: name,
    person: floor.scenario.people[person]!.name,
    loggedInSeconds: seconds,
    requested: logged(LOG.requested),
    handled: logged(LOG.handled),
    closed: logged(LOG.closed),
    abandonedRate: ratio(logged(LOG.abandoned), logged(chat ? LOG.requested : LOG.closed)),
    waitMeanSeconds: ratio(logged(LOG.wait), logged(LOG.waits)),
    waitMaxSeconds: logged(LOG.waits) > 0 ? logged(LOG.waitMax) : null,
    durationMeanSeconds: ratio(logged(LOG.duration), logged(LOG.durations)),
    perLabourHour: ratio(output, seconds / HOUR),
    ...(chat ? onlyChat(seen, login) : onlyMessaging(seen, login, channel)),
  };
  const cap = chat ? floor.logins.maxChats[login]! : floor.logins.maxConversations[login]!;
  const held = chat ? row.concurrencyLoggedIn : row.loadMean;
  return {
    ...{ row, person, channel, active, output },
    workedSeconds: hands.worked(login, channel),
    waits: logged(LOG.waits),
    waitSeconds: logged(LOG.wait),
    capacityUse: held === null ? null : ratio(held, cap),
  };
}

type OneFamilyOnly = Pick<
  ReportRow,
  | 'waitP50Seconds'
  | 'waitP90Seconds'
  | 'firstResponseMeanSeconds'
  | 'responseMeanSeconds'
  | 'concurrencyLoggedIn'
  | 'concurrencyEngaged'
  | 'loadMean'
  | 'loadMax'
>;

const NOT_SHOWN: OneFamilyOnly = {
  waitP50Seconds: null,
  waitP90Seconds: null,
  firstResponseMeanSeconds: null,
  responseMeanSeconds: null,
  concurrencyLoggedIn: null,
  concurrencyEngaged: null,
  loadMean: null,
  loadMax: null,
};

function onlyChat({ floorTime }: Seen, login: number): OneFamilyOnly {
  const engagedChats = floorTime.signedIn(login, TIME.engagedChats);
  return {
    ...NOT_SHOWN,
    concurrencyLoggedIn: ratio(engagedChats, floorTime.signedIn(login, TIME.signedIn)),
    concurrencyEngaged: ratio(engagedChats, floorTime.signedIn(login, TIME.engaged)),
  };
}

function onlyMessaging({ floor, floorTime, log }: Seen, login: number, channel: number): OneFamilyOnly {
  const logged = (field: number): number => log.get(login, channel, field);
  const [waitP50Seconds = null, waitP90Seconds = null] = log.messagingWait[login]!.quantiles([0.5, 0.9]);
  const { inactiveWeight } = floor.scenario.capacity.messaging;
  const load =
    floorTime.signedIn(login, TIME.active) + inactiveWeight * floorTime.signedIn(login, TIME.inactive);
  const seconds = floorTime.signedIn(login, TIME.signedIn);
  return {
    ...NOT_SHOWN,
    waitP50Seconds,
    waitP90Seconds,
    firstResponseMeanSeconds: ratio(logged(LOG.first), logged(LOG.firsts)),
    responseMeanSeconds: ratio(logged(LOG.response), logged(LOG.responses)),
    loadMean: ratio(load, seconds),
    loadMax: seconds > 0 ? floorTime.maxLoad[login]! : null,
  };
}
