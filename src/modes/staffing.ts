/** What the modes share: one login per person all shift long, and how much of a group's work is chat. */
import type { LoginPlan, Session } from '../engine/mode.js';
import { offeredWork } from '../scenario/offeredWork.js';
import type { Channel, Person, Scenario } from '../scenario/types.js';
import type { Share } from '../base/units.js';

/** A login for the whole of each of the person's shifts. */
export function wholeShifts(person: Person, login: number): Session[] {
  return person.shifts.map(({ start, end }, shift) => ({ login, shift, start, end, changeover: 0 }));
}

export function loginOf(
  scenario: Scenario,
  person: number,
  channels: readonly Channel[],
  suffix = '',
): LoginPlan {
  return { person, name: scenario.people[person]!.name + suffix, channels };
}

/** People of one group who work the same shifts: interchangeable in a rota. */
export interface RotaClass {
  readonly people: readonly number[];
  readonly chatShare: Share;
}

/**
 * The people who handle both channels, by group and shift patterns, each class with the chat share of the work offered
 * to its skills during its shifts. `fixed` overrides that share for all.
 */
export function rotaClasses(scenario: Scenario, fixed: Share | null): RotaClass[] {
  const classes = new Map<string, number[]>();
  scenario.people.forEach((person, p) => {
    if (person.channels.length < 2) return;
    const key = JSON.stringify([
      person.group,
      person.skills,
      person.shifts.map(({ start, end }) => [start, end]),
    ]);
    const members = classes.get(key);
    if (members === undefined) classes.set(key, [p]);
    else members.push(p);
  });
  return [...classes.values()].map((people) => ({
    people,
    chatShare: fixed ?? offeredChatShare(scenario, scenario.people[people[0]!]!),
  }));
}

/** Chat's part of the work offered to the person's skills in the hours they work; a half where nothing is offered. */
function offeredChatShare(scenario: Scenario, person: Person): Share {
  const { intervalBounds } = scenario.calendar;
  const work = offeredWork(scenario);
  const sum = { chat: 0, messaging: 0 };
  scenario.streams.forEach((stream, s) => {
    if (!person.skills.includes(stream.skill)) return;
    work[s]!.forEach((seconds, i) => {
      const from = intervalBounds[i]!;
      const to = intervalBounds[i + 1]!;
      for (const shift of person.shifts) {
        const overlap = Math.min(to, shift.end) - Math.max(from, shift.start);
        if (overlap > 0) sum[stream.channel] += seconds * (overlap / (to - from));
      }
    });
  });
  const total = sum.chat + sum.messaging;
  return total === 0 ? 0.5 : sum.chat / total;
}
