/** Each mode at its best: searches the modes' own settings on pilot demand that no comparison will be judged on. */
import type { Flat, Tried } from './comparison.js';
import { mean } from './interval.js';
import type { Candidate } from './jobs.js';
import { present } from './paired.js';
import { Settings, type Point } from './settings.js';
import { Trials, type TrialsOptions } from './trials.js';

/** One dial after the other, and again, since the best of one may move that of another. */
const PASSES = 2;
/** How many values of an ordered dial are looked at before the neighbourhood of the best. */
const COARSE = 6;

/** What the search of one candidate's settings found. */
export interface Found {
  readonly best: Candidate;
  readonly given: Candidate;
  /** As a scenario file says them; empty where the mode has no settings to search. */
  readonly bestText: string;
  readonly givenText: string;
  readonly flat: readonly Flat[];
  readonly tried: readonly Tried[];
}

export interface Search {
  /** Every setting that may be tried: what the executor has to be made with. */
  readonly candidates: readonly Candidate[];
  /** @throws SearchStopped when the signal is aborted. */
  readonly run: (options: TrialsOptions) => Promise<Found[]>;
}

export function searchOf(candidates: readonly Candidate[]): Search {
  const all = candidates.map((candidate) => new Settings(candidate));
  const offsets = all.map((_, i) => all.slice(0, i).reduce((sum, { size }) => sum + size, 0));
  return {
    candidates: all.flatMap((settings) => settings.candidates()),
    run: async (options) => {
      const found: Found[] = [];
      for (const [i, settings] of all.entries())
        found.push(await bestOf(settings, new Trials(settings, offsets[i] ?? 0, options)));
      return found;
    },
  };
}

async function bestOf(settings: Settings, trials: Trials): Promise<Found> {
  let best = settings.given;
  for (let pass = 0; pass < PASSES; pass++) {
    const before = best;
    for (const d of settings.dials.keys()) best = await bestAlong(settings, d, best, trials);
    if (settings.indexOf(before) === settings.indexOf(best)) break;
  }
  const flat: Flat[] = [];
  for (const d of settings.dials.keys()) flat.push(await flatAlong(settings, d, best, trials));
  return {
    best: settings.at(best),
    given: settings.at(settings.given),
    bestText: settings.text(best),
    givenText: settings.text(settings.given),
    flat,
    tried: trials.tried().map(({ index, scores }) => {
      const seen = present(scores);
      const score = seen.length === 0 ? null : mean(seen);
      return {
        settings: settings.text(settings.pointAt(index)),
        score,
        replications: scores.length,
      } satisfies Tried;
    }),
  };
}

/** From coarse to fine around the best value on the dial; the point to beat is in every race. */
async function bestAlong(settings: Settings, d: number, start: Point, trials: Trials): Promise<Point> {
  const { values, ordered } = settings.dials[d] ?? { values: [], ordered: false };
  let step = ordered ? Math.max(1, Math.ceil(values.length / COARSE)) : 1;
  const coarse = values.flatMap((_, place) => (place % step === step >> 1 ? [turned(start, d, place)] : []));
  let ranking = await trials.race([start, ...coarse]);
  while (step > 1) {
    step = Math.ceil(step / 2);
    const centre = ranking.find((point) => (point[d] ?? 0) < values.length)?.[d] ?? 0;
    const around = [centre - step, centre, centre + step].filter((place) => place in values);
    ranking = await trials.race([ranking[0] ?? start, ...around.map((place) => turned(start, d, place))]);
  }
  return ranking[0] ?? start;
}

async function flatAlong(settings: Settings, d: number, best: Point, trials: Trials): Promise<Flat> {
  const { setting, values, ordered } = settings.dials[d] ?? { setting: '', values: [], ordered: false };
  const isAsGood = async (place: number): Promise<boolean> =>
    place in values && (await trials.isAsGood(turned(best, d, place), best));
  const places = new Set([best[d] ?? 0]);
  if (!ordered) {
    for (const place of values.keys()) if (await isAsGood(place)) places.add(place);
  } else {
    const centre = await centreOf(settings, d, best, trials);
    if (places.has(centre) || (await isAsGood(centre))) {
      const below = await edgeOf((far) => isAsGood(centre - far));
      const above = await edgeOf((far) => isAsGood(centre + far));
      for (let place = centre - below; place <= centre + above; place++) places.add(place);
    }
  }
  const inOrder = [...places].sort((a, b) => a - b);
  return { setting, ordered, asGood: inOrder.map((place) => settings.words(turned(best, d, place), d)) };
}

/** A best value that is none of the dial's, such as auto, has no neighbours: the best of the dial's own has. */
async function centreOf({ dials }: Settings, d: number, best: Point, trials: Trials): Promise<number> {
  const count = dials[d]?.values.length ?? 0;
  const along = Array.from({ length: count }, (_, place) => turned(best, d, place));
  const ranking = await trials.race([best, ...along.filter((point) => trials.scoresOf(point).length > 0)]);
  return ranking.find((point) => (point[d] ?? 0) < count)?.[d] ?? 0;
}

/** How far it is good: in doubling steps until it is not, then halving the step between. */
async function edgeOf(isGood: (far: number) => Promise<boolean>): Promise<number> {
  let good = 0;
  let bad = 1;
  while (await isGood(bad)) {
    good = bad;
    bad *= 2;
  }
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (await isGood(middle)) good = middle;
    else bad = middle;
  }
  return good;
}

function turned(point: Point, d: number, place: number): Point {
  return point.map((own, i) => (i === d ? place : own));
}
