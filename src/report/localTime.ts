/** Seconds since the start as local date and time, true over clock changes: `2026-03-03 08:30:12`, offset added when told twice. */
import type { Seconds } from '../base/units.js';
import type { Calendar } from '../scenario/types.js';

/** Letters of a date and time to the minute. */
const MINUTES = 16;

export type LocalTime = (at: Seconds) => string;

export function localTime({ intervalBounds, intervalLabels }: Calendar): LocalTime {
  // `2026-10-25 01:00`, and `2026-10-25 01:00+00:00` for the second hour of that name.
  const labels = intervalLabels.map((label) => ({
    wall: label.slice(0, MINUTES),
    offset: label.slice(MINUTES),
  }));
  const labelMilliseconds = labels.map(({ wall }) => Date.parse(`${wall.replace(' ', 'T')}Z`));
  return (at) => {
    let low = 0;
    let high = labelMilliseconds.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((intervalBounds[middle] ?? Infinity) <= at) low = middle;
      else high = middle - 1;
    }
    // The clock changes only between intervals, so the offset inside one is the same on the wall.
    const wall = (labelMilliseconds[low] ?? 0) + (at - (intervalBounds[low] ?? 0)) * 1000;
    const text = new Date(wall).toISOString().slice(0, 19).replace('T', ' ');
    return text + (labels[low]?.offset ?? '');
  };
}
