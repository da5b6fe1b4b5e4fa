/** blendsim chart: pictures of a folder of results, or of one person's day in it, as files that open anywhere. */
import { mkdirSync, writeFileSync } from 'node:fs';
import type { Comparison } from '../analysis/comparison.js';
import type { Chart } from '../charts/chart.js';
import type { DrawnSweep } from '../charts/sweepCost.js';
import type { ThemeName } from '../charts/theme.js';
import type { Manifest } from '../report/manifest.js';
import { command } from './command.js';
import { Failure } from './failure.js';
import { wholeNumber } from './numbers.js';
import { holdsSweep, readResult, readSweep } from './resultsFolder.js';
import type { Terminal } from './terminal.js';

const FORMATS = ['svg', 'png', 'json', 'html'] as const;

interface Picture {
  readonly name: string;
  readonly chart: Chart;
}

export const chart = command(
  {
    usage: 'chart <folder>',
    summary: 'Draw pictures of a folder of results',
    positionals: {
      folder: { type: 'string', demandOption: true, describe: 'What run, compare or sweep wrote' },
    },
    options: {
      chart: { type: 'string', array: true, describe: 'Charts, a,b or repeated; default: all' },
      person: { type: 'string', describe: "Instead: this person's day, played once more" },
      candidate: { type: 'string', describe: 'Whose day it is; default: the first candidate' },
      replication: { type: 'string', describe: 'Of which replication, from 1; default: 1' },
      day: { type: 'string', describe: 'Which day, from 1; default: the first they come' },
      format: {
        choices: FORMATS,
        default: 'svg' as const,
        describe: 'json is the Vega-Lite spec; png is 2x',
      },
      theme: { choices: ['light', 'dark'] as const, default: 'light' as const, describe: 'Colours' },
      out: { type: 'string', describe: 'Folder for the pictures; default: <folder>/charts' },
    },
    examples: [
      ['blendsim chart output/retail-weekday', 'all charts, as SVG'],
      ['blendsim chart output/tuesday --chart first-response --format png', 'one, for a slide'],
      ['blendsim chart output/tuesday --person Ana --candidate blended', "Ana's day as a timeline"],
    ],
    epilogue: chartsHelp,
  },
  async ({ folder, format, theme, out = `${folder}/charts`, ...args }, terminal) => {
    const { MANIFEST } = await import('../report/manifest.js');
    if (holdsSweep(folder)) {
      refuseBesideSweep(args);
      const { sweepCost } = await import('../charts/sweepCost.js');
      const drawn = sweepCost(readSweep(folder) as DrawnSweep);
      if (drawn === null) throw new Failure('this sweep has nothing to draw: people cost nothing in it', 2);
      await write([{ name: 'sweep-cost', chart: drawn }], { out, format, theme }, terminal);
      return 0;
    }
    const made = readResult(folder, MANIFEST) as Manifest;
    const comparison = readResult(folder, 'comparison.json') as Comparison;
    const replication = wholeNumber('replication', args.replication);
    const day = wholeNumber('day', args.day);
    const pictures: Picture[] = [];
    if (args.person === undefined) {
      if ((args.candidate ?? args.replication ?? args.day) !== undefined)
        throw new Failure('--candidate, --replication and --day say which day: name whose, --person NAME');
      pictures.push(...(await picturesOf(comparison, args.chart, terminal.tell)));
    } else {
      if (args.chart !== undefined) throw new Failure('--chart and --person: one or the other');
      const { personPicture } = await import('./personPicture.js');
      const asked = { person: args.person, candidate: args.candidate, replication: replication ?? 1, day };
      const name = `day-${args.person.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '-')}`;
      pictures.push({ name, chart: personPicture(asked, comparison, made, terminal) });
    }
    await write(pictures, { out, format, theme }, terminal);
    return 0;
  },
);

interface As {
  readonly out: string;
  readonly format: (typeof FORMATS)[number];
  readonly theme: ThemeName;
}

async function write(
  pictures: readonly Picture[],
  { out, format, theme }: As,
  terminal: Terminal,
): Promise<void> {
  mkdirSync(out, { recursive: true });
  for (const picture of pictures) {
    const file = `${out}/${picture.name}.${format}`;
    writeFileSync(file, await contentOf(picture.chart, format, theme));
    terminal.print(`${file}  ${terminal.style.dim(picture.chart.title)}`);
  }
}

function refuseBesideSweep(args: Readonly<Record<string, unknown>>): void {
  const given = ['chart', 'person', 'candidate', 'replication', 'day'].find(
    (name) => args[name] !== undefined,
  );
  if (given !== undefined) throw new Failure(`a sweep has one picture, so --${given} says nothing there`);
}

/** Those asked for, or all that this comparison has data for. */
async function picturesOf(
  comparison: Comparison,
  asked: readonly string[] | undefined,
  tell: (text: string) => void,
): Promise<Picture[]> {
  const { suggestion } = await import('../base/nearest.js');
  const { CHARTS } = await import('../charts/registry.js');
  const all = CHARTS.map(({ name }) => name);
  const names = new Set((asked ?? all).flatMap((list) => list.split(',')).map((name) => name.trim()));
  return [...names].flatMap((name) => {
    const definition = CHARTS.find((one) => one.name === name);
    if (definition === undefined)
      throw new Failure(`--chart: there is no chart "${name}": ${suggestion(name, all)}`);
    const drawn = definition.draw(comparison);
    if (drawn === null) tell(`${name}: these results have nothing to draw in it`);
    return drawn === null ? [] : [{ name, chart: drawn }];
  });
}

async function contentOf(
  drawn: Chart,
  format: (typeof FORMATS)[number],
  theme: ThemeName,
): Promise<string | Uint8Array> {
  const { drawSvg, styled } = await import('../charts/render.js');
  if (format === 'json') return `${JSON.stringify(styled(drawn.spec, theme), null, 2)}\n`;
  const { svg } = await drawSvg(drawn.spec, theme);
  switch (format) {
    case 'svg':
      return svg;
    case 'png': {
      const { pngOf } = await import('../charts/writePng.js');
      return pngOf(svg);
    }
    case 'html': {
      const { chartPage } = await import('../report/chartPage.js');
      return chartPage(drawn, svg);
    }
  }
}

async function chartsHelp(): Promise<string> {
  const { CHARTS } = await import('../charts/registry.js');
  const width = Math.max(...CHARTS.map(({ name }) => name.length));
  return ['Charts:', ...CHARTS.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`)].join('\n');
}
