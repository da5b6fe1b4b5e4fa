/** logins.csv: the sheet to set the accounts up by (skills, limits, permission, workspaces, tabs, hours), with what each login was measured doing. */
import type { Comparison } from '../analysis/comparison.js';
import { HOUR, type Seconds } from '../base/units.js';
import type { LoginPlan, Plan } from '../engine/mode.js';
import type { LoginRow } from '../metrics/runReport.js';
import type { Calendar, Channel, Person, Scenario } from '../scenario/types.js';
import { csv, type Cell } from './csv.js';
import { localTime } from './localTime.js';

/** How a candidate's logins were planned, and on which scenario. */
export interface PlannedLogins {
  readonly candidate: string;
  readonly scenario: Scenario;
  readonly plan: Plan;
}

export const LOGIN_COLUMNS = [
  ...[
    'candidate',
    'login',
    'person',
    'channels',
    'skills',
    'max_chats',
    'max_messaging',
    'permission_enhanced_agent_workspace',
    'workspaces_and_tabs',
  ],
  ...[
    'signed_in',
    'measured_signed_in_hours',
    'measured_worked_hours',
    'measured_chats',
    'measured_messaging',
  ],
  ...['measured_max_concurrency', 'measured_load'],
];

/** Every login sees the chat workspace with its three tabs; the permission adds the workspace for messaging. */
const CHAT_WORKSPACE = 'chat workspace (web visitors, web history, agents)';
const ENHANCED_WORKSPACE = 'enhanced Agent Workspace (default)';

export function loginsCsv(comparison: Comparison, planned: readonly PlannedLogins[]): string {
  return csv(loginRows(comparison, planned), LOGIN_COLUMNS);
}

/** In the order of `LOGIN_COLUMNS`. */
export function loginRows(comparison: Comparison, planned: readonly PlannedLogins[]): Cell[][] {
  return planned.flatMap(({ candidate, scenario, plan }) => {
    const measured = new Map(
      comparison.candidates
        .find(({ name }) => name === candidate)
        ?.logins.map((row) => [row.login, row] as const),
    );
    return plan.logins.map((login, index) => [
      ...[candidate, login.name, scenario.people[login.person]?.name, login.channels.join(' + ')],
      ...limits(login, scenario.people[login.person]),
      ...workspaces(login),
      signedIn(plan, index, login.person, scenario.calendar),
      ...measurements(measured.get(login.name)),
    ]);
  });
}

/** What the login may be given, and how many at once; blank for a channel that it does not take. */
function limits({ channels }: LoginPlan, person: Person | undefined): Cell[] {
  const most = (channel: Channel): Cell => (channels.includes(channel) ? person?.caps[channel] : null);
  return [person?.skills.join(' + '), most('chat'), most('messaging')];
}

function workspaces({ channels }: LoginPlan): [permission: string, seen: string] {
  const messaging: Channel = 'messaging';
  return channels.includes(messaging)
    ? ['yes', `${ENHANCED_WORKSPACE}; ${CHAT_WORKSPACE}`]
    : ['no', CHAT_WORKSPACE];
}

/** `2026-03-03 08:00-12:00, 13:00-16:30; 2026-03-04 …`: after a night the end has a date of its own. */
function signedIn(plan: Plan, login: number, person: number, calendar: Calendar): string {
  const timeOf = localTime(calendar);
  const byDay = new Map<string, string[]>();
  for (const session of plan.sessions[person] ?? []) {
    if (session.login !== login) continue;
    const from = timeOf(session.start);
    const to = timeOf(session.end);
    const day = from.slice(0, 10);
    const end = to.startsWith(day) ? to.slice(11, 16) : to.slice(0, 16);
    byDay.set(day, [...(byDay.get(day) ?? []), `${from.slice(11, 16)}-${end}`]);
  }
  return [...byDay].map(([day, stretches]) => `${day} ${stretches.join(', ')}`).join('; ');
}

function measurements(row: LoginRow | undefined): Cell[] {
  const hours = (seconds: Seconds | undefined): number | null =>
    seconds === undefined ? null : Number((seconds / HOUR).toFixed(2));
  return [
    ...[hours(row?.signedInSeconds), hours(row?.workedSeconds), row?.handledChats, row?.handledMessaging],
    ...[row?.maxConcurrency, row?.load],
  ];
}
