// The part of docs/performance.md that the bench writes: what stands between its two markers.

const FROM = '<!-- bench: written by `npm run bench -- --write` -->';
const TO = '<!-- /bench -->';

/** @throws Error with a sentence when a page has not the two markers, in their order. */
export function putBetween(page: string, text: string): string {
  const from = page.indexOf(FROM);
  const to = page.indexOf(TO, from);
  if (from < 0 || to < 0)
    throw new Error(`The page has no place for the table: ${FROM} and, below it, ${TO}.`);
  return `${page.slice(0, from + FROM.length)}\n\n${text}\n\n${page.slice(to)}`;
}
