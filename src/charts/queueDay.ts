/** A queue's day as a heat map: how many wait in each interval, candidate under candidate, day under day. */
import type { Comparison } from '../analysis/comparison.js';
import { capitalised } from '../analysis/words.js';
import { DAY, HOUR } from '../base/units.js';
import type { Channel } from '../scenario/types.js';
import { chart, WIDTH, type Chart, type ChartDefinition, type Drawing } from './chart.js';
import { crossTable } from './crossTable.js';
import { dayOf, placesOf, type Place } from './clock.js';
import { carriedChannels, CHANNEL_TITLES, panelTitle, fiveDigits } from './pieces.js';
import { CHANNEL_NOUNS, CONVERSATIONS } from './verdictWords.js';
import { onAverage } from './words.js';

export const queueDay: ChartDefinition = {
  name: 'queue-day',
  summary: 'When and with whom the queues are long: a heat map of the day',
  draw,
};

/** A shorter mean queue is next to none. */
const SEEN = 0.05;

interface Cell {
  readonly candidate: string;
  readonly channel: Channel;
  readonly label: string;
  readonly length: number;
  /** Signed in for the channel. */
  readonly people: number;
}

function draw(comparison: Comparison): Chart | null {
  const cells = comparison.candidates.flatMap(({ name, intervals }) =>
    intervals.map(({ channel, label, queueLength, peopleSignedIn }): Cell => ({
      candidate: name,
      channel,
      label,
      length: queueLength,
      people: peopleSignedIn,
    })),
  );
  const channels = carriedChannels(comparison.candidates).filter((channel) =>
    cells.some((cell) => cell.channel === channel),
  );
  if (channels.length === 0) return null;
  return chart(
    {
      title: capitalised(
        `with people signed in, ${channels.map((channel) => longest(cells, channel)).join('; ')}`,
      ),
      subtitle:
        `Conversations in the queue, mean over each interval; each channel has a scale of its own. ${onAverage(comparison)} ` +
        `Who waits in a workspace for hands is not in the queue.${leaversNote(comparison, cells)}`,
    },
    {
      resolve: { scale: { color: 'independent' } },
      vconcat: channels.map((channel) =>
        plot(
          channel,
          cells.filter((cell) => cell.channel === channel),
          comparison,
        ),
      ),
    },
    crossTable(
      ['Channel', 'Interval'],
      cells.map(({ candidate, channel, label, length }) => ({
        line: [CHANNEL_TITLES[channel], label],
        column: candidate,
        cell: Number(length.toFixed(3)),
      })),
    ),
  );
}

function plot(channel: Channel, cells: readonly Cell[], { candidates }: Comparison): Drawing {
  const days = [...new Set(cells.map(({ label }) => dayOf(label)))];
  const names = candidates.map(({ name }) => name);
  const isOneDay = days.length === 1;
  const placeOf = placesOf(cells.map(({ label }) => label));
  const bounds = [...new Set(cells.flatMap(({ label }) => Object.values(hoursOf(placeOf(label)))))];
  const domain = [Math.min(...bounds), Math.max(...bounds)];
  // Where nobody waits at all the scale has to have a length, too.
  const most = Math.max(...new Set(cells.map(({ length }) => fiveDigits(length)))) || 1;
  const row = isOneDay ? 'candidate' : 'day';
  const map = {
    width: WIDTH - 80,
    height: { step: isOneDay ? 26 : 15 },
    mark: { type: 'rect' },
    encoding: {
      x: {
        ...{ field: 'hour', type: 'quantitative', title: null },
        scale: { domain, nice: false },
        axis: {
          values: [0, 3, 6, 9, 12, 15, 18, 21, 24],
          labelExpr: "(datum.value < 10 ? '0' : '') + datum.value + ':00'",
          grid: false,
        },
      },
      x2: { field: 'end' },
      y: { field: row, type: 'nominal', sort: isOneDay ? names : days, title: null, axis: { grid: false } },
      color: {
        ...{ field: 'length', type: 'quantitative', scale: { type: 'sqrt', domain: [0, most] } },
        legend: {
          title: `${CONVERSATIONS[channel]} in queue`,
          gradientLength: 240,
          tickCount: 3,
          labelOverlap: 'greedy',
        },
      },
      tooltip: [
        { field: 'candidate' },
        { field: 'hour', title: 'from' },
        { field: 'length', format: '.2f', title: 'in queue' },
      ],
    },
  };
  const header = {
    labelAngle: 0,
    labelAnchor: 'start',
    labelAlign: 'left',
    labelOrient: 'top',
    labelPadding: 2,
  };
  return {
    title: panelTitle(CHANNEL_TITLES[channel]),
    data: {
      values: cells.map(({ candidate, label, length }) => ({
        ...{ candidate, day: dayOf(label), ...hoursOf(placeOf(label)) },
        length: fiveDigits(length),
      })),
    },
    ...(isOneDay
      ? map
      : {
          facet: { row: { field: 'candidate', type: 'nominal', sort: names, title: null, header } },
          spec: map,
        }),
  };
}

/** From midnight, as the wall says. */
function hoursOf({ from, to }: Place): { readonly hour: number; readonly end: number } {
  const hour = (from % (DAY * 1000)) / (HOUR * 1000);
  return { hour, end: hour + (to - from) / (HOUR * 1000) };
}

/** Who has left without a word stays in a queue that nobody serves: at night they are what remains in it. */
function leaversNote({ candidates }: Comparison, cells: readonly Cell[]): string {
  const leave = ({ estimates }: Comparison['candidates'][number]): boolean =>
    (estimates['chat']?.['abandonedSilentlyShare']?.mean ?? 0) > 0;
  const isSeen = ({ channel, people, length }: Cell): boolean =>
    channel === 'chat' && people === 0 && length >= SEEN;
  return candidates.some(leave) && cells.some(isSeen)
    ? ' Chats that stay in it while nobody is signed in are of consumers who have left without a word: they wait until ' +
        'somebody comes in and opens them.'
    : '';
}

/** The longest of the mean queues while anybody is there to serve it, without a claim that another's is shorter. */
function longest(cells: readonly Cell[], channel: Channel): string {
  const own = cells.filter((cell) => cell.channel === channel);
  const served = own.filter(({ people }) => people >= 1);
  const top = (served.length > 0 ? served : own).reduce((most, cell) =>
    cell.length > most.length ? cell : most,
  );
  const noun = CHANNEL_NOUNS[channel];
  if (top.length < SEEN) return `${CONVERSATIONS[channel]} hardly queue`;
  const when = new Set(own.map(({ label }) => dayOf(label))).size > 1 ? `${dayOf(top.label)} ` : '';
  const size = top.length < 10 ? top.length.toFixed(1) : top.length.toFixed(0);
  return `the longest mean queue of ${noun} is ${size} (${top.candidate}, ${when}${top.label.slice(11, 16)})`;
}
