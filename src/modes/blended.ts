/** Blended: each person takes both channels at once within a shift, in two workspaces, with one login. */
import * as z from 'zod';
import { ATTENTION_POLICIES, type Scenario } from '../scenario/types.js';
import { dedicated } from './dedicated.js';
import { defineMode } from './definition.js';
import { loginOf, wholeShifts } from './staffing.js';

export const blended = defineMode({
  name: 'blended',
  summary: 'everybody takes both channels at once, in two workspaces, with one login',
  pools: { against: dedicated.name },
  settings: z.strictObject({
    attention: z
      .enum(ATTENTION_POLICIES)
      .optional()
      .describe('Which workspace a person turns to next, in this mode; else as under work.attention.'),
  }),
  tunable: () => [
    {
      setting: 'attention',
      values: ATTENTION_POLICIES,
      ordered: false,
      words: (value) => (typeof value === 'string' ? value : 'as under work'),
    },
  ],
  plan: (scenario, { attention }) => ({
    logins: scenario.people.map((person, p) => loginOf(scenario, p, person.channels)),
    sessions: scenario.people.map((person, p) => wholeShifts(person, p)),
    ...(attention === undefined ? {} : { attention }),
    chatAsMessaging: false,
    notes: [`one login each, ${signedInWords(scenario)}`],
  }),
});

function signedInWords({ people }: Scenario): string {
  const both = people.filter(({ channels }) => channels.length > 1).length;
  if (both === people.length) return 'signed in to both channels all shift';
  if (both === 0) return 'signed in all shift to the one channel that the person handles';
  return `${both} of ${people.length} signed in to both channels all shift, the others to their one`;
}
