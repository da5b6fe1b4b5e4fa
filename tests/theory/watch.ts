// Hears a run and adds up what the exact values are about and the catalogue of measures does not tell: waits of all, numbers in system.
import type { Seconds } from '../../src/base/units.js';
import { ORIGIN, PHASE } from '../../src/engine/conversations.js';
import { ENDING, type Floor } from '../../src/engine/observer.js';
import { Silent } from '../support/silent.js';

export interface WatchSpec {
  /** Counts what arrives, and the time that passes, from here … */
  readonly from?: Seconds;
  /** … and the time up to here; the horizon by default. Waits are followed to their end. */
  readonly until?: Seconds;
  /** Also counts waits not above these. */
  readonly within?: readonly Seconds[];
  /** Numbers in system are also read at these phases of a cycle, and its first harmonic taken. */
  readonly cycle?: { readonly period: Seconds; readonly phases: readonly Seconds[] };
}

/** Sums that add up over replications, by `name` for the first stream and `name s` for stream s. */
export type Sums = Readonly<Record<string, number>>;

const LEVELS = ['queue', 'open', 'needy', 'dormant'] as const;
type Level = (typeof LEVELS)[number];

export class Watch extends Silent {
  readonly #from: Seconds;
  readonly #until: Seconds;
  readonly #within: readonly Seconds[];
  readonly #cycle: WatchSpec['cycle'];
  #floor!: Floor;
  #streams: StreamWatch[] = [];
  #hands!: Area;

  constructor({ from = 0, until = Infinity, within = [], cycle }: WatchSpec = {}) {
    super();
    this.#from = from;
    this.#until = until;
    this.#within = within;
    this.#cycle = cycle;
  }

