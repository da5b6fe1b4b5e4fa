/** A command line that makes results again, as a shell reads it. */

export function commandLine(words: readonly string[]): string {
  return ['blendsim', ...words.map(shellWord)].join(' ');
}

function shellWord(word: string): string {
  return /^[\w./,:@%+=-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
