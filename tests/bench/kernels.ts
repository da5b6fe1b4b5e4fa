// The three models by hand, as fast as plain JavaScript goes: typed arrays, a binary heap, alea, and only the checks counted.
import seedrandom from 'seedrandom';
import { Heap } from './heap.js';
import { B3, queueOf, type QueueModel } from './models.js';
import type { Outcome } from './outcome.js';

export function kernel(model: string, arrivals: number, seed: string): Outcome {
  return model === 'B3' ? chats(arrivals, seed) : waitingLine(queueOf(model), arrivals, seed);
}

const ARRIVAL = -1;
const NONE = -1;
/** Room for all that can be open or waiting at once. */
const RING = 1 << 16;
const SLOTS = 1 << 12;

/** M/M/n or M/M/n+M, first come first served. A consumer who waits has their leaving in the heap; it is void once served. */
function waitingLine(model: QueueModel, arrivals: number, seed: string): Outcome {
  const { servers, betweenArrivals, service, patience } = model;
  const rng = seedrandom.alea(seed);
  const heap = new Heap(RING);
  // Events: ARRIVAL; 0: a server comes free; i + 1: the consumer at place i of the ring gives up.
  const arrivedAt = new Float64Array(RING);
  const waiting = new Uint8Array(RING);
  let first = 0;
  let last = 0;
  let idle = servers;
  let [events, arrived, served, within, waitSum, abandoned, serviceSum] = [0, 0, 0, 0, 0, 0, 0];
  let now = 0;
  const start = (wait: number): number => {
    served++;
    waitSum += wait;
    if (wait < 20) within++;
    const seconds = -Math.log(1 - rng()) * service;
    serviceSum += seconds;
    return now + seconds;
  };
  heap.push(-Math.log(1 - rng()) * betweenArrivals, ARRIVAL);
  while (arrived < arrivals) {
    now = heap.time;
    const event = heap.event;
    if (event === ARRIVAL) {
      events++;
      arrived++;
      heap.replace(now - Math.log(1 - rng()) * betweenArrivals, ARRIVAL);
      if (idle > 0) {
        idle--;
        heap.push(start(0), 0);
      } else {
        const place = last++ & (RING - 1);
        arrivedAt[place] = now;
        waiting[place] = 1;
        if (patience !== null) heap.push(now - Math.log(1 - rng()) * patience, place + 1);
      }
    } else if (event === 0) {
      events++;
      while (first < last && waiting[first & (RING - 1)] === 0) first++;
      if (first < last) {
        const place = first++ & (RING - 1);
        waiting[place] = 0;
        heap.replace(start(now - arrivedAt[place]!), 0);
      } else {
        idle++;
        heap.pop();
      }
    } else {
      heap.pop();
      if (waiting[event - 1] === 0) continue;
      events++;
      waiting[event - 1] = 0;
      abandoned++;
      waitSum += now - arrivedAt[event - 1]!;
    }
  }
  return {
    events,
    checks: {
      waitOfAll: waitSum / (served + abandoned),
      within20: within / (served + abandoned),
      abandoned: abandoned / (served + abandoned),
      occupancy: serviceSum / (servers * now),
    },
  };
}

/** B3: each agent answers one message at a time, in the order they came, among up to three open chats. */
class Chats {
  events = 0;
  arrived = 0;
  now = 0;
  served = 0;
  within = 0;
  abandoned = 0;
  answers = 0;
  ended = 0;
  waitSum = 0;
  responseSum = 0;
  durationSum = 0;
  effortSum = 0;
  // Events: ARRIVAL; 0 … agents − 1: an answer is sent; agents + c: the consumer of chat c writes, or gives up waiting.
  private readonly heap = new Heap(RING);
  private readonly agentOf = new Int32Array(SLOTS);
  private readonly arrivedAt = new Float64Array(SLOTS);
  private readonly wroteAt = new Float64Array(SLOTS);
  /** When the chat's one valid event is due: what comes at another time is void. */
  private readonly dueAt = new Float64Array(SLOTS);
  private readonly waiting = new Uint8Array(SLOTS);
  private readonly behind = new Int32Array(SLOTS);
  private readonly free = Int32Array.from({ length: SLOTS }, (_, c) => c);
  private freeCount = SLOTS;
  private readonly open = new Int32Array(B3.agents);
  private readonly inHand = new Int32Array(B3.agents).fill(NONE);
  private readonly pileFirst = new Int32Array(B3.agents).fill(NONE);
  private readonly pileLast = new Int32Array(B3.agents);
  private readonly queue = new Int32Array(RING);
  private queueFirst = 0;
  private queueLast = 0;

