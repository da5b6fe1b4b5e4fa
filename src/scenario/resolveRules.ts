/** Targets, capacity and the rules of work as written → resolved, every default noted. */
import { formatDuration, formatShare } from '../base/format.js';
import { CAPACITY, TARGETS, WORK } from './defaults.js';
import type { Notes } from './provenance.js';
import type { WrittenCapacity, WrittenTargets, WrittenWork } from './schemaRules.js';
import type { ByChannel, Capacity, Channel, ServiceTargets, WorkRules } from './types.js';
import { durationOrOff, shareOrNone, targetWords } from './words.js';

/** Service targets of both channels. */
export function resolveTargets(notes: Notes, written: WrittenTargets = {}): ByChannel<ServiceTargets> {
  const of = (channel: Channel): ServiceTargets => {
    const path = ['targets', channel];
    const { firstResponse, everyResponse, abandoned } = written[channel] ?? {};
    const limit = abandoned === 'none' ? null : abandoned;
    return {
      firstResponse: notes.pick(
        [...path, 'firstResponse'],
        firstResponse,
        TARGETS[channel].firstResponse,
        targetWords,
      ),
      everyResponse: notes.pick(
        [...path, 'everyResponse'],
        everyResponse,
        TARGETS[channel].everyResponse,
        targetWords,
      ),
      abandonedUnder: orNull(notes, [...path, 'abandoned'], limit, TARGETS[channel].abandoned, shareOrNone),
    };
  };
  return { chat: of('chat'), messaging: of('messaging') };
}

/** Like `pick`, where a written null says `none` or `off`. */
function orNull(
  notes: Notes,
  path: readonly string[],
  written: number | null | undefined,
  fallback: { readonly value: number | null; readonly why: string },
  words: (value: number | null) => string,
): number | null {
  const value = written === undefined ? fallback.value : written;
  notes.note(path, words(value), written === undefined ? fallback.why : null);
  return value;
}

/** Caps that hold for everybody whose group has no own. */
export function resolveCaps(notes: Notes, written: WrittenCapacity = {}): ByChannel<number> {
  return {
    chat: notes.pick(['capacity', 'chat', 'max'], written.chat?.max, CAPACITY.maxChats, String),
    messaging: notes.pick(
      ['capacity', 'messaging', 'max'],
      written.messaging?.max,
      CAPACITY.maxConversations,
      String,
    ),
  };
}

/** How a login's load is counted. */
export function resolveCapacity(notes: Notes, written: WrittenCapacity = {}): Capacity {
  const path = ['capacity', 'messaging'];
  const { inactiveAfter, inactiveWeight, headroom, backlogAfter, warmUpEvery } = written.messaging ?? {};
  const off = <T>(value: T | 'off' | undefined): T | null | undefined => (value === 'off' ? null : value);
  return {
    messaging: {
      inactiveAfter: notes.pick(
        [...path, 'inactiveAfter'],
        inactiveAfter,
        CAPACITY.inactiveAfter,
        formatDuration,
      ),
      inactiveWeight: notes.pick(
        [...path, 'inactiveWeight'],
        inactiveWeight,
        CAPACITY.inactiveWeight,
        String,
      ),
      headroom: notes.pick([...path, 'headroom'], headroom, CAPACITY.headroom, String),
      backlogAfter: orNull(
        notes,
        [...path, 'backlogAfter'],
        off(backlogAfter),
        CAPACITY.backlogAfter,
        durationOrOff,
      ),
      warmUpEvery: orNull(
        notes,
        [...path, 'warmUpEvery'],
        off(warmUpEvery),
        CAPACITY.warmUpEvery,
        durationOrOff,
      ),
    },
    sharing: notes.pick(['capacity', 'blended'], written.blended, CAPACITY.sharing, String),
    noMessagingAtChats: orNull(
      notes,
      ['capacity', 'noMessagingAtChats'],
      off(written.noMessagingAtChats),
      CAPACITY.noMessagingAtChats,
      (value) => (value === null ? 'off' : String(value)),
    ),
  };
}

/** How people work. */
export function resolveWork(notes: Notes, written: WrittenWork = {}): WorkRules {
  const { switching = {}, endOfShift = {} } = written;
  const time = (
    group: 'switching' | 'endOfShift',
    key: string,
    value: number | undefined,
    fallback: { readonly value: number; readonly why: string },
  ): number => notes.pick(['work', group, key], value, fallback, formatDuration);
  return {
    slowdown: {
      factors: notes.pick(['work', 'slowdown'], written.slowdown, WORK.slowdown, (factors) =>
        factors.join(', '),
      ),
      perExtra: notes.pick(
        ['work', 'slowdownPerExtraConversation'],
        written.slowdownPerExtraConversation,
        WORK.perExtra,
        formatShare,
      ),
    },
    switching: {
      withinWorkspace: time('switching', 'withinWorkspace', switching.withinWorkspace, WORK.withinWorkspace),
      betweenWorkspaces: time(
        'switching',
        'betweenWorkspaces',
        switching.betweenWorkspaces,
        WORK.betweenWorkspaces,
      ),
      noticeDelay: time('switching', 'noticeDelay', switching.noticeDelay, WORK.noticeDelay),
    },
    attention: notes.pick(['work', 'attention'], written.attention, WORK.attention, String),
    stopNewBefore: time('endOfShift', 'stopNewBefore', endOfShift.stopNewBefore, WORK.stopNewBefore),
    openMessaging: notes.pick(
      ['work', 'endOfShift', 'messaging'],
      endOfShift.messaging,
      WORK.openMessaging,
      String,
    ),
    unassignAfter: time('endOfShift', 'unassignAfter', endOfShift.unassignAfter, WORK.unassignAfter),
    catchUp: time('endOfShift', 'catchUp', endOfShift.catchUp, WORK.catchUp),
    breaks: notes.pick(['work', 'breaks'], written.breaks, WORK.breaks, String),
  };
}
