// The browser that the tests drive: Debian's Chromium, or the one that BLENDSIM_CHROMIUM names.
import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const DEBIANS = '/usr/bin/chromium';
const named = process.env['BLENDSIM_CHROMIUM'] ?? '';

/** null: none here. One that is named has to be there, so that CI cannot skip. */
export const CHROMIUM = named !== '' ? named : existsSync(DEBIANS) ? DEBIANS : null;

if (CHROMIUM === null)
  console.warn(
    'SKIPPED: the tests in a real browser. apt-get install chromium, or BLENDSIM_CHROMIUM=/path/to/chrome',
  );

/** Without what it would look up by itself, so that every request is the page's own. */
const QUIET = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

export function openBrowser(): Promise<Browser> {
  if (CHROMIUM === null) throw new Error('there is no browser');
  return chromium.launch({ executablePath: CHROMIUM, args: QUIET });
}
