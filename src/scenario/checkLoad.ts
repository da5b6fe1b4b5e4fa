/** Volumes that cannot be meant, and warnings on work that people cannot get done: more of it than their hours, or at hours when nobody is there. */
import { formatShare } from '../base/format.js';
import { HOUR } from '../base/units.js';
import type { Findings } from './findings.js';
import { addPerson, expectedArrivals, offeredWork, sum } from './offeredWork.js';
import type { Person, Scenario, Stream } from './types.js';

/** Beyond it no replication ends within a working day. */
const MOST_ARRIVALS = 50_000_000;

/** Warns of loads that can never be served, and of chats that arrive when nobody is on shift for them. */
export function checkLoad(scenario: Scenario, findings: Findings): void {
  checkVolumes(scenario, findings);
  checkHours(scenario, findings);
  checkUnstaffed(scenario, findings);
}

/** A slip of units, or a column of zeros, is told before a run of hours, or of nothing. */
function checkVolumes({ streams, calendar }: Scenario, findings: Findings): void {
  for (const [index, stream] of streams.entries()) {
    const arrivals = sum(expectedArrivals(stream, calendar.intervalBounds));
    const path = ['traffic', index, 'volume'];
    if (arrivals > MOST_ARRIVALS) {
      findings.error(
        path,
        `"${stream.name}" brings ${Math.round(arrivals)} arrivals in one replication, more than the ${MOST_ARRIVALS} allowed`,
        'look at the unit of its volume, or take fewer days',
      );
    } else if (arrivals === 0 && stream.openingBacklog.length === 0) {
      findings.warn(path, `nothing arrives in "${stream.name}"`, 'its volume is 0 on every day of the run');
    }
  }
}

function checkHours(scenario: Scenario, findings: Findings): void {
  const { streams, people } = scenario;
  const totals = offeredWork(scenario).map(sum);
  const told = new Set<number>();
  const check = (members: readonly number[], what: string): void => {
    if (members.some((index) => told.has(index))) return;
    const servers = people.filter((person) => members.some((index) => serves(person, streams[index])));
    const offered = members.reduce((total, index) => total + (totals[index] ?? 0), 0);
    const staffed = sum(staffedBy(scenario, servers));
    if (offered <= staffed) return;
    for (const index of members) told.add(index);
    const message =
      `${what} can never be served: it brings ${hours(offered)} hours of work, and the people who can do it ` +
      `are there for ${hours(staffed)} hours`;
    const hint = `occupancy would be ${formatShare(Number((offered / staffed).toFixed(2)))}; add people, or lower volume or effort`;
    findings.warn(
      ['traffic', members.length === 1 ? (members[0] ?? 0) : 0],
      message,
      staffed === 0 ? 'nobody is on shift' : hint,
    );
  };
  for (const [index, { name }] of streams.entries()) check([index], `"${name}"`);
  const all = streams.map((_, index) => index);
  const chats = all.filter((index) => streams[index]?.channel === 'chat');
  const messages = all.filter((index) => streams[index]?.channel === 'messaging');
  if (chats.length > 1) check(chats, 'the chat streams together');
  if (messages.length > 1) check(messages, 'the messaging streams together');
  if (chats.length > 0 && messages.length > 0) check(all, 'all traffic together');
}

function checkUnstaffed(scenario: Scenario, findings: Findings): void {
  const { intervalBounds, intervalLabels } = scenario.calendar;
  for (const [index, stream] of scenario.streams.entries()) {
    if (stream.channel !== 'chat') continue;
    const servers = scenario.people.filter((person) => serves(person, stream));
    const staffed = staffedBy(scenario, servers);
    const arrivals = expectedArrivals(stream, intervalBounds);
    const missed = arrivals.map((count, interval) => ((staffed[interval] ?? 0) < 1 ? count : 0));
    const share = sum(missed) / sum(arrivals);
    if (!(share > 0.001)) continue;
    const first = intervalLabels[missed.findIndex((count) => count > 0)] ?? '';
    const message = `${formatShare(Number(share.toFixed(3)))} of "${stream.name}" arrives when nobody who can serve it is on shift`;
    findings.warn(
      ['traffic', index, 'open'],
      message,
      `first from ${first} on: set \`open\`, or add a shift`,
    );
  }
}

function serves({ channels, skills }: Person, stream: Stream | undefined): boolean {
  return stream !== undefined && channels.includes(stream.channel) && skills.includes(stream.skill);
}

function staffedBy({ calendar }: Scenario, people: readonly Person[]): number[] {
  const counts = calendar.intervalBounds.slice(1).map(() => 0);
  for (const person of people) addPerson(counts, person, calendar.intervalBounds);
  return counts;
}

function hours(seconds: number): string {
  return (seconds / HOUR).toFixed(1);
}
