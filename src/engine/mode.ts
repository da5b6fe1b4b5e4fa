/** What the engine asks of a way of working: which logins exist, and when each is signed in. */
import type { Seconds } from '../base/units.js';
import type { AttentionPolicy, Channel, Scenario } from '../scenario/types.js';

/** An identity a person signs in with; the router and the reports know only logins. */
export interface LoginPlan {
  /** Index into `Scenario.people`. */
  readonly person: number;
  /** Unique name, as a vendor's report would show it. */
  readonly name: string;
  readonly channels: readonly Channel[];
}

/** One login signed in over one stretch of one shift. Breaks, absence and lateness are the shift's and not named here. */
export interface Session {
  /** Index into `Plan.logins`. */
  readonly login: number;
  /** Index into the person's `shifts`. */
  readonly shift: number;
  readonly start: Seconds;
  readonly end: Seconds;
  /** Seconds out of work at the session's beginning, spent on changing logins. */
  readonly changeover: Seconds;
}

export interface Plan {
  /** Logins of one person stand side by side, persons in order. */
  readonly logins: readonly LoginPlan[];
  /** `sessions[p]`: of person p, in order of time, not overlapping. */
  readonly sessions: readonly (readonly Session[])[];
  /** Overrides the scenario's attention policy. */
  readonly attention?: AttentionPolicy;
  /** Chat streams are carried over as messaging (each must name `asMessaging`). */
  readonly chatAsMessaging: boolean;
  /** What was decided, in a planner's words: "31 of 60 people on chat". */
  readonly notes: readonly string[];
}

/** Why a mode cannot be played on this scenario, as a sentence. */
export interface Unavailable {
  readonly unavailable: string;
}

export interface Mode<Settings = unknown> {
  readonly name: string;
  /** One line for tables of help. */
  readonly summary: string;
  plan(scenario: Scenario, settings: Settings): Plan | Unavailable;
}
