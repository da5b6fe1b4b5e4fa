/** What the two traces share: their lines, and the words for a piece of work. */
import { formatDuration } from '../base/format.js';
import type { Seconds } from '../base/units.js';
import { DOING } from '../engine/people.js';
import type { Floor } from '../engine/observer.js';
import { FloorNames } from './floorNames.js';

export interface TraceLine {
  readonly at: Seconds;
  /** Local date and time. */
  readonly time: string;
  readonly text: string;
}

export type TellLine = (line: TraceLine) => void;

/** Tells lines in local time, once the run has begun. */
export class Timeline {
  #names: FloorNames | null = null;

  constructor(private readonly tell: TellLine) {}

  begin(floor: Floor): void {
    this.#names = new FloorNames(floor);
  }

  get names(): FloorNames {
    if (this.#names === null) throw new Error('a trace was told of an event before the run began');
    return this.#names;
  }

  get now(): Seconds {
    return this.names.floor.now;
  }

  line(at: Seconds, text: string): void {
    this.tell({ at, time: this.names.time(at), text });
  }
}

/** `Ana works on the answer (45s, of which 8s to switch)`, for the piece that p has just begun. */
export function startedWords(names: FloorNames, p: number): string {
  const { people } = names.floor;
  const turn = people.switchSeconds[p] ?? 0;
  const reread = people.rereadSeconds[p] ?? 0;
  const length = (people.workEnd[p] ?? 0) - (people.workStart[p] ?? 0);
  const extra = [
    ...(turn > 0 ? [`${short(turn)} to switch`] : []),
    ...(reread > 0 ? [`${short(reread)} to read up`] : []),
  ];
  const what =
    people.doing[p] === DOING.wrappingUp
      ? 'wraps it up'
      : people.doing[p] === DOING.changingLogin
        ? 'changes logins'
        : 'works on the answer';
  const sum = `${short(length)}${extra.length > 0 ? `, of which ${extra.join(' and ')}` : ''}`;
  return `${names.person(p)} ${what} (${sum})`;
}

/** A duration to the tenth of a second, so that readers are not shown noise. */
export function short(seconds: Seconds): string {
  return formatDuration(Math.round(seconds * 10) / 10);
}
