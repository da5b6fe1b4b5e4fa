/** The engine's containers against naive ones: the event queue, waiting lists, the script store, conversation slots. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Conversations, PHASE } from '../../src/engine/conversations.js';
import { EventQueue } from '../../src/engine/eventQueue.js';
import { Lists } from '../../src/engine/lists.js';
import { ScriptStore } from '../../src/engine/scriptStore.js';
import { Section } from '../../src/traffic/script.js';

interface Pending {
  readonly subject: number;
  readonly time: number;
  readonly priority: number;
  readonly sequence: number;
}

/** The same contract, by sorting everything each time. */
class SortedList {
  #pending: Pending[] = [];
  #sequence = 0;
  schedule(subject: number, time: number, priority: number): void {
    this.cancel(subject);
    this.#pending.push({ subject, time, priority, sequence: this.#sequence++ });
    this.#pending.sort((a, b) => a.time - b.time || a.priority - b.priority || a.sequence - b.sequence);
  }
  cancel(subject: number): void {
    this.#pending = this.#pending.filter((p) => p.subject !== subject);
  }
  take(): number {
    return this.#pending.shift()?.subject ?? -1;
  }
  nextTime(): number {
    return this.#pending[0]?.time ?? Infinity;
  }
}

const SUBJECTS = 12;
const subject = fc.nat(SUBJECTS - 1);
/** The same contract for many: a search for the least at every question. */
class Pile {
  readonly #pending = new Map<number, Pending>();
  #sequence = 0;
  schedule(subject: number, time: number, priority: number): void {
    this.#pending.set(subject, { subject, time, priority, sequence: this.#sequence++ });
  }
  cancel(subject: number): void {
    this.#pending.delete(subject);
  }
  next(): Pending | undefined {
    let first: Pending | undefined;
    for (const p of this.#pending.values()) if (first === undefined || before(p, first)) first = p;
    return first;
  }
}

function before(a: Pending, b: Pending): boolean {
  return (a.time - b.time || a.priority - b.priority || a.sequence - b.sequence) < 0;
}

/** Few distinct times, so that most events tie. */
const step = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(fc.constant('schedule'), subject, fc.nat(5), fc.nat(4)) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('cancel'), subject) },
  { weight: 3, arbitrary: fc.tuple(fc.constant('take')) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('next')) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('grow'), fc.nat(4)) },
);

describe('the event queue', () => {
  test('is a sorted list in the order (time, priority, sequence), whatever is done to it in whatever order', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
        const queue = new EventQueue(SUBJECTS);
        const list = new SortedList();
        let size = SUBJECTS;
        for (const [what, a = 0, b = 0, c = 0] of steps as [string, ...number[]][]) {
          if (what === 'schedule') {
            queue.schedule(a, b, c);
            list.schedule(a, b, c);
          } else if (what === 'cancel') {
            queue.cancel(a);
            list.cancel(a);
          } else if (what === 'take') expect(queue.take()).toBe(list.take());
          else if (what === 'next') expect(queue.nextTime()).toBe(list.nextTime());
          else queue.grow((size += a));
        }
        for (let left = 0; left <= SUBJECTS; left++) {
          expect(queue.nextTime()).toBe(list.nextTime());
          expect(queue.take()).toBe(list.take());
        }
      }),
      { numRuns: 500 },
    );
  });

  test('keeps the order of a crowd that is due at few instants, when one of it is moved right after another was taken', () => {
    const due = fc.tuple(fc.nat(2), fc.nat(1));
    const crowd = fc.array(due, { minLength: 40, maxLength: 40 });
    const moves = fc.array(fc.tuple(fc.nat(39), due), { minLength: 60, maxLength: 60 });
    fc.assert(
      fc.property(crowd, moves, (first, then) => {
        const queue = new EventQueue(first.length);
        const list = new SortedList();
        const schedule = (s: number, [time, priority]: readonly [number, number]): void => {
          queue.schedule(s, time, priority);
          list.schedule(s, time, priority);
        };
        first.forEach((at, s) => {
          schedule(s, at);
        });
        for (const [moved, at] of then) {
          expect(queue.take()).toBe(list.take());
          schedule(moved, at);
        }
      }),
    );
  });

  /** How long until what is scheduled next is due: one law per stretch of a run. */
  const delay = fc.constantFrom<((now: number, u: number) => number)[]>(
    () => 0,
    (_, u) => u / 1000,
    (_, u) => -100 * Math.log(1 - u),
    (_, u) => (u < 0.5 ? u / 100 : 1e7 * u),
    // The closing job.
    (now) => Math.ceil((now + 10_000) / 1500) * 1500 - now,
    (_, u) => Math.floor(4 * u) * 1e5,
  );
  const stretch = fc.record({ delay, count: fc.nat(1500), first: fc.nat(2999), drain: fc.nat(3000) });

  test('is the same with thousands pending, near, far, at one instant, and when the pace changes', () => {
    const run = fc.array(stretch, { minLength: 3, maxLength: 6 });
    fc.assert(
      fc.property(run, fc.integer(), (stretches, seed) => {
        const random = fc.sample(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), {
          seed,
          numRuns: 997,
        });
        let drawn = 0;
        const draw = (): number => random[drawn++ % random.length]!;
        const queue = new EventQueue(1000);
        queue.grow(2000);
        const pile = new Pile();
        let now = 0;
        stretches.forEach(({ delay: law, count, first, drain }, i) => {
          const schedule = (s: number): void => {
            const at = now + law(now, draw());
            const priority = Math.floor(5 * draw());
            queue.schedule(s, at, priority);
            pile.schedule(s, at, priority);
          };
          if (i === 1) queue.grow(3000);
          const subjects = i === 0 ? 2000 : 3000;
          for (let j = 0; j < count; j++) schedule((first + j) % subjects);
          for (let j = 0; j < drain; j++) {
            const next = pile.next();
            if (j % 3 > 0) expect(queue.nextTime()).toBe(next?.time ?? Infinity);
            expect(queue.take()).toBe(next?.subject ?? -1);
            if (next === undefined) break;
            now = next.time;
            pile.cancel(next.subject);
            const other = Math.floor(subjects * draw());
            if (j % 4 === 0) schedule(next.subject);
            if (j % 5 === 0) schedule(other);
            if (j % 7 === 0) {
              queue.cancel(other);
              pile.cancel(other);
            }
          }
        });
      }),
      { numRuns: 6 },
    );
  });

  test('infinite times stay last, and a subject keeps one event at most', () => {
    const queue = new EventQueue(3);
    queue.schedule(0, Infinity, 0);
    queue.schedule(1, 5, 4);
    queue.schedule(1, 9, 0);
    queue.schedule(2, 7, 0);
    expect([queue.take(), queue.take(), queue.nextTime()]).toEqual([2, 1, Infinity]);
  });
});

