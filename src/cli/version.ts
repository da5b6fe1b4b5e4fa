/** The version of the installed package. */
import { readFileSync } from 'node:fs';

/** The same place from src/cli and from dist/cli. */
const PACKAGE = new URL('../../package.json', import.meta.url);

export const VERSION = (JSON.parse(readFileSync(PACKAGE, 'utf8')) as { readonly version: string }).version;
