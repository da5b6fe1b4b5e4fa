/** What a chart is: a question that a comparison may answer, and its answer as a picture and as the same numbers in a table. */
import type { TopLevelSpec } from 'vega-lite';
import type { Comparison } from '../analysis/comparison.js';
import { wrapped } from './textWidth.js';

export interface ChartDefinition {
  /** kebab-case: its file and its name on the command line. */
  readonly name: string;
  /** What question it answers, for lists of charts. */
  readonly summary: string;
  /** Null: this comparison has no data for it. */
  readonly draw: (comparison: Comparison) => Chart | null;
}

export interface Chart {
  /** The finding, not the axes; claims no more than the verdicts do. */
  readonly title: string;
  /** What is drawn. */
  readonly subtitle: string;
  /** With its title and all its data inside; colours and fonts come from a theme. */
  readonly spec: TopLevelSpec;
  readonly table: Table;
}

export type Cell = string | number | null;

/** The numbers of the picture, written for people. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Width of everything drawn in a chart's plots together, in pixels. */
export const WIDTH = 720;
export const TITLE_SIZE = 17;
export const SUBTITLE_SIZE = 12;

/** A view in Vega-Lite without its title, data included. Its grammar is checked where it is compiled, by a test of every chart. */
export type Drawing = Readonly<Record<string, unknown>>;

export function chart(words: Pick<Chart, 'title' | 'subtitle'>, drawing: Drawing, table: Table): Chart {
  const spec = {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    title: {
      text: wrapped(words.title, { width: WIDTH, size: TITLE_SIZE, bold: true }),
      subtitle: wrapped(words.subtitle, { width: WIDTH, size: SUBTITLE_SIZE, bold: false }),
    },
    ...drawing,
  };
  return { ...words, spec: spec as unknown as TopLevelSpec, table };
}
