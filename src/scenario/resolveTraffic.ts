/** Traffic as written → streams and the busyness factors they share. */
import { formatDuration, formatShare } from '../base/format.js';
import type { Seconds } from '../base/units.js';
import { suggestion } from '../base/nearest.js';
import { STREAM } from './defaults.js';
import type { Path } from './document.js';
import { Findings } from './findings.js';
import { openingSpans, openingWords, type Span } from './opening.js';
import { Notes } from './provenance.js';
import { resolveArrivals } from './resolveArrivals.js';
import { resolveChat, resolveMessaging } from './resolveConversation.js';
import type { Resolving } from './resolving.js';
import type { WrittenChatStream, WrittenStream } from './schemaTraffic.js';
import type { AsMessaging, BusynessFactor, Stream } from './types.js';

export interface ResolvedTraffic {
  readonly streams: readonly Stream[];
  readonly busyness: readonly BusynessFactor[];
  /** Opening hours of each stream. */
  readonly openings: readonly (readonly Span[])[];
}

/** All streams; `written` is the scenario's traffic. */
export function resolveTraffic(context: Resolving, written: readonly WrittenStream[]): ResolvedTraffic {
  const busyness = resolveBusyness(context, written);
  const openings = written.map(({ open }) => openingSpans(open, context.calendar));
  const streams = written.map((stream, index) =>
    resolveStream(context, ['traffic', index], stream, written, busyness, openings[index] ?? []),
  );
  return { streams, busyness, openings };
}

function resolveStream(
  context: Resolving,
  path: Path,
  written: WrittenStream,
  all: readonly WrittenStream[],
  factors: readonly BusynessFactor[],
  spans: readonly Span[],
): Stream {
  const { notes } = context;
  const { name, channel, open } = written;
  notes.note([...path, 'name'], name, null);
  notes.note([...path, 'channel'], channel, null);
  const skill = notes.pick([...path, 'skill'], written.skill, STREAM.skill, String);
  const priority = notes.pick([...path, 'priority'], written.priority, STREAM.priority, String);
  notes.note(
    [...path, 'open'],
    open === undefined ? 'always' : openingWords(open),
    open === undefined ? STREAM.open.why : null,
  );
  const shape = notes.pick([...path, 'interpolation'], written.interpolation, STREAM.interpolation, String);
  const arrivals = resolveArrivals(context, [...path, 'volume'], written.volume, spans, shape);
  const factor = factorName(written);
  if (factor === null) notes.note([...path, 'busyness'], 'none', STREAM.busyness.why);
  const openingBacklog = resolveBacklog(context, [...path, 'backlog'], written.backlog);
  const conversationPath = [...path, 'conversation'];
  const conversation =
    written.channel === 'chat'
      ? resolveChat(context, conversationPath, written.conversation)
      : resolveMessaging(context, conversationPath, written.conversation);
  const asMessaging =
    written.channel === 'chat'
      ? resolveAsMessaging(context, [...path, 'asMessaging'], written.asMessaging, all)
      : null;
  const busyness = factor === null ? null : factors.findIndex((one) => one.name === factor);
  return { name, channel, skill, priority, arrivals, busyness, conversation, asMessaging, openingBacklog };
}

function factorName({ busyness }: WrittenStream): string | null {
  if (busyness === undefined) return null;
  return typeof busyness === 'string' ? busyness : busyness.factor;
}

/** Each named factor once; its cv and lag-1 correlation may stand in any one stream, or the same in several. */
function resolveBusyness(context: Resolving, written: readonly WrittenStream[]): readonly BusynessFactor[] {
  const { findings, notes } = context;
  const factors = new Map<string, { cv?: number; lag1?: number; path: Path }>();
  for (const [index, stream] of written.entries()) {
    const name = factorName(stream);
    if (name === null) continue;
    const path = ['traffic', index, 'busyness'];
    const factor = factors.get(name) ?? { path };
    factors.set(name, factor);
    const given: { readonly cv?: number | undefined; readonly lag1?: number | undefined } =
      typeof stream.busyness === 'object' ? stream.busyness : {};
    for (const key of ['cv', 'lag1'] as const) {
      const value = given[key];
      if (value === undefined) continue;
      const before = factor[key];
      if (before !== undefined && before !== value) {
        const message = `factor "${name}" is given two different values of ${key}: ${formatShare(before)} and ${formatShare(value)}`;
        findings.error([...path, key], message, 'say it once, or use two names');
      }
      factor[key] = value;
      factor.path = path;
    }
  }
  return [...factors].map(([name, { cv, lag1, path }]) => {
    if (cv === undefined) {
      findings.error(path, `factor "${name}" has no cv`, `write busyness: { factor: ${name}, cv: 6% }`);
    }
    notes.note([...path, 'factor'], name, null);
    notes.note([...path, 'cv'], formatShare(cv ?? 0), null);
    return { name, cv: cv ?? 0, lag1: notes.pick([...path, 'lag1'], lag1, STREAM.lag1, String) };
  });
}

function resolveBacklog(
  context: Resolving,
  path: Path,
  written: WrittenStream['backlog'],
): readonly Seconds[] {
  if (written === undefined) {
    context.notes.note(path, 'nothing', STREAM.backlog.why);
    return [];
  }
  const { count, youngest = 0, oldest } = written;
  const words = `${count} threads, ${formatDuration(youngest)} to ${formatDuration(oldest)} old`;
  context.notes.note(path, words, null);
  const step = count > 1 ? (oldest - youngest) / (count - 1) : 0;
  return Array.from({ length: count }, (_, index) => oldest - index * step);
}

function resolveAsMessaging(
  context: Resolving,
  path: Path,
  written: WrittenChatStream['asMessaging'],
  all: readonly WrittenStream[],
): AsMessaging | null {
  const { findings, notes } = context;
  if (written === undefined) {
    notes.note(path, 'none', STREAM.asMessaging.why);
    return null;
  }
  const {
    like,
    conversation,
    effortFactor: factor,
  } = typeof written === 'string' ? { like: written } : written;
  const effortFactor = notes.pick([...path, 'effortFactor'], factor, STREAM.effortFactor, String);
  if (like === undefined) {
    return { conversation: resolveMessaging(context, [...path, 'conversation'], conversation), effortFactor };
  }
  notes.note([...path, 'like'], like, null);
  const index = all.findIndex(({ name, channel }) => name === like && channel === 'messaging');
  const model = all[index];
  if (model?.channel !== 'messaging') {
    const names = all.filter(({ channel }) => channel === 'messaging').map(({ name }) => name);
    const at = typeof written === 'string' ? path : [...path, 'like'];
    findings.error(at, `there is no messaging stream "${like}"`, suggestion(like, names));
    return null;
  }
  return {
    conversation: resolveMessaging(unheard(context), ['traffic', index, 'conversation'], model.conversation),
    effortFactor,
  };
}

/** The same model is resolved, noted and complained about where it stands. */
function unheard(context: Resolving): Resolving {
  const findings = new Findings();
  return { ...context, findings, notes: new Notes() };
}
