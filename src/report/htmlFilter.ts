/** The line of the report by which its reader chooses candidates and a part of the day. */
import { wallTime } from '../charts/clock.js';
import type { Comparison } from '../analysis/comparison.js';
import { html, NOTHING, raw, type Html } from './html.js';

/** Needs the page's script, which shows it. */
export function filterForm({ candidates }: Comparison): Html {
  if (candidates.length === 0) return NOTHING;
  const starts = new Map(
    candidates.flatMap(({ intervals }) => intervals.map(({ start, label }) => [start, label])),
  );
  const labels = [...starts].sort(([a], [b]) => a - b).map(([, label]) => label);
  const options = (picked: number): Html[] =>
    labels.map(
      (label, i) =>
        html`<option value="${wallTime(label)}" ${i === picked ? raw(' selected') : NOTHING}>
          ${label}
        </option>`,
    );
  return html`<form class="filter" id="filter" hidden aria-label="What is shown">
    <fieldset>
      <legend>Show</legend>
      ${candidates.map(
        ({ name }, c) =>
          html`<label
            ><input type="checkbox" name="candidate" value="${c}" checked /><span
              class="swatch"
              style="background:var(--c${c % 10})"
            ></span
            >${name}</label
          >`,
      )}
    </fieldset>
    <fieldset>
      <legend>Intervals</legend>
      <label
        >from
        <select name="from">
          ${options(0)}
        </select></label
      >
      <label
        >to
        <select name="to">
          ${options(labels.length - 1)}
        </select></label
      >
    </fieldset>
  </form>`;
}
