/** A person's day as a timeline: presence, what the hands did in which workspace, what lay open, and what waited for them. */
import { percent } from '../analysis/words.js';
import { DAY, HOUR, type Seconds } from '../base/units.js';
import { HAND_KINDS, type PersonDay, type Piece, type Presence } from '../metrics/personDay.js';
import { CHANNELS } from '../scenario/types.js';
import { chart, WIDTH, type Chart, type Drawing } from './chart.js';
import { clockAxis } from './clock.js';
import { CHANNEL_TITLES, channelColour, panelTitle, themed } from './pieces.js';
import { duration } from './words.js';

/** Which run and which day of it. */
export interface DayOf {
  readonly candidate: string;
  /** From 1. */
  readonly replication: number;
  /** `2026-03-03`. */
  readonly date: string;
  readonly dayStart: Seconds;
  readonly dayEnd: Seconds;
  /** `2026-03-03 08:30:12`, the clock on the wall at that moment. */
  readonly localTime: (at: Seconds) => string;
}

/** Where a moment lies on the time axis, and what the clock on the wall says there. */
interface Clock {
  /** Milliseconds of a UTC axis that begins with the wall's time and runs evenly, whatever the clock does. */
  readonly place: (at: Seconds) => number;
  /** What the wall says where the axis says `place`, in the same milliseconds. */
  readonly wallAt: (place: number) => number;
}

type Span = { readonly from: Seconds; readonly to: Seconds };

interface Clipped {
  readonly presence: readonly Presence[];
  readonly pieces: readonly Piece[];
  readonly held: PersonDay['held'];
}

const LOGIN_CHANGE = 'between logins';
/** Nobody changes logins, or has a break signed out, for so long. */
const LONG_GAP: Seconds = 4 * HOUR;
/** Of what begins on one day, over midnight; by the hour all the same. */
const LONGEST: Seconds = 2 * DAY;
const STEP = { interpolate: 'step-after' };
/** Room for names left of every plot, so that all begin at the same place. */
const NAMES = 110;

/** Null: the person does not come on that day. */
export function drawPersonDay(day: PersonDay, of: DayOf): Chart | null {
  const presence = turnsOf(day.presence)
    .filter(([first]) => first.from >= of.dayStart && first.from < of.dayEnd)
    .flat();
  if (presence.length === 0) return null;
  const from = Math.min(...presence.map((one) => one.from));
  const to = Math.max(...presence.map((one) => one.to));
  const clip = <S extends Span>(all: readonly S[]): S[] =>
    all
      .filter((one) => one.to > from && one.from < to)
      .map((one) => ({ ...one, from: Math.max(from, one.from), to: Math.min(to, one.to) }));
  const clipped = { presence, pieces: clip(day.pieces), held: clip(day.held) };
  const told = (at: Seconds): string => of.localTime(at).slice(11);
  return chart(
    {
      title: titleOf(day.person, clipped, of),
      subtitle:
        `One day, ${of.date}, replication ${of.replication}, ${of.candidate}: when signed in, what the hands did in which ` +
        'workspace, how many conversations were open, and how many exchanges waited for these hands.',
    },
    timeline(clipped, clockFrom(from, of.localTime)),
    {
      columns: ['From', 'To', 'What', 'Where'],
      rows: [
        ...presence.map((one) => [
          told(one.from),
          told(one.to),
          one.isBreak ? 'break' : 'signed in',
          one.login,
        ]),
        ...clipped.pieces.map((one) => [told(one.from), told(one.to), one.kind, workspaceOf(one)]),
      ],
    },
  );
}

/** Presence without a long gap is one turn of duty, over midnight, too. */
function turnsOf(presence: readonly Presence[]): (readonly [Presence, ...Presence[]])[] {
  const turns: [Presence, ...Presence[]][] = [];
  for (const one of presence) {
    const last = turns.at(-1);
    if (last !== undefined && one.from - (last.at(-1)?.to ?? 0) < LONG_GAP) last.push(one);
    else turns.push([one]);
  }
  return turns;
}

function clockFrom(start: Seconds, localTime: DayOf['localTime']): Clock {
  const wall = (at: Seconds): number => Date.parse(`${localTime(at).slice(0, 19).replace(' ', 'T')}Z`);
  const first = wall(start);
  return {
    place: (at) => first + (at - start) * 1000,
    wallAt: (place) => wall(start + (place - first) / 1000),
  };
}

/** Over a change of the clock the labels jump, and not what is drawn. */
function axisOf(presence: readonly Presence[], { place, wallAt }: Clock, width: number): Drawing {
  const bounds = [Math.min(...presence.map(({ from }) => from)), Math.max(...presence.map(({ to }) => to))];
  // Clock ticks are chosen from labels of the wall.
  const labels = bounds.map((at) => new Date(place(at)).toISOString().replace('T', ' '));
  const { format, ...axis } = clockAxis(labels, width, LONGEST);
  const changed = axis.values.find((tick) => wallAt(tick) !== tick);
  if (changed === undefined) return { ...axis, format };
  const jump = wallAt(changed) - changed;
  return {
    ...axis,
    labelExpr: `utcFormat(datum.value < ${changed} ? datum.value : +datum.value + ${jump}, '${format}')`,
  };
}

