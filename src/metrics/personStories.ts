/** What reports do to single people, told on the ones they do it to most. */
import { HOUR } from '../base/units.js';
import { CHANNELS, type Channel } from '../scenario/types.js';
import type { PersonRow, ReportRow } from './runReport.js';

/** The people and report rows of one candidate. */
export interface Seen {
  readonly people: readonly PersonRow[];
  readonly reportRows: readonly ReportRow[];
}

/** At most three: who is least visible, then whom each report family ranks furthest from where all their work puts them. */
export function personStories(seen: Seen): string[] {
  const told = [leastVisible(seen), ...CHANNELS.map((family) => misranked(seen, family))];
  return told.filter((story) => story !== null);
}

function leastVisible({ people }: Seen): string | null {
  const split = people.filter(({ visibleShare, reportRows }) => visibleShare !== null && reportRows > 1);
  const [least] = split.sort((a, b) => (a.visibleShare ?? 1) - (b.visibleShare ?? 1));
  if (least === undefined) return null;
  const { person, handledChats, handledMessaging, shiftSeconds, visibleShareChat, visibleShareMessaging } =
    least;
  const hours = (shiftSeconds / HOUR).toFixed(1);
  return (
    `${person} handled ${whole(handledChats)} chats and ${whole(handledMessaging)} messaging conversations in ${hours} hours. ` +
    `No one row shows more than ${percent(least.visibleShare)} of that work: ` +
    `the chat report has ${percent(visibleShareChat)} of it, the messaging report ${percent(visibleShareMessaging)}.`
  );
}

/** Not worth telling below a quarter of the list. */
const FAR = 0.25;

function misranked({ people, reportRows }: Seen, family: Channel): string | null {
  const shown = shownPerHour(reportRows.filter((row) => row.family === family));
  const listed = people.filter(
    ({ person, handledWorkPerHour }) => shown.has(person) && handledWorkPerHour !== null,
  );
  const byReport = ranks(listed, ({ person }) => shown.get(person) ?? 0);
  const byWork = ranks(listed, ({ handledWorkPerHour }) => handledWorkPerHour ?? 0);
  let furthest: { readonly person: string; readonly shown: number; readonly true: number } | null = null;
  for (const { person } of listed) {
    const places = { person, shown: byReport.get(person) ?? 0, true: byWork.get(person) ?? 0 };
    if (furthest === null || gap(places) > gap(furthest)) furthest = places;
  }
  if (furthest === null || gap(furthest) < FAR * listed.length) return null;
  const { person } = furthest;
  return (
    `By the ${family} report ${person} is number ${furthest.shown} of ${listed.length}; ` +
    `by all the work they handled per hour on shift, number ${furthest.true}.`
  );
}

/** By conversations per labour hour, rows of the same person taken together. */
function shownPerHour(rows: readonly ReportRow[]): Map<string, number> {
  const sums = new Map<string, { handled: number; seconds: number }>();
  for (const { person, perLabourHour, loggedInSeconds } of rows) {
    if (perLabourHour === null || loggedInSeconds === 0) continue;
    const sum = sums.get(person) ?? { handled: 0, seconds: 0 };
    sum.handled += perLabourHour * loggedInSeconds;
    sum.seconds += loggedInSeconds;
    sums.set(person, sum);
  }
  return new Map([...sums].map(([person, { handled, seconds }]) => [person, handled / seconds]));
}

/** 1 is the highest; equals share the better place. */
function ranks(people: readonly PersonRow[], value: (row: PersonRow) => number): Map<string, number> {
  const values = people.map(value).sort((a, b) => b - a);
  return new Map(people.map((row) => [row.person, values.indexOf(value(row)) + 1]));
}

function gap({ shown, true: truth }: { readonly shown: number; readonly true: number }): number {
  return Math.abs(shown - truth);
}

function whole(count: number): string {
  return String(Math.round(count));
}

function percent(share: number | null): string {
  return share === null ? 'nothing' : `${Math.round(100 * share)} %`;
}
