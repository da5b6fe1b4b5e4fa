/** What is wrong with a text that YAML cannot read, in a planner's words. */
type Words = readonly [message: string, hint: string];

const INDENTATION: Words = [
  'the indentation does not fit, or a text with a colon lacks its quotes',
  'fields of one group, and the dashes of one list, start in the same column',
];
const NOT_CLOSED: Words = [
  'a closing quote, bracket or comma is missing',
  'look at this line and the ones before it',
];
const UNKNOWN: Words = [
  'this cannot be read here',
  'look for a bracket or a quote too many; a text with special signs needs quotes around it',
];

const WORDS: Readonly<Record<string, Words>> = {
  TAB_AS_INDENT: ['a tab is used for indentation', 'indent with spaces: YAML does not allow tabs there'],
  DUPLICATE_KEY: ['this key is written twice in the same place', 'remove one of them'],
  MULTIPLE_DOCS: ['the file holds more than one document', 'remove everything from the second `---` on'],
  BLOCK_IN_FLOW: [
    'a comma is missing between { and }, or a text with a colon lacks its quotes',
    'write { name: value, name: value }',
  ],
  BAD_SCALAR_START: ['a text cannot begin with this sign', 'put the text in quotes'],
  BAD_DQ_ESCAPE: [
    'a backslash means something else in double quotes',
    'write / in its place, or use single quotes',
  ],
};

/** Slips that YAML reports as an indentation or as an unfinished key, told by the line that they stand in. */
const SLIPS: readonly (readonly [line: RegExp, words: (...parts: readonly string[]) => Words])[] = [
  [
    /[\u00A0\u2007\u202F]/,
    () => [
      'a space of this line is not a plain one, as in texts from web pages and word processors',
      'type the spaces of this line anew',
    ],
  ],
  [
    /^(<{7}|={7}|>{7})/,
    () => [
      'two versions of the file were merged, and this line was left over',
      'keep one version, and remove the lines that begin with <<<<<<<, ======= and >>>>>>>',
    ],
  ],
  [/^\s*[–—•*]\s+(.*)/, (item) => ['an item of a list begins with a plain dash', `write - ${item}`]],
  [
    /^\s*(?:- )?(\w+):\s+'(.*'.*)'$/,
    (key, value) => ['an apostrophe ends a text in single quotes', `write ${key}: "${value}"`],
  ],
  [
    /^\s*(?:- )?([\w-]+)$/,
    (key) => ['after the name of a field comes a colon', `write ${key}: and its value`],
  ],
  [/^\s*-(\w+:.*)/, (field) => ['a space is missing after the dash', `write - ${field}`]],
  [
    /^\s*(?:- )?(\w+)(?::|\s*=\s*)(\S.*)/,
    (key, value) => ['after the name of a field come a colon and a space', `write ${key}: ${value}`],
  ],
  [
    /^\s*(?:- )?(\w+):\s+([^"'{[].*:\s.*)/,
    (key, value) => ['a text with a colon in it needs quotes', `write ${key}: "${value}"`],
  ],
];

/** An error as YAML's parser tells it; `pos[0]` is its offset in the text. */
interface YamlError {
  readonly code: string;
  readonly message: string;
  readonly pos: readonly [number, number];
}

/** What one error means; null when it only follows from an earlier one. `told`: whether there was one. */
export function yamlWords({ code, message, pos }: YamlError, text: string, told: boolean): Words | null {
  if (code === 'BAD_SCALAR_START' && text[pos[0]] === '%')
    return ['a percent sign stands before its number', 'write 30%'];
  if (code === 'UNEXPECTED_TOKEN' && text[pos[0]] === ',')
    return ['nothing stands between two commas', 'write 0 if nothing is meant, or remove one of them'];
  const plain = WORDS[code];
  if (plain !== undefined) return plain;
  if (/^Missing closing/.test(message))
    return ['a quote begins here and never ends', 'close it, or remove it'];
  if (/^Missing|^Flow/.test(message)) return NOT_CLOSED;
  if (told) return null;
  const line = lineAt(text, pos[0]);
  for (const [pattern, words] of SLIPS) {
    const found = pattern.exec(line);
    if (found !== null) return words(...found.slice(1));
  }
  return /INDENT|IMPLICIT_KEY|MISSING_CHAR/.test(code) ? INDENTATION : UNKNOWN;
}

function lineAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', start);
  return text.slice(start, end < 0 ? undefined : end).trimEnd();
}
