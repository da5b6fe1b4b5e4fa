/** Measures named on the command line, as `scope:measure`, or a measure alone for every scope it is judged in. */
import type { Headline } from '../analysis/headline.js';
import { suggestion } from '../base/nearest.js';
import { MEASURES, type MeasureDefinition, type MeasureId } from '../metrics/measures.js';
import { CHANNELS, type Scenario } from '../scenario/types.js';
import { Failure } from './failure.js';

/** `chat:firstResponseMean`, `stream:web chat:abandonedShare`, or `firstResponseMean` for both channels. */
export function measuresNamed(option: string, text: string, scenario: Scenario): Headline[] {
  const colon = text.lastIndexOf(':');
  const asked = text.slice(colon + 1).trim();
  const found: MeasureDefinition<MeasureId> | undefined = MEASURES.find(({ id }) => id === asked);
  if (found === undefined) {
    const ids = MEASURES.map(({ id }) => id);
    throw new Failure(`--${option}: there is no measure "${asked}": ${suggestionOf(asked, ids)}`);
  }
  const scopes = scopesOf(found, scenario);
  if (colon === -1) {
    const judged = found.told === 'consumers' ? [...CHANNELS] : scopes;
    return judged.map((scope) => ({ scope, measure: found.id }));
  }
  const scope = text.slice(0, colon).trim();
  if (!scopes.includes(scope))
    throw new Failure(`--${option}: "${asked}" is not measured for "${scope}": ${suggestion(scope, scopes)}`);
  return [{ scope, measure: found.id }];
}

function scopesOf({ told }: MeasureDefinition, { streams }: Scenario): string[] {
  if (told !== 'consumers') return [told];
  return ['all', ...CHANNELS, ...streams.map(({ name }) => `stream:${name}`)];
}

/** The whole catalogue would bury the mistake. */
function suggestionOf(asked: string, ids: readonly string[]): string {
  const said = suggestion(asked, ids);
  return said.startsWith('one of') ? 'measures.csv of any run lists them' : said;
}