function timeline({ presence, pieces, held }: Clipped, clock: Clock): Drawing {
  const stretch = ({ from, to }: Span) => ({
    ...{ from: clock.place(from), to: clock.place(to), lasts: duration(to - from) },
  });
  const width = WIDTH - 130;
  const axis = axisOf(presence, clock, width);
  const x = { type: 'temporal', scale: { type: 'utc', nice: false }, axis };
  const bars = { x: { ...x, field: 'from' }, x2: { field: 'to' } };
  const name = { type: 'nominal', title: null, axis: { grid: false, minExtent: NAMES, maxExtent: NAMES } };
  const lasts = { field: 'lasts', title: 'for' };
  const signedIn = {
    title: panelTitle('Signed in, breaks pale'),
    ...{ width, height: { step: 20 } },
    data: { values: presence.map((one) => ({ ...stretch(one), login: one.login, isBreak: one.isBreak })) },
    layer: [
      { filter: '!datum.isBreak', style: 'present' },
      { filter: 'datum.isBreak', style: 'faint' },
    ].map(({ filter, style }) => ({
      transform: [{ filter }],
      mark: { type: 'bar', style, height: { band: 0.7 } },
      encoding: { ...bars, y: { ...name, field: 'login' }, tooltip: [{ field: 'login' }, lasts] },
    })),
  };
  const order = [...CHANNELS.map((channel) => CHANNEL_TITLES[channel]), LOGIN_CHANGE];
  const hands = {
    title: panelTitle('Hands at work, by workspace'),
    ...{ width, height: { step: 26 } },
    data: { values: pieces.map((one) => ({ ...stretch(one), kind: one.kind, workspace: workspaceOf(one) })) },
    mark: { type: 'bar', height: { band: 0.8 } },
    encoding: {
      ...{ ...bars, y: { ...name, field: 'workspace', sort: order } },
      color: {
        ...{ field: 'kind', type: 'nominal', legend: { title: null } },
        scale: { domain: HAND_KINDS, range: themed('work') },
      },
      tooltip: [{ field: 'kind' }, { field: 'workspace' }, lasts],
    },
  };
  const steps = (of: 'open' | 'waiting', title: string): Drawing => ({
    title: panelTitle(title),
    ...{ width, height: 70 },
    data: { values: held.flatMap((one) => stepOf(one, of, clock)) },
    mark:
      of === 'open' ? { type: 'line', ...STEP, strokeWidth: 1.6 } : { type: 'area', ...STEP, opacity: 0.8 },
    encoding: {
      x: { ...x, field: 'time' },
      y: {
        ...{ field: 'count', type: 'quantitative', title: null, stack: null },
        axis: { minExtent: NAMES, maxExtent: NAMES, tickMinStep: 1, tickCount: 3, format: 'd' },
      },
      color: channelColour({ title: null, values: Object.values(CHANNEL_TITLES) }),
    },
  });
  return {
    resolve: { scale: { x: 'shared', color: 'independent' } },
    spacing: 18,
    vconcat: [
      signedIn,
      hands,
      steps('open', 'Conversations open'),
      steps('waiting', 'Waiting for these hands'),
    ],
  };
}

/** A line's points: where the count begins, and where the last one ends. */
function stepOf(
  { from, to, channel, ...counts }: PersonDay['held'][number],
  of: 'open' | 'waiting',
  { place }: Clock,
): Drawing[] {
  return [from, to].map((at) => ({ time: place(at), channel: CHANNEL_TITLES[channel], count: counts[of] }));
}

function workspaceOf({ channel }: Piece): string {
  return channel === null ? LOGIN_CHANGE : CHANNEL_TITLES[channel];
}

function titleOf(person: string, { presence, pieces, held }: Clipped, { candidate }: DayOf): string {
  const length = (all: readonly Span[]): Seconds => all.reduce((sum, { from, to }) => sum + to - from, 0);
  const there = length(presence.filter(({ isBreak }) => !isBreak));
  const busy = percent(length(pieces) / (there + length(pieces.filter(({ channel }) => channel === null))));
  const pile = Math.max(0, ...held.map(({ waiting }) => waiting));
  const answers = pieces.filter(({ kind }) => kind === 'answering').length;
  return (
    `With ${candidate}, ${person} gives ${answers} answer${answers === 1 ? '' : 's'} in ${duration(there)}, ` +
    `busy ${busy} of the time, with up to ${pile} waiting in one workspace`
  );
}
