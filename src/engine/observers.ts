/** Several observers as one. */
import type { Seconds } from '../base/units.js';
import type { Floor, Observer } from './observer.js';

/** Tells each observer in turn; a single one is given back as it is, so that metrics alone cost nothing extra. */
export function combine(observers: readonly [Observer, ...Observer[]]): Observer {
  return observers.length === 1 ? observers[0] : new Chorus(observers);
}

class Chorus implements Observer {
  constructor(private readonly observers: readonly Observer[]) {}

  begin(floor: Floor): void {
    for (const observer of this.observers) observer.begin(floor);
  }

  elapse(p: number, now: Seconds, handsOnly: boolean): void {
    for (const observer of this.observers) observer.elapse(p, now, handsOnly);
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
