/** Several observers as one. */
import type { Seconds } from '../base/units.js';
import type { Floor, Observer } from './observer.js';

/** Tells each observer in turn; a single one is given back as it is, so that metrics alone cost nothing extra. */
export function combine(observers: readonly [Observer, ...Observer[]]): Observer {
  return observers.length === 1 ? observers[0] : new Chorus(observers);
}

class Chorus implements Observer {
  #floor!: Floor;
  /** When each wants to be asked next. */
  readonly #due: Seconds[];

  constructor(private readonly observers: readonly Observer[]) {
    this.#due = observers.map(() => -Infinity);
  }

  begin(floor: Floor): void {
    this.#floor = floor;
    for (const observer of this.observers) observer.begin(floor);
  }

  checkpoint(): Seconds {
    let next = Infinity;
    for (let i = 0; i < this.observers.length; i++) {
      if (this.#due[i]! <= this.#floor.now) this.#due[i] = this.observers[i]!.checkpoint();
      next = Math.min(next, this.#due[i]!);
    }
    return next;
  }

  elapse(p: number): void {
    for (const observer of this.observers) observer.elapse(p);
  }

  joinsPile(c: number): void {
    for (const observer of this.observers) observer.joinsPile(c);
  }

  leavesPile(c: number): void {
    for (const observer of this.observers) observer.leavesPile(c);
  }

  elapseQueue(s: number): void {
    for (const observer of this.observers) observer.elapseQueue(s);
  }

  arrived(c: number): void {
    for (const observer of this.observers) observer.arrived(c);
  }

  queued(c: number): void {
    for (const observer of this.observers) observer.queued(c);
  }

  assigned(c: number): void {
    for (const observer of this.observers) observer.assigned(c);
  }

  unassigned(c: number, loss: number): void {
    for (const observer of this.observers) observer.unassigned(c, loss);
  }

  consumerWrote(c: number): void {
    for (const observer of this.observers) observer.consumerWrote(c);
  }

  leftSilently(c: number): void {
    for (const observer of this.observers) observer.leftSilently(c);
  }

  workStarted(p: number, c: number): void {
    for (const observer of this.observers) observer.workStarted(p, c);
  }

  answered(p: number, c: number): void {
    for (const observer of this.observers) observer.answered(p, c);
  }

  workEnded(p: number): void {
    for (const observer of this.observers) observer.workEnded(p);
  }

  ended(c: number, ending: number, followUp: boolean): void {
    for (const observer of this.observers) observer.ended(c, ending, followUp);
  }

  signedIn(p: number, login: number): void {
    for (const observer of this.observers) observer.signedIn(p, login);
  }

  signedOut(p: number, login: number): void {
    for (const observer of this.observers) observer.signedOut(p, login);
  }

  breakStarted(p: number): void {
    for (const observer of this.observers) observer.breakStarted(p);
  }

  breakEnded(p: number): void {
    for (const observer of this.observers) observer.breakEnded(p);
  }

  finish(): void {
    for (const observer of this.observers) observer.finish();
  }
}
