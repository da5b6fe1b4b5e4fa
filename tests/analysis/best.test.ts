// Each mode at its best: never worse than given on the pilot, judged on demand of its own, exact where there is no noise.
import { describe, expect, test } from 'vitest';
import { asGivenAsides, type Searched } from '../../src/analysis/best.js';
import { bestSentences } from '../../src/analysis/bestWords.js';
import { compare } from '../../src/analysis/compare.js';
import type { Candidate, Job, Outcome, RunJobs } from '../../src/analysis/jobs.js';
import { objectiveOn, SERVICE_MISSED, type Objective } from '../../src/analysis/objective.js';
import { searchOf } from '../../src/analysis/search.js';
import { PILOT, PILOT_FROM, SearchStopped } from '../../src/analysis/trials.js';
import { inProcess } from '../../src/cluster/inProcess.js';
import { MODES } from '../../src/modes/registry.js';
import { simulate } from '../../src/simulate.js';
import { reportOf } from '../cluster/fakeSimulate.js';
import { sampleScenario } from '../support/samples.js';

type Settings = Readonly<Record<string, unknown>>;

const sample = sampleScenario('two-logins');
const modes = MODES.map(({ name, settings }) => ({ name, settings: settings.parse({}) }));
const scenario = { ...sample, modes };
const given: Candidate[] = modes.map(({ name }) => ({ name, scenario, mode: name }));
const settingsOf = ({ scenario: { modes: asked }, mode }: Candidate): Settings =>
  asked.find(({ name }) => name === mode)?.settings as Settings;

async function searched(
  candidates: readonly Candidate[],
  runJobs: (all: readonly Candidate[]) => RunJobs,
  objective: Objective = SERVICE_MISSED,
): Promise<Searched> {
  const search = searchOf(candidates);
  return { objective, found: await search.run({ objective, runJobs: runJobs(search.candidates) }) };
}

describe('on a small centre', () => {
  const replications: number[] = [];
  const noted =
    (order: 'as given' | 'backwards') =>
    (all: readonly Candidate[]): RunJobs => {
      const run = inProcess(all, simulate);
      return (jobs, finished, signal) => {
        replications.push(...jobs.map(({ replication }) => replication));
        return run(order === 'as given' ? jobs : [...jobs].reverse(), finished, signal);
      };
    };
  const search = searched(given, noted('as given'));

  test('the best is never worse than the given on the pilot, which both went through to its end', async () => {
    const { found } = await search;
    expect(found).toHaveLength(MODES.length);
    for (const { bestText, givenText, tried } of found) {
      if (bestText === '') continue;
      const [best, as] = [bestText, givenText].map((text) => tried.find(({ settings }) => settings === text));
      expect([best?.replications, as?.replications]).toEqual([PILOT, PILOT]);
      expect(best?.score).toBeLessThanOrEqual(as?.score ?? -Infinity);
      for (const { score, replications: n } of tried)
        if (n === PILOT) expect(best?.score).toBeLessThanOrEqual(score ?? -Infinity);
    }
    expect(found.some(({ bestText, givenText }) => bestText !== givenText)).toBe(true);
  });

  test('the same is found in whatever order the pilot runs finish', async () => {
    const [, shift] = given;
    const found = async (order: 'as given' | 'backwards'): Promise<string> =>
      JSON.stringify((await searched([shift!], noted(order))).found);
    expect((await found('backwards')) === (await found('as given'))).toBe(true);
  });

  test('the winners are judged on fresh demand, beside themselves as given, which is no contender', async () => {
    const { found, objective } = await search;
    expect(Math.min(...replications)).toBe(PILOT_FROM);
    const candidates = found.map(({ best }) => best);
    const asides = asGivenAsides({ found, objective });
    const all = [...candidates, ...asides];
    const both = await compare(all, inProcess(all, simulate), {
      replications: 6,
      searched: { found, objective },
    });
    const alone = await compare(candidates, inProcess(candidates, simulate), { replications: 6 });
    expect(alone.best).toBeNull();
    expect(JSON.stringify({ ...both, best: null }) === JSON.stringify(alone)).toBe(true);

    const before = await compare(given, inProcess(given, simulate), { replications: 6 });
    const missed = (comparison: typeof before, name: string, r: number): number => {
      const estimates = comparison.candidates.find((one) => one.name === name)?.estimates;
      return SERVICE_MISSED.of((scope, measure) => estimates?.[scope]?.[measure]?.values[r] ?? null) ?? NaN;
    };
    const changed = both.best?.modes.filter(({ improvement }) => improvement !== null) ?? [];
    expect(changed.map(({ candidate }) => candidate)).toEqual(asides.map(({ aside }) => aside?.of));
    for (const { candidate, improvement } of changed) {
      improvement?.values.forEach((value, r) => {
        expect(value).toBeCloseTo(missed(before, candidate, r) - missed(both, candidate, r), 12);
      });
    }
    expect(bestSentences(both)).toHaveLength(MODES.length);
  });
});

