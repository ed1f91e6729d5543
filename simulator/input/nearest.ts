/** Suggestions made for one mistyped word. */
const MOST = 3;

/**
 * The words most like a mistyped one, the nearest first and with them those that are hardly farther;
 * none where all are quite different.
 *
 * @param most letters that may be wrong; a third of the word unless told otherwise
 */
export function nearest(
  typed: string,
  words: readonly string[],
  most = Math.max(2, Math.ceil(typed.length / 3)),
): string[] {
  const limit = Math.min(most, typed.length - 1);
  const like = words
    .map((word) => ({ word, changes: changesBetween(typed, word) }))
    .filter(({ changes }) => changes <= limit)
    .toSorted((a, b) => a.changes - b.changes);
  const least = like[0]?.changes ?? 0;
  return like
    .filter(({ changes }) => changes <= least + 1)
    .slice(0, MOST)
    .map(({ word }) => word);
}

/** How many letters have to be put in, left out or replaced to make one word of the other. */
function changesBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, replaced));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
