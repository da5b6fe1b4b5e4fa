/** Draws whole conversations from a model: every number that the engine may want, whether or not it will. */
import type { Distribution } from '../base/distribution.js';
import type { Uniform } from '../base/random.js';
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
  private readonly exchanges: Sampler;
  private readonly effort: Sampler;
  private readonly firstEffort: Sampler | null;
  private readonly retelling: Sampler;
  private readonly gap: Sampler;
  private readonly patience: Sampler;
  private readonly silent: Sampler;
  private readonly silentEffort: Sampler | null;
  private readonly replyPatience: Sampler;
  private readonly wrapUp: Sampler;
  private readonly agentCloses: Sampler;
  private readonly follow: Sampler;
  private readonly followAfter: Sampler;

  /** `isFollowUp`: these conversations continue a thread, so a chat consumer tells the story again. */
  constructor(model: ConversationModel, stream: (purpose: Purpose) => Uniform, isFollowUp: boolean) {
    const { follow } = model;
    const draw = (law: Distribution, purpose: Purpose) => sampler(law, stream(purpose));
    const drawOr = (none: number, law: Distribution | null, purpose: Purpose) =>
      law === null ? () => none : draw(law, purpose);
    this.exchanges = countSampler(model.exchanges, stream('exchanges'));
    this.effort = draw(model.effort, 'effort');
    this.firstEffort = model.firstEffort && draw(model.firstEffort, 'first-effort');
    this.retelling = drawOr(0, isFollowUp ? follow.retelling : null, 'retelling');
    this.gap = draw(model.consumerGap, 'gap');
    this.patience = drawOr(Infinity, model.patience, 'patience');
    this.silent = yesOrNo(model.silentShare, stream('silence'));
    this.silentEffort = model.silentEffort && draw(model.silentEffort, 'silent-effort');
    this.replyPatience = drawOr(Infinity, model.replyPatience, 'reply-patience');
    this.wrapUp = drawOr(0, model.wrapUp, 'wrap-up');
    this.agentCloses = yesOrNo(model.closeByAgent, stream('closing'));
    this.follow = followBy(follow.byConsumer, follow.byAgent, stream('follow'));
    this.followAfter = draw(follow.after, 'follow-after');
  }

  /**
   * Appends one conversation to the section. `waited`: seconds it has waited already. Returns who continues the thread after
   * it (FOLLOW_NONE, FOLLOW_CONSUMER or FOLLOW_AGENT).
   */
  append(section: Section, waited: Seconds): number {
    const count = this.exchanges();
    const size = HEADER + PAIR * count;
    section.reserve(size);
    const { data } = section;
    const head = section.length;
    const end = head + size;
    section.length = end;

    let pair = head + HEADER;
    // The effort of the first exchange is drawn even where another law replaces it, so that the others stay in step.
    let first = this.effort();
    if (this.firstEffort !== null) first = this.firstEffort();
    first += this.retelling();
    data[pair + GAP] = 0;
    data[pair + EFFORT] = first;
    for (pair += PAIR; pair < end; pair += PAIR) {
      data[pair + GAP] = this.gap();
      data[pair + EFFORT] = this.effort();
    }

    const follow = this.follow();
    data[head + COUNT] = count;
    data[head + PATIENCE] = waited + this.patience();
    data[head + SILENT] = this.silent();
    data[head + SILENT_EFFORT] = this.silentEffort === null ? first : this.silentEffort();
    data[head + REPLY_PATIENCE] = this.replyPatience();
    data[head + WRAP_UP] = this.wrapUp();
    data[head + AGENT_CLOSES] = this.agentCloses();
    data[head + FOLLOW] = follow;
    data[head + FOLLOW_AFTER] = this.followAfter();
    return follow;
  }
}

function yesOrNo(chance: number, rng: Uniform): Sampler {
  if (chance === 0 || chance === 1) return () => chance;
  return () => (rng() < chance ? 1 : 0);
}

/** One uniform decides between the consumer, the agent and nobody. */
function followBy(byConsumer: number, byAgent: number, rng: Uniform): Sampler {
  const either = byConsumer + byAgent;
  if (either === 0) return () => FOLLOW_NONE;
  return () => {
    const u = rng();
    if (u < byConsumer) return FOLLOW_CONSUMER;
    return u < either ? FOLLOW_AGENT : FOLLOW_NONE;
  };
}
