/** Fragmented reporting in plain words: one sentence for each of its six measures that has data. */
import type { Share } from '../base/units.js';
import type { MeasureId } from './measures.js';
import type { RunReport } from './runReport.js';

/** A report, or rows and measures averaged over reports. */
export type ReadReport = Pick<RunReport, 'scopes' | 'people' | 'reportRows'>;

export function fragmentationSentences(report: ReadReport): string[] {
  return [
    rowsSentence(report),
    visibilitySentence(report),
    headcountSentence(report),
    distortionSentence(report),
    rankingSentence(report),
    journeysSentence(report),
  ].filter((sentence) => sentence !== null);
}

function rowsSentence(report: ReadReport): string | null {
  const rows = valueOf(report, 'rowsPerPerson');
  if (rows === null) return null;
  if (rows <= 1) return "Each person's work stands in one report row.";
  return `Each person's work is spread over ${number(rows)} report rows on average.`;
}

/** Of the person of whom any one row shows the least. */
function visibilitySentence({ people }: ReadReport): string | null {
  let worst: { readonly person: string; readonly family: string; readonly share: Share } | null = null;
  for (const { person, visibleShareChat: chat, visibleShareMessaging: messaging } of people) {
    if (chat === null || messaging === null) continue;
    const [family, share] =
      chat >= messaging ? (['chat', chat] as const) : (['messaging', messaging] as const);
    if (worst === null || share < worst.share) worst = { person, family, share };
  }
  if (worst === null) return null;
  if (worst.share > 0.995) return 'Nothing that anybody did is missing from their fullest report row.';
  return `Read from the ${worst.family} report alone, ${percent(1 - worst.share)} of what ${worst.person} did is invisible.`;
}

function headcountSentence(report: ReadReport): string | null {
  const { reportRows } = report;
  const hours = valueOf(report, 'hoursIllusion');
  if (hours === null || reportRows.length === 0) return null;
  const logins = new Set(reportRows.map(({ login }) => login)).size;
  const people = new Set(reportRows.map(({ person }) => person)).size;
  const times = number(hours) === '1' ? '' : `${number(hours)} times `;
  return (
    `The reports show ${counted(logins, 'login')} for ${people === 1 ? '1 person' : `${people} people`}, ` +
    `and add up to ${times}the hours that people were there.`
  );
}

function distortionSentence(report: ReadReport): string | null {
  const parts = (
    [
      ['distortionHandledPerHour', 'conversations handled per hour'],
      ['distortionUtilisation', 'how busy people were'],
      ['distortionWait', "the consumers' wait"],
    ] as const
  ).flatMap(([id, what]) => {
    const shown = valueOf(report, id);
    return shown === null ? [] : [`${percent(shown)} of the truth for ${what}`];
  });
  return parts.length === 0 ? null : `Added up as they stand, the report rows say ${listed(parts)}.`;
}

function rankingSentence(report: ReadReport): string | null {
  const families = (
    [
      ['chat', 'kendallTauChat', 'missedBottomQuartileChat'],
      ['messaging', 'kendallTauMessaging', 'missedBottomQuartileMessaging'],
    ] as const
  ).flatMap(([family, tauId, missedId]) => {
    const tau = valueOf(report, tauId);
    const missed = valueOf(report, missedId);
    return tau === null || missed === null ? [] : [{ family, tau: number(tau), missed: percent(missed) }];
  });
  const [first, second] = families;
  if (first === undefined) return null;
  return (
    `Ranked by the ${first.family} report, people agree with their true order at ${first.tau} (1 is the same order, 0 is chance), ` +
    `and ${first.missed} of the quarter who truly handled least are missed` +
    (second === undefined ? '.' : `; by the ${second.family} report, at ${second.tau}, and ${second.missed}.`)
  );
}

function journeysSentence(report: ReadReport): string | null {
  const split = valueOf(report, 'splitJourneyShare');
  if (split === null) return null;
  const story = `${percent(split)} of consumers have a story that lies in more than one conversation or login`;
  const shown = valueOf(report, 'fcrApparent');
  const truth = valueOf(report, 'fcrTrue');
  if (shown === null || truth === null) return `${story}.`;
  return `${story}; the reports show ${percent(shown)} resolved at first contact, in truth it is ${percent(truth)}.`;
}

function valueOf({ scopes }: ReadReport, id: MeasureId): number | null {
  return scopes['reports']?.[id] ?? null;
}

function percent(share: Share): string {
  return `${Math.round(100 * share)} %`;
}

function number(value: number): string {
  return String(Number(value.toFixed(2)));
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function listed(parts: readonly string[]): string {
  const last = parts.at(-1)!;
  return parts.length === 1 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}
