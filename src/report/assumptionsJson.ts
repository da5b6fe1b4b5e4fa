/** assumptions.json: every input of the scenarios, as a planner would say it, and where it came from. */
import type { Provenance } from '../scenario/provenance.js';

export const ASSUMPTIONS = 'assumptions.json';

/** The inputs of one scenario file. */
export interface Inputs {
  readonly file: string;
  readonly values: readonly Provenance[];
}

export function assumptionsJson(inputs: readonly Inputs[]): string {
  return JSON.stringify(inputs, null, 2) + '\n';
}
