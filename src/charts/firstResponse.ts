/** First response split into its three parts: what of a consumer's first wait each way of working can change. */
import type { Comparison, Estimate } from '../analysis/comparison.js';
import type { MeasureId } from '../metrics/measures.js';
import type { Channel } from '../scenario/types.js';
import { chart, WIDTH, type Chart, type ChartDefinition, type Drawing } from './chart.js';
import { carriedChannels, CHANNEL_TITLES, durationUnit, panelTitle, themed } from './pieces.js';
import { answerTitle } from './verdictWords.js';
import { duration, durationWithin, onAverage, unlike } from './words.js';

const PARTS: readonly { readonly measure: MeasureId; readonly part: string }[] = [
  { measure: 'firstResponseInQueue', part: 'in queue' },
  { measure: 'firstResponseInWorkspace', part: 'in workspace, waiting for hands' },
  { measure: 'firstResponseBeingWritten', part: 'being written' },
];

export const firstResponse: ChartDefinition = {
  name: 'first-response',
  summary: 'Where the time to a first answer goes: queue, workspace, writing',
  draw,
};

interface Bar {
  readonly channel: Channel;
  readonly candidate: string;
  readonly total: Estimate;
  readonly parts: readonly number[];
}

function draw(comparison: Comparison): Chart | null {
  const bars = carriedChannels(comparison.candidates).flatMap((channel) =>
    comparison.candidates.flatMap(({ name, estimates }): Bar[] => {
      const total = estimates[channel]?.['firstResponseMean'];
      const parts = PARTS.map(({ measure }) => estimates[channel]?.[measure]?.mean ?? 0);
      return total === undefined ? [] : [{ channel, candidate: name, total, parts }];
    }),
  );
  if (bars.length === 0) return null;
  const channels = carriedChannels(comparison.candidates).filter((channel) =>
    bars.some((bar) => bar.channel === channel),
  );
  return chart(
    {
      title: answerTitle(comparison),
      subtitle:
        "Mean time from a consumer's first message to the first answer sent, by where it passed; " +
        `at the end of each bar its 95 % interval. ${onAverage(comparison)}${unlike(comparison)}`,
    },
    {
      vconcat: channels.map((channel) =>
        panel(
          channel,
          bars.filter((bar) => bar.channel === channel),
          comparison,
        ),
      ),
    },
    {
      columns: ['Channel', 'Candidate', 'First response', ...PARTS.map(({ part }) => part)],
      rows: bars.map(({ channel, candidate, total, parts }) => [
        ...[CHANNEL_TITLES[channel], candidate, durationWithin(total)],
        ...parts.map(duration),
      ]),
    },
  );
}

function panel(channel: Channel, bars: readonly Bar[], { candidates }: Comparison): Drawing {
  const most = Math.max(...bars.map(({ total }) => total.mean));
  const { unit, length } = durationUnit(most);
  const y = {
    field: 'candidate',
    type: 'nominal',
    sort: candidates.map(({ name }) => name),
    title: null,
    axis: { labelFontSize: 12 },
  };
  return {
    title: panelTitle(CHANNEL_TITLES[channel]),
    width: WIDTH - 200,
    height: { step: 30 },
    layer: [
      {
        data: {
          values: bars.flatMap(({ candidate, parts }) =>
            parts.map((seconds, order) => ({
              candidate,
              order,
              part: PARTS[order]?.part,
              time: seconds / length,
              told: duration(seconds),
            })),
          ),
        },
        mark: { type: 'bar', height: { band: 0.68 } },
        encoding: {
          y,
          x: { field: 'time', type: 'quantitative', title: unit, stack: 'zero' },
          color: {
            field: 'part',
            type: 'nominal',
            scale: { domain: PARTS.map(({ part }) => part), range: themed('part') },
            legend: { title: null },
          },
          order: { field: 'order', type: 'quantitative' },
          tooltip: [{ field: 'candidate' }, { field: 'part' }, { field: 'told', title: 'time' }],
        },
      },
      {
        data: {
          values: bars.map(({ candidate, total }) => ({
            candidate,
            time: total.mean / length,
            told: durationWithin(total),
          })),
        },
        mark: { type: 'text', align: 'left', dx: 6, style: 'note' },
        encoding: {
          y,
          x: { field: 'time', type: 'quantitative' },
          text: { field: 'told' },
        },
      },
    ],
  };
}
