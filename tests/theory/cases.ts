// Every entry of the collection of exact values: those the model can express, as cases, and those it cannot, with the reason.
import { CONVERSATIONS } from './casesOfConversations.js';
import { DAYS } from './casesOfDays.js';
import { LINES } from './casesOfLines.js';
import { RETURNS } from './casesOfReturns.js';
import type { Case } from './theory.js';

export const CASES: readonly Case[] = [...LINES, ...CONVERSATIONS, ...RETURNS, ...DAYS];

export const NOT_EXPRESSED: Readonly<Record<string, string>> = {
  'MMNK-1': 'a line of limited length: consumers are never blocked, they only leave',
  'PS-1': 'processor sharing: a person does one thing at a time',
  'CHAT-1':
    'rates that change with the level for all open chats at once; here the slow-down is set when a piece of work begins',
  'CHAT-2': 'as CHAT-1',
  'CHAT-4': 'as CHAT-1',
  'CHAT-8': 'as CHAT-1, and leaving at a rate all through the service',
  'MSG-3': 'a limit on open conversations of the whole pool; here each person has their own',
  'TOUT-1':
    'a time-out of exactly 60 minutes: the closing job runs every 25, and whoever writes after it always resumes',
  'FLUID-1': 'a linear programme, not a run',
  'SMART-1': 'an exponential inactivity timer; here it is constant, as in the product',
  'BLEND-3': 'service that depends on who gives it: effort belongs to the conversation',
  'OUTB-1': 'an endless backlog that starts only while enough people are idle',
  'BCONC-1': 'as CHAT-1, over two channels',
  'HAWK-1': 'conversations as self-exciting clusters of messages',
  'STAFF-1': 'a search over staffing, not a run',
  'STAFF-3': 'a root of a formula, not a run',
  'SCHED-1': 'a covering programme, not a run',
  'RNG-1': 'another generator: streams here are Alea',
  'STAT-1': 'a method, tested in tests/analysis',
  'STAT-2': 'a method, tested in tests/analysis',
};

/** Of the entries that are cases, what is left out of them. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  'DAY-2':
    'the entry’s own rule, by which whoever finishes first changes login; here the rota names the people',
  'ERRT-1': 'the staffing formula and the single-visit load, which are no runs',
  'MREP-1': 'inflation and throughput factor, which follow from the others',
  'PUB-1': 'leaving, leaving a message and being cut off at closing count together; 24 lines are never full',
  'SWITCH-1': 'waits: switching is constant here, and only the share of time is the same',
};
