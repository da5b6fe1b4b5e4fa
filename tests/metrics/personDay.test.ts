// A person's day as stretches agrees with what the report adds up, in every mode.
import { describe, expect, test } from 'vitest';
import { PersonDayObserver, type HandKind } from '../../src/metrics/personDay.js';
import { MODES } from '../../src/modes/registry.js';
import { simulate } from '../../src/simulate.js';
import { sampleScenario } from '../support/samples.js';

const scenario = sampleScenario('two-logins');

interface Span {
  readonly from: number;
  readonly to: number;
}

const length = (spans: readonly Span[]): number => spans.reduce((sum, { from, to }) => sum + to - from, 0);

describe.each(MODES.map(({ name }) => name))('%s', (mode) => {
  const observer = new PersonDayObserver(0);
  const outcome = simulate(scenario, mode, 0, [observer]);
  if ('unavailable' in outcome) throw new Error(outcome.unavailable);
  const day = observer.day();
  const [row] = outcome.people;

  test('hands: by kind of work as the report says, one piece after the other', () => {
    const of = (kind: HandKind): number => length(day.pieces.filter((piece) => piece.kind === kind));
    expect(day.person).toBe(row!.person);
    expect(of('answering')).toBeCloseTo(row!.answeringSeconds, 6);
    expect(of('wrap-up')).toBeCloseTo(row!.wrapUpSeconds, 6);
    expect(of('switching')).toBeCloseTo(row!.switchingSeconds, 6);
    expect(of('re-reading')).toBeCloseTo(row!.rereadingSeconds, 6);
    expect(of('login change')).toBeCloseTo(row!.loginChangeSeconds, 6);
    day.pieces
      .slice(1)
      .forEach(({ from }, i) => expect(from).toBeGreaterThanOrEqual(day.pieces[i]!.to - 1e-9));
  });

  test('presence: with breaks as long as the logins were signed in by their clock', () => {
    const own = outcome.logins.filter(({ person }) => person === day.person);
    for (const { login, signedInSeconds } of own)
      expect(length(day.presence.filter((one) => one.login === login))).toBeCloseTo(signedInSeconds, 6);
    day.presence.slice(1).forEach(({ from }, i) => expect(from).toBeGreaterThanOrEqual(day.presence[i]!.to));
  });

  test('what is held: without gaps over the whole day, and no more at once than the report says', () => {
    for (const channel of ['chat', 'messaging'] as const) {
      const own = day.held.filter((held) => held.channel === channel);
      expect(own[0]!.from).toBe(0);
      expect(own.at(-1)!.to).toBe(scenario.calendar.horizon);
      own.slice(1).forEach(({ from }, i) => expect(from).toBe(own[i]!.to));
      for (const { waiting, open } of own) expect(waiting).toBeLessThanOrEqual(open);
    }
  });
});
