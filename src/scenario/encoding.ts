/** Whether a file is text in UTF-8: what was saved otherwise is refused, before its letters are shown garbled in every report. */
import { shown } from '../base/fields.js';

export interface NotUtf8 {
  readonly message: string;
  /** 1-based place of the first letter that cannot be read. */
  readonly line: number;
  readonly column: number;
}

/** What a byte that is not UTF-8 is read as. */
const LOST = '\uFFFD';
/** How .xlsx (a zip file) and .xls begin. */
const WORKBOOK = /^(PK\u0003\u0004|\uFFFD\uFFFD\u0011\uFFFD)/;
/** Latin letters in two bytes each, with or without the mark in front. */
const UTF_16 = /^(\uFFFD\uFFFD)?(\0[^\0]|[^\0]\0)/;

/** Null for good text. */
export function notUtf8(text: string): NotUtf8 | null {
  const start = { line: 1, column: 1 };
  if (WORKBOOK.test(text)) return { ...start, message: 'this is an Excel workbook, not plain text' };
  if (UTF_16.test(text)) return { ...start, message: 'this is UTF-16 (Excel: "Unicode Text"), not UTF-8' };
  if (text.includes('\0')) return { ...start, message: 'this is not plain text' };
  const offset = text.indexOf(LOST);
  if (offset < 0) return null;
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  const lineStart = before.at(-1) ?? '';
  const [rest = ''] = text.slice(offset).split(/[\r\n]/, 1);
  return {
    message: `a letter of ${shown((lineStart + rest).trim())} cannot be read: this is not UTF-8`,
    line: before.length,
    column: lineStart.length + 1,
  };
}
