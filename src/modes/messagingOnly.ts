/** Messaging only: no live chat is offered, its consumers write messages instead, and everybody answers messages. */
import * as z from 'zod';
import { defineMode } from './definition.js';
import { loginOf, wholeShifts } from './staffing.js';

export const messagingOnly = defineMode({
  name: 'messaging-only',
  summary: 'no live chat is offered; its consumers write messages, and everybody answers messages',
  settings: z.strictObject({}),
  plan: (scenario) => {
    const missing = scenario.streams.filter(
      (stream) => stream.channel === 'chat' && stream.asMessaging === null,
    );
    if (missing.length > 0) {
      const names = missing.map((stream) => `"${stream.name}"`).join(', ');
      return {
        unavailable: `${names} ${missing.length > 1 ? 'do' : 'does'} not say how the chat would go as messaging (asMessaging)`,
      };
    }
    return {
      logins: scenario.people.map((_, p) => loginOf(scenario, p, ['messaging'])),
      sessions: scenario.people.map((person, p) => wholeShifts(person, p)),
      chatAsMessaging: true,
      notes: ['everybody on messaging; chat consumers write messages instead'],
    };
  },
});
