// The last step of npm run build: the program, its launcher, and the worker it starts, each one file with the packages it uses.
import { createHash } from 'node:crypto';
import { defineConfig, type Plugin, type RolldownOptions } from 'rolldown';

/** Vega's modules wait for one another while they load, which a script cannot; resvg is machine code. */
const LEFT_OUT = ['vega', 'vega-lite', '@resvg/resvg-js'];

/** Who sets the program's help, all in letters one column wide: to be ready for others costs as much as reading the command line. */
const HELP_SETTERS = /\/node_modules\/(yargs|cliui|wrap-ansi)\//;
const PLAIN_WIDTH = '\0plain width';

const plainWidth: Plugin = {
  name: 'plain width',
  resolveId: (id, importer = '') =>
    id === 'string-width' && HELP_SETTERS.test(importer) ? PLAIN_WIDTH : null,
  load: (id) => (id === PLAIN_WIDTH ? 'export default (text) => text.length;' : null),
};

/** A script cannot import: whoever starts it does. */
const loadedByCaller: Plugin = {
  name: 'loaded by the caller',
  renderChunk: (code) =>
    LEFT_OUT.reduce(
      (text, name) =>
        text.replaceAll(
          new RegExp(`\\bimport\\((["'\`])${name}\\1\\)`, 'g'),
          `load(${JSON.stringify(name)})`,
        ),
      code,
    ),
};

/** Letters beyond ASCII are escaped: the launcher reads bytes as letters, which is fastest. */
const inAscii: Plugin = {
  name: 'in ASCII',
  generateBundle: (_, bundle) => {
    for (const file of Object.values(bundle)) {
      if (file.type === 'chunk')
        file.code = file.code.replace(
          /[^\0-\x7f]/g,
          (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
        );
    }
  },
};

/** Its last letters are its own and no other program's: V8 knows the program that it kept code of by the length only. */
const signed: Plugin = {
  name: 'signed',
  generateBundle: (_, bundle) => {
    for (const file of Object.values(bundle)) {
      if (file.type === 'chunk') file.code += `//${createHash('sha256').update(file.code).digest('hex')}`;
    }
  },
};

const SHARED = {
  platform: 'node',
  transform: { target: 'node20' },
} satisfies RolldownOptions;
/** Names stay, since they are all that the stack of a fault can show; and constants, so that the compiler can count on them. */
const MINIFY = { compress: false, mangle: false, codegen: { removeWhitespace: true } };

export default defineConfig([
  {
    // V8 keeps the code of a script and not of a module, so the program is a script: a function that the launcher calls.
    ...SHARED,
    input: 'src/cli/main.ts',
    external: LEFT_OUT,
    plugins: [plainWidth, loadedByCaller, inAscii, signed],
    // A file finds what lies in another room's folder from here as from its own. Only from source is anything resolved.
    transform: {
      ...SHARED.transform,
      define: { 'import.meta.url': 'ADDRESS', 'import.meta.resolve': 'undefined' },
    },
    output: {
      file: 'dist/cli/blendsim.cjs',
      format: 'cjs',
      minify: MINIFY,
      codeSplitting: false,
      banner: '(function (require, load, ADDRESS) {',
      footer: '})',
    },
  },
  { ...SHARED, input: 'src/cli/launch.ts', output: { file: 'dist/cli/main.js', format: 'esm' } },
  {
    ...SHARED,
    input: 'src/cluster/worker.ts',
    output: { file: 'dist/cluster/worker.js', format: 'esm', minify: MINIFY },
  },
]);
