/**
 * The identities of the model, for every mode, on the sample scenarios and on random small ones with all rules on at random.
 * `tests/support/audit.ts` keeps its own books and throws at the first event where the engine disagrees: conservation per
 * stream, capacity at assignment, one pair of hands, busy seconds of a person = of their logins, Little's law per queue, lists
 * and piles in order, nothing overdue, nobody idle with work waiting, no queue beside free room.
 * LAW_RUNS=5000 npx vitest run tests/laws looks longer.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { combine } from '../../src/engine/observers.js';
import { run } from '../../src/engine/run.js';
import { Tally } from '../../src/metrics/tally.js';
import { MODES } from '../../src/modes/registry.js';
import type { Scenario } from '../../src/scenario/types.js';
import { simulate } from '../../src/simulate.js';
import { sampleAttendance } from '../../src/traffic/attendance.js';
import { sampleDemand } from '../../src/traffic/demand.js';
import { Audit } from '../support/audit.js';
import { checkPlan } from '../support/checkPlan.js';
import { everybody } from '../support/play.js';
import { randomScenario } from '../support/randomScenario.js';
import { SAMPLES, sampleScenario } from '../support/samples.js';

const HOURS = 3600;
const RUNS = Number(process.env['LAW_RUNS'] ?? 120);
const SETTINGS: Readonly<Record<string, unknown>> = { 'per-shift': { blocks: '1h', changeover: '3m' } };

/** Plays a mode under audit; null when the scenario cannot be played in it. */
function audited(scenario: Scenario, mode: (typeof MODES)[number], replication = 0) {
  const request = scenario.modes.find(({ name }) => name === mode.name);
  const plan = mode.plan(scenario, request?.settings ?? mode.settings.parse(SETTINGS[mode.name] ?? {}));
  if ('unavailable' in plan) return null;
  checkPlan(scenario, plan);
  const audit = new Audit();
  const demand = sampleDemand(scenario, scenario.seed, replication);
  const attendance = sampleAttendance(scenario, scenario.seed, replication);
  const events = run(scenario, plan, demand, attendance, combine([audit, new Tally()]));
  return { audit, events, fingerprint: demand.fingerprint() };
}

describe.each(MODES)('$name', (mode) => {
  test('every identity holds in random small centres', () => {
    fc.assert(
      fc.property(randomScenario, (scenario) => {
        audited(scenario, mode);
      }),
      { numRuns: RUNS },
    );
  });

  test.each(SAMPLES)('every identity holds in %s, shortened', (name) => {
    const scenario = sampleScenario(name);
    const horizon = Math.min(scenario.calendar.horizon, (name === 'overnight' ? 30 : 15) * HOURS);
    const short = { ...scenario, calendar: { ...scenario.calendar, horizon } };
    const played = audited(short, mode);
    if (played === null) expect(mode.name).toBe('messaging-only');
    else expect(played.audit.count.total).toBeGreaterThan(100);
  });
});

