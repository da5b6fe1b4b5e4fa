/** Plays threads written out by hand through the engine and gives the report; and the same for sampled demand. */
import { run } from '../../src/engine/run.js';
import { combine } from '../../src/engine/observers.js';
import type { Plan, Session } from '../../src/engine/mode.js';
import type { Observer } from '../../src/engine/observer.js';
import type { RunReport } from '../../src/metrics/runReport.js';
import { Tally } from '../../src/metrics/tally.js';
import type { Channel, Scenario } from '../../src/scenario/types.js';
import {
  FOLLOW_AGENT,
  FOLLOW_CONSUMER,
  FOLLOW_NONE,
  type Demand,
  type Script,
} from '../../src/traffic/script.js';

/** One conversation of a thread, in seconds. Nobody leaves, nothing follows, the agent closes, unless said otherwise. */
export interface Talk {
  readonly efforts: readonly number[];
  /** Before each exchange but the first; 100 each by default. */
  readonly gaps?: readonly number[];
  readonly patience?: number;
  readonly silent?: boolean;
  readonly replyPatience?: number;
  readonly wrapUp?: number;
  readonly agentCloses?: boolean;
  readonly follow?: 'consumer' | 'agent';
  readonly followAfter?: number;
}

export interface Thread {
  readonly stream?: number;
  readonly at: number;
  readonly talks: readonly Talk[];
}

/** Threads in order of arrival. */
function demandOf(threads: readonly Thread[]): Demand {
  let next = 0;
  return {
    next(script: Script): boolean {
      const thread = threads[next];
      if (thread === undefined) return false;
      script.thread = next++;
      script.stream = thread.stream ?? 0;
      script.at = thread.at;
      script.tie = 0;
      const numbers = thread.talks.flatMap(numbersOf);
      script.native.length = 0;
      script.native.reserve(numbers.length);
      script.native.data.set(numbers);
      script.native.length = numbers.length;
      script.asMessaging.length = 0;
      return true;
    },
    fingerprint: () => 'by hand',
  };
}

function numbersOf(talk: Talk): number[] {
  const { efforts } = talk;
  const follow = { none: FOLLOW_NONE, consumer: FOLLOW_CONSUMER, agent: FOLLOW_AGENT }[talk.follow ?? 'none'];
  return [
    ...[efforts.length, talk.patience ?? Infinity, talk.silent === true ? 1 : 0, efforts[0]!],
    ...[talk.replyPatience ?? Infinity, talk.wrapUp ?? 0, talk.agentCloses === false ? 0 : 1],
    ...[follow, talk.followAfter ?? 0],
    ...efforts.flatMap((effort, i) => [i === 0 ? 0 : (talk.gaps?.[i - 1] ?? 100), effort]),
  ];
}

export interface LoginSpec {
  readonly person: number;
  readonly channels: readonly Channel[];
}

/** Sessions by person; by default everybody is signed in with their first login throughout each shift. */
export function planOf(
  scenario: Scenario,
  logins: readonly LoginSpec[],
  sessions?: readonly (readonly Partial<Session>[])[],
): Plan {
  const first = (p: number): number => logins.findIndex(({ person }) => person === p);
  return {
    logins: logins.map((login, i) => ({ ...login, name: `login ${i + 1}` })),
    sessions: scenario.people.map(({ shifts }, p) =>
      sessions === undefined
        ? shifts.map(({ start, end }, shift) => ({ login: first(p), shift, start, end, changeover: 0 }))
        : sessions[p]!.map((session) => ({
            ...{ login: first(p), shift: 0, start: 0, end: scenario.calendar.horizon, changeover: 0 },
            ...session,
          })),
    ),
    chatAsMessaging: false,
    notes: [],
  };
}

export function watch(
  scenario: Scenario,
  plan: Plan,
  threads: readonly Thread[],
  ...listeners: readonly Observer[]
): RunReport {
  const present = scenario.people.map(({ shifts }) => shifts.map(() => ({ absent: false, late: 0 })));
  const tally = new Tally();
  const events = run(scenario, plan, demandOf(threads), present, combine([tally, ...listeners]));
  return tally.report({
    ...{ scenario: scenario.name, mode: 'by hand', seed: scenario.seed, replication: 0 },
    ...{ demandFingerprint: '', events, notes: plan.notes },
  });
}
