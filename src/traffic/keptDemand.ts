/** Demand kept as it was drawn while one run consumes it, and given again, number for number, to others. */
import { Fingerprint } from '../base/hash.js';
import { Section, type Demand, type Script } from './script.js';

/** Of a thread beside its two sections: stream, arrival, tie, and the length of the second. */
const BESIDE = 4;

export interface Kept {
  readonly threads: KeptThreads;
  readonly fingerprint: string;
}

interface KeptThreads {
  /** Thread by thread, what the fingerprint is made of in its order: `BESIDE` and the sections. */
  readonly numbers: Section;
  /** Of each thread's native section. */
  readonly nativeLengths: Section;
}

/** Hands on what is drawn and keeps it. */
export class KeepingDemand implements Demand {
  /** Null until the last thread has been given, and for good if there are more numbers than `most`. */
  kept: Kept | null = null;
  private threads: KeptThreads | null = { numbers: new Section(), nativeLengths: new Section() };

  constructor(
    private readonly drawn: Demand,
    private readonly most: number,
  ) {}

  next(script: Script): boolean {
    const { drawn, threads } = this;
    const isGiven = drawn.next(script);
    if (threads === null) return isGiven;
    if (!isGiven) this.kept = { threads, fingerprint: drawn.fingerprint() };
    else if (threads.numbers.length + lengthOf(script) > this.most) this.threads = null;
    else add(threads, script);
    return isGiven;
  }

  fingerprint(): string {
    return this.drawn.fingerprint();
  }
}

function lengthOf({ native, asMessaging }: Script): number {
  return BESIDE + native.length + asMessaging.length;
}

function add({ numbers, nativeLengths }: KeptThreads, script: Script): void {
  const { native, asMessaging } = script;
  numbers.reserve(lengthOf(script));
  const { data } = numbers;
  let to = numbers.length;
  data[to++] = script.stream;
  data[to++] = script.at;
  data[to++] = script.tie;
  to = copy(native.data, 0, native.length, data, to);
  data[to++] = asMessaging.length;
  numbers.length = copy(asMessaging.data, 0, asMessaging.length, data, to);
  nativeLengths.reserve(1);
  nativeLengths.data[nativeLengths.length++] = native.length;
}

/** Gives what was kept. */
export class KeptDemand implements Demand {
  private given = 0;
  /** Where the numbers of the next thread begin. */
  private place = 0;

  constructor(private readonly kept: Kept) {}

  next(script: Script): boolean {
    const { numbers, nativeLengths } = this.kept.threads;
    if (this.given === nativeLengths.length) return false;
    const { data } = numbers;
    const from = this.place;
    // `| 0`: whole for V8, too, as when it is drawn.
    script.stream = data[from]! | 0;
    script.at = data[from + 1]!;
    script.tie = data[from + 2]!;
    script.thread = this.given;
    const native = from + BESIDE - 1;
    const asMessaging = fill(script.native, data, native, nativeLengths.data[this.given++]! | 0);
    this.place = fill(script.asMessaging, data, asMessaging + 1, data[asMessaging]! | 0);
    return true;
  }

  fingerprint(): string {
    const { threads, fingerprint } = this.kept;
    if (this.place === threads.numbers.length) return fingerprint;
    const soFar = new Fingerprint();
    soFar.addNumbers(threads.numbers.data, this.place);
    return soFar.hex();
  }
}

/** Gives the place behind. */
function fill(section: Section, data: Float64Array, from: number, length: number): number {
  section.length = 0;
  section.reserve(length);
  section.length = copy(data, from, length, section.data, 0);
  return from + length;
}

/** Gives the place behind the copy. */
function copy(source: Float64Array, from: number, length: number, target: Float64Array, to: number): number {
  for (let i = 0; i < length; i++) target[to + i] = source[from + i]!;
  return to + length;
}
