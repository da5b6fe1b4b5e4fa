/** What the engine takes for granted of every plan (the contract in `engine/mode.ts`). */
import { expect } from 'vitest';
import type { Plan } from '../../src/engine/mode.js';
import type { Scenario } from '../../src/scenario/types.js';

export function checkPlan(scenario: Scenario, plan: Plan): void {
  const { logins, sessions } = plan;
  const owners = logins.map((login) => login.person);
  expect(owners, 'logins stand by person, persons in order').toEqual([...owners].sort((a, b) => a - b));
  expect(new Set(owners).size, 'everybody has a login').toBe(scenario.people.length);
  expect(new Set(logins.map((login) => login.name)).size, 'names are unique').toBe(logins.length);
  for (const { channels, person } of logins) {
    expect(channels.length).toBeGreaterThan(0);
    const able: readonly string[] = scenario.people[person]!.channels;
    const carried = channels.every((channel) => able.includes(channel));
    expect(carried || plan.chatAsMessaging, 'nobody takes a channel they cannot').toBe(true);
  }
  expect(sessions.length).toBe(scenario.people.length);
  sessions.forEach((own, p) => {
    let freeFrom = -Infinity;
    for (const { login, shift, start, end, changeover } of own) {
      const hours = scenario.people[p]!.shifts[shift]!;
      expect(logins[login]!.person, 'a session is of one of the person’s own logins').toBe(p);
      expect(start < end && start >= hours.start && end <= hours.end, 'within its shift').toBe(true);
      expect(start, 'one session at a time').toBeGreaterThanOrEqual(freeFrom);
      expect(changeover).toBeGreaterThanOrEqual(0);
      freeFrom = end;
    }
  });
}

/** Seconds of each shift that are covered by a session, less the shift's length: 0 where the plan uses all paid hours. */
export function unusedSeconds(scenario: Scenario, plan: Plan): number[] {
  return scenario.people.flatMap(({ shifts }, p) =>
    shifts.map(({ start, end }, s) =>
      plan.sessions[p]!.filter((session) => session.shift === s).reduce(
        (left, session) => left - (session.end - session.start),
        end - start,
      ),
    ),
  );
}