describe('the same demand', () => {
  test('same scenario, seed and replication: the same report to the last bit; another seed: another', () => {
    fc.assert(
      fc.property(randomScenario, fc.constantFrom(...MODES), (scenario, { name }) => {
        const report = (seed: string) => JSON.stringify(simulate({ ...scenario, seed }, name, 3));
        expect(report('x')).toBe(report('x'));
      }),
      { numRuns: 20 },
    );
    const scenario = sampleScenario('two-logins');
    const [a, b] = [0, 1].map((replication) => JSON.stringify(simulate(scenario, 'blended', replication)));
    expect(a).not.toBe(b);
  });

  test('listening changes nothing: the report is the same with an audit beside the metrics', () => {
    const scenario = sampleScenario('two-logins');
    for (const { name } of MODES)
      expect(simulate(scenario, name, 0, [new Audit()])).toEqual(simulate(scenario, name, 0));
  });

  test('the report says what the books say: counts per stream, queues, busy and signed-in seconds', () => {
    fc.assert(
      fc.property(randomScenario, fc.constantFrom(...MODES), (random, { name }) => {
        const scenario = { ...random, warmUp: 0 };
        const audit = new Audit();
        const report = simulate(scenario, name, 0, [audit]);
        if ('unavailable' in report) return;
        const { books, count, endedBy } = audit;
        const close = (shown: number, booked: number) => {
          expect(Math.abs(shown - booked)).toBeLessThan(1e-6 * (1 + booked));
        };
        report.people.forEach((row, p) => {
          close(row.workedSeconds, books.busyOfPerson[p]!);
        });
        report.logins.forEach((row, l) => {
          close(row.signedInSeconds, books.signedInOfLogin[l]!);
        });
        scenario.streams.forEach((stream, s) => {
          const shown = report.scopes[`stream:${stream.name}`]!;
          const [completed, autoClosed, timedOut, abandoned, abandonedSilently, walkedOut] = endedBy[s]!;
          expect(shown).toMatchObject({ offered: count.byStream[s]!, completed, autoClosed, timedOut });
          expect(shown).toMatchObject({ abandoned, abandonedSilently, walkedOut });
          close(shown.queueLength! * scenario.calendar.horizon, books.queueSeconds[s]!);
        });
      }),
      { numRuns: 60 },
    );
  });

  test('the fingerprint of the demand is equal for all modes', () => {
    fc.assert(
      fc.property(randomScenario, (scenario) => {
        const prints = MODES.flatMap((mode) => audited(scenario, mode)?.fingerprint ?? []);
        expect(new Set(prints).size).toBeLessThanOrEqual(1);
      }),
      { numRuns: 15 },
    );
  });

  test('offered work is the same in all modes when nothing but the script costs time and all of it is done', () => {
    fc.assert(
      fc.property(randomScenario, (random) => {
        const scenario = withoutFrictions(random);
        const done = MODES.flatMap((mode) => {
          const plan = mode.plan(scenario, mode.settings.parse(SETTINGS[mode.name] ?? {}));
          if ('unavailable' in plan) throw new Error(plan.unavailable);
          const audit = new Audit();
          const demand = sampleDemand(scenario, scenario.seed, 0);
          run(scenario, plan, demand, everybody(scenario), audit);
          return audit.open.size === 0 ? [audit.effortDone] : [];
        });
        fc.pre(done.length === MODES.length);
        for (const work of done) expect(work).toBeCloseTo(done[0]!, 4);
      }),
      { numRuns: 40 },
    );
  });
});

/** Ample people around the clock for everything, nobody leaves, nothing costs extra, and half a week to finish it. */
function withoutFrictions(random: Scenario): Scenario {
  const calm = {
    ...{ patience: null, replyPatience: null, silenceTimeout: 1e9, closeByAgent: 1, autoClose: 1e9 },
    follow: { byConsumer: 0, byAgent: 0, after: { kind: 'constant', value: 0 }, retelling: null },
    consumerGap: { kind: 'exponential', mean: 60 },
  } as const;
  const horizon = 84 * HOURS;
  const always = { ...random.people[0]!.shifts[0]!, day: 0, start: 0, end: horizon, breaks: [] };
  return {
    ...random,
    calendar: { ...random.calendar, horizon },
    streams: random.streams.map((stream) => ({
      ...stream,
      skill: 'service',
      conversation: { ...stream.conversation, ...calm },
      asMessaging: stream.asMessaging && {
        effortFactor: 1,
        conversation: { ...stream.asMessaging.conversation, ...calm },
      },
    })),
    people: Array.from({ length: 6 }, (_, i) => ({
      ...random.people[0]!,
      name: `person ${i}`,
      skills: ['service'],
      channels: ['chat', 'messaging'],
      shifts: [always],
    })),
    work: {
      ...random.work,
      slowdown: { factors: [1], perExtra: 0 },
      switching: { withinWorkspace: 0, betweenWorkspaces: 0, noticeDelay: 0 },
      catchUp: 0,
      openMessaging: 'return',
    },
  };
}
