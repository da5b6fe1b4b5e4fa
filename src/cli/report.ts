/** blendsim report: report.html of a folder of results, made anew from its files. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { command } from './command.js';
import { readResult } from './resultsFolder.js';

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

    const read = (name: string): unknown => readResult(folder, name);
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