describe('on a landscape without noise', () => {
  /** Service missed as a function of the settings; the day shifts all alike. */
  const landscape =
    (missed: (settings: Settings) => number) =>
    (all: readonly Candidate[]): RunJobs =>
    (jobs, finished) => {
      const outcome = ({ candidate, replication }: Job): Outcome => {
        const one = all[candidate]!;
        const level = 1 - missed(settingsOf(one)) - (replication % 7) / 100;
        return reportOf(one.scenario, one.mode, replication, { serviceLevel: level });
      };
      for (const job of jobs) finished(job, outcome(job));
      return Promise.resolve();
    };
  const crowd = {
    ...scenario,
    people: Array.from({ length: 60 }, (_, i) => ({ ...scenario.people[0]!, name: `p${i}` })),
  };
  const only = (mode: string): Candidate[] => [{ name: mode, scenario: crowd, mode }];
  const onChat = ({ chat }: Settings): number =>
    typeof chat === 'object' && chat !== null && 'people' in chat ? Number(chat.people) : NaN;

  test.each([1, 23, 44, 59])(
    'the peak at %d of 60 people is found exactly, from coarse to fine',
    async (peak) => {
      const far = (settings: Settings): number => Math.abs(onChat(settings) - peak);
      const missed = (settings: Settings): number =>
        Number.isNaN(far(settings)) ? 0.9 : far(settings) / 100;
      const { found } = await searched(only('dedicated'), landscape(missed));
      expect(found[0]?.bestText).toBe(`chat: { people: ${peak} }`);
      expect(found[0]?.flat).toEqual([{ setting: 'chat', ordered: true, asGood: [`{ people: ${peak} }`] }]);
      expect(found[0]?.tried.length).toBeLessThan(30);
    },
  );

  test('a plateau is told as a range; a setting that changes nothing is as good at every value', async () => {
    const missed = (settings: Settings): number => {
      const away = Math.abs(Number(settings['chat']) - 0.6);
      return Number.isNaN(away) ? 0.9 : Math.max(0.2, away);
    };
    const { found } = await searched(only('per-shift'), landscape(missed));
    const [chat, blocks, stagger] = found[0]?.flat ?? [];
    expect([chat?.asGood[0], chat?.asGood.at(-1)]).toEqual(['40%', '80%']);
    expect(blocks?.asGood).toEqual(['1h', '2h', '3h', '4h', '6h', '8h']);
    expect(stagger?.asGood).toEqual(['true', 'false']);
  });

  test('what is given stays where nothing is better, and what cannot be searched says so', async () => {
    const flat = await searched(
      only('blended'),
      landscape(() => 0.3),
    );
    expect(flat.found[0]?.bestText).toBe(flat.found[0]?.givenText);
    expect(asGivenAsides(flat)).toEqual([]);
    const { found } = await searched(
      only('messaging-only'),
      landscape(() => 0.3),
    );
    expect(found[0]).toMatchObject({ bestText: '', flat: [], tried: [] });
  });

  test('another aim finds another best; a measure without a better side is none; Ctrl-C chooses nothing', async () => {
    const best = async (measure: 'serviceLevel' | 'offered'): Promise<string | undefined> => {
      const aim = objectiveOn({ scope: 'chat', measure });
      if (aim === null) return undefined;
      const peak = landscape((settings) => Math.abs((onChat(settings) || 90) - 30) / 100);
      return (await searched(only('dedicated'), peak, aim)).found[0]?.bestText;
    };
    expect(await best('serviceLevel')).toBe('chat: { people: 30 }');
    expect(await best('offered')).toBeUndefined();
    const search = searchOf(only('dedicated'));
    const by = new AbortController();
    const stopped: RunJobs = () => {
      by.abort();
      return Promise.resolve();
    };
    await expect(
      search.run({ objective: SERVICE_MISSED, runJobs: stopped, signal: by.signal }),
    ).rejects.toThrow(SearchStopped);
  });
});
