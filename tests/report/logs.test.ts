// The two logs against the run they listened to: nothing missing, nothing twice, everything in order.
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { combine } from '../../src/engine/observers.js';
import type { RunReport } from '../../src/metrics/runReport.js';
import { Tally } from '../../src/metrics/tally.js';
import { MODES } from '../../src/modes/registry.js';
import { CONVERSATION_COLUMNS, conversationLog } from '../../src/report/conversationsCsv.js';
import { csv } from '../../src/report/csv.js';
import { EVENT_COLUMNS, eventLog } from '../../src/report/eventsCsv.js';
import { simulate } from '../../src/simulate.js';
import { peopleOf, perHour, scenarioOf, shiftOf, streamOf } from '../support/scenarioOf.js';

type Row = Readonly<Record<string, string>>;

const shifts = [shiftOf(8 * 3600, 16 * 3600, { breaks: [{ start: 12 * 3600, length: 2700, paid: false }] })];
const conversation = {
  ...({ exchanges: { kind: 'geometric', mean: 3 }, patience: { kind: 'exponential', mean: 120 } } as const),
  ...({ effort: { kind: 'exponential', mean: 60 }, silentShare: 0.4, silenceTimeout: 360 } as const),
  follow: { byConsumer: 0.2 },
};
const scenario = scenarioOf({
  streams: [
    streamOf({ arrivals: perHour(20), conversation, asMessaging: { conversation } }),
    streamOf({
      channel: 'messaging',
      arrivals: perHour(10),
      conversation: { ...conversation, patience: null },
    }),
  ],
  people: peopleOf(6, { shifts, caps: { chat: 2, messaging: 4 } }),
});

function logged(mode: string): { report: RunReport; conversations: Row[]; events: Row[] } {
  let conversations = csv([], CONVERSATION_COLUMNS);
  let events = csv([], EVENT_COLUMNS);
  const run = { candidate: mode, replication: 1 };
  const report = simulate(scenario, mode, 0, [
    conversationLog(run, (rows) => (conversations += csv(rows))),
    eventLog(run, (rows) => (events += csv(rows))),
  ]);
  if ('unavailable' in report) throw new Error(report.unavailable);
  const rows = (text: string): Row[] => {
    const { data, errors } = Papa.parse<Row>(text, { header: true, skipEmptyLines: true });
    expect(errors).toEqual([]);
    return data;
  };
  return { report, conversations: rows(conversations), events: rows(events) };
}

test('logs that are off cost nothing: metrics alone hear the engine without a detour; with logs they hear the same', () => {
  const metrics = new Tally();
  expect(combine([metrics])).toBe(metrics);
  const [mode] = MODES;
  expect(logged(mode!.name).report).toEqual(simulate(scenario, mode!.name, 0));
});

describe.each(MODES.map(({ name }) => name))('%s', (mode) => {
  const { report, conversations, events } = logged(mode);
  const measure = (id: 'offered' | 'abandoned' | 'openAtEnd' | 'abandonedSilently'): number =>
    report.scopes['all']?.[id] ?? 0;
  const ofEvent = (name: string): Row[] => events.filter(({ event }) => event === name);

  test('conversations.csv has one line for each conversation that the metrics counted, with the same endings', () => {
    const names = conversations.map((row) => row['conversation']);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toHaveLength(measure('offered'));
    const endings = (ending: string): number =>
      conversations.filter((row) => row['ending'] === ending).length;
    expect(endings('abandoned')).toBe(measure('abandoned'));
    expect(endings('abandoned silently')).toBe(measure('abandonedSilently'));
    expect(endings('open')).toBe(measure('openAtEnd'));
    expect(measure('abandoned')).toBeGreaterThan(0);
  });

  test('events.csv tells the same conversations, in order of time, by the local clock', () => {
    expect(ofEvent('opened')).toHaveLength(conversations.length);
    expect(ofEvent('ended')).toHaveLength(conversations.filter((row) => row['ending'] !== 'open').length);
    expect(ofEvent('answered')).toHaveLength(
      conversations.reduce((sum, row) => sum + Number(row['answers']), 0),
    );
    const times = events.map((row) => Number(row['at_seconds']));
    expect(times).toEqual([...times].sort((a, b) => a - b));
    const first = ofEvent('signed in')[0];
    expect(first).toMatchObject({ time: '2026-03-03 08:00:00', at_seconds: '28800' });
    expect(ofEvent('break started').length).toBeGreaterThanOrEqual(6);
  });

  test('every piece of work that ends has begun: the two pair up per person, changes of login too', () => {
    const started = new Map<string, string | undefined>();
    for (const { event, person, detail } of events) {
      if (person === undefined) continue;
      if (event === 'work started') started.set(person, detail);
      if (event !== 'work ended') continue;
      expect(started.get(person)).toBe(detail);
      started.delete(person);
    }
  });

  test('nobody works for a login of somebody else, and waits are in order', () => {
    for (const { login, person } of [...conversations, ...events]) expect(login).toContain(person);
    for (const row of conversations) {
      const [assigned, answered, ended] = ['assigned_after', 'first_answer_after', 'ended_after'].map(
        (name) => Number(row[`${name}_seconds`] === '' ? Infinity : row[`${name}_seconds`]),
      ) as [number, number, number];
      expect(assigned).toBeGreaterThanOrEqual(0);
      expect(answered === Infinity || assigned <= answered).toBe(true);
      expect(answered === Infinity || answered <= ended).toBe(true);
    }
  });
});
