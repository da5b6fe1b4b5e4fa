/** The six measures of fragmented reporting: the report rows are the manager's view, the people's sums the truth. */
import type { Seconds, Share } from '../base/units.js';
import { CHANNELS, CHAT, MESSAGING, type ByChannel } from '../scenario/types.js';
import { distortion } from './distortion.js';
import type { FamilyRow } from './familyRows.js';
import type { Journeys } from './journeys.js';
import { kendallTau, missedBottomQuartile } from './kendall.js';
import { meanOf, ratio, told } from './noData.js';
import type { PersonSums } from './personSums.js';
import type { Measures, PersonRow } from './runReport.js';

/** `all`: the sums of everybody. */
export function reportMeasures(
  rows: readonly FamilyRow[],
  all: PersonSums,
  people: readonly PersonRow[],
  journeys: Journeys,
): Measures {
  const active = people.filter(({ reportRows }) => reportRows > 0);
  const shares = people.map(({ visibleShare }) => visibleShare).filter((share) => share !== null);
  const shown = distortion(all, rows);
  const loggedIn = rows.reduce((sum, { row }) => sum + row.loggedInSeconds, 0);
  const chat = ranking(rows, people, CHAT);
  const messaging = ranking(rows, people, MESSAGING);
  return told({
    rowsPerPerson: meanOf(active.map(({ reportRows }) => reportRows)),
    visibleShareMean: meanOf(shares),
    visibleShareWorst: shares.length > 0 ? Math.min(...shares) : null,
    effectiveRowsMean: meanOf(people.map(({ effectiveRows }) => effectiveRows)),
    headcountIllusion: ratio(
      new Set(rows.map(({ row }) => row.login)).size,
      new Set(rows.map(({ person }) => person)).size,
    ),
    hoursIllusion: ratio(loggedIn, all.shift + all.breaks),
    distortionHandledPerHour: shown.handledPerHour,
    distortionUtilisation: shown.utilisation,
    distortionWait: shown.wait,
    kendallTauChat: chat.tau,
    kendallTauMessaging: messaging.tau,
    missedBottomQuartileChat: chat.missed,
    missedBottomQuartileMessaging: messaging.missed,
    splitJourneyShare: ratio(journeys.split, journeys.threads),
    splitByConversation: ratio(journeys.splitByConversation, journeys.threads),
    splitByLogin: ratio(journeys.splitByLogin, journeys.threads),
    ...firstContacts(journeys),
  });
}

/** Mean seconds of work that a handled conversation of each channel takes: luck in its content then ranks nobody. */
export function meanWork(rows: readonly FamilyRow[], all: PersonSums): ByChannel<Seconds> {
  const workOf = (k: number): number =>
    rows.reduce((total, row) => total + (row.channel === k ? row.workedSeconds : 0), 0);
  return {
    chat: ratio(workOf(CHAT), all.handledChats) ?? 0,
    messaging: ratio(workOf(MESSAGING), all.handledMessaging) ?? 0,
  };
}

/** The people whom the family shows, by what their rows say per labour hour against their true handled work per hour on shift. */
function ranking(
  rows: readonly FamilyRow[],
  people: readonly PersonRow[],
  channel: number,
): { readonly tau: number | null; readonly missed: Share | null } {
  const truth: number[] = [];
  const shown: number[] = [];
  const rowsOf = people.map((): FamilyRow[] => []);
  for (const row of rows) if (row.channel === channel) rowsOf[row.person]!.push(row);
  people.forEach(({ handledWorkPerHour }, p) => {
    const own = rowsOf[p]!;
    const loggedIn = own.reduce((total, { row }) => total + row.loggedInSeconds, 0);
    if (loggedIn === 0 || handledWorkPerHour === null) return;
    truth.push(handledWorkPerHour);
    shown.push(own.reduce((total, { output }) => total + output, 0) / loggedIn);
  });
  return { tau: kendallTau(truth, shown), missed: missedBottomQuartile(truth, shown) };
}

function firstContacts({ contacted, resolved, chains, chainsOfOne }: Journeys) {
  const both = (of: Float64Array): number => of[CHAT]! + of[MESSAGING]!;
  const [trueChat, trueMessaging] = CHANNELS.map((_, k) => ratio(resolved[k]!, contacted[k]!));
  const [shownChat, shownMessaging] = CHANNELS.map((_, k) => ratio(chainsOfOne[k]!, chains[k]!));
  const truth = ratio(both(resolved), both(contacted));
  const shown = ratio(both(chainsOfOne), both(chains));
  return {
    fcrTrue: truth,
    fcrTrueChat: trueChat!,
    fcrTrueMessaging: trueMessaging!,
    fcrApparent: shown,
    fcrApparentChat: shownChat!,
    fcrApparentMessaging: shownMessaging!,
    fcrOverstated: truth === null || shown === null ? null : shown - truth,
  };
}
