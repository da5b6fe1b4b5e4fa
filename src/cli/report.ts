/** blendsim report: report.html of a folder of results, made anew from its files. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { command } from './command.js';
import { Failure } from './failure.js';

export const report = command(
  {
    usage: 'report <folder>',
    summary: 'Make report.html of a folder of results again',
    positionals: {
      folder: { type: 'string', demandOption: true, describe: 'What run or compare wrote' },
    },
    options: {},
    examples: [['blendsim report output/retail-weekday', 'after run --no-report, or with a newer version']],
  },
  async ({ folder }, terminal) => {
    const { ASSUMPTIONS } = await import('../report/assumptionsJson.js');
    const { htmlReport, REPORT } = await import('../report/htmlReport.js');
    const { MANIFEST, manifestJson } = await import('../report/manifest.js');
    const { reportScripts } = await import('./reportScripts.js');

    const read = (name: string): unknown => {
      try {
        return JSON.parse(readFileSync(join(folder, name), 'utf8'));
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        throw new Failure(`${folder} is not a folder of results: ${why}`, 2, 'blendsim run writes one');
      }
    };
    // What blendsim wrote is taken as it stands: a folder is ours or it is not.
    const made = read(MANIFEST) as Parameters<typeof manifestJson>[0];
    const parts = {
      comparison: read('comparison.json'),
      inputs: read(ASSUMPTIONS),
      made: { ...made, files: [...new Set([...made.files, REPORT])].sort() },
    } as Parameters<typeof htmlReport>[0];
    writeFileSync(join(folder, REPORT), htmlReport(parts, reportScripts()));
    writeFileSync(join(folder, MANIFEST), manifestJson(parts.made));
    terminal.print(`${join(folder, REPORT)} opens in any browser, without a network`);
    return 0;
  },
);
