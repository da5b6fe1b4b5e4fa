/** A conversation as written → a conversation model, every default filled in and noted. */
import type { Distribution } from '../base/distribution.js';
import { formatDuration, formatShare } from '../base/format.js';
import { ANY_CONVERSATION, CHAT_ONLY, CONVERSATION, MESSAGING_ONLY } from './defaults.js';
import type { Path } from './document.js';
import { pickCount, pickLaw, pickLawOrNone } from './resolveLaws.js';
import type { Resolving } from './resolving.js';
import type { WrittenChatConversation, WrittenMessagingConversation } from './schemaConversation.js';
import type { Affinity, Channel, ConversationModel, FollowUp } from './types.js';
import { affinityWords } from './words.js';

type Common = Pick<
  ConversationModel,
  | 'exchanges'
  | 'effort'
  | 'firstEffort'
  | 'consumerGap'
  | 'patience'
  | 'patienceUntil'
  | 'silentShare'
  | 'silentEffort'
>;

/** A live chat's model. */
export function resolveChat(
  context: Resolving,
  path: Path,
  written: WrittenChatConversation = {},
): ConversationModel {
  const { notes } = context;
  const common = resolveCommon(context, path, written, 'chat');
  return {
    ...common,
    replyPatience: pickLawOrNone(
      context,
      [...path, 'replyPatience'],
      written.replyPatience,
      CHAT_ONLY.replyPatience,
    ),
    wrapUp: pickLawOrNone(context, [...path, 'wrapUp'], written.wrapUp, CHAT_ONLY.wrapUp),
    silenceTimeout: notes.pick(
      [...path, 'silenceTimeout'],
      written.silenceTimeout,
      CHAT_ONLY.silenceTimeout,
      formatDuration,
    ),
    closeByAgent: 0,
    autoClose: MESSAGING_ONLY.autoClose.value,
    follow: resolveRecontact(context, [...path, 'recontact'], written.recontact),
    affinity: { kind: 'none' },
  };
}

/** A messaging conversation's model. */
export function resolveMessaging(
  context: Resolving,
  path: Path,
  written: WrittenMessagingConversation = {},
): ConversationModel {
  const { notes } = context;
  const common = resolveCommon(context, path, written, 'messaging');
  const close = [...path, 'close'];
  return {
    ...common,
    replyPatience: null,
    wrapUp: null,
    silenceTimeout: CHAT_ONLY.silenceTimeout.value,
    closeByAgent: notes.pick(
      [...close, 'byAgent'],
      written.close?.byAgent,
      MESSAGING_ONLY.closeByAgent,
      formatShare,
    ),
    autoClose: notes.pick(
      [...close, 'autoCloseAfter'],
      written.close?.autoCloseAfter,
      MESSAGING_ONLY.autoClose,
      formatDuration,
    ),
    follow: resolveResume(context, [...path, 'resume'], written.resume),
    affinity: notes.pick(
      [...path, 'affinity'],
      written.affinity === undefined ? undefined : affinityOf(written.affinity),
      MESSAGING_ONLY.affinity,
      affinityWords,
    ),
  };
}

function affinityOf(written: NonNullable<WrittenMessagingConversation['affinity']>): Affinity {
  return typeof written === 'string' ? { kind: written } : { kind: 'hold', upTo: written.hold };
}

function resolveCommon(
  context: Resolving,
  path: Path,
  written: Pick<WrittenChatConversation, keyof WrittenChatConversation & keyof WrittenMessagingConversation>,
  channel: Channel,
): Common {
  const { notes } = context;
  const defaults = CONVERSATION[channel];
  const { silentLeavers } = written;
  const silent = typeof silentLeavers === 'number' ? { share: silentLeavers } : silentLeavers;
  const silentPath = [...path, 'silentLeavers'];
  return {
    exchanges: pickCount(context, [...path, 'exchanges'], written.exchanges, defaults.exchanges),
    effort: pickLaw(context, [...path, 'effort'], written.effort, defaults.effort),
    firstEffort: pickLawOrNone(context, [...path, 'greeting'], written.greeting, ANY_CONVERSATION.greeting),
    consumerGap: pickLaw(context, [...path, 'consumerGap'], written.consumerGap, defaults.consumerGap),
    patience: pickLawOrNone(context, [...path, 'patience'], written.patience, defaults.patience),
    patienceUntil: notes.pick(
      [...path, 'patienceUntil'],
      written.patienceUntil,
      ANY_CONVERSATION.patienceUntil,
      (value) => value,
    ),
    silentShare: notes.pick(silentPath, silent?.share, defaults.silentShare, formatShare),
    silentEffort: pickLawOrNone(
      context,
      [...silentPath, 'effort'],
      silent?.effort,
      ANY_CONVERSATION.silentEffort,
    ),
  };
}

function noFollowUp(after: Distribution): FollowUp {
  return { byConsumer: 0, byAgent: 0, after, retelling: null };
}

function resolveRecontact(
  context: Resolving,
  path: Path,
  written: WrittenChatConversation['recontact'],
): FollowUp {
  if (written === 'none') {
    context.notes.note(path, 'none', null);
    return noFollowUp(CHAT_ONLY.recontactAfter.value);
  }
  const probability = [...path, 'probability'];
  return {
    byConsumer: context.notes.pick(
      probability,
      written?.probability,
      CHAT_ONLY.recontactProbability,
      formatShare,
    ),
    byAgent: 0,
    after: pickLaw(context, [...path, 'after'], written?.after, CHAT_ONLY.recontactAfter),
    retelling: pickLawOrNone(context, [...path, 'retelling'], written?.retelling, CHAT_ONLY.retelling),
  };
}

function resolveResume(
  context: Resolving,
  path: Path,
  written: WrittenMessagingConversation['resume'],
): FollowUp {
  const { notes } = context;
  if (written === 'none') {
    notes.note(path, 'none', null);
    return noFollowUp(MESSAGING_ONLY.resumeAfter.value);
  }
  return {
    byConsumer: notes.pick(
      [...path, 'byConsumer'],
      written?.byConsumer,
      MESSAGING_ONLY.resumeByConsumer,
      formatShare,
    ),
    byAgent: notes.pick([...path, 'byAgent'], written?.byAgent, MESSAGING_ONLY.resumeByAgent, formatShare),
    after: pickLaw(context, [...path, 'after'], written?.after, MESSAGING_ONLY.resumeAfter),
    retelling: null,
  };
}
