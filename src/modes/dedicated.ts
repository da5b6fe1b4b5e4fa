/** Dedicated: two separate groups of people, one only for live chat, one only for messaging. */
import * as z from 'zod';
import { share, wholeNumber } from '../base/fields.js';
import { formatShare } from '../base/format.js';
import { CHANNELS, type Channel, type Scenario } from '../scenario/types.js';
import { defineMode } from './definition.js';
import { loginOf, rotaClasses, wholeShifts } from './staffing.js';

const settings = z.strictObject({
  chat: z
    .union([z.literal('auto'), z.strictObject({ people: wholeNumber(0) }), share()])
    .default('auto')
    .describe(
      'Who works on live chat, of those who can do both: auto (in proportion to the work offered in their hours), a share such as 55%, or { people: 31 }.',
    ),
});
type Settings = z.output<typeof settings>;

export const dedicated = defineMode({
  name: 'dedicated',
  summary: 'two separate groups, one only for live chat, one only for messaging',
  settings,
  plan: (scenario, { chat }) => {
    const channels = channelsOf(scenario, chat);
    const [empty] = emptyAmong(channels, scenario);
    // A split that is written may be meant so, and is judged where it is read.
    if (chat === 'auto' && empty !== undefined)
      return {
        unavailable: `it takes somebody for each channel, and its split leaves ${empty} without people`,
      };
    const count = channels.filter((channel) => channel === 'chat').length;
    const how = chat === 'auto' ? ', in proportion to the work offered in their hours' : ', as given';
    return {
      logins: scenario.people.map((_, p) => loginOf(scenario, p, [channels[p]!])),
      sessions: scenario.people.map((person, p) => wholeShifts(person, p)),
      chatAsMessaging: false,
      notes: [
        `${count} of ${scenario.people.length} people on chat, ${scenario.people.length - count} on messaging${how}`,
      ],
    };
  },
  tunable: (scenario) => [
    {
      setting: 'chat',
      values: scenario.people
        .filter((person) => person.channels.length > 1)
        .map((_, i) => ({ people: i + 1 })),
      ordered: true,
      words: (value) => chatWords(value as Settings['chat']),
    },
  ],
  check: (scenario, { chat }) =>
    emptyAmong(channelsOf(scenario, chat), scenario).map((channel) => ({
      path: ['chat'],
      message: `this split leaves ${channel} without people`,
      hint:
        chat === 'auto'
          ? 'it takes somebody for each channel: add people, or leave this mode out'
          : `leave somebody for ${channel}, or write auto`,
    })),
});

/** By person. */
function channelsOf(scenario: Scenario, chat: Settings['chat']): readonly Channel[] {
  const onChat = chatPeople(scenario, chat);
  return scenario.people.map((_, p) => onlyChannel(scenario, p) ?? (onChat.has(p) ? 'chat' : 'messaging'));
}

/** Channels with traffic and nobody for it. */
function emptyAmong(channels: readonly Channel[], { streams }: Scenario): readonly Channel[] {
  return CHANNELS.filter(
    (channel) => !channels.includes(channel) && streams.some((stream) => stream.channel === channel),
  );
}

function chatWords(chat: Settings['chat']): string {
  if (typeof chat === 'number') return formatShare(chat);
  return chat === 'auto' ? chat : `{ people: ${chat.people} }`;
}

function onlyChannel(scenario: Scenario, p: number): Channel | null {
  const { channels } = scenario.people[p]!;
  return channels.length === 1 ? channels[0]! : null;
}

/**
 * Of the people who can do both, those put on chat. Classes are filled one after the other against the running total,
 * so that the whole is right to the person and each class to less than one.
 */
function chatPeople(scenario: Scenario, chat: Settings['chat']): ReadonlySet<number> {
  const flexible = scenario.people.filter((person) => person.channels.length > 1).length;
  const fixed =
    chat === 'auto'
      ? null
      : typeof chat === 'number'
        ? chat
        : Math.min(1, chat.people / Math.max(1, flexible));
  const chosen = new Set<number>();
  let wanted = 0;
  for (const { people, chatShare } of rotaClasses(scenario, fixed)) {
    wanted += people.length * chatShare;
    const count = Math.min(people.length, Math.max(0, Math.round(wanted - 1e-9) - chosen.size));
    for (const p of people.slice(0, count)) chosen.add(p);
  }
  return chat === 'auto' ? neitherEmpty(scenario, chosen) : chosen;
}

/** A channel with work does not lose its last person to rounding. */
function neitherEmpty(scenario: Scenario, chosen: Set<number>): ReadonlySet<number> {
  const flexible = scenario.people.flatMap((person, p) => (person.channels.length > 1 ? [p] : []));
  const needs = (channel: Channel): boolean =>
    scenario.streams.some((stream) => stream.channel === channel) &&
    !scenario.people.some((_, p) => onlyChannel(scenario, p) === channel);
  if (flexible.length < CHANNELS.filter(needs).length) return chosen;
  if (chosen.size === 0 && needs('chat')) chosen.add(flexible[0]!);
  if (chosen.size === flexible.length && needs('messaging')) chosen.delete(flexible[flexible.length - 1]!);
  return chosen;
}
