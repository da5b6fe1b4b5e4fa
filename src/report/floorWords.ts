/** The engine's small integers in words, as the logs write them. */
import { ORIGIN } from '../engine/conversations.js';
import { ENDING, LOSS } from '../engine/observer.js';
import { DOING } from '../engine/people.js';

const ENDINGS: Readonly<Record<keyof typeof ENDING, string>> = {
  completed: 'completed',
  autoClosed: 'auto-closed',
  timedOut: 'timed out',
  abandoned: 'abandoned',
  abandonedSilently: 'abandoned silently',
  walkedOut: 'walked out',
};

const LOSSES: Readonly<Record<keyof typeof LOSS, string>> = {
  returned: 'returned to the queue',
  handedOver: 'handed over',
};

const ORIGINS: Readonly<Record<keyof typeof ORIGIN, string>> = {
  new: 'new',
  consumerFollowUp: 'consumer came back',
  agentFollowUp: 'agent followed up',
};

const DOINGS: Readonly<Record<keyof typeof DOING, string>> = {
  nothing: '',
  answering: 'answer',
  wrappingUp: 'wrap-up',
  changingLogin: 'change of login',
};

export const endingWord = lookUp(ENDING, ENDINGS);
export const lossWord = lookUp(LOSS, LOSSES);
export const originWord = lookUp(ORIGIN, ORIGINS);
export const doingWord = lookUp(DOING, DOINGS);

function lookUp<K extends string>(
  codes: Readonly<Record<K, number>>,
  words: Readonly<Record<K, string>>,
): (code: number | undefined) => string {
  const byCode = new Map((Object.keys(codes) as K[]).map((key) => [codes[key], words[key]]));
  return (code) => byCode.get(code ?? -1) ?? '';
}
