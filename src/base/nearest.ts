/** "Did you mean": the known word that a typo is closest to. */

/** Edits between two words: insert, delete, replace, or swap two neighbours (optimal string alignment). */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let best = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, beforeLast[j - 2]! + 1);
      row.push(best);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}

/** The closest of `known`, if it is close enough to be meant: a third of its letters may be wrong, or it only adds or lacks an ending. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const plain = (text: string): string => text.toLowerCase().replaceAll(/[\s_-]/g, '');
  const asked = plain(word);
  let best: string | undefined;
  let bestDistance = Infinity;
  for (const candidate of known) {
    const target = plain(candidate);
    const extends_ =
      asked.length >= 3 && (target.startsWith(asked) || (target.length >= 3 && asked.startsWith(target)));
    const longest = Math.max(asked.length, target.length);
    const allowed = longest === 1 ? 0 : Math.max(1, Math.floor(longest / 3));
    const edits = editDistance(asked, target);
    const distance = extends_ ? Math.min(edits, 1) : edits;
    if (distance <= allowed && distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** `did you mean "chat"?`, or the list of what is allowed. */
export function suggestion(word: string, known: readonly string[]): string {
  const close = nearest(word, known);
  if (close !== undefined) return `did you mean "${close}"?`;
  return known.length === 0 ? 'none is defined' : `one of: ${known.join(', ')}`;
}
