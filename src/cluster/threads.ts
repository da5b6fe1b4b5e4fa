/** Runs jobs in worker threads of this machine. */
import { Worker } from 'node:worker_threads';
import type { Candidate, Job, Outcome, RunJobs } from '../analysis/jobs.js';
import { DemandOrder } from './demandOrder.js';
import { open } from './parcel.js';
import { jobName } from './runJob.js';
import type { Reply } from './serve.js';

/** Jobs sent at once: enough to make a message cheap, few enough that workers finish together. */
const LARGEST_CHUNK = 16;
const CHUNKS_PER_WORKER = 4;
/** A job that has killed two workers will kill the third. */
const ATTEMPTS = 2;

export interface Threads {
  readonly runJobs: RunJobs;
  /** Ends the workers; to be called once, when no more jobs will come. */
  readonly close: () => Promise<void>;
}

export interface ThreadOptions {
  readonly workers: number;
  /** Told in a sentence when a worker has died and its work is done again. */
  readonly onLost?: (sentence: string) => void;
  /** The worker's file, for tests: one that calls `serve`. */
  readonly entry?: URL;
}

interface Hand {
  readonly worker: Worker;
  /** Sent and not yet answered, in the order in which the worker does them. */
  readonly sent: Job[];
}

/** One call of `runJobs`. */
interface Shift {
  readonly todo: Job[];
  left: number;
  readonly finished: (job: Job, outcome: Outcome) => void;
  readonly end: (error?: Error) => void;
}

/** The candidates, with their scenarios, go to each worker once, when it starts. One `runJobs` at a time. */
export function threads(candidates: readonly Candidate[], options: ThreadOptions): Threads {
  const crew = new Crew(candidates, options);
  return { runJobs: (jobs, finished, signal) => crew.run(jobs, finished, signal), close: () => crew.close() };
}

class Crew {
  private readonly hands = new Set<Hand>();
  private readonly deaths = new Map<Job, number>();
  private readonly order: DemandOrder;
  private shift: Shift | null = null;

  constructor(
    private readonly candidates: readonly Candidate[],
    private readonly options: ThreadOptions,
  ) {
    this.order = new DemandOrder(candidates);
  }

  async run(jobs: readonly Job[], finished: Shift['finished'], signal?: AbortSignal): Promise<void> {
    if (jobs.length === 0 || signal?.aborted) return;
    const interrupt = (): void => this.shift?.end();
    signal?.addEventListener('abort', interrupt);
    try {
      await new Promise<void>((resolve, reject) => {
        const end = (error?: Error): void => {
          this.shift = null;
          if (error === undefined) resolve();
          else reject(error);
        };
        this.shift = { todo: this.order.sorted(jobs), left: jobs.length, finished, end };
        while (this.hands.size < Math.min(this.options.workers, jobs.length)) this.hire();
        for (const hand of this.hands) this.feed(hand);
      });
    } finally {
      signal?.removeEventListener('abort', interrupt);
      // Workers still at it after an interruption or a failure would answer into the next run.
      await this.dismiss([...this.hands].filter(({ sent }) => sent.length > 0));
    }
  }

  async close(): Promise<void> {
    await this.dismiss([...this.hands]);
  }

  private hire(): void {
    const worker = startWorker(this.options.entry ?? workerEntry(), this.candidates);
    const hand: Hand = { worker, sent: [] };
    let cause = 'it exited';
    worker.on('message', (reply: Reply) => {
      this.answer(hand, reply);
    });
    worker.on('error', (error) => {
      cause = error.message;
    });
    worker.on('exit', () => {
      this.bury(hand, cause);
    });
    this.hands.add(hand);
  }

  private feed(hand: Hand): void {
    const { shift } = this;
    if (shift === null) return;
    const fair = Math.ceil(shift.todo.length / (this.options.workers * CHUNKS_PER_WORKER));
    const chunk = shift.todo.splice(0, this.order.cut(shift.todo, Math.min(LARGEST_CHUNK, fair)));
    if (chunk.length === 0) return;
    hand.sent.push(...chunk);
    hand.worker.postMessage(chunk);
  }

  private answer(hand: Hand, reply: Reply): void {
    const { shift } = this;
    if (shift === null) return;
    if ('broke' in reply) {
      shift.end(new Error(reply.broke));
      return;
    }
    // The worker's copy is an equal job, not the same object.
    const job = hand.sent.shift();
    if (job === undefined) return;
    try {
      shift.finished(job, open(reply.parcel));
    } catch (error) {
      shift.end(error instanceof Error ? error : new Error(String(error)));
      return;
    }
    if (--shift.left === 0) shift.end();
    // Before its last job is done, so that it need not wait for more.
    else if (hand.sent.length <= 1) this.feed(hand);
  }

  /** The first job not answered is the one it died over; the others of its chunk are innocent. */
  private bury(hand: Hand, cause: string): void {
    this.hands.delete(hand);
    const { shift } = this;
    const [culprit] = hand.sent;
    if (shift === null || culprit === undefined) return;
    const name = jobName(this.candidates, culprit);
    const deaths = (this.deaths.get(culprit) ?? 0) + 1;
    this.deaths.set(culprit, deaths);
    if (deaths >= ATTEMPTS) {
      shift.end(new Error(`${name} has killed ${deaths} workers: ${cause}`));
      return;
    }
    this.options.onLost?.(`a worker died over ${name} (${cause}): its work is done again`);
    shift.todo.unshift(...hand.sent.splice(0));
    this.hire();
    for (const other of this.hands) if (other.sent.length === 0) this.feed(other);
  }

  private async dismiss(hands: readonly Hand[]): Promise<void> {
    for (const hand of hands) {
      hand.sent.length = 0;
      this.hands.delete(hand);
    }
    await Promise.all(hands.map(({ worker }) => worker.terminate()));
  }
}

function workerEntry(): URL {
  const own = import.meta.url;
  // From this room's folder, and from that of the one file that the program is built into.
  return new URL(own.endsWith('.ts') ? './worker.ts' : '../cluster/worker.js', own);
}

/** Node 20 refuses a `.ts` entry, even with tsx preloaded: from source (tsx, vitest) a line of JavaScript lets tsx import it. */
function startWorker(entry: URL, candidates: readonly Candidate[]): Worker {
  if (!entry.pathname.endsWith('.ts')) return new Worker(entry, { workerData: candidates });
  const tsx = JSON.stringify(import.meta.resolve('tsx/esm/api'));
  const file = JSON.stringify(entry.href);
  const line = `import(${tsx}).then(({ tsImport }) => tsImport(${file}, ${file}))`;
  return new Worker(line, { eval: true, workerData: candidates });
}
