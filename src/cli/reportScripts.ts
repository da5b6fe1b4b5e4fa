/** What report.html carries with it, read from where it is installed: the drawing libraries and the page's own script. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Script } from '../report/htmlReport.js';

/** In the order in which they need each other; the packages' exports do not name their minified builds. */
const LIBRARIES = ['vega', 'vega-lite', 'vega-embed'] as const;

export function reportScripts(): Script[] {
  const { resolve } = createRequire(import.meta.url);
  const builds = LIBRARIES.map((name) => join(dirname(resolve(name)), `${name}.min.js`));
  const own = fileURLToPath(new URL('../web/report.js', import.meta.url));
  return [...builds.map((file) => script(file, 'text/javascript')), script(own, 'module')];
}

function script(file: string, type: Script['type']): Script {
  // Only a note to debuggers, which would look for a file beside the page.
  const text = readFileSync(file, 'utf8').replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n');
  if (/<\/script/i.test(text))
    throw new Error(`${file} cannot stand in a page: it would end its own element`);
  return { text, type, sha256: createHash('sha256').update(text).digest('base64') };
}
