/** An observer that believes nothing: it keeps its own books from what it hears and throws where the engine disagrees. */
import type { Seconds } from '../../src/base/units.js';
import { ENDING, type Floor, type Observer } from '../../src/engine/observer.js';
import { DOING, STATUS } from '../../src/engine/people.js';
import { State } from '../../src/engine/state.js';
import { CHANNELS, CHAT, MESSAGING } from '../../src/scenario/types.js';
import { EFFORT, HEADER, PAIR, REPLY_PATIENCE, SILENT_EFFORT, WRAP_UP } from '../../src/traffic/script.js';
import { fail, Twice, type Entry, type Hands, type Stage } from './books.js';
import { checkSettled } from './settled.js';

export class Audit implements Observer {
  readonly open = new Map<number, Entry>();
  readonly count = { total: 0, byStream: new Int32Array(0) };
  /** `ended[stream][ending]`. */
  readonly endedBy: number[][] = [];
  /** Seconds of undivided work done on answers and wrap-ups: no switching, re-reading or slow-down in it. */
  effortDone = 0;
  maxOpen = 0;
  #floor!: State;
  #now = 0;
  #hands: (Hands | null)[] = [];
  #freed: { p: number; c: number; at: Seconds } = { p: -1, c: -1, at: -1 };
  #elapsedTo!: Float64Array;
  #queueElapsedTo!: Float64Array;
  #busyOfPerson!: Twice;
  #chats!: Twice;
  #messages!: Twice;
  #active!: Twice;
  #pile!: Twice;
  #signedIn!: Twice;
  #away!: Twice;
  #queue!: Twice;
  #busyOfLogin!: Float64Array;
  #looking!: Int8Array;
  #lastThread!: Int32Array;
  #freeSince!: Float64Array;
  #signedInAt!: Float64Array;
  #awayAt!: Float64Array;
  #warm!: (Seconds | null)[];
  #knownTo = new Map<number, number>();
  readonly #pasts = new Map<number, { readonly first: number; others: number }>();

  begin(floor: Floor): void {
    if (!(floor instanceof State)) fail('the floor is not what the engine keeps');
    this.#floor = floor;
    const { people, logins, queued } = floor;
    this.count.byStream = new Int32Array(queued.length);
    queued.forEach(() => this.endedBy.push([0, 0, 0, 0, 0, 0]));
    this.#hands = Array.from({ length: people.count }, () => null);
    this.#elapsedTo = new Float64Array(people.count);
    this.#queueElapsedTo = new Float64Array(queued.length);
    this.#busyOfPerson = new Twice('busy seconds of person', people.count);
    this.#away = new Twice('seconds away of person', people.count);
    this.#chats = new Twice('chat seconds of login', logins.count);
    this.#messages = new Twice('messaging seconds of login', logins.count);
    this.#active = new Twice('seconds of weight 1 of login', logins.count);
    this.#pile = new Twice('seconds in the pile of login', logins.count);
    this.#signedIn = new Twice('signed-in seconds of login', logins.count);
    this.#queue = new Twice('seconds in the queue of stream', queued.length);
    this.#busyOfLogin = new Float64Array(logins.count);
    this.#looking = new Int8Array(people.count).fill(-1);
    this.#lastThread = new Int32Array(people.count).fill(-1);
    this.#freeSince = new Float64Array(people.count);
    this.#signedInAt = new Float64Array(logins.count).fill(NaN);
    this.#awayAt = new Float64Array(people.count).fill(NaN);
    this.#warm = Array.from({ length: logins.count }, () => null);
    this.#checkEveryInstant();
  }

