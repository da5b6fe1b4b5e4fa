/** The scenario's rules as the hot loop reads them: per stream as it is carried, per login what it may serve. */
import type { Seconds } from '../base/units.js';
import {
  CHAT,
  MESSAGING,
  type Affinity,
  type ConversationModel,
  type Scenario,
  type Stream,
} from '../scenario/types.js';
import type { Plan } from './mode.js';

export interface StreamRules {
  readonly channel: number;
  readonly priority: number;
  /** The thread is played from the script's `asMessaging` section. */
  readonly asMessaging: boolean;
  readonly firstWithin: Seconds;
  readonly everyWithin: Seconds;
  readonly patienceUntilStart: boolean;
  readonly silenceTimeout: Seconds;
  readonly autoClose: Seconds;
  readonly affinity: Affinity;
  /** Logins that may serve it. */
  readonly logins: Int32Array;
}

export interface Rules {
  readonly streams: readonly StreamRules[];
  /** Streams a login may serve. */
  readonly streamsOf: readonly Int32Array[];
}

export function rulesOf(scenario: Scenario, plan: Plan): Rules {
  const streams = scenario.streams.map((stream) => streamRules(scenario, plan, stream));
  return { streams, streamsOf: streamsOf(streams, plan.logins.length) };
}

/** Logins that serve the same streams share one list: among thousands it is the same few bytes that every one reads. */
function streamsOf(streams: readonly StreamRules[], logins: number): Int32Array[] {
  const served = Array.from({ length: logins }, (): number[] => []);
  streams.forEach((rules, s) => {
    for (const login of rules.logins) served[login]!.push(s);
  });
  const lists = new Map<string, Int32Array>();
  return served.map((own) => {
    const key = own.join();
    const list = lists.get(key) ?? Int32Array.from(own);
    lists.set(key, list);
    return list;
  });
}

function streamRules(scenario: Scenario, plan: Plan, stream: Stream): StreamRules {
  const asMessaging = plan.chatAsMessaging && stream.channel === 'chat';
  const channel = asMessaging ? 'messaging' : stream.channel;
  const model = carriedModel(stream, asMessaging);
  const logins = plan.logins.flatMap((login, l) =>
    login.channels.includes(channel) && scenario.people[login.person]!.skills.includes(stream.skill)
      ? [l]
      : [],
  );
  return {
    channel: channel === 'chat' ? CHAT : MESSAGING,
    priority: stream.priority,
    asMessaging,
    firstWithin: scenario.targets[channel].firstResponse.within,
    everyWithin: scenario.targets[channel].everyResponse.within,
    patienceUntilStart: model.patienceUntil === 'start',
    silenceTimeout: model.silenceTimeout,
    autoClose: model.autoClose,
    affinity: model.affinity,
    logins: Int32Array.from(logins),
  };
}

function carriedModel(stream: Stream, asMessaging: boolean): ConversationModel {
  if (!asMessaging) return stream.conversation;
  if (stream.asMessaging === null)
    throw new Error(`stream "${stream.name}" has no asMessaging model, so no mode may carry it as messaging`);
  return stream.asMessaging.conversation;
}