  constructor(private readonly rng: () => number) {}

  run(arrivals: number): void {
    const { heap } = this;
    heap.push(this.after(B3.betweenArrivals), ARRIVAL);
    while (this.arrived < arrivals) {
      this.now = heap.time;
      const event = heap.event;
      if (event === ARRIVAL) {
        this.events++;
        this.arrived++;
        heap.replace(this.after(B3.betweenArrivals), ARRIVAL);
        this.arrive();
      } else if (event < B3.agents) {
        this.events++;
        this.answer(event);
      } else {
        heap.pop();
        const c = event - B3.agents;
        if (this.dueAt[c] !== this.now) continue;
        this.events++;
        if (this.waiting[c] === 1) this.giveUp(c);
        else this.write(c);
      }
    }
  }

  private after(mean: number): number {
    return this.now - Math.log(1 - this.rng()) * mean;
  }

  private arrive(): void {
    const c = this.free[--this.freeCount]!;
    this.arrivedAt[c] = this.now;
    const { open } = this;
    let best = NONE;
    let fewest: number = B3.slots;
    for (let a = 0; a < B3.agents; a++) {
      if (open[a]! < fewest) {
        fewest = open[a]!;
        best = a;
      }
    }
    if (best !== NONE) {
      this.assign(c, best);
      return;
    }
    this.queue[this.queueLast++ & (RING - 1)] = c;
    this.waiting[c] = 1;
    this.dueAt[c] = this.after(B3.patience);
    this.heap.push(this.dueAt[c], B3.agents + c);
  }

  private assign(c: number, a: number): void {
    const wait = this.now - this.arrivedAt[c]!;
    this.served++;
    this.waitSum += wait;
    if (wait < 20) this.within++;
    this.agentOf[c] = a;
    this.open[a]! += 1;
    this.write(c);
    // The first response counts from the arrival.
    this.wroteAt[c] = this.arrivedAt[c]!;
  }

  /** The queue keeps the place until its head comes to it. */
  private giveUp(c: number): void {
    this.abandoned++;
    this.waiting[c] = 0;
  }

  private write(c: number): void {
    const a = this.agentOf[c]!;
    this.wroteAt[c] = this.now;
    if (this.inHand[a] === NONE) {
      this.heap.push(this.begin(a, c), a);
      return;
    }
    this.behind[c] = NONE;
    if (this.pileFirst[a] === NONE) this.pileFirst[a] = c;
    else this.behind[this.pileLast[a]!] = c;
    this.pileLast[a] = c;
  }

  /** Gives when the answer will be sent. */
  private begin(a: number, c: number): number {
    this.inHand[a] = c;
    const end = this.after(B3.effort);
    this.effortSum += end - this.now;
    return end;
  }

  private answer(a: number): void {
    const c = this.inHand[a]!;
    this.answers++;
    this.responseSum += this.now - this.wroteAt[c]!;
    const goesOn = this.rng() * B3.exchanges > 1;
    const next = this.pileFirst[a]!;
    if (next === NONE) {
      this.inHand[a] = NONE;
      this.heap.pop();
    } else {
      this.pileFirst[a] = this.behind[next]!;
      this.heap.replace(this.begin(a, next), a);
    }
    if (goesOn) {
      this.dueAt[c] = this.after(B3.gap);
      this.heap.push(this.dueAt[c], B3.agents + c);
    } else {
      this.end(c, a);
    }
  }

  private end(c: number, a: number): void {
    this.ended++;
    this.durationSum += this.now - this.arrivedAt[c]!;
    this.free[this.freeCount++] = c;
    this.open[a]! -= 1;
    while (this.queueFirst < this.queueLast) {
      const head = this.queue[this.queueFirst++ & (RING - 1)]!;
      if (this.waiting[head] === 1) {
        this.waiting[head] = 0;
        this.dueAt[head] = NONE;
        this.assign(head, a);
        return;
      }
      this.free[this.freeCount++] = head;
    }
  }
}

function chats(arrivals: number, seed: string): Outcome {
  const run = new Chats(seedrandom.alea(seed));
  run.run(arrivals);
  return {
    events: run.events,
    checks: {
      occupancy: run.effortSum / (B3.agents * run.now),
      waitOfServed: run.waitSum / run.served,
      within20: run.within / run.arrived,
      abandoned: run.abandoned / run.arrived,
      response: run.responseSum / run.answers,
      duration: run.durationSum / run.ended,
    },
  };
}
