/** Several observers as one. */
import type { Seconds } from '../base/units.js';
import type { Floor, Observer } from './observer.js';

/** Tells each observer in turn; a single one is given back as it is, so that metrics alone cost nothing extra. */
export function combine(observers: readonly [Observer, ...Observer[]]): Observer {
  return observers.length === 1 ? observers[0] : new Chorus(observers);
}

class Chorus implements Observer {
  /** When each wants to be asked next. */
  readonly #due: Seconds[];

  constructor(private readonly observers: readonly Observer[]) {
    this.#due = observers.map(() => -Infinity);
  }

  begin(floor: Floor): void {
    for (const observer of this.observers) observer.begin(floor);
  }

  checkpoint(now: Seconds): Seconds {
    let next = Infinity;
    for (let i = 0; i < this.observers.length; i++) {
      if (this.#due[i]! <= now) this.#due[i] = this.observers[i]!.checkpoint(now);
      next = Math.min(next, this.#due[i]!);
    }
    return next;
  }

  elapse(p: number, now: Seconds): void {
    for (const observer of this.observers) observer.elapse(p, now);
  }

  joinsPile(c: number, now: Seconds): void {
    for (const observer of this.observers) observer.joinsPile(c, now);
  }

  leavesPile(c: number, now: Seconds): void {
    for (const observer of this.observers) observer.leavesPile(c, now);
  }

  elapseQueue(s: number, now: Seconds): void {
    for (const observer of this.observers) observer.elapseQueue(s, now);
  }

  arrived(c: number, now: Seconds): void {
    for (const observer of this.observers) observer.arrived(c, now);
  }

  queued(c: number, now: Seconds): void {
    for (const observer of this.observers) observer.queued(c, now);
  }

  assigned(c: number, now: Seconds): void {
    for (const observer of this.observers) observer.assigned(c, now);
  }

  unassigned(c: number, loss: number, now: Seconds): void {
    for (const observer of this.observers) observer.unassigned(c, loss, now);
  }

  consumerWrote(c: number, now: Seconds): void {
    for (const observer of this.observers) observer.consumerWrote(c, now);
  }

  leftSilently(c: number, now: Seconds): void {
    for (const observer of this.observers) observer.leftSilently(c, now);
  }

  workStarted(p: number, c: number, now: Seconds): void {
    for (const observer of this.observers) observer.workStarted(p, c, now);
  }

  answered(p: number, c: number, now: Seconds): void {
    for (const observer of this.observers) observer.answered(p, c, now);
  }

  workEnded(p: number, now: Seconds): void {
    for (const observer of this.observers) observer.workEnded(p, now);
  }

  ended(c: number, ending: number, followUp: boolean, now: Seconds): void {
    for (const observer of this.observers) observer.ended(c, ending, followUp, now);
  }

  signedIn(p: number, login: number, now: Seconds): void {
    for (const observer of this.observers) observer.signedIn(p, login, now);
  }

  signedOut(p: number, login: number, now: Seconds): void {
    for (const observer of this.observers) observer.signedOut(p, login, now);
  }

  breakStarted(p: number, now: Seconds): void {
    for (const observer of this.observers) observer.breakStarted(p, now);
  }

  breakEnded(p: number, now: Seconds): void {
    for (const observer of this.observers) observer.breakEnded(p, now);
  }

  finish(now: Seconds): void {
    for (const observer of this.observers) observer.finish(now);
  }
}
