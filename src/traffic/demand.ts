/** All demand of one replication, thread by thread in arrival order. */
import { Fingerprint } from '../base/hash.js';
import { randomBlocks, randomStream } from '../base/random.js';
import type { Seconds } from '../base/units.js';
import type { Scenario } from '../scenario/types.js';
import { arrivalTimes, type ArrivalTimes } from './arrivals.js';
import { dayFactors } from './busyness.js';
import type { Demand, Script } from './script.js';
import { ThreadSource } from './thread.js';

/**
 * Demand is wholly determined by (scenario, seed, replication), and is produced as the run consumes it.
 *
 * Every kind of number has a stream of random numbers of its own, with the key `seed/replication/purpose/name`. The name is
 * that of the traffic stream (or of the busyness factor), the purpose is `arrivals`, `busyness`, `tie`, or one of `Purpose`
 * with up to three words before it: `backlog` for threads already waiting at the start, `as-messaging` for the thread told as
 * messaging, `again` for follow-ups. So adding a traffic stream changes no other stream, and changing one law (say patience)
 * changes no other number. Only a law of counts moves others: with other numbers of exchanges the same efforts and gaps, in
 * the same order, fall to other exchanges.
 *
 * Trap: uniforms are the same on every machine, but Math.log, exp and pow are the JavaScript engine's, and another engine may
 * differ in the last bit; then so does the fingerprint.
 */
export function sampleDemand(
  scenario: Pick<Scenario, 'calendar' | 'busyness' | 'streams'>,
  seed: string,
  replication: number,
): Demand {
  const { dayStarts } = scenario.calendar;
  const days = dayStarts.length - 1;
  const busyness = scenario.busyness.map((factor) =>
    dayFactors(factor, days, randomStream(seed, replication, 'busyness', factor.name)),
  );
  const sources = scenario.streams.map((stream) => {
    const streams = (purpose: string) => randomBlocks(seed, replication, purpose, stream.name);
    const factors = stream.busyness === null ? null : busyness[stream.busyness]!;
    const times = arrivalTimes(stream.arrivals, dayStarts, factors, streams('arrivals'));
    const threads = new ThreadSource(stream, streams);
    const backlog = new ThreadSource(stream, (purpose) => streams(`backlog ${purpose}`));
    return new StreamSource(stream.openingBacklog, backlog, times, threads);
  });
  return new MergedDemand(sources);
}

/** The threads of one traffic stream: the opening backlog, oldest first, then the arrivals. */
class StreamSource {
  /** Arrival of the next thread; Infinity when there is none. */
  at: Seconds = Infinity;
  private started = 0;

  constructor(
    private readonly backlogAges: readonly Seconds[],
    private readonly backlog: ThreadSource,
    private readonly times: ArrivalTimes,
    private readonly threads: ThreadSource,
  ) {
    this.advance();
  }

  fill(script: Script): void {
    script.at = this.at;
    const inBacklog = this.started <= this.backlogAges.length;
    // Assumption: whoever waits at the start has the patience of a fresh arrival still ahead (exact for exponential patience).
    if (inBacklog) this.backlog.fill(script, -this.at);
    else this.threads.fill(script, 0);
    this.advance();
  }

  private advance(): void {
    const age = this.backlogAges[this.started++];
    this.at = age === undefined ? this.times.next() : 0 - age;
  }
}

class MergedDemand implements Demand {
  private readonly print = new Fingerprint();
  private given = 0;
  /** The next arrival of each stream. */
  private readonly arrivals: Float64Array;

  constructor(private readonly sources: readonly StreamSource[]) {
    this.arrivals = Float64Array.from(sources, ({ at }) => at);
  }

  next(script: Script): boolean {
    const stream = this.earliest();
    if (stream < 0) return false;
    const source = this.sources[stream]!;
    source.fill(script);
    this.arrivals[stream] = source.at;
    script.stream = stream;
    script.thread = this.given++;
    this.addToPrint(script);
    return true;
  }

  fingerprint(): string {
    return this.print.hex();
  }

  /** Index of the stream with the earliest thread, the first of equals; −1 when all are done. */
  private earliest(): number {
    let best = -1;
    let at = Infinity;
    for (let i = 0; i < this.arrivals.length; i++) {
      if (this.arrivals[i]! < at) {
        at = this.arrivals[i]!;
        best = i;
      }
    }
    return best;
  }

  private addToPrint({ stream, at, tie, native, asMessaging }: Script): void {
    this.print.addNumber(stream);
    this.print.addNumber(at);
    this.print.addNumber(tie);
    this.print.addNumbers(native.data, native.length);
    this.print.addNumber(asMessaging.length);
    this.print.addNumbers(asMessaging.data, asMessaging.length);
  }
}