  /** The loop asks for the next event's time once an instant is settled: then everything must be in order. */
  #checkEveryInstant(): void {
    const f = this.#floor;
    const nextTime = f.events.nextTime.bind(f.events);
    f.events.nextTime = () => {
      const next = nextTime();
      if (next > f.now && !f.reopened) checkSettled(f, this.open);
      return next;
    };
  }

  checkpoint(): Seconds {
    this.#tick(this.#floor.now);
    return Infinity;
  }

  joinsPile(c: number): void {
    const { now } = this.#floor;
    this.#tick(now);
    this.#pile.shown[this.#floor.conversations.login[c]!]! -= now;
  }

  leavesPile(c: number): void {
    const { now } = this.#floor;
    this.#tick(now);
    this.#pile.shown[this.#floor.conversations.login[c]!]! += now;
  }

  elapse(p: number): void {
    const { now } = this.#floor;
    this.#tick(now);
    const { people, logins } = this.#floor;
    const dt = now - this.#elapsedTo[p]!;
    this.#elapsedTo[p] = now;
    if (people.status[p] === STATUS.away) this.#away.shown[p]! += dt;
    for (let l = people.firstLogin[p]!; l < people.firstLogin[p + 1]!; l++) {
      this.#chats.shown[l]! += dt * logins.chats[l]!;
      this.#messages.shown[l]! += dt * (logins.active[l]! + logins.inactive[l]!);
      this.#active.shown[l]! += dt * logins.active[l]!;
      this.#signedIn.shown[l]! += dt * logins.signedIn[l]!;
    }
  }

  elapseQueue(s: number): void {
    const { now } = this.#floor;
    this.#tick(now);
    this.#queue.shown[s]! += (now - this.#queueElapsedTo[s]!) * this.#floor.queued[s]!;
    this.#queueElapsedTo[s] = now;
  }

  arrived(c: number): void {
    const { now } = this.#floor;
    this.#tick(now);
    const k = this.#floor.conversations;
    if (this.open.has(c)) fail(`slot ${c} is opened while ${this.open.get(c)!.name} has it`);
    const stream = k.stream[c]!;
    this.count.total++;
    this.count.byStream[stream]! += 1;
    this.open.set(c, {
      name: `#${k.thread[c]}.${k.part[c]}`,
      stream,
      channel: k.channel[c]!,
      arrivedAt: k.arrivedAt[c]!,
      stage: 'queued',
      since: now,
      login: -1,
      ghost: false,
      answers: 0,
      exchange: k.exchange[c]!,
      answeredAt: NaN,
      wroteAt: k.arrivedAt[c]!,
      inactiveFrom: Infinity,
      queuedFor: now - k.arrivedAt[c]!,
      knownTo: this.#knownTo.get(k.thread[c]!) ?? -1,
    });
    this.maxOpen = Math.max(this.maxOpen, this.open.size);
  }

  queued(c: number): void {
    const { now } = this.#floor;
    const e = this.#entry(c, now);
    if (e.login !== -1) fail(`${e.name} is queued while a login has it`);
    this.#turn(e, 'queued', now);
  }

  assigned(c: number): void {
    const { now } = this.#floor;
    const e = this.#entry(c, now);
    if (e.login !== -1) fail(`${e.name} is assigned twice`);
    const { login: loginOf, thread, firstLogin, loginChanges } = this.#floor.conversations;
    const login = loginOf[c]!;
    const past = this.#pasts.get(thread[c]!) ?? { first: login, others: 0 };
    if (login !== past.first) past.others++;
    this.#pasts.set(thread[c]!, past);
    if (firstLogin[c] !== past.first || loginChanges[c] !== past.others) fail(`${e.name} has another past`);
    if (e.stage !== 'idle') this.#turn(e, 'waiting', now);
    e.login = login;
    e.since = now;
    this.#mayTake(e, login, now);
  }

  unassigned(c: number): void {
    const { now } = this.#floor;
    const e = this.#entry(c, now);
    if (e.channel === CHAT) fail(`the chat ${e.name} is taken off its person`);
    if (e.stage !== 'waiting' && e.stage !== 'idle') fail(`${e.name} is unassigned while ${e.stage}`);
    this.#turn(e, e.stage, now);
    e.login = -1;
  }

  consumerWrote(c: number): void {
    const { now } = this.#floor;
    const e = this.#entry(c, now);
    if (e.stage !== 'idle') fail(`${e.name} writes while it is ${e.stage}`);
    e.wroteAt = now;
    e.queuedFor = 0;
    this.#turn(e, 'waiting', now);
  }

  leftSilently(c: number): void {
    const { now } = this.#floor;
    const e = this.#entry(c, now);
    if (e.answers > 0) fail(`${e.name} leaves silently after an answer`);
    e.ghost = true;
  }

  workStarted(p: number, c: number): void {
    const { now } = this.#floor;
    this.#tick(now);
    const { people, scripts, conversations: k, logins } = this.#floor;
    if (this.#hands[p] !== null) fail(`person ${p} does two things at once`);
    const login = people.login[p]!;
    const doing = people.doing[p]!;
    this.#hands[p] = { c, since: now, doing, login };
    const took = people.workEnd[p]! - now;
    if (doing === DOING.changingLogin) return;
    const e = this.#entry(c, now);
    if (e.login !== login || logins.signedIn[login] !== 1)
      fail(`person ${p} works on ${e.name}, not theirs now`);
    if (people.status[p] === STATUS.away) fail(`person ${p} works on a break`);
    const [stage, next]: [Stage, Stage] =
      doing === DOING.wrappingUp ? ['wrapUp', 'wrappingUp'] : ['waiting', 'worked'];
    if (e.stage !== stage) fail(`${e.name} is begun while ${e.stage}`);
    this.#turn(e, next, now);
    const turn = this.#turnCost(p, c, now);
    if (people.switchSeconds[p] !== turn)
      fail(`turning to ${e.name} costs ${people.switchSeconds[p]!}, not ${turn}`);
    const { work } = this.#floor.scenario;
    const reread =
      doing === DOING.answering && e.channel === MESSAGING && e.knownTo !== -1 && e.knownTo !== p
        ? work.catchUp
        : 0;
    if (people.rereadSeconds[p] !== reread)
      fail(`re-reading ${e.name}: ${people.rereadSeconds[p]!}, not ${reread}`);
    const script = k.script[c]!;
    const effort =
      doing === DOING.wrappingUp
        ? k.wrapUpSeconds[c]!
        : scripts.data[e.ghost ? script + SILENT_EFFORT : script + HEADER + PAIR * e.exchange + EFFORT]!;
    const slow = doing === DOING.wrappingUp ? 1 : this.#slowdown(login);
    if (Math.abs(took - turn - reread - effort * slow) > 1e-6) fail(`work on ${e.name} takes ${took} s`);
    this.effortDone += effort;
  }

  workEnded(p: number): void {
    const { now } = this.#floor;
    this.#tick(now);
    const hands = this.#hands[p];
    if (!hands) fail(`person ${p} ends nothing`);
    this.#hands[p] = null;
    this.#freeSince[p] = now;
    this.#busyOfPerson.booked[p]! += now - hands.since;
    this.#busyOfPerson.shown[p]! += now - this.#floor.people.workStart[p]!;
    this.#busyOfLogin[hands.login]! += now - hands.since;
    this.#freed = { p, c: hands.c, at: now };
    if (hands.doing === DOING.wrappingUp) {
      this.#turn(this.#entry(hands.c, now), 'wrappingUp', now);
      this.open.delete(hands.c);
    }
  }

  answered(p: number, c: number): void {
    const { now } = this.#floor;
    const e = this.#entry(c, now);
    if (e.stage !== 'worked' || this.#freed.p !== p || this.#freed.c !== c || this.#freed.at !== now)
      fail(`${e.name} is answered by ${p}, who did not work on it`);
    const { conversations: k, scripts } = this.#floor;
    if (k.wroteAt[c] !== e.wroteAt || Math.abs(k.queuedSeconds[c]! - e.queuedFor) > 1e-6)
      fail(`${e.name} waited in the queue for ${k.queuedSeconds[c]!} s, not ${e.queuedFor}`);
    const tooLate = e.wroteAt + scripts.data[k.script[c]! + REPLY_PATIENCE]! < now;
    if (e.channel === CHAT && e.answers > 0 && (k.walked[c] === 1) !== tooLate)
      fail(`${e.name} walks out: ${k.walked[c] === 1}, too late: ${tooLate}`);
    const { inactiveAfter, inactiveWeight, backlogAfter } = this.#floor.scenario.capacity.messaging;
    const late = now - e.wroteAt > (backlogAfter ?? Infinity);
    this.#turn(e, 'idle', now);
    e.answers++;
    e.exchange++;
    e.answeredAt = now;
    e.inactiveFrom = late ? now : inactiveWeight < 1 ? now + inactiveAfter : Infinity;
    e.knownTo = p;
    this.#knownTo.set(k.thread[c]!, p);
  }

  ended(c: number, ending: number, followUp: boolean): void {
    const { now } = this.#floor;
    const e = this.#entry(c, now);
    const { conversations: k, scripts } = this.#floor;
    this.endedBy[e.stream]![ending]! += 1;
    if (!['queued', 'waiting', 'idle'].includes(e.stage)) fail(`${e.name} ends while ${e.stage}`);
    const leaver = ending === ENDING.abandoned || ending === ENDING.abandonedSilently;
    if (leaver && followUp) fail(`${e.name} goes on after its consumer left`);
    if ((ending === ENDING.abandonedSilently) !== e.ghost) fail(`${e.name}: ghost ${e.ghost} ends ${ending}`);
    if (ending === ENDING.abandoned && e.answers > 0) fail(`${e.name} is abandoned after an answer`);
    if (ending === ENDING.completed && e.exchange !== k.exchanges[c]) fail(`${e.name} ends too early`);
    const wrapsUp = e.channel === CHAT && e.answers > 0 && scripts.data[k.script[c]! + WRAP_UP]! > 0;
    this.#turn(e, 'wrapUp', now);
    if (!wrapsUp) this.open.delete(c);
  }

  signedIn(p: number, login: number): void {
    const { now } = this.#floor;
    this.#tick(now);
    const { people, logins } = this.#floor;
    for (let l = people.firstLogin[p]!; l < people.firstLogin[p + 1]!; l++)
      if (l !== login && logins.signedIn[l] === 1) fail(`person ${p} is signed in twice`);
    this.#signedInAt[login] = now;
    this.#warm[login] = this.#floor.scenario.capacity.messaging.warmUpEvery === null ? null : -Infinity;
    this.#looking[p] = -1;
    this.#lastThread[p] = -1;
  }

  signedOut(p: number, login: number): void {
    const { now } = this.#floor;
    this.#tick(now);
    if (this.#hands[p]) fail(`person ${p} signs out with work in hand`);
    for (const e of this.open.values())
      if (e.login === login && e.channel === CHAT) fail(`${e.name} is left behind by a sign-out`);
    this.#signedIn.booked[login]! += now - this.#signedInAt[login]!;
    this.#signedInAt[login] = NaN;
  }

  breakStarted(p: number): void {
    const { now } = this.#floor;
    this.#tick(now);
    if (this.#hands[p]) fail(`person ${p} takes a break with work in hand`);
    this.#awayAt[p] = now;
  }

  breakEnded(p: number): void {
    const { now } = this.#floor;
    this.#tick(now);
    this.#away.booked[p]! += now - this.#awayAt[p]!;
    this.#awayAt[p] = NaN;
  }

  finish(): void {
    const { now } = this.#floor;
    this.#tick(now);
    const { people, queued, logins } = this.#floor;
    for (let p = 0; p < people.count; p++) {
      this.elapse(p);
      const hands = this.#hands[p];
      if (hands) this.#busyOfPerson.booked[p]! += now - hands.since;
      if (people.doing[p] !== DOING.nothing) this.#busyOfPerson.shown[p]! += now - people.workStart[p]!;
      if (hands) this.#busyOfLogin[hands.login]! += now - hands.since;
      if (!Number.isNaN(this.#awayAt[p]!)) this.#away.booked[p]! += now - this.#awayAt[p]!;
      let overLogins = 0;
      for (let l = people.firstLogin[p]!; l < people.firstLogin[p + 1]!; l++)
        overLogins += this.#busyOfLogin[l]!;
      if (Math.abs(overLogins - this.#busyOfPerson.shown[p]!) > 1e-6 * (1 + now))
        fail(`person ${p} is busy ${this.#busyOfPerson.shown[p]!} s, their logins ${overLogins} s`);
    }
    for (let l = 0; l < logins.count; l++) {
      this.#pile.shown[l]! += now * (logins.pile[2 * l]! + logins.pile[2 * l + 1]!);
      if (!Number.isNaN(this.#signedInAt[l]!)) this.#signedIn.booked[l]! += now - this.#signedInAt[l]!;
    }
    for (let s = 0; s < queued.length; s++) this.elapseQueue(s);
    for (const e of this.open.values()) this.#turn(e, e.stage, now);
    for (const twice of [
      ...[this.#busyOfPerson, this.#away, this.#chats, this.#messages],
      ...[this.#active, this.#pile, this.#signedIn, this.#queue],
    ])
      twice.agree(now);
    this.#conservation();
  }

  /** What the books say of a finished run, to be held against a report. */
  get books() {
    return {
      busyOfPerson: Array.from(this.#busyOfPerson.booked),
      busyOfLogin: Array.from(this.#busyOfLogin),
      signedInOfLogin: Array.from(this.#signedIn.booked),
      queueSeconds: Array.from(this.#queue.booked),
    };
  }

  #conservation(): void {
    this.count.byStream.forEach((arrived, s) => {
      const ended = this.endedBy[s]!.reduce((sum, n) => sum + n, 0);
      let left = 0;
      for (const e of this.open.values()) if (e.stream === s && !e.stage.startsWith('wrap')) left++;
      if (arrived !== ended + left) fail(`stream ${s}: ${arrived} arrived, ${ended} ended, ${left} open`);
    });
  }

  #tick(now: Seconds): void {
    if (now < this.#now) fail(`time runs back from ${this.#now} to ${now}`);
    if (now !== this.#floor.now && now !== this.#floor.scenario.calendar.horizon) fail('a clock is wrong');
    this.#now = now;
  }

  #entry(c: number, now: Seconds): Entry {
    this.#tick(now);
    return this.open.get(c) ?? fail(`slot ${c} is spoken of while it is free`);
  }

  /** Books the time spent in the stage that ends now. */
  #turn(e: Entry, next: Stage, now: Seconds): void {
    const spent = now - e.since;
    const l = e.login;
    if (e.stage === 'queued') e.queuedFor += spent;
    if (l === -1 && e.stage === 'queued') this.#queue.booked[e.stream]! += spent;
    if (l !== -1 && e.channel === CHAT) this.#chats.booked[l]! += spent;
    if (l !== -1 && e.channel === MESSAGING) {
      this.#messages.booked[l]! += spent;
      const inactive = e.stage === 'idle' ? Math.max(0, now - Math.max(e.since, e.inactiveFrom)) : 0;
      this.#active.booked[l]! += spent - inactive;
    }
    if (l !== -1 && (e.stage === 'waiting' || e.stage === 'wrapUp')) this.#pile.booked[l]! += spent;
    e.stage = next;
    e.since = now;
  }

  /** The rules of capacity, from the books alone. At the very instant of going inactive both weights are right. */
  #mayTake(taken: Entry, login: number, now: Seconds): void {
    const { logins, people, scenario, plan } = this.#floor;
    const { messaging, sharing, noMessagingAtChats } = scenario.capacity;
    const p = logins.person[login]!;
    const of = (says: string) => fail(`${taken.name} to ${plan.logins[login]!.name} at ${now}: ${says}`);
    const stream = scenario.streams[taken.stream]!;
    if (!plan.logins[login]!.channels.includes(CHANNELS[taken.channel]!)) of('wrong channel');
    if (!scenario.people[p]!.skills.includes(stream.skill)) of('lacks the skill');
    if (people.login[p] !== login || logins.signedIn[login] !== 1) of('not signed in');
    if (people.status[p] !== STATUS.online || people.breakDue[p] === 1) of('not open for new work');
    const inSession = plan.sessions[p]!.some(
      (s) => s.login === login && s.start <= now && now <= s.end - scenario.work.stopNewBefore,
    );
    if (!inSession) of('outside its session');
    let chats = 0;
    let load = 0;
    let turning = 0;
    for (const e of this.open.values()) {
      if (e.login !== login) continue;
      if (e.channel === CHAT) chats++;
      else load += e.stage === 'idle' && now >= e.inactiveFrom ? messaging.inactiveWeight : 1;
      if (e.stage === 'idle' && now === e.inactiveFrom) turning += 1 - messaging.inactiveWeight;
    }
    const { chat: maxChats, messaging: max } = scenario.people[p]!.caps;
    if (taken.channel === CHAT && chats > maxChats) of(`${chats} chats`);
    if (taken.channel === MESSAGING && load > max + messaging.headroom + 1e-9) of(`load ${load}`);
    const both = plan.logins[login]!.channels.length === 2;
    if (sharing === 'shared' && both && chats / maxChats + load / max > 1 + 1e-9) of('budget exceeded');
    if (taken.channel === CHAT) return;
    if (noMessagingAtChats !== null && chats >= noMessagingAtChats) of(`messaging at ${chats} chats`);
    const last = this.#warm[login];
    if (last === null || taken.stage === 'idle') return;
    if (now < last! + messaging.warmUpEvery!) of('too soon in warm-up');
    this.#warm[login] = load + turning + 1 > max + messaging.headroom ? null : now;
  }

  /** Seconds to turn to c, from the person's own past since sign-in. */
  #turnCost(p: number, c: number, now: Seconds): Seconds {
    const { withinWorkspace, betweenWorkspaces, noticeDelay } = this.#floor.scenario.work.switching;
    const k = this.#floor.conversations;
    const [looking, last] = [this.#looking[p]!, this.#lastThread[p]!];
    this.#looking[p] = k.channel[c]!;
    this.#lastThread[p] = k.thread[c]!;
    if (looking === -1) return 0;
    if (looking !== k.channel[c]) return betweenWorkspaces + (this.#freeSince[p]! < now ? noticeDelay : 0);
    return last === k.thread[c] ? 0 : withinWorkspace;
  }

  #slowdown(login: number): number {
    const { factors, perExtra } = this.#floor.scenario.work.slowdown;
    let n = 0;
    for (const e of this.open.values()) if (e.login === login) n++;
    return n <= factors.length ? factors[n - 1]! : factors.at(-1)! + perExtra * (n - factors.length);
  }
}
