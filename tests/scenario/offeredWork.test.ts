/** Laws of offered work and staffed time: nothing is lost between intervals, and follow-ups count. */
import { describe, expect, it } from 'vitest';
import { HOUR } from '../../src/base/units.js';
import { offeredWork, staffedSeconds, sum, threadEffort } from '../../src/scenario/offeredWork.js';
import { PEOPLE, scenario } from './read.js';

describe('offeredWork', () => {
  const value = scenario([
    'interval: 30m',
    'traffic:',
    '  - name: chats',
    '    channel: chat',
    '    volume: { perInterval: [10, 30], from: 08:15, interval: 1h }',
    '    conversation: { exchanges: 5, greeting: 20s, effort: 40s, wrapUp: 60s, recontact: { probability: 20%, retelling: 50s } }',
    '  - name: messages',
    '    channel: messaging',
    '    volume: { perHour: 6 }',
    '    conversation: { exchanges: { mean: 4 }, effort: 50s, resume: { byConsumer: 15%, byAgent: 5% } }',
    '    backlog: { count: 7, oldest: 1h }',
    PEOPLE,
  ]);
  const [chats, messages] = offeredWork(value);

  it('is a thread’s expected effort: exchanges, greeting, wrap-up, re-contacts with their retelling, resumptions', () => {
    expect(threadEffort(value.streams[0]!.conversation)).toBeCloseTo((20 + 4 * 40 + 60 + 0.2 * 50) / 0.8, 9);
    expect(threadEffort(value.streams[1]!.conversation)).toBeCloseTo(200 / 0.8, 9);
  });

  it('falls in the interval of arrival, the backlog in the first', () => {
    const effort = threadEffort(value.streams[0]!.conversation);
    expect(chats!.slice(15, 22).map((seconds) => seconds / effort)).toEqual(
      [0, 2.5, 5, 10, 15, 7.5, 0].map((count) => expect.closeTo(count, 9) as number),
    );
    expect(sum(chats!)).toBeCloseTo(40 * effort, 6);
    expect(messages![0]).toBeCloseTo(10 * 250, 6);
    expect(sum(messages!)).toBeCloseTo((144 + 7) * 250, 6);
  });
});

describe('staffedSeconds', () => {
  it('counts people on shift by what they can handle, less breaks and expected absence', () => {
    const value = scenario([
      'interval: 60m',
      'traffic: [{ name: a, channel: chat, volume: { perDay: 1 } }, { name: b, channel: messaging, volume: { perDay: 1 } }]',
      'people:',
      '  - { group: a, count: 2, channels: [chat], shrinkage: 10%, shifts: [{ start: 08:30, length: 2h, breaks: [{ at: 09:30, length: 15m }] }] }',
      '  - { group: b, count: 1, shrinkage: 0%, shifts: always }',
      '  - { group: c, count: 1, channels: [messaging], shrinkage: 100%, shifts: always }',
    ]);
    const { chat, messaging, both } = staffedSeconds(value);
    expect(chat.slice(8, 11).map((seconds) => seconds / HOUR)).toEqual(
      [0.9, 1.35, 0.9].map((hours) => expect.closeTo(hours, 9) as number),
    );
    expect(sum(both)).toBe(24 * HOUR);
    expect(sum(messaging)).toBe(0);
  });
});
