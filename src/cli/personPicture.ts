/** One person's day of a finished run: found in its scenario file, played once more, and drawn. */
import type { CandidateResult, Comparison } from '../analysis/comparison.js';
import { hashText } from '../base/hash.js';
import { DAY } from '../base/units.js';
import { suggestion } from '../base/nearest.js';
import type { Chart } from '../charts/chart.js';
import { drawPersonDay } from '../charts/personDay.js';
import { PersonDayObserver } from '../metrics/personDay.js';
import { localTime } from '../report/localTime.js';
import type { Manifest } from '../report/manifest.js';
import type { Scenario } from '../scenario/types.js';
import { simulate } from '../simulate.js';
import { candidatesOf } from './candidates.js';
import { shortNames } from './compareCandidates.js';
import { Failure } from './failure.js';
import { readScenario } from './scenarioFile.js';
import type { Terminal } from './terminal.js';

export interface AskedDay {
  readonly person: string;
  readonly candidate: string | undefined;
  /** From 1; of the day, undefined: the first on which they come. */
  readonly replication: number;
  readonly day: number | undefined;
}

export function personPicture(
  asked: AskedDay,
  comparison: Comparison,
  made: Manifest,
  terminal: Terminal,
): Chart {
  const candidate = candidateOf(asked.candidate, comparison);
  if (asked.replication > made.replications)
    throw new Failure(`--replication: the run has ${made.replications}, not ${asked.replication}`);
  const scenario = scenarioOf(candidate, made, terminal);
  const names = scenario.people.map(({ name }) => name);
  const index = names.indexOf(asked.person);
  if (index === -1)
    throw new Failure(`--person: nobody is called "${asked.person}": ${suggestion(asked.person, names)}`);
  const [{ scenario: played }] = candidatesOf(scenario, [candidate.mode], {
    seed: candidate.seed,
    replications: undefined,
  });
  const observer = new PersonDayObserver(index);
  const outcome = simulate(played, candidate.mode, asked.replication - 1, [observer]);
  if ('unavailable' in outcome) throw new Failure(`${candidate.mode} cannot be played on this scenario`, 2);
  const { dayStarts } = scenario.calendar;
  const days = daysAsked(asked.day, dayStarts.length - 1);
  const seen = observer.day();
  for (const d of days) {
    const [dayStart, dayEnd] = [dayStarts[d], dayStarts[d + 1]];
    if (dayStart === undefined || dayEnd === undefined) break;
    const date = new Date(Date.parse(`${scenario.calendar.startDate}T00:00Z`) + d * DAY * 1000);
    const drawn = drawPersonDay(seen, {
      ...{ candidate: candidate.name, replication: asked.replication, dayStart, dayEnd },
      ...{ date: date.toISOString().slice(0, 10), localTime: localTime(scenario.calendar) },
    });
    if (drawn !== null) return drawn;
  }
  const others = asked.day === undefined ? '--replication' : '--day or --replication';
  throw new Failure(`${asked.person} is not there`, 1, `Try another ${others}.`);
}

/** From 0; all when none is asked for. */
function daysAsked(day: number | undefined, count: number): number[] {
  if (day === undefined) return Array.from({ length: count }, (_, d) => d);
  if (day > count)
    throw new Failure(`--day: the run has ${count === 1 ? '1 day' : `${count} days`}, not ${day}`);
  return [day - 1];
}

function candidateOf(asked: string | undefined, { candidates, best }: Comparison): CandidateResult {
  const names = candidates.map(({ name }) => name);
  const found = asked === undefined ? candidates[0] : candidates.find(({ name }) => name === asked);
  if (best?.modes.some(({ candidate, settings, given }) => candidate === found?.name && settings !== given))
    throw new Failure(`${found?.name ?? ''} has searched settings, which the scenario file does not hold`);
  if (found === undefined)
    throw new Failure(`--candidate: there is no "${asked ?? ''}": ${suggestion(asked ?? '', names)}`);
  return found;
}

/** @throws Failure when the file no longer holds what was run: its day would be another. */
function scenarioOf({ name, mode }: CandidateResult, made: Manifest, terminal: Terminal): Scenario {
  const shorts = shortNames(made.scenarios.map(({ file }) => file));
  const index =
    made.scenarios.length === 1
      ? 0
      : shorts.findIndex((short) => name === short || name === `${short}: ${mode}`);
  const source = made.scenarios[index];
  if (source === undefined) throw new Failure(`${name} is in none of the scenario files of the run`);
  const { scenario } = readScenario(source.file, terminal, [mode]);
  if (hashText(JSON.stringify(scenario)) !== source.hash)
    throw new Failure(
      `${source.file} has changed since the run, so the day would be another`,
      2,
      'Run it again first.',
    );
  return scenario;
}
