/** An SVG as PNG pixels, its text set in the typeface that comes with the package: without a font file all text would be missing. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Pixels per unit of the SVG. */
const ZOOM = 2;
const FACES = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'];

export async function pngOf(svg: string, faces: readonly string[] = fontFiles()): Promise<Uint8Array> {
  const { Resvg } = await import('@resvg/resvg-js');
  const drawing = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: ZOOM },
    // A machine's own fonts would make its own pictures.
    font: { loadSystemFonts: false, fontFiles: [...faces], defaultFontFamily: 'DejaVu Sans' },
  });
  return drawing.render().asPng();
}

function fontFiles(): string[] {
  const home = dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json'));
  return FACES.map((face) => join(home, 'ttf', face));
}
