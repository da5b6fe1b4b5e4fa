// docs/files.md names every file of a run's folder, and every column of its tables.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { EXCHANGE_COLUMNS } from '../../src/report/exchangeLog.js';
import { resultFiles } from '../../src/report/resultFiles.js';
import { WORKBOOK } from '../../src/report/workbook.js';
import { estimateOf, smallComparison } from './smallComparison.js';

const page = readFileSync(new URL('../../docs/files.md', import.meta.url), 'utf8');

/** What stands under the heading of a file. */
function sectionOf(name: string): string {
  const [, after] = page.split(new RegExp(`^#+ \`${name.replace('.', '\\.')}\`$`, 'm'));
  expect(after, `docs/files.md has a heading for ${name}`).toBeDefined();
  return after!.split(/^#/m)[0]!;
}

const comparison = smallComparison({
  pooling: [
    {
      ...{ pooled: 'together', unpooled: 'apart' },
      parts: [
        {
          ...{ scope: 'chat', measure: 'firstResponseMean', grows: false },
          ...{ gain: estimateOf(1), loss: estimateOf(1), together: estimateOf(2) },
        },
      ],
    },
  ],
  best: { objective: 'service missed', unit: 'share', better: 'lower', pilot: 4, modes: [] },
});
const files = resultFiles(comparison, {
  maker: { blendsim: '0', node: 'v20', finishedAt: '', command: 'blendsim run', scenarios: [] },
  logged: [{ candidate: 'apart', replication: 1, listen: () => undefined }],
  scripts: [{ type: 'module', text: '', sha256: '' }],
  ...{ planned: [], inputs: [], more: [] },
});

function headerOf(content: (typeof files)[number]['content']): string[] {
  let text = typeof content === 'string' ? content : '';
  if (typeof content === 'function') content((piece) => (text += piece));
  return text.split('\r\n')[0]!.split(',');
}

test.each(files)('$name is described', ({ name, content }) => {
  const section = sectionOf(name);
  if (!name.endsWith('.csv')) return;
  const columns = headerOf(content);
  expect(columns.length).toBeGreaterThan(3);
  expect(columns.filter((column) => !section.includes(`\`${column}\``))).toEqual([]);
});

test('the files of other formats are described', () => {
  expect(sectionOf(WORKBOOK)).toContain('Summary');
  const section = sectionOf('exchanges.parquet');
  expect(EXCHANGE_COLUMNS.filter((column) => !section.includes(`\`${column}\``))).toEqual([]);
});
