/** How every chart looks, in light and dark: colours that colour-blind eyes and grey print tell apart, and one typeface. */
import type { Config } from 'vega-lite';
import { SUBTITLE_SIZE, TITLE_SIZE } from './chart.js';

export const THEME_NAMES = ['light', 'dark'] as const;
export type ThemeName = (typeof THEME_NAMES)[number];

/** Verdana has nearly the same widths, for a browser on a machine without the first. */
const FONT = 'DejaVu Sans, Verdana, sans-serif';

/** What specs name instead of colours: scale ranges and mark styles. */
export const RANGES = ['category', 'channel', 'part', 'work', 'effect'] as const;
export type RangeName = (typeof RANGES)[number];

interface Palette {
  readonly paper: string;
  readonly ink: string;
  readonly quiet: string;
  readonly faint: string;
  readonly alarm: string;
  readonly ranges: Readonly<Record<RangeName, readonly string[]>>;
  readonly heat: readonly string[];
}

const LIGHT: Palette = {
  ...{ paper: '#ffffff', ink: '#1b1f24', quiet: '#5d6670', faint: '#dde1e6', alarm: '#b8402a' },
  ranges: {
    // In order of candidates; the first four differ in lightness, too.
    category: [
      ...['#1f66ad', '#e88c14', '#3a9e82', '#611848', '#9cc3e6', '#b8402a'],
      ...['#8a8f98', '#c9a227', '#20455c', '#d98cb3'],
    ],
    // Chat, both, messaging.
    channel: ['#4a3d94', '#8f80c9', '#cfc1ea'],
    // In queue, in workspace, being written.
    part: ['#2c3e57', '#7d8ca3', '#cdd3db'],
    // What serves the consumer in grey, what the way of working costs in reds.
    work: ['#8d99a9', '#c9ced6', '#b8402a', '#e39a86', '#6f1d12'],
    // Better, worse, cannot tell.
    effect: ['#3a9e82', '#b8402a', '#b9c0c9'],
  },
  heat: ['#f5f2ed', '#f3cfa6', '#de7f52', '#a3323f', '#3f1028'],
};

const DARK: Palette = {
  ...{ paper: '#15181c', ink: '#eceff2', quiet: '#a7b0ba', faint: '#343a42', alarm: '#ff8a70' },
  ranges: {
    category: [
      ...['#5aa2e8', '#ffb454', '#86e3c4', '#c95fa0', '#2f6fb0', '#ff8a70'],
      ...['#9aa0a8', '#d8c24a', '#bcd9ee', '#f0b6d4'],
    ],
    channel: ['#6f5fd0', '#a89aef', '#e2daf9'],
    part: ['#dfe5ec', '#8b98ab', '#4a5565'],
    work: ['#8b98ab', '#59636f', '#ff7a5c', '#ffb5a3', '#c2402a'],
    effect: ['#6fd3b2', '#ff7a5c', '#59636f'],
  },
  heat: ['#1f242a', '#59303d', '#a3473f', '#e58a52', '#ffe3b8'],
};

export const THEMES: Readonly<Record<ThemeName, Config>> = { light: configOf(LIGHT), dark: configOf(DARK) };

function configOf({ paper, ink, quiet, faint, alarm, ranges, heat }: Palette): Config {
  const label = { labelColor: quiet, labelFont: FONT, labelFontSize: 11, labelLimit: 0 };
  const title = { titleColor: quiet, titleFont: FONT, titleFontSize: 11, titleFontWeight: 'normal' as const };
  const config = {
    background: paper,
    padding: 16,
    font: FONT,
    title: {
      ...{ anchor: 'start', frame: 'bounds', offset: 18, color: ink, font: FONT, limit: 0 },
      ...{ fontSize: TITLE_SIZE, fontWeight: 'bold', lineHeight: 22 },
      ...{ subtitleColor: quiet, subtitleFont: FONT, subtitleFontSize: SUBTITLE_SIZE },
      ...{ subtitleLineHeight: 17, subtitlePadding: 6 },
    },
    view: { stroke: null },
    axis: {
      ...label,
      ...title,
      ...{ titleLimit: 0, titlePadding: 8, labelPadding: 5 },
      ...{ gridColor: faint, domainColor: quiet, tickColor: quiet, tickSize: 4 },
    },
    axisX: { tickCount: 6, labelFlush: false },
    axisY: { domain: false, ticks: false, tickCount: 5 },
    header: {
      ...label,
      ...title,
      labelColor: ink,
      labelFontSize: 12,
      labelFontWeight: 'bold',
      titleLimit: 0,
    },
    legend: {
      ...label,
      ...title,
      ...{ labelColor: ink, titleLimit: 0, symbolStrokeWidth: 2, symbolSize: 90 },
      ...{ orient: 'top', direction: 'horizontal', columnPadding: 18, offset: 12 },
    },
    concat: { spacing: 26 },
    facet: { spacing: 20 },
    text: { color: ink, font: FONT, fontSize: 11 },
    range: { ...ranges, ordinal: heat, ramp: heat, heatmap: heat },
    style: {
      // Strips of what is beside the point, names of what is on it.
      context: { color: quiet, stroke: quiet, opacity: 0.28, strokeWidth: 1 },
      reference: { color: quiet, stroke: quiet, strokeWidth: 1, strokeDash: [4, 3] },
      zero: { color: ink, stroke: ink, strokeWidth: 1 },
      target: { color: alarm, stroke: alarm, strokeWidth: 1.2, strokeDash: [5, 3] },
      'target-text': { fill: alarm, color: alarm, font: FONT, fontSize: 11 },
      note: { fill: quiet, color: quiet, font: FONT, fontSize: 11 },
      'on-dark': { fill: paper, color: paper, font: FONT, fontSize: 11 },
      ink: { stroke: ink, color: ink, strokeWidth: 1.8 },
      paper: { fill: paper, stroke: paper, color: paper },
      unsure: { fill: paper, stroke: quiet, color: quiet },
      present: { fill: quiet, color: quiet },
      faint: { fill: faint, color: faint, stroke: faint },
      band: { opacity: 0.22 },
    },
  };
  return config as unknown as Config;
}