  override begin(floor: Floor): void {
    const until = Math.min(this.#until, floor.scenario.calendar.horizon);
    const area = () => new Area(this.#from, until, this.#cycle);
    this.#floor = floor;
    this.#hands = area();
    this.#streams = floor.scenario.streams.map(() => new StreamWatch(area, this.#within.length));
  }

  override arrived(c: number): void {
    const { now } = this.#floor;
    if (this.#floor.conversations.origin[c] !== ORIGIN.new) this.#of(c).dormant.add(-1, now);
  }

  override queued(c: number): void {
    const { now } = this.#floor;
    this.#of(c).queue.add(1, now);
  }

  override assigned(c: number): void {
    const { now } = this.#floor;
    const stream = this.#of(c);
    stream.queue.add(-1, now);
    stream.open.add(1, now);
    stream.needy.add(1, now);
    if (this.#floor.conversations.ghost[c] === 0) stream.waits.add(this.#waited(c, now), this.#within);
  }

  override leftSilently(c: number): void {
    const { now } = this.#floor;
    const stream = this.#of(c);
    stream.silent.add(this.#waited(c, now), this.#within);
  }

  override consumerWrote(c: number): void {
    const { now } = this.#floor;
    this.#of(c).needy.add(1, now);
  }

  override workStarted(p: number, c: number): void {
    const { now } = this.#floor;
    this.#hands.add(1, now);
    const { people, conversations } = this.#floor;
    if (now >= this.#from && conversations.ghost[c] === 1) {
      this.#of(c).ghostWork += people.workEnd[p]! - people.workStart[p]!;
    }
  }

  override workEnded(): void {
    const { now } = this.#floor;
    this.#hands.add(-1, now);
  }

  override answered(_p: number, c: number): void {
    const { now } = this.#floor;
    const stream = this.#of(c);
    stream.needy.add(-1, now);
    if (now >= this.#from && now <= this.#hands.until) stream.answers++;
  }

  override ended(c: number, ending: number, followUp: boolean): void {
    const { now } = this.#floor;
    const stream = this.#of(c);
    const { phase, arrivedAt, assignedAt } = this.#floor.conversations;
    if (phase[c] === PHASE.queued) stream.queue.add(-1, now);
    else stream.open.add(-1, now);
    if (followUp) stream.dormant.add(1, now);
    if (ending === ENDING.abandoned) stream.leavers.add(this.#waited(c, now), this.#within);
    else if (arrivedAt[c]! >= this.#from) {
      stream.ended++;
      stream.talk += now - assignedAt[c]!;
    }
  }

  sums(): Sums {
    const sums: Record<string, number> = { time: this.#hands.until - this.#from };
    this.#hands.tell(sums, 'busy', '');
    this.#streams.forEach((stream, s) => {
      stream.tell(sums, s === 0 ? '' : ` ${s}`);
    });
    return sums;
  }

  #of(c: number): StreamWatch {
    return this.#streams[this.#floor.conversations.stream[c]!]!;
  }

  /** Negative: arrived before counting began. */
  #waited(c: number, now: Seconds): Seconds {
    const at = this.#floor.conversations.arrivedAt[c]!;
    return at >= this.#from ? now - at : -1;
  }
}

class StreamWatch {
  /** Waits of those assigned, of known leavers and of silent leavers. */
  readonly waits: Waits;
  readonly leavers: Waits;
  readonly silent: Waits;
  readonly queue: Area;
  readonly open: Area;
  readonly needy: Area;
  readonly dormant: Area;
  answers = 0;
  ended = 0;
  talk = 0;
  ghostWork = 0;

  constructor(area: () => Area, limits: number) {
    this.waits = new Waits(limits);
    this.leavers = new Waits(limits);
    this.silent = new Waits(limits);
    this.queue = area();
    this.open = area();
    this.needy = area();
    this.dormant = area();
  }

  tell(sums: Record<string, number>, stream: string): void {
    const { waits, leavers, silent, answers, ended, talk, ghostWork } = this;
    const all = (of: (waits: Waits) => number) => of(waits) + of(leavers) + of(silent);
    Object.assign(sums, {
      [`n${stream}`]: all((w) => w.count),
      [`wait${stream}`]: all((w) => w.sum),
      [`wait²${stream}`]: all((w) => w.squares),
      [`waited${stream}`]: all((w) => w.positive),
      [`served${stream}`]: waits.count,
      [`servedWait${stream}`]: waits.sum,
      [`abandoned${stream}`]: leavers.count,
      [`abandonedWait${stream}`]: leavers.sum,
      [`silent${stream}`]: silent.count,
      [`answers${stream}`]: answers,
      [`ended${stream}`]: ended,
      [`talk${stream}`]: talk,
      [`ghostWork${stream}`]: ghostWork,
    });
    waits.within.forEach((count, i) => {
      sums[`servedWithin${i}${stream}`] = count;
      sums[`abandonedWithin${i}${stream}`] = leavers.within[i]!;
    });
    for (const level of LEVELS) this[level satisfies Level].tell(sums, level, stream);
  }
}

class Waits {
  count = 0;
  sum = 0;
  squares = 0;
  positive = 0;
  readonly within: Float64Array;

  constructor(limits: number) {
    this.within = new Float64Array(limits);
  }

  add(wait: Seconds, limits: readonly Seconds[]): void {
    if (wait < 0) return;
    this.count++;
    this.sum += wait;
    this.squares += wait * wait;
    if (wait > 0) this.positive++;
    for (let i = 0; i < limits.length; i++) if (wait <= limits[i]!) this.within[i]! += 1;
  }
}

/** A number over time: its area, and in a cycle its values at the phases and its first harmonic. */
class Area {
  #level = 0;
  #area = 0;
  #cosine = 0;
  #sine = 0;
  #since: Seconds;
  #read = 0;
  readonly #at: Float64Array;

  constructor(
    private readonly from: Seconds,
    readonly until: Seconds,
    private readonly cycle: WatchSpec['cycle'],
  ) {
    this.#since = from;
    this.#at = new Float64Array(cycle?.phases.length ?? 0);
  }

  add(step: number, now: Seconds): void {
    this.#elapse(now);
    this.#level += step;
  }

  tell(sums: Record<string, number>, name: string, stream: string): void {
    this.#elapse(this.until);
    sums[`${name}Time${stream}`] = this.#area;
    if (this.cycle === undefined) return;
    sums[`${name}Cosine${stream}`] = this.#cosine;
    sums[`${name}Sine${stream}`] = this.#sine;
    sums['cycles'] = Math.floor(this.#read / this.#at.length);
    this.#at.forEach((sum, i) => (sums[`${name}At${i}${stream}`] = sum));
  }

  #elapse(now: Seconds): void {
    const to = now < this.until ? now : this.until;
    const dt = to - this.#since;
    if (dt <= 0) return;
    this.#area += this.#level * dt;
    if (this.cycle !== undefined) this.#turn(this.cycle, to);
    this.#since = to;
  }

  /** ∫ level · cos and sin over the step, exactly; and the level at every phase passed. Counting begins with a cycle. */
  #turn({ period, phases }: NonNullable<WatchSpec['cycle']>, to: Seconds): void {
    const w = (2 * Math.PI) / period;
    this.#cosine += (this.#level * (Math.sin(w * to) - Math.sin(w * this.#since))) / w;
    this.#sine += (this.#level * (Math.cos(w * this.#since) - Math.cos(w * to))) / w;
    for (;;) {
      const phase = this.#read % phases.length;
      const at = this.from + Math.floor(this.#read / phases.length) * period + phases[phase]!;
      if (at >= to) return;
      this.#at[phase]! += this.#level;
      this.#read++;
    }
  }
}
