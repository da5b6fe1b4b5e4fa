/** An observer that hears everything and does nothing: for tests that listen to a few things only. */
import type { Seconds } from '../../src/base/units.js';
import type { Floor, Observer } from '../../src/engine/observer.js';

/* eslint-disable @typescript-eslint/no-unused-vars */
export class Silent implements Observer {
  begin(_floor: Floor): void {}
  checkpoint(_now: Seconds): Seconds {
    return Infinity;
  }
  elapse(_p: number, _now: Seconds): void {}
  joinsPile(_c: number, _now: Seconds): void {}
  leavesPile(_c: number, _now: Seconds): void {}
  elapseQueue(_s: number, _now: Seconds): void {}
  arrived(_c: number, _now: Seconds): void {}
  queued(_c: number, _now: Seconds): void {}
  assigned(_c: number, _now: Seconds): void {}
  unassigned(_c: number, _loss: number, _now: Seconds): void {}
  consumerWrote(_c: number, _now: Seconds): void {}
  leftSilently(_c: number, _now: Seconds): void {}
  workStarted(_p: number, _c: number, _now: Seconds): void {}
  answered(_p: number, _c: number, _now: Seconds): void {}
  workEnded(_p: number, _now: Seconds): void {}
  ended(_c: number, _ending: number, _followUp: boolean, _now: Seconds): void {}
  signedIn(_p: number, _login: number, _now: Seconds): void {}
  signedOut(_p: number, _login: number, _now: Seconds): void {}
  breakStarted(_p: number, _now: Seconds): void {}
  breakEnded(_p: number, _now: Seconds): void {}
  finish(_now: Seconds): void {}
}
