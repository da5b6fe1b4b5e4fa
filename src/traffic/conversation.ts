/** Draws whole conversations from a model: every number that the engine may want, whether or not it will. */
import type { CountDistribution, Distribution } from '../base/distribution.js';
import { Draws, take, type Drawn } from '../base/draws.js';
import type { Uniforms } from '../base/random.js';
import { countSampler, sampler, type Sampler } from '../base/sampler.js';
import type { Seconds } from '../base/units.js';
import type { ConversationModel } from '../scenario/types.js';
import {
  AGENT_CLOSES,
  COUNT,
  EFFORT,
  FOLLOW,
  FOLLOW_AFTER,
  FOLLOW_AGENT,
  FOLLOW_CONSUMER,
  FOLLOW_NONE,
  GAP,
  HEADER,
  PAIR,
  PATIENCE,
  REPLY_PATIENCE,
  SILENT,
  SILENT_EFFORT,
  WRAP_UP,
  type Section,
} from './script.js';

/** Each is a stream of random numbers of its own: what is drawn for one never moves another. */
export type Purpose =
  | 'exchanges'
  | 'effort'
  | 'first-effort'
  | 'retelling'
  | 'gap'
  | 'patience'
  | 'silence'
  | 'silent-effort'
  | 'reply-patience'
  | 'wrap-up'
  | 'closing'
  | 'follow'
  | 'follow-after';

export class ConversationSource {
  private readonly exchanges: Drawn;
  private readonly effort: Drawn;
  private readonly firstEffort: Drawn | null;
  private readonly retelling: Drawn;
  private readonly gap: Drawn;
  private readonly patience: Drawn;
  private readonly silent: Drawn;
  private readonly silentEffort: Drawn | null;
  private readonly replyPatience: Drawn;
  private readonly wrapUp: Drawn;
  private readonly agentCloses: Drawn;
  private readonly follow: Drawn;
  private readonly followAfter: Drawn;

  /** `isFollowUp`: these conversations continue a thread, so a chat consumer tells the story again. */
  constructor(model: ConversationModel, stream: (purpose: Purpose) => Uniforms, isFollowUp: boolean) {
    const { follow } = model;
    const draw = (law: Distribution, purpose: Purpose): Drawn =>
      law.kind === 'constant' ? law.value : new Draws(() => sampler(law, stream(purpose)));
    const drawOr = (none: number, law: Distribution | null, purpose: Purpose) =>
      law === null ? none : draw(law, purpose);
    this.exchanges = drawCount(model.exchanges, () => stream('exchanges'));
    this.effort = draw(model.effort, 'effort');
    this.firstEffort = model.firstEffort && draw(model.firstEffort, 'first-effort');
    this.retelling = drawOr(0, isFollowUp ? follow.retelling : null, 'retelling');
    this.gap = draw(model.consumerGap, 'gap');
    this.patience = drawOr(Infinity, model.patience, 'patience');
    this.silent = yesOrNo(model.silentShare, () => stream('silence'));
    this.silentEffort = model.silentEffort && draw(model.silentEffort, 'silent-effort');
    this.replyPatience = drawOr(Infinity, model.replyPatience, 'reply-patience');
    this.wrapUp = drawOr(0, model.wrapUp, 'wrap-up');
    this.agentCloses = yesOrNo(model.closeByAgent, () => stream('closing'));
    this.follow = followBy(follow.byConsumer, follow.byAgent, () => stream('follow'));
    this.followAfter = draw(follow.after, 'follow-after');
  }

  /**
   * Appends one conversation to the section. `waited`: seconds it has waited already. Returns who continues the thread after
   * it (FOLLOW_NONE, FOLLOW_CONSUMER or FOLLOW_AGENT).
   */
  append(section: Section, waited: Seconds): number {
    // A whole number to the compiler too: the loops below then count in integers.
    const count = take(this.exchanges) | 0;
    const size = HEADER + PAIR * count;
    section.reserve(size);
    const { data } = section;
    const head = section.length;
    const end = head + size;
    section.length = end;

    let pair = head + HEADER;
    // The effort of the first exchange is drawn even where another law replaces it, so that the others stay in step.
    let first = take(this.effort);
    if (this.firstEffort !== null) first = take(this.firstEffort);
    first += take(this.retelling);
    data[pair + GAP] = 0;
    data[pair + EFFORT] = first;
    for (pair += PAIR; pair < end; pair += PAIR) {
      data[pair + GAP] = take(this.gap);
      data[pair + EFFORT] = take(this.effort);
    }

    const follow = take(this.follow);
    data[head + COUNT] = count;
    data[head + PATIENCE] = waited + take(this.patience);
    data[head + SILENT] = take(this.silent);
    data[head + SILENT_EFFORT] = this.silentEffort === null ? first : take(this.silentEffort);
    data[head + REPLY_PATIENCE] = take(this.replyPatience);
    data[head + WRAP_UP] = take(this.wrapUp);
    data[head + AGENT_CLOSES] = take(this.agentCloses);
    data[head + FOLLOW] = follow;
    data[head + FOLLOW_AFTER] = take(this.followAfter);
    return follow;
  }
}

function drawCount(law: CountDistribution, stream: () => Uniforms): Drawn {
  return law.kind === 'constant' ? law.value : new Draws(() => countSampler(law, stream()));
}

function yesOrNo(chance: number, stream: () => Uniforms): Drawn {
  if (chance === 0 || chance === 1) return chance;
  return new Draws(() => chosen((u) => (u < chance ? 1 : 0), stream()));
}

/** One uniform decides between the consumer, the agent and nobody. */
function followBy(byConsumer: number, byAgent: number, stream: () => Uniforms): Drawn {
  const either = byConsumer + byAgent;
  if (either === 0) return FOLLOW_NONE;
  const who = (u: number): number => {
    if (u < byConsumer) return FOLLOW_CONSUMER;
    return u < either ? FOLLOW_AGENT : FOLLOW_NONE;
  };
  return new Draws(() => chosen(who, stream()));
}

/** What one uniform each decides. */
function chosen(choose: (u: number) => number, rng: Uniforms): Sampler {
  return (out, from, to) => {
    rng.fill(out, from, to);
    for (let i = from; i < to; i++) out[i] = choose(out[i]!);
  };
}
