// The last step of npm run build: the program, and the worker it starts, each as one file with the packages it uses.
import { spawnSync } from 'node:child_process';
import { cpSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { build, type BuildOptions, type Plugin } from 'esbuild';

const SHARED: BuildOptions = {
  ...{ bundle: true, platform: 'node', target: 'node20' },
  // Names stay: they are all that the stack of a fault can show.
  ...{ minifyWhitespace: true, minifySyntax: true },
};

/** Vega's modules wait for one another while they load, which a script cannot; resvg is machine code. */
const LEFT_OUT = ['vega', 'vega-lite', '@resvg/resvg-js'];

/** Who sets the program's help, all in letters one column wide: to be ready for others costs as much as reading the command line. */
const HELP_SETTERS = /\/node_modules\/(yargs|cliui|wrap-ansi)\//;

const plainWidth: Plugin = {
  name: 'plain width',
  setup: (bundler) => {
    bundler.onResolve({ filter: /^string-width$/ }, ({ importer }) =>
      HELP_SETTERS.test(importer) ? { path: resolve('build/plainWidth.ts') } : undefined,
    );
  },
};

/** V8 keeps the code of a script and not of a module, so the program is a script: a function that launch.ts calls. */
async function bundleProgram(): Promise<void> {
  const { outputFiles } = await build({
    ...SHARED,
    ...{ entryPoints: ['src/cli/main.ts'], format: 'cjs', write: false },
    external: LEFT_OUT,
    plugins: [plainWidth],
    // A file finds what lies in another room's folder from here as from its own. Only from source is anything resolved.
    define: { 'import.meta.url': 'ADDRESS', 'import.meta.resolve': 'undefined' },
    banner: { js: '(function (require, load, ADDRESS) {' },
    footer: { js: '})' },
  });
  const text = outputFiles[0]?.text ?? '';
  writeFileSync('dist/cli/blendsim.cjs', loadedByCaller(text));
}

/** A script cannot import. */
function loadedByCaller(script: string): string {
  return LEFT_OUT.reduce(
    (text, name) => text.replaceAll(`import(${JSON.stringify(name)})`, `load(${JSON.stringify(name)})`),
    script,
  );
}

async function bundle(entry: string, outfile: string, format: 'cjs' | 'esm'): Promise<void> {
  await build({ ...SHARED, entryPoints: [entry], outfile, format });
}

await bundle('build/launch.ts', 'dist/cli/main.js', 'cjs');
writeFileSync('dist/cli/package.json', '{ "type": "commonjs" }\n');
await bundleProgram();
await bundle('src/cluster/worker.ts', 'dist/cluster/worker.js', 'esm');
cpSync('src/web/report.js', 'dist/web/report.js');

// The first start keeps the code of what it used.
const { status } = spawnSync(process.execPath, ['dist/cli/main.js', 'validate', 'scenarios/retail-weekday'], {
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
