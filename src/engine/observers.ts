/** Several observers as one. */
import type { Observer } from './observer.js';

const CALLS = [
  'begin',
  'elapse',
  'elapseQueue',
  'arrived',
  'queued',
  'assigned',
  'unassigned',
  'consumerWrote',
  'leftSilently',
  'workStarted',
  'answered',
  'workEnded',
  'ended',
  'signedIn',
  'signedOut',
  'breakStarted',
  'breakEnded',
  'finish',
] as const satisfies readonly (keyof Observer)[];

/** Tells each observer in turn; a single one is given back as it is, so that metrics alone cost nothing extra. */
export function combine(observers: readonly [Observer, ...Observer[]]): Observer {
  if (observers.length === 1) return observers[0];
  const combined = {} as Record<keyof Observer, (...told: never[]) => void>;
  for (const call of CALLS) {
    combined[call] = (...told) => {
      for (const observer of observers) Reflect.apply(observer[call], observer, told);
    };
  }
  return combined;
}
