/** Draws whole threads: a conversation and all that continue it, and the same thread told as messaging. */
import { Draws } from '../base/draws.js';
import type { Uniforms } from '../base/random.js';
import { uniform } from '../base/sampler.js';
import type { Seconds } from '../base/units.js';
import type { ConversationModel, Stream } from '../scenario/types.js';
import { ConversationSource, type Purpose } from './conversation.js';
import {
  COUNT,
  EFFORT,
  FOLLOW_NONE,
  HEADER,
  PAIR,
  SILENT_EFFORT,
  WRAP_UP,
  type Script,
  type Section,
} from './script.js';

/** Longer than any thread whose chance of going on is a plausible number below 1. */
const MOST_CONVERSATIONS = 1000;

/** Gives the stream of random numbers for a purpose. */
type Streams = (purpose: string) => Uniforms;

export class ThreadSource {
  private readonly tie: Draws;
  private readonly native: ChainSource;
  private readonly asMessaging: ChainSource | null;
  private readonly effortFactor: number;
  /** As messaging, opening a silent leaver costs the first exchange's effort. */
  private readonly silentCostsFirst: boolean;

  constructor(stream: Stream, streams: Streams) {
    this.tie = new Draws(() => uniform(streams('tie')));
    this.native = new ChainSource(stream.conversation, streams);
    this.asMessaging =
      stream.asMessaging &&
      new ChainSource(stream.asMessaging.conversation, (purpose) => streams(`as-messaging ${purpose}`));
    this.effortFactor = stream.asMessaging?.effortFactor ?? 1;
    this.silentCostsFirst = stream.asMessaging?.conversation.silentEffort === null;
  }

  /** Fills both sections and the tie. `waited`: seconds that the thread has waited already; it is known to wait still. */
  fill(script: Script, waited: Seconds): void {
    script.tie = this.tie.next();
    this.native.fill(script.native, waited);
    script.asMessaging.length = 0;
    if (this.asMessaging === null) return;
    this.asMessaging.fill(script.asMessaging, waited);
    spreadEffort(script.asMessaging, this.effortFactor * workOf(script.native), this.silentCostsFirst);
  }
}

/**
 * Follow-ups draw from streams of their own (`again …`): a change in how often threads continue leaves the first conversation
 * of every thread as it was.
 */
class ChainSource {
  private readonly first: ConversationSource;
  private readonly again: ConversationSource;

  constructor(model: ConversationModel, streams: Streams) {
    this.first = new ConversationSource(model, (purpose: Purpose) => streams(purpose), false);
    this.again = new ConversationSource(model, (purpose: Purpose) => streams(`again ${purpose}`), true);
  }

  fill(section: Section, waited: Seconds): void {
    section.length = 0;
    let follow = this.first.append(section, waited);
    for (let count = 1; follow !== FOLLOW_NONE; count++) {
      if (count === MOST_CONVERSATIONS) {
        throw new Error(
          `A thread of ${MOST_CONVERSATIONS} conversations: the chance of a follow-up must be below 1.`,
        );
      }
      follow = this.again.append(section, 0);
    }
  }
}

/** Seconds of undivided work in a thread: every effort and every wrap-up, follow-ups included. */
function workOf(section: Section): Seconds {
  const { data, length } = section;
  let work = 0;
  for (let head = 0; head < length;) {
    const end = head + HEADER + PAIR * data[head + COUNT]!;
    work += data[head + WRAP_UP]!;
    for (let pair = head + HEADER; pair < end; pair += PAIR) work += data[pair + EFFORT]!;
    head = end;
  }
  return work;
}

/**
 * Makes the efforts of the whole thread sum to `total`, in proportion to those drawn; evenly where all were drawn as 0.
 *
 * Assumption: the consumer and the problem stay the same, so a thread told as messaging holds the chat thread's whole work
 * (its re-contacts, retelling and wrap-ups too) times the stated factor, however many messaging exchanges it takes. With
 * factor 1 the offered work is then equal in all modes.
 */
function spreadEffort(section: Section, total: Seconds, silentCostsFirst: boolean): void {
  const { data, length } = section;
  let drawn = 0;
  let exchanges = 0;
  for (let head = 0; head < length;) {
    const end = head + HEADER + PAIR * data[head + COUNT]!;
    exchanges += data[head + COUNT]!;
    for (let pair = head + HEADER; pair < end; pair += PAIR) drawn += data[pair + EFFORT]!;
    head = end;
  }
  const scale = drawn > 0 ? total / drawn : 0;
  const each = drawn > 0 ? 0 : total / exchanges;
  for (let head = 0; head < length;) {
    const end = head + HEADER + PAIR * data[head + COUNT]!;
    for (let pair = head + HEADER; pair < end; pair += PAIR)
      data[pair + EFFORT] = data[pair + EFFORT]! * scale + each;
    if (silentCostsFirst) data[head + SILENT_EFFORT] = data[head + HEADER + EFFORT]!;
    head = end;
  }
}
