/** The one file that knows Vega: a chart's spec drawn as SVG without a screen, the same bytes every time. */
import type { TopLevelSpec } from 'vega-lite';
import { TITLE_SIZE } from './chart.js';
import { textWidth } from './textWidth.js';
import { THEMES, type ThemeName } from './theme.js';

export interface Drawn {
  readonly svg: string;
  /** What Vega found odd in the spec; none in a sound chart. */
  readonly warnings: readonly string[];
}

/** Opens in any Vega editor as it looks here. */
export function styled(spec: TopLevelSpec, theme: ThemeName): TopLevelSpec {
  return { ...spec, config: THEMES[theme] };
}

export async function drawSvg(spec: TopLevelSpec, theme: ThemeName): Promise<Drawn> {
  // Half a second, and only a chart needs them.
  const [vega, vegaLite] = await Promise.all([import('vega'), import('vega-lite')]);
  const warnings: string[] = [];
  const logger = loggerOf(warnings);
  const compiled = vegaLite.compile(styled(spec, theme), { logger }).spec;
  const { textMetrics } = vega as unknown as { readonly textMetrics: TextMetrics };
  // Without a screen Vega guesses widths, and labels are cut or run into each other.
  textMetrics.width = widthOfItem;
  vega.resetSVGDefIds();
  const view = new vega.View(vega.parse(compiled), { renderer: 'none', logger });
  try {
    return { svg: `${await view.toSVG()}\n`, warnings };
  } finally {
    view.finalize();
  }
}

interface TextItem {
  readonly text?: unknown;
  readonly fontSize?: number;
  readonly fontWeight?: string | number;
}

interface TextMetrics {
  width: (item: TextItem, text?: unknown) => number;
}

function widthOfItem(item: TextItem, text: unknown = item.text): number {
  const size = item.fontSize ?? TITLE_SIZE;
  const bold = item.fontWeight === 'bold' || Number(item.fontWeight) >= 600;
  const lines = Array.isArray(text) ? text : [text];
  return Math.max(0, ...lines.map((line) => textWidth(String(line ?? ''), { size, bold })));
}

function loggerOf(warnings: string[]) {
  const logger = {
    level: () => logger,
    error: (...words: readonly unknown[]) => note(words),
    warn: (...words: readonly unknown[]) => note(words),
    info: () => logger,
    debug: () => logger,
  };
  const note = (words: readonly unknown[]): typeof logger => {
    warnings.push(words.map(String).join(' '));
    return logger;
  };
  return logger as never;
}