describe('waiting lists', () => {
  test('keep the order of rank, and of coming where ranks are equal', () => {
    const move = fc.record({ c: fc.nat(9), list: fc.nat(2), rank: fc.nat(4), remove: fc.boolean() });
    fc.assert(
      fc.property(fc.array(move, { maxLength: 80 }), (moves) => {
        const slots = new Conversations();
        slots.list.fill(-1);
        const lists = new Lists(3, slots);
        const naive: { c: number; rank: number }[][] = [[], [], []];
        const where = new Map<number, number>();
        for (const { c, list, rank, remove } of moves) {
          const now = where.get(c);
          if (now !== undefined) {
            if (!remove) continue;
            lists.remove(c);
            naive[now] = naive[now]!.filter((entry) => entry.c !== c);
            where.delete(c);
          } else {
            lists.insert(list, c, rank);
            const place = naive[list]!.findIndex((entry) => entry.rank > rank);
            naive[list]!.splice(place === -1 ? naive[list]!.length : place, 0, { c, rank });
            where.set(c, list);
          }
          naive.forEach((expected, l) => {
            const forwards: number[] = [];
            for (let i = lists.head[l]!; i !== -1; i = slots.after[i]!) forwards.push(i);
            expect(forwards).toEqual(expected.map((entry) => entry.c));
          });
        }
      }),
    );
  });
});

describe('the script store', () => {
  test('keeps every open script intact while others come, go and make it grow', () => {
    const action = fc.record({ length: fc.integer({ min: 1, max: 3000 }), release: fc.nat(20) });
    fc.assert(
      fc.property(fc.array(action, { maxLength: 60 }), (actions) => {
        const store = new ScriptStore();
        const open: { block: number; numbers: number[] }[] = [];
        actions.forEach(({ length, release }, i) => {
          const section = new Section();
          section.reserve(length);
          section.length = length;
          const numbers = Array.from({ length }, (_, j) => i * 10_000 + j);
          section.data.set(numbers);
          open.push({ block: store.keep(section), numbers });
          if (release < open.length) store.release(open.splice(release, 1)[0]!.block);
          for (const { block, numbers: kept } of open)
            expect(Array.from(store.data.subarray(block + 1, block + 1 + kept.length))).toEqual(kept);
        });
      }),
      { numRuns: 30 },
    );
  });

  test('uses freed room again: memory follows what is open, not what has passed', () => {
    const store = new ScriptStore();
    const section = new Section();
    section.length = 100;
    for (let i = 0; i < 10_000; i++) store.release(store.keep(section));
    expect(store.data.length).toBe(4096);
  });
});

describe('conversation slots', () => {
  test('grow without losing what they hold, and are used again', () => {
    const slots = new Conversations();
    const taken = Array.from({ length: 1000 }, () => slots.take());
    expect(new Set(taken).size).toBe(1000);
    for (const c of taken) {
      slots.arrivedAt[c] = c + 0.5;
      slots.phase[c] = PHASE.idle;
    }
    for (let i = 0; i < 2000; i++) taken.push(slots.take());
    expect(taken.slice(0, 1000).every((c) => slots.arrivedAt[c] === c + 0.5)).toBe(true);
    for (const c of taken) slots.release(c);
    const again = Array.from({ length: 3000 }, () => slots.take());
    expect([new Set(again).size, slots.highWater]).toEqual([3000, 3000]);
  });
});
