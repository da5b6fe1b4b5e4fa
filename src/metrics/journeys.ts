/** Threads as the consumer lives them against what the reports can link: split journeys, and first-contact resolution. */
import { ENDING, type Floor } from '../engine/observer.js';
import { CHANNELS } from '../scenario/types.js';
import { grown, type Marks } from './marks.js';

/** Bits of a thread's state: resolved at first contact so far, in truth; as its family sees its present chain. */
const RESOLVED = 1;
const CHAIN_OF_ONE = 2;

export class Journeys {
  /** Threads that arrived, and those whose story lies in more than one conversation, login, or either. */
  threads = 0;
  splitByConversation = 0;
  splitByLogin = 0;
  split = 0;
  /** By channel: threads whose first conversation was answered and is over, and those of them resolved by it. */
  readonly contacted = new Float64Array(CHANNELS.length);
  readonly resolved = new Float64Array(CHANNELS.length);
  /** By channel: chains of conversations that one login handled in a row, which is how a family sees a consumer; those of one. */
  readonly chains = new Float64Array(CHANNELS.length);
  readonly chainsOfOne = new Float64Array(CHANNELS.length);
  readonly #floor: Floor;
  readonly #marks: Marks;
  /** By the block of the thread's script, the one place that a thread keeps from conversation to conversation. */
  #state = new Uint8Array(0);
  /** By conversation: login that handled the thread's conversation before, or −1. */
  #handledBefore = new Int32Array(0);

  constructor(floor: Floor, marks: Marks) {
    this.#floor = floor;
    this.#marks = marks;
  }

  arrived(c: number, threadCounted: boolean): void {
    const { part, channel, block, knownBy, loginChanges } = this.#floor.conversations;
    if (c >= this.#handledBefore.length || block[c]! >= this.#state.length) this.#fit();
    this.#handledBefore[c] = knownBy[c]!;
    if (part[c] === 0) {
      this.#state[block[c]!] = 0;
      if (threadCounted) this.threads++;
      return;
    }
    if (!threadCounted) return;
    if (part[c] === 1) {
      this.splitByConversation++;
      if (loginChanges[c] === 0) this.split++;
    }
    if ((this.#state[block[c]!]! & RESOLVED) === 0) return;
    this.#state[block[c]!]! &= ~RESOLVED;
    this.resolved[channel[c]!]! -= 1;
  }

  assigned(c: number): void {
    const { part, login, firstLogin, loginChanges } = this.#floor.conversations;
    if (loginChanges[c] !== 1 || login[c] === firstLogin[c]) return;
    this.splitByLogin++;
    if (part[c] === 0) this.split++;
  }

  ended(c: number, ending: number): void {
    const login = this.#floor.conversations.answeredBy(c);
    if (login < 0) return;
    const { part, channel, block } = this.#floor.conversations;
    const k = channel[c]!;
    const thread = block[c]!;
    if (part[c] === 0) {
      this.contacted[k]! += 1;
      if (ending === ENDING.completed || ending === ENDING.autoClosed) {
        this.resolved[k]! += 1;
        this.#state[thread]! |= RESOLVED;
      }
    }
    if (login !== this.#handledBefore[c]) {
      this.chains[k]! += 1;
      this.chainsOfOne[k]! += 1;
      this.#state[thread]! |= CHAIN_OF_ONE;
    } else if ((this.#state[thread]! & CHAIN_OF_ONE) !== 0) {
      this.chainsOfOne[k]! -= 1;
      this.#state[thread]! &= ~CHAIN_OF_ONE;
    }
  }

  #fit(): void {
    const { conversations, scripts } = this.#floor;
    this.#state = grown(this.#state, new Uint8Array(scripts.data.length));
    this.#handledBefore = grown(this.#handledBefore, new Int32Array(conversations.size));
  }
}
