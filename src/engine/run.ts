/** The event loop: takes what is due, lets it happen, settles what it set free, and goes on to the next. */
import type { Scenario } from '../scenario/types.js';
import type { Attendance } from '../traffic/attendance.js';
import { Script, type Demand } from '../traffic/script.js';
import { PHASE } from './conversations.js';
import { startPiece } from './desk.js';
import { PRIORITY } from './eventQueue.js';
import { dismiss } from './ending.js';
import { answer, arrive, conversationEvent } from './life.js';
import type { Plan } from './mode.js';
import type { Observer } from './observer.js';
import { DOING, STATUS } from './people.js';
import {
  breakTime,
  come,
  endBreak,
  handOver,
  leave,
  releaseMessaging,
  settlePerson,
  signIn,
  stopNew,
} from './presence.js';
import { MOMENT, rosterOf } from './roster.js';
import { refill, routeBacklog } from './routing.js';
import { State } from './state.js';
import { MESSAGING } from '../scenario/types.js';

/**
 * Plays the demand on the plan from the start to the horizon and tells the observer. Gives the number of events.
 * Nothing in here is random: the same arguments give the same run.
 */
export function run(
  scenario: Scenario,
  plan: Plan,
  demand: Demand,
  attendance: Attendance,
  observer: Observer,
): number {
  const f = new State(scenario, plan, rosterOf(scenario, plan, attendance), observer);
  const { horizon } = scenario.calendar;
  const script = new Script();
  let nextMoment = 0;
  let events = 0;

  const awaitArrival = (): void => {
    if (demand.next(script)) f.events.schedule(f.arrivalSubject, Math.max(0, script.at), PRIORITY.arrival);
  };
  const rosterEvent = (): void => {
    for (; nextMoment < f.roster.count && f.roster.at[nextMoment]! <= f.now; nextMoment++)
      moment(f, nextMoment);
    // Who comes at this instant is there for what those who leave hand over.
    releaseMessaging(f);
    awaitRoster();
  };
  const awaitRoster = (): void => {
    if (nextMoment < f.roster.count)
      f.events.schedule(f.rosterSubject, f.roster.at[nextMoment]!, PRIORITY.roster);
  };

  observer.begin(f);
  let checkpoint = observer.checkpoint();
  awaitRoster();
  awaitArrival();
  for (let time = f.events.nextTime(); time < horizon; time = f.events.nextTime()) {
    const subject = f.events.take();
    while (checkpoint <= time) {
      f.now = checkpoint;
      checkpoint = observer.checkpoint();
    }
    f.now = time;
    events++;
    if (subject >= f.firstConversationSubject) conversationEvent(f, subject - f.firstConversationSubject);
    else if (subject < f.arrivalSubject) handsEvent(f, subject);
    else if (subject === f.arrivalSubject) {
      arrive(f, script);
      awaitArrival();
    } else if (subject === f.rosterSubject) rosterEvent();
    else f.unsettledLogins.add(subject - f.firstLoginSubject);
    settle(f);
  }
  for (; checkpoint <= horizon; checkpoint = observer.checkpoint()) f.now = checkpoint;
  f.now = horizon;
  observer.finish();
  return events;
}

/** Everything that this instant set free is put to use before the clock moves. */
function settle(f: State): void {
  for (;;) {
    const login = f.unsettledLogins.take();
    if (login !== -1) {
      refill(f, login);
      continue;
    }
    const p = f.unsettledPeople.take();
    if (p !== -1) {
      settlePerson(f, p);
      continue;
    }
    // All who come back at this instant are known only when its last event is done.
    if (!f.reopened || f.events.nextTime() <= f.now) return;
    f.reopened = false;
    routeBacklog(f);
  }
}

/** A person's hands come free, or their break is over. */
function handsEvent(f: State, p: number): void {
  const { people, conversations: k, observer } = f;
  if (people.status[p] === STATUS.away) {
    endBreak(f, p);
    return;
  }
  const doing = people.doing[p]!;
  const c = people.conversation[p]!;
  observer.workEnded(p);
  people.doing[p] = DOING.nothing;
  people.conversation[p] = -1;
  f.unsettledPeople.add(p);
  if (doing === DOING.wrappingUp) {
    observer.elapse(p);
    dismiss(f, c);
  } else if (doing === DOING.answering) {
    answer(f, p, c);
    // The wrap-up is done at once, whatever else waits.
    if (k.phase[c] === PHASE.wrapUp) startPiece(f, p, c, false);
    else if (people.status[p] === STATUS.leaving && k.channel[c] === MESSAGING && k.phase[c] === PHASE.idle)
      leaveBehind(f, c);
  } else if (people.status[p] === STATUS.online) {
    signIn(f, p);
  }
}

/** The last answer of a session is sent: its conversation follows the policy like those before. */
function leaveBehind(f: State, c: number): void {
  if (f.scenario.work.openMessaging === 'hand-over') handOver(f, c);
}

function moment(f: State, index: number): void {
  const p = f.roster.person[index]!;
  const detail = f.roster.detail[index]!;
  switch (f.roster.what[index]) {
    case MOMENT.leave:
      leave(f, p);
      break;
    case MOMENT.come:
      come(f, p, detail);
      break;
    case MOMENT.stopNew:
      stopNew(f, p);
      break;
    default:
      breakTime(f, p, detail);
  }
}
