/** `--best`: every mode's own settings searched on pilot demand, before the candidates meet the demand they are judged on. */
import { asGivenAsides, type Searched } from '../analysis/best.js';
import type { Candidate } from '../analysis/jobs.js';
import { objectiveOn, SERVICE_MISSED, type Objective } from '../analysis/objective.js';
import { searchOf } from '../analysis/search.js';
import { SearchStopped } from '../analysis/trials.js';
import type { Scenario } from '../scenario/types.js';
import { Failure } from './failure.js';
import { measuresNamed } from './measureName.js';
import type { Terminal } from './terminal.js';
import { withWorkers } from './workers.js';

/** What `--best-on` asks for; null without `--best`. */
export function objectiveOf(best: boolean, on: string | undefined, scenario: Scenario): Objective | null {
  if (!best) {
    if (on !== undefined) throw new Failure('--best-on only means something together with --best');
    return null;
  }
  if (on === undefined) return SERVICE_MISSED;
  const [headline, second] = measuresNamed('best-on', on, scenario);
  if (headline === undefined || second !== undefined)
    throw new Failure(`--best-on needs a scope, such as chat:${on}: a search has one aim`);
  const objective = objectiveOn(headline);
  if (objective === null)
    throw new Failure(
      `--best-on: neither more nor less is better of "${headline.measure}", so it has no best`,
    );
  return objective;
}

export interface AtTheirBest {
  readonly searched: Searched;
  /** The same candidates in the same order, at their best. */
  readonly candidates: readonly Candidate[];
  /** And as given, where that differs. */
  readonly asides: readonly Candidate[];
}

export async function atTheirBest(
  given: readonly Candidate[],
  objective: Objective,
  workers: number | undefined,
  terminal: Terminal,
): Promise<AtTheirBest> {
  const search = searchOf(given);
  if (terminal.watched) terminal.tell("Searching each mode's own settings on demand of its own");
  try {
    const found = await withWorkers(search.candidates, workers, terminal, (runJobs, watch) =>
      search.run({ objective, runJobs, ...watch }),
    );
    const searched = { objective, found };
    return { searched, candidates: found.map(({ best }) => best), asides: asGivenAsides(searched) };
  } catch (error) {
    if (!(error instanceof SearchStopped)) throw error;
    throw new Failure('stopped while settings were searched; nothing is written', 130);
  }
}
