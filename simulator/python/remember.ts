/** How many results a function keeps. */
const MOST_KEPT = 1000;

/** Characters of a text that is worth remembering; what a client makes longer may not fill the memory. */
const LONGEST_KEPT = 200;

/**
 * A pure function of a text or number that remembers what it gave.
 *
 * Once it has given a thousand different results it begins anew. What it gives must not be changed.
 */
export function remember<Key extends string | number, Result>(
  compute: (key: Key) => Result,
): (key: Key) => Result {
  const kept = new Map<Key, Result>();
  return (key) => {
    if (typeof key === 'string' && key.length > LONGEST_KEPT) return compute(key);
    let result = kept.get(key);
    if (result === undefined) {
      result = compute(key);
      if (kept.size === MOST_KEPT) kept.clear();
      kept.set(key, result);
    }
    return result;
  };
}
