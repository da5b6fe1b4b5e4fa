/** What a command prints, and what it adds to the folder when asked: options and their words. */

export const FORMATS = ['table', 'json', 'csv'] as const;
/** With those that go into the folder, beside a printed table. */
export const RESULT_FORMATS = [...FORMATS, 'xlsx', 'parquet'] as const;
export type Format = (typeof RESULT_FORMATS)[number];

export const FORMAT_OPTION = {
  ...({ choices: RESULT_FORMATS, default: 'table' } as const),
  describe: 'What to print; xlsx, parquet: the table, and such files in the folder',
};

export const REPORT_OPTION = {
  ...({ type: 'boolean', default: true } as const),
  describe: 'Write report.html, a page for whoever decides; --no-report leaves it out',
};

/** What goes into the folder only when it is asked for, as the command that makes it again says it. */
export function folderWords({ report, format }: { report: boolean; format: Format }): string[] {
  return [
    ...(report ? [] : ['--no-report']),
    ...(printedFormat(format) === format ? [] : ['--format', format]),
  ];
}

/** Beside what goes into the folder, the table is printed. */
export function printedFormat(format: Format): (typeof FORMATS)[number] {
  return FORMATS.find((one) => one === format) ?? 'table';
}
