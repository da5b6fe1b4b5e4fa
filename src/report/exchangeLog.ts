/** Every answer sent: what was waited for since the consumer wrote, and where that time passed. */
import { ORIGIN } from '../engine/conversations.js';
import type { Observer } from '../engine/observer.js';
import { CHANNELS } from '../scenario/types.js';
import { DEAF, FloorLog, type LoggedRun, type TakeRows } from './floorLog.js';

export const EXCHANGE_COLUMNS = [
  ...['candidate', 'replication', 'conversation', 'stream', 'channel', 'exchange', 'wrote', 'wrote_seconds'],
  ...['answered_after_seconds', 'in_queue_seconds', 'in_workspace_seconds', 'being_written_seconds'],
  ...['person', 'login', 'waited_for', 'after_warm_up'],
];

export function exchangeLog(run: LoggedRun, take: TakeRows): Observer {
  const log = new FloorLog(run, take);
  return {
    ...DEAF,
    begin: (floor) => log.begin(floor),
    answered(_p, c) {
      const { now } = log;
      const k = log.floor.conversations;
      const wrote = k.wroteAt[c] ?? now;
      const queued = k.queuedSeconds[c] ?? 0;
      const written = now - (k.workStartedAt[c] ?? now);
      // Neither a follow-up of the agent's own, nor an answer to somebody who has left.
      const unasked = k.origin[c] === ORIGIN.agentFollowUp && k.answers[c] === 0;
      const isWaitedFor = !unasked && k.ghost[c] !== 1 && k.walked[c] !== 1;
      log.row(
        ...[log.nameOf(c), log.streamOf(c), CHANNELS[k.channel[c] ?? -1], (k.exchange[c] ?? 0) + 1],
        ...[log.time(wrote), wrote, now - wrote, queued, now - wrote - queued - written, written],
        ...[log.personOf(k.login[c]), log.loginName(k.login[c]), isWaitedFor],
        (k.arrivedAt[c] ?? 0) >= log.floor.scenario.warmUp,
      );
    },
    finish: () => log.finish(),
  };
}
