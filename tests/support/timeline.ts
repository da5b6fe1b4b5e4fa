/** An observer that writes what happens as sentences: `10:00:40 Ana answers #0.0` (thread 0, its first conversation). */
import type { Seconds } from '../../src/base/units.js';
import { ENDING, LOSS, type Floor, type Observer } from '../../src/engine/observer.js';
import { ORIGIN } from '../../src/engine/conversations.js';
import { DOING } from '../../src/engine/people.js';

const ENDED: Readonly<Record<number, string>> = {
  [ENDING.completed]: 'is completed',
  [ENDING.autoClosed]: 'is auto-closed',
  [ENDING.timedOut]: 'times out',
  [ENDING.abandoned]: 'is abandoned',
  [ENDING.abandonedSilently]: 'is closed as silently abandoned',
  [ENDING.walkedOut]: 'ends, the consumer has walked out',
};

export class Timeline implements Observer {
  readonly #lines: { readonly at: Seconds; readonly says: string }[] = [];
  #floor!: Floor;
  /** Line that says c is queued, kept only when it is not assigned at the same instant. */
  readonly #queuedLine = new Map<number, { readonly at: Seconds; readonly line: object }>();

  lines(): string[] {
    return this.#lines.map(({ at, says }) => `${clock(at)} ${says}`);
  }

  begin(floor: Floor): void {
    this.#floor = floor;
  }

  arrived(c: number): void {
    const { now } = this.#floor;
    const how: Readonly<Record<number, string>> = {
      [ORIGIN.new]: 'arrives',
      [ORIGIN.consumerFollowUp]: 'comes back',
      [ORIGIN.agentFollowUp]: 'is to be followed up',
    };
    this.#say(now, `${this.#name(c)} ${how[this.#floor.conversations.origin[c]!]!}`);
  }

  queued(c: number): void {
    const { now } = this.#floor;
    this.#say(now, `${this.#name(c)} waits in the queue`);
    this.#queuedLine.set(c, { at: now, line: this.#lines.at(-1)! });
  }

  assigned(c: number): void {
    const { now } = this.#floor;
    const queued = this.#queuedLine.get(c);
    if (queued?.at === now) this.#lines.splice(this.#lines.indexOf(queued.line as never), 1);
    this.#queuedLine.delete(c);
    this.#say(now, `${this.#name(c)} goes to ${this.#login(c)}`);
  }

  unassigned(c: number, loss: number): void {
    const { now } = this.#floor;
    const how = loss === LOSS.returned ? 'is returned by' : 'is handed over by';
    this.#say(now, `${this.#name(c)} ${how} ${this.#login(c)}`);
  }

  consumerWrote(c: number): void {
    const { now } = this.#floor;
    this.#say(now, `${this.#name(c)} writes`);
  }

  leftSilently(c: number): void {
    const { now } = this.#floor;
    this.#say(now, `${this.#name(c)} leaves silently`);
  }

  workStarted(p: number, c: number): void {
    const { now } = this.#floor;
    const doing = this.#floor.people.doing[p];
    if (doing === DOING.changingLogin) this.#say(now, `${this.#person(p)} changes login`);
    else
      this.#say(
        now,
        `${this.#person(p)} ${doing === DOING.wrappingUp ? 'wraps up' : 'begins'} ${this.#name(c)}`,
      );
  }

  answered(p: number, c: number): void {
    const { now } = this.#floor;
    this.#say(now, `${this.#person(p)} answers ${this.#name(c)}`);
  }

  workEnded(p: number): void {
    const { now } = this.#floor;
    const { doing, conversation } = this.#floor.people;
    if (doing[p] === DOING.wrappingUp)
      this.#say(now, `${this.#person(p)} has wrapped up ${this.#name(conversation[p]!)}`);
  }

  ended(c: number, ending: number): void {
    const { now } = this.#floor;
    this.#say(now, `${this.#name(c)} ${ENDED[ending]!}`);
  }

  signedIn(_p: number, login: number): void {
    const { now } = this.#floor;
    this.#say(now, `${this.#floor.plan.logins[login]!.name} signs in`);
  }

  signedOut(_p: number, login: number): void {
    const { now } = this.#floor;
    this.#say(now, `${this.#floor.plan.logins[login]!.name} signs out`);
  }

  breakStarted(p: number): void {
    const { now } = this.#floor;
    this.#say(now, `${this.#person(p)} takes a break`);
  }

  breakEnded(p: number): void {
    const { now } = this.#floor;
    this.#say(now, `${this.#person(p)} is back`);
  }

  checkpoint(): Seconds {
    return Infinity;
  }

  elapse(): void {
    return;
  }

  joinsPile(): void {
    return;
  }

  leavesPile(): void {
    return;
  }

  elapseQueue(): void {
    return;
  }

  finish(): void {
    return;
  }

  #say(at: Seconds, says: string): void {
    this.#lines.push({ at, says });
  }

  #name(c: number): string {
    const { thread, part } = this.#floor.conversations;
    return `#${thread[c]}.${part[c]}`;
  }

  #login(c: number): string {
    return this.#floor.plan.logins[this.#floor.conversations.login[c]!]!.name;
  }

  #person(p: number): string {
    return this.#floor.scenario.people[p]!.name;
  }
}

/** Seconds since midnight of the first day as `10:00:40`; hours go on beyond 24. */
function clock(at: Seconds): string {
  const two = (n: number) => String(n).padStart(2, '0');
  const whole = Math.floor(at);
  const rest = Math.round((at - whole) * 1000);
  const time = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60].map(two).join(':');
  return rest === 0 ? time : `${time}.${String(rest).padStart(3, '0')}`;
}

/** The instant of a clock time `10:00` or `10:00:40` on the first day. */
export function at(time: string): Seconds {
  const [h = 0, m = 0, s = 0] = time.split(':').map(Number);
  return h * 3600 + m * 60 + s;
}
