/** Where a report would rank each person, against where their true work ranks them. */
import type { CandidateResult, Comparison } from '../analysis/comparison.js';
import { list, replicationCount } from '../analysis/words.js';
import type { ReportRow } from '../metrics/runReport.js';
import { CHANNELS, type ByChannel, type Channel } from '../scenario/types.js';
import { chart, type Chart, type ChartDefinition, type Drawing } from './chart.js';
import { candidateColour, panels, panelTitle } from './pieces.js';

export const reportRank: ChartDefinition = {
  name: 'report-rank',
  summary: "People's places by each report against their true places",
  draw,
};

const TITLES: ByChannel<string> = { chat: 'By the chat report', messaging: 'By the messaging report' };
const TAU = { chat: 'kendallTauChat', messaging: 'kendallTauMessaging' } as const;
/** Fewer have no order worth a picture. */
const FEWEST = 3;
/** Of a panel's sides, in pixels. */
const LARGEST = 280;

interface Place {
  readonly candidate: string;
  readonly family: Channel;
  readonly person: string;
  /** From 1, the one with the most. */
  readonly shown: number;
  readonly truth: number;
}

function draw(comparison: Comparison): Chart | null {
  const places = comparison.candidates.flatMap((candidate) =>
    CHANNELS.flatMap((family) => placesOf(candidate, family)),
  );
  const families = CHANNELS.filter((family) => places.some((place) => place.family === family));
  if (families.length === 0) return null;
  return chart(
    {
      title: titleOf(comparison),
      subtitle:
        'Each point a person whom the report shows: their true place, by work handled per hour on shift, and their ' +
        'place by what the report shows per labour hour; first place is top and left, on the line both agree. Places ' +
        `are of values averaged over ${replicationCount(comparison.replications)}; τ is the mean of single replications.`,
    },
    {
      vconcat: families.map((family) =>
        plot(
          family,
          places.filter((place) => place.family === family),
          comparison,
        ),
      ),
    },
    {
      columns: ['Report', 'Candidate', 'Person', 'Place in the report', 'True place'],
      rows: places.map(({ family, candidate, person, shown, truth }) => [
        family,
        candidate,
        person,
        shown,
        truth,
      ]),
    },
  );
}

function placesOf({ name, people, reportRows }: CandidateResult, family: Channel): Place[] {
  const seen = people.flatMap(({ person, handledWorkPerHour }) => {
    const shown = perLabourHour(reportRows.filter((row) => row.person === person && row.family === family));
    return shown === null || handledWorkPerHour === null
      ? []
      : [{ person, shown, truth: handledWorkPerHour }];
  });
  if (seen.length < FEWEST) return [];
  const shown = places(seen.map((one) => one.shown));
  const truth = places(seen.map((one) => one.truth));
  return seen.map(({ person }, i) => ({
    ...{ candidate: name, family, person },
    ...{ shown: shown[i] ?? 0, truth: truth[i] ?? 0 },
  }));
}

/** A person's rows of one family read together: what they show per hour, weighted by their hours. */
function perLabourHour(rows: readonly ReportRow[]): number | null {
  const hours = rows.reduce((sum, row) => sum + row.loggedInSeconds, 0);
  if (hours === 0) return null;
  return rows.reduce((sum, row) => sum + (row.perLabourHour ?? 0) * row.loggedInSeconds, 0) / hours;
}

/** Equal values share the middle of their places. */
function places(values: readonly number[]): number[] {
  return values.map((value) => {
    const ahead = values.filter((other) => other > value).length;
    const level = values.filter((other) => other === value).length;
    return ahead + (level + 1) / 2;
  });
}

function plot(family: Channel, own: readonly Place[], comparison: Comparison): Drawing {
  const names = comparison.candidates.map(({ name }) => name);
  const shownNames = names.filter((name) => own.some(({ candidate }) => candidate === name));
  // As many columns as candidates, so that both families' panels are of one size.
  const { columns, width } = panels(names.length, { gap: 40 });
  const side = Math.min(width, LARGEST);
  const last = Math.max(...own.map(({ shown, truth }) => Math.max(shown, truth)));
  const scale = { domain: [0.5, last + 0.5], reverse: false, nice: false };
  const axis = { tickCount: 4, format: 'd' };
  const x = { field: 'truth', type: 'quantitative', title: 'true place', scale, axis };
  const y = {
    field: 'shown',
    type: 'quantitative',
    title: 'place in the report',
    scale: { ...scale, reverse: true },
    axis,
  };
  return {
    title: panelTitle(TITLES[family]),
    data: {
      values: own.map((place) => ({ ...place, heading: headingOf(place.candidate, family, comparison) })),
    },
    facet: {
      ...{ field: 'heading', type: 'nominal', title: null, header: { labelAnchor: 'start' } },
      sort: shownNames.map((name) => headingOf(name, family, comparison)),
    },
    columns,
    spec: {
      ...{ width: side, height: side },
      layer: [
        {
          data: {
            values: [
              { truth: 0.5, shown: 0.5 },
              { truth: last + 0.5, shown: last + 0.5 },
            ],
          },
          mark: { type: 'line', style: 'reference' },
          encoding: { x, y },
        },
        {
          mark: { type: 'point', filled: true, size: 38, opacity: 0.85 },
          encoding: {
            ...{ x, y, color: candidateColour(comparison) },
            tooltip: ['person', 'candidate', 'shown', 'truth'].map((field) => ({ field })),
          },
        },
      ],
    },
  };
}

function headingOf(candidate: string, family: Channel, { candidates }: Comparison): string {
  const tau = candidates.find(({ name }) => name === candidate)?.estimates['reports']?.[TAU[family]];
  return tau === undefined ? candidate : `${candidate}, τ ${tau.mean.toFixed(2)}`;
}

function titleOf({ candidates }: Comparison): string {
  const told = CHANNELS.flatMap((family) => {
    const taus = candidates.flatMap(({ estimates }) => estimates['reports']?.[TAU[family]]?.mean ?? []);
    const [low, high] = [Math.min, Math.max].map((of) => of(...taus).toFixed(2));
    if (taus.length === 0) return [];
    return [`${low === high ? (low ?? '') : `${low ?? ''} to ${high ?? ''}`} (${family} report)`];
  });
  return told.length === 0
    ? "People's places by each report and their true places"
    : `Rankings by report agree with true work at ${list(told)}, where 1 is the same order and 0 is chance`;
}
