/** What the logs share: rows given in pieces, and the names of what is seen on the floor. */
import type { Seconds } from '../base/units.js';
import type { Floor, Observer } from '../engine/observer.js';
import type { Cell } from './csv.js';
import { localTime, type LocalTime } from './localTime.js';

/** So few that they are gone before the garbage collector takes them for something that stays. */
export const ROWS_PER_PIECE = 100;

const ignore = (): void => undefined;

/** Hears nothing; a log says what it does hear. */
export const DEAF: Observer = {
  ...{ begin: ignore, finish: ignore, checkpoint: () => Infinity },
  ...{ elapse: ignore, elapseQueue: ignore, joinsPile: ignore, leavesPile: ignore },
  ...{ arrived: ignore, queued: ignore, assigned: ignore, unassigned: ignore },
  ...{ consumerWrote: ignore, leftSilently: ignore, workStarted: ignore, answered: ignore },
  ...{ workEnded: ignore, ended: ignore, signedIn: ignore, signedOut: ignore },
  ...{ breakStarted: ignore, breakEnded: ignore },
};

/** The run a log belongs to; its rows begin with it. Replications are counted from 1 for readers. */
export interface LoggedRun {
  readonly candidate: string;
  readonly replication: number;
}

/** Takes rows as they come, whole ones in order, in the columns of the log. */
export type TakeRows = (rows: readonly (readonly Cell[])[]) => void;

export class FloorLog {
  readonly #run: LoggedRun;
  readonly #take: TakeRows;
  #rows: Cell[][] = [];
  #floor: Floor | null = null;
  #timeOf: LocalTime = () => '';

  constructor(run: LoggedRun, take: TakeRows) {
    this.#run = run;
    this.#take = take;
  }

  begin(floor: Floor): void {
    this.#floor = floor;
    this.#timeOf = localTime(floor.scenario.calendar);
  }

  get floor(): Floor {
    if (this.#floor === null) throw new Error('a log was told of an event before the run began');
    return this.#floor;
  }

  get now(): Seconds {
    return this.floor.now;
  }

  row(...cells: Cell[]): void {
    this.#rows.push([this.#run.candidate, this.#run.replication, ...cells]);
    if (this.#rows.length >= ROWS_PER_PIECE) this.finish();
  }

  /** Gives what is still held. */
  finish(): void {
    this.#take(this.#rows);
    this.#rows = [];
  }

  time(at: Seconds): string {
    return this.#timeOf(at);
  }

  /** Thread and part, from 1: the same consumer and conversation in every mode. */
  nameOf(c: number): string {
    const { thread, part } = this.floor.conversations;
    return `${(thread[c] ?? 0) + 1}-${(part[c] ?? 0) + 1}`;
  }

  streamOf(c: number): string {
    const { scenario, conversations } = this.floor;
    return scenario.streams[conversations.stream[c] ?? -1]?.name ?? '';
  }

  /** Blank for no login. */
  loginName(login: number | undefined): string {
    return this.floor.plan.logins[login ?? -1]?.name ?? '';
  }

  personOf(login: number | undefined): string {
    return this.personName(this.floor.plan.logins[login ?? -1]?.person);
  }

  personName(p: number | undefined): string {
    return this.floor.scenario.people[p ?? -1]?.name ?? '';
  }
}
