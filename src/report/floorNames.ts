/** The floor's small integers as the names that people know. */
import type { Seconds } from '../base/units.js';
import type { Floor } from '../engine/observer.js';
import { localTime } from './localTime.js';

export class FloorNames {
  readonly time: (at: Seconds) => string;

  constructor(readonly floor: Floor) {
    this.time = localTime(floor.scenario.calendar);
  }

  /** Thread and part, from 1: the same consumer and conversation in every mode. */
  conversation(c: number): string {
    const { thread, part } = this.floor.conversations;
    return `${(thread[c] ?? 0) + 1}-${(part[c] ?? 0) + 1}`;
  }

  stream(c: number): string {
    const { scenario, conversations } = this.floor;
    return scenario.streams[conversations.stream[c] ?? -1]?.name ?? '';
  }

  /** Blank for no login. */
  login(login: number | undefined): string {
    return this.floor.plan.logins[login ?? -1]?.name ?? '';
  }

  /** The person behind a login. */
  owner(login: number | undefined): string {
    return this.person(this.floor.plan.logins[login ?? -1]?.person);
  }

  person(p: number | undefined): string {
    return this.floor.scenario.people[p ?? -1]?.name ?? '';
  }
}
