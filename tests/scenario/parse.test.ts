/** What a scenario file means: defaults, JSON, anchors, what streams share, and modes whose meaning this room does not know. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseScenario } from '../../src/scenario/parse.js';
import { TEST_MODES } from './modes.js';
import { CHAT, PEOPLE, scenario } from './read.js';

const smallest = readFileSync(join(import.meta.dirname, 'smallest.yaml'), 'utf8');

describe('parseScenario', () => {
  it('the smallest useful file has under 25 lines, and its defaults are those of the domain', () => {
    expect(smallest.split('\n').length).toBeLessThan(25);
    const result = parseScenario(smallest, { modes: TEST_MODES });
    if (!result.ok) throw new Error('the smallest file is bad');
    const [chat, messages] = result.value.streams;
    expect(result.value.people).toHaveLength(30);
    expect(result.value.people[0]).toMatchObject({ absence: 0.3, caps: { chat: 3, messaging: 10 } });
    expect(result.value.targets.chat.firstResponse).toEqual({ share: 0.8, within: 60 });
    expect(chat!.conversation).toMatchObject({
      exchanges: { kind: 'geometric', mean: 7 },
      effort: { kind: 'lognormal', mean: 40, cv: 0.8 },
      consumerGap: { kind: 'lognormal', mean: 55, cv: 1 },
      patience: { kind: 'exponential', mean: 240 },
      silentShare: 0.4,
      silenceTimeout: 360,
      follow: { byConsumer: 0.1, byAgent: 0 },
    });
    expect(messages!.conversation).toMatchObject({
      exchanges: { kind: 'geometric', mean: 6 },
      effort: { kind: 'lognormal', mean: 55, cv: 0.8 },
      patience: null,
      follow: { byConsumer: 0.2 },
      affinity: { kind: 'prefer' },
    });
    expect(result.value.modes.map(({ name }) => name)).toEqual(['dedicated', 'blended']);
  });

  it('JSON, also indented with tabs, is read like YAML', () => {
    const lines = ['name: Test', CHAT, PEOPLE].join('\n');
    const json = JSON.stringify(
      {
        name: 'Test',
        traffic: [{ name: 'web chat', channel: 'chat', volume: { perDay: 100 } }],
        people: [{ group: 'service', count: 20, shifts: 'always' }],
      },
      null,
      '\t',
    );
    expect(parseScenario(json, { modes: TEST_MODES })).toEqual(parseScenario(lines, { modes: TEST_MODES }));
  });

  it('a text that begins with the mark of UTF-8, as Windows writes it, is read like any other', () => {
    const marked = parseScenario(`\uFEFF${smallest}`, { modes: TEST_MODES });
    expect(marked).toEqual(parseScenario(smallest, { modes: TEST_MODES }));
  });

  it('a resolved scenario survives JSON', () => {
    const value = scenario([CHAT, PEOPLE]);
    expect(JSON.parse(JSON.stringify(value))).toEqual(value);
  });

  it('anchors and merges work, and a problem in one is told once, where it stands', () => {
    const lines = (mean: string): readonly string[] => [
      'traffic:',
      '  - name: a',
      '    channel: chat',
      '    volume: { perDay: 10 }',
      `    conversation: &usual { effort: { mean: ${mean}, cv: 1 } }`,
      '  - name: b',
      '    channel: chat',
      '    volume: { perDay: 10 }',
      '    conversation: { <<: *usual, wrapUp: 60s }',
      PEOPLE,
    ];
    const { effort, wrapUp } = scenario(lines('50s')).streams[1]!.conversation;
    expect(effort).toEqual({ kind: 'lognormal', mean: 50, cv: 1 });
    expect(wrapUp).toEqual({ kind: 'constant', value: 60 });
    const bad = parseScenario(['name: Test', ...lines('50')].join('\n'), { modes: TEST_MODES });
    expect(bad.ok ? [] : bad.problems.map(({ line, column }) => [line, column])).toEqual([[6, 44]]);
  });

  it('streams that name the same busyness factor share it, whichever says its cv', () => {
    const value = scenario([
      'traffic:',
      '  - { name: a, channel: chat, volume: { perDay: 1 }, busyness: day }',
      '  - { name: b, channel: chat, volume: { perDay: 1 } }',
      '  - { name: c, channel: messaging, volume: { perDay: 1 }, busyness: { factor: day, cv: 6.3%, lag1: 0.63 } }',
      PEOPLE,
    ]);
    expect(value.busyness).toEqual([{ name: 'day', cv: 0.063, lag1: 0.63 }]);
    expect(value.streams.map(({ busyness }) => busyness)).toEqual([0, null, 0]);
  });

  it('a chat carried over to messaging has the model of the stream it names, or one of its own', () => {
    const value = scenario([
      'traffic:',
      '  - { name: a, channel: chat, volume: { perDay: 1 }, asMessaging: m }',
      '  - { name: b, channel: chat, volume: { perDay: 1 }, asMessaging: { conversation: { exchanges: 3 }, effortFactor: 110% } }',
      '  - { name: m, channel: messaging, volume: { perDay: 1 }, conversation: { exchanges: 9, affinity: { hold: 30m } } }',
      PEOPLE,
    ]);
    expect(value.streams[0]!.asMessaging).toEqual({
      conversation: value.streams[2]!.conversation,
      effortFactor: 1,
    });
    expect(value.streams[1]!.asMessaging).toMatchObject({
      conversation: { exchanges: { kind: 'constant', value: 3 } },
      effortFactor: 1.1,
    });
    expect(value.streams[2]!.conversation.affinity).toEqual({ kind: 'hold', upTo: 1800 });
  });

  it('a backlog is spread evenly between its ages, oldest first', () => {
    const stream =
      '{ name: m, channel: messaging, volume: { perDay: 1 }, backlog: { count: 3, youngest: 1h, oldest: 3h } }';
    expect(scenario([`traffic: [${stream}]`, PEOPLE]).streams[0]!.openingBacklog).toEqual([
      10_800, 7200, 3600,
    ]);
  });

  it('what is wrong with a mode that is not to be played is a warning, at its place', () => {
    const parsed = (settings: string, played?: readonly string[]) => {
      const text = ['name: Test', CHAT, PEOPLE, 'modes:', '  blended:', `  dedicated: ${settings}`].join(
        '\n',
      );
      const result = parseScenario(text, { modes: TEST_MODES, played });
      const told = (result.ok ? result.warnings : result.problems).filter(({ path }) =>
        /^modes/.test(path ?? ''),
      );
      return {
        ok: result.ok,
        told: told.map(({ severity, line, path }) => [severity, line, path].join(' ')),
      };
    };
    for (const bad of ['{ chat: 0% }', '{ chat: 150% }']) {
      const error = { ok: false, told: ['error 6 modes.dedicated.chat'] };
      expect(parsed(bad), bad).toEqual(error);
      expect(parsed(bad, ['dedicated']), bad).toEqual(error);
      expect(parsed(bad, ['blended']), bad).toEqual({ ok: true, told: ['warning 6 modes.dedicated.chat'] });
    }
    expect(parsed('{ chat: 60% }', ['blended'])).toEqual({ ok: true, told: [] });
  });

  it('a mode that nobody names is no mistake where it cannot be played; one that is named is', () => {
    const never = { check: () => [{ path: ['chat'], message: 'nobody is left', hint: 'add people' }] };
    const modes = new Map([...TEST_MODES].map(([name, mode]) => [name, { ...mode, ...never }]));
    const told = (section: string, played?: readonly string[]): readonly string[] => {
      const result = parseScenario(['name: Test', CHAT, PEOPLE, section].join('\n'), { modes, played });
      const problems = result.ok ? result.warnings : result.problems;
      return problems.map(({ severity, path, message }) => `${severity} ${path ?? ''}: ${message}`);
    };
    expect(told('')).toEqual([]);
    expect(told('', ['blended'])).toEqual(['error people: blended: nobody is left']);
    expect(told('modes: { blended: }')).toEqual(['error modes.blended.chat: nobody is left']);
    expect(told('modes: { blended: }', ['dedicated'])).toEqual([
      'warning modes.blended.chat: nobody is left',
    ]);
  });

  it('modes are kept in the order written, with settings as their own schema reads them', () => {
    const value = scenario([CHAT, PEOPLE, 'modes:', '  blended:', '  dedicated: { chat: 60% }']);
    expect(value.modes).toEqual([
      { name: 'blended', settings: {} },
      { name: 'dedicated', settings: { chat: 0.6 } },
    ]);
  });
});
