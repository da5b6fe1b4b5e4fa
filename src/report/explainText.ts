/** What a scenario says, for reading before any run: every value and its source, and the work against the people. */
import { HOUR, type Seconds } from '../base/units.js';
import { CAPABILITIES, offeredWork, staffedSeconds, sum } from '../scenario/offeredWork.js';
import type { Provenance } from '../scenario/provenance.js';
import { CHANNELS, type Scenario } from '../scenario/types.js';
import type { Style } from './style.js';
import { textTable, wrapped, type TextRow } from './textTable.js';

const WIDTH = 100;
const BAR = 24;
/** Longer horizons are told by the day. */
const MOST_DAYS_BY_INTERVAL = 7;
/** Letters of a date in an interval's label. */
const DATE = 10;

export function explainText(scenario: Scenario, provenance: readonly Provenance[], style: Style): string {
  const question = scenario.question === undefined ? [] : [wrapped(scenario.question, WIDTH)];
  return [
    [style.bold(scenario.name), ...question].join('\n'),
    valuesTable(provenance, style),
    workTable(scenario, style),
  ].join('\n\n');
}

/** The widest value; what the longest path leaves beside it is for the source. */
const VALUE = 30;
const INDENT = '  ';

/** The first part of the path stands once, over the fields that share it. What is written in the file stands out. */
function valuesTable(provenance: readonly Provenance[], style: Style): string {
  const fields = provenance.map(({ path }) => {
    const [section = '', ...rest] = path.split('.');
    return { section, field: rest.length === 0 ? section : INDENT + rest.join('.') };
  });
  const longest = Math.max(...fields.map(({ field }) => field.length));
  const source = Math.max(VALUE / 2, WIDTH - longest - VALUE - 2 * INDENT.length);
  const rows: TextRow[] = [];
  for (const [i, { section, field }] of fields.entries()) {
    if (field !== section && section !== fields[i - 1]?.section) rows.push(style.bold(section));
    const told = provenance[i];
    const dress = told?.source.startsWith('default') === true ? style.dim : (text: string): string => text;
    const lines = (text: string, width: number): string =>
      wrapped(text, width).split('\n').map(dress).join('\n');
    rows.push([dress(field), lines(told?.value ?? '', VALUE), lines(told?.source ?? '', source)]);
  }
  return textTable(rows, 3);
}

/** Seconds of work that arrive in an interval or a day, by channel, and of people who can do it. */
interface Stretch {
  readonly label: string;
  readonly work: readonly Seconds[];
  readonly staffed: Seconds;
  /** The part of the people who can do each channel. */
  readonly able: readonly Seconds[];
}

function workTable(scenario: Scenario, style: Style): string {
  const stretches = stretchesOf(scenario).filter(({ work, staffed }) => staffed > 0 || sum(work) > 0);
  const hours = (seconds: Seconds): string => (seconds / HOUR).toFixed(1);
  const lines = stretches.map((stretch) => {
    const { label, work, staffed } = stretch;
    const load = sum(work) / staffed;
    const share = staffed === 0 ? 'nobody' : `${Math.round(load * 100)} %`;
    const bar = staffed === 0 ? '' : '#'.repeat(Math.min(BAR, Math.round(load * BAR)));
    return [
      label,
      ...work.map(hours),
      hours(sum(work)),
      hours(staffed),
      share,
      bar.padEnd(BAR),
      style.bad(overloadOf(stretch)),
    ];
  });
  const head = ['', ...CHANNELS, 'work', 'people', 'load', '', ''];
  return [
    style.bold('Work that arrives, against people on shift, in person-hours'),
    textTable([head, ...lines]),
    wrapped(verdict(stretches), WIDTH),
  ].join('\n');
}

/** Blank when the people there can do what arrives, or nobody is there: a channel that never closes is not overloaded at night. */
function overloadOf({ work, staffed, able }: Stretch): string {
  if (staffed === 0) return '';
  if (sum(work) > staffed) return 'overload';
  const channel = CHANNELS.find((_, i) => (work[i] ?? 0) > (able[i] ?? 0));
  return channel === undefined ? '' : `${channel} overload`;
}

function verdict(stretches: readonly Stretch[]): string {
  const overloads = stretches.filter((stretch) => overloadOf(stretch) !== '').length;
  const alone = stretches.filter(({ staffed }) => staffed === 0).length;
  return [
    ...(overloads === 0
      ? []
      : [`${overloads} of ${stretches.length} lines carry more work than people can do.`]),
    ...(alone === 0
      ? []
      : [`In ${alone} of ${stretches.length} lines nobody is there, and what arrives waits.`]),
    'Work is undivided effort, follow-ups included, as if switching cost nothing; people are those on shift,',
    'less breaks and the absence to be expected.',
  ].join(' ');
}

/** By reporting interval, or by day when the horizon is long. */
function stretchesOf(scenario: Scenario): Stretch[] {
  const { calendar, streams } = scenario;
  const offered = offeredWork(scenario);
  const staffed = staffedSeconds(scenario);
  const intervals = calendar.intervalLabels.map((label, i) => ({
    label,
    work: CHANNELS.map((channel) =>
      sum(streams.map((stream, s) => (stream.channel === channel ? (offered[s]?.[i] ?? 0) : 0))),
    ),
    staffed: sum(CAPABILITIES.map((capability) => staffed[capability][i] ?? 0)),
    able: CHANNELS.map((channel) => (staffed[channel][i] ?? 0) + (staffed.both[i] ?? 0)),
  }));
  if (calendar.dayStarts.length - 1 <= MOST_DAYS_BY_INTERVAL) return intervals;
  return [...new Set(intervals.map(({ label }) => label.slice(0, DATE)))].map((day) => {
    const parts = intervals.filter(({ label }) => label.startsWith(day));
    return {
      label: day,
      work: CHANNELS.map((_, c) => sum(parts.map(({ work }) => work[c] ?? 0))),
      staffed: sum(parts.map((part) => part.staffed)),
      able: CHANNELS.map((_, c) => sum(parts.map(({ able }) => able[c] ?? 0))),
    };
  });
}
