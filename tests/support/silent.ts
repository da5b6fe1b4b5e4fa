/** An observer that hears everything and does nothing: for tests that listen to a few things only. */
import type { Seconds } from '../../src/base/units.js';
import type { Floor, Observer } from '../../src/engine/observer.js';

/* eslint-disable @typescript-eslint/no-unused-vars */
export class Silent implements Observer {
  begin(_floor: Floor): void {}
  checkpoint(): Seconds {
    return Infinity;
  }
  elapse(_p: number): void {}
  joinsPile(_c: number): void {}
  leavesPile(_c: number): void {}
  elapseQueue(_s: number): void {}
  arrived(_c: number): void {}
  queued(_c: number): void {}
  assigned(_c: number): void {}
  unassigned(_c: number, _loss: number): void {}
  consumerWrote(_c: number): void {}
  leftSilently(_c: number): void {}
  workStarted(_p: number, _c: number): void {}
  answered(_p: number, _c: number): void {}
  workEnded(_p: number): void {}
  ended(_c: number, _ending: number, _followUp: boolean): void {}
  signedIn(_p: number, _login: number): void {}
  signedOut(_p: number, _login: number): void {}
  breakStarted(_p: number): void {}
  breakEnded(_p: number): void {}
  finish(): void {}
}
