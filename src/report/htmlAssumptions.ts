/** What the report rests on: every input and where it came from, and how to make all of it again. */
import type { Comparison } from '../analysis/comparison.js';
import { isAssumed, type Provenance } from '../scenario/provenance.js';
import type { Inputs } from './assumptionsJson.js';
import { html, list, NOTHING, table, type Html } from './html.js';
import type { Manifest } from './manifest.js';

const FIELD = { label: 'Input', isNumber: false };
const VALUE = { label: 'Value', isNumber: false };

export function assumptionsSection(inputs: readonly Inputs[]): Html {
  return html`<section id="assumptions">
    <h2>What this rests on</h2>
    ${inputs.map(ofScenario)}
  </section>`;
}

function ofScenario({ file, values }: Inputs): Html {
  const assumed = values.filter(isAssumed);
  const written = values.filter((one) => !isAssumed(one));
  return html`<h3>${file}</h3>
    <p>
      ${assumed.length} of ${values.length} inputs are defaults that nobody measured in this centre: the first
      to replace by your own numbers. The other ${written.length} stand in the file.
    </p>
    <details open>
      <summary>Defaults: ${assumed.length}</summary>
      ${table(
        `Defaults of ${file}`,
        [FIELD, VALUE, { label: 'Why this value', isNumber: false }],
        merged(assumed).map(({ path, value, source }) => [path, value, source.replace(/^default: /, '')]),
      )}
    </details>
    <details>
      <summary>Written in the file: ${written.length}</summary>
      ${table(
        `Values written in ${file}`,
        [FIELD, VALUE, { label: 'Where', isNumber: false }],
        written.map(({ path, value, source }) => [path, value, source]),
      )}
    </details> `;
}

/** What several streams or groups have alike stands once: `traffic[0, 2].opens`. */
function merged(values: readonly Provenance[]): Provenance[] {
  const rows = new Map<string, { readonly one: Provenance; readonly places: string[] }>();
  for (const one of values) {
    const [, list = '', place, field = ''] = /^(\w+)\[(\d+)\](.*)$/.exec(one.path) ?? [];
    const key = place === undefined ? one.path : [list, field, one.value, one.source].join('\n');
    const row = rows.get(key) ?? { one, places: [] };
    if (place !== undefined) row.places.push(place);
    rows.set(key, row);
  }
  return [...rows.values()].map(({ one, places }) => ({
    ...one,
    path: one.path.replace(/\[\d+\]/, (index) => (places.length < 2 ? index : `[${places.join(', ')}]`)),
  }));
}

export function reproduceSection({ demandFingerprints, candidates }: Comparison, made: Manifest): Html {
  const alone = candidates.filter(({ sharesDemand }) => !sharesDemand).map(({ name }) => name);
  return html`<section id="reproduce">
    <h2>How to make this again</h2>
    <p>One command, with the same version and the same files, gives the same numbers to the last digit.</p>
    <pre tabindex="0"><code>${made.command}</code></pre>
    <dl>
      <dt>Version</dt>
      <dd>blendsim ${made.blendsim}</dd>
      <dt>Seed</dt>
      <dd>${made.seed}</dd>
      <dt>Replications</dt>
      <dd>${made.replications}${made.interrupted ? ', stopped early' : ''}</dd>
      ${made.scenarios.map(
        ({ name, file, hash }) =>
          html`<dt>Scenario</dt>
            <dd>${name}, ${file}, fingerprint <code>${hash}</code></dd>`,
      )}
    </dl>
    ${alone.length === 0 ? NOTHING : list([`Not on the demand of the first: ${alone.join(', ')}.`])}
    <details>
      <summary>Fingerprints of the demand, one per replication</summary>
      <p class="prints">${demandFingerprints.map((print) => html`<code>${print}</code> `)}</p>
    </details>
  </section>`;
}
