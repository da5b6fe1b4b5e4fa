/** From what was seen to the run's report. */
import { concurrencyShares, peopleMeasures } from './peopleMeasures.js';
import { contactScopes } from './contactMeasures.js';
import { familyRows, type FamilyRow } from './familyRows.js';
import { meanWork, reportMeasures } from './fragmentation.js';
import { loginRow, personRow } from './personRows.js';
import { addUp, personSums } from './personSums.js';
import { CHAT, MESSAGING } from '../scenario/types.js';
import type { RunReport } from './runReport.js';
import type { Seen } from './seen.js';
import { waitCurves } from './waitCurves.js';

/** What the report says about the run itself. */
export type RunMeta = Pick<
  RunReport,
  'scenario' | 'mode' | 'seed' | 'replication' | 'demandFingerprint' | 'events' | 'notes'
>;

export function reportOf(seen: Seen, meta: RunMeta): RunReport {
  const { scenario, plan } = seen.floor;
  const sums = scenario.people.map((_, p) => personSums(seen, p));
  const rows = familyRows(seen);
  const all = addUp(sums);
  const rowsOf = sums.map((): FamilyRow[] => []);
  for (const row of rows) rowsOf[row.person]!.push(row);
  const work = meanWork(rows, all);
  const people = sums.map((own, p) => personRow(seen, p, own, rowsOf[p]!, work));
  const carried = [...new Set(seen.channelOf)].sort((a, b) => a - b);
  const carriedBy = (channel: number): string[] =>
    scenario.streams.flatMap(({ name }, s) => (seen.channelOf[s] === channel ? [name] : []));
  return {
    ...meta,
    carries: { chat: carriedBy(CHAT), messaging: carriedBy(MESSAGING) },
    scopes: {
      ...contactScopes(seen),
      people: peopleMeasures(seen, all),
      reports: reportMeasures(rows, all, people, seen.journeys),
    },
    concurrencyShares: concurrencyShares(seen),
    waitCurves: waitCurves(seen),
    intervals: seen.intervals.rows(seen.from, carried),
    people,
    logins: plan.logins.map((_, login) => loginRow(seen, login)),
    reportRows: rows.map(({ row }) => row),
  };
}
