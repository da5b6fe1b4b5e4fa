/** Runs a demand to its end and gives its threads back as plain objects with names. */
import {
  AGENT_CLOSES,
  COUNT,
  EFFORT,
  FOLLOW,
  FOLLOW_AFTER,
  GAP,
  HEADER,
  PAIR,
  PATIENCE,
  REPLY_PATIENCE,
  Script,
  SILENT,
  SILENT_EFFORT,
  WRAP_UP,
  type Demand,
  type Section,
} from '../../src/traffic/script.js';

export interface Conversation {
  readonly patience: number;
  readonly silent: number;
  readonly silentEffort: number;
  readonly replyPatience: number;
  readonly wrapUp: number;
  readonly agentCloses: number;
  readonly follow: number;
  readonly followAfter: number;
  readonly gaps: readonly number[];
  readonly efforts: readonly number[];
}

export interface Thread {
  readonly thread: number;
  readonly stream: number;
  readonly at: number;
  readonly tie: number;
  readonly native: readonly Conversation[];
  readonly asMessaging: readonly Conversation[];
}

export function drain(demand: Demand): Thread[] {
  const threads: Thread[] = [];
  const script = new Script();
  while (demand.next(script)) {
    const { thread, stream, at, tie, native, asMessaging } = script;
    threads.push({
      thread,
      stream,
      at,
      tie,
      native: conversationsIn(native),
      asMessaging: conversationsIn(asMessaging),
    });
  }
  return threads;
}

function conversationsIn({ data, length }: Section): Conversation[] {
  const found: Conversation[] = [];
  let head = 0;
  while (head < length) {
    const pairs = Array.from({ length: data[head + COUNT]! }, (_, i) => head + HEADER + PAIR * i);
    found.push({
      patience: data[head + PATIENCE]!,
      silent: data[head + SILENT]!,
      silentEffort: data[head + SILENT_EFFORT]!,
      replyPatience: data[head + REPLY_PATIENCE]!,
      wrapUp: data[head + WRAP_UP]!,
      agentCloses: data[head + AGENT_CLOSES]!,
      follow: data[head + FOLLOW]!,
      followAfter: data[head + FOLLOW_AFTER]!,
      gaps: pairs.map((pair) => data[pair + GAP]!),
      efforts: pairs.map((pair) => data[pair + EFFORT]!),
    });
    head += HEADER + PAIR * pairs.length;
  }
  return found;
}
