/** A place in nested data, and the text, number or boolean that stands there. */
export interface ScalarPlace {
  readonly path: readonly string[];
  readonly value: string;
}

/**
 * A place below at least one key of a dict where a short text or a number stands that an expression
 * can name: without the delimiter, blanks and characters of globs. Undefined where there is none.
 */
export function scalarIn(data: unknown, depth = 1): ScalarPlace | undefined {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return undefined;
  for (const [key, value] of Object.entries(data)) {
    if (!/^\w+$/.test(key)) continue;
    const isPlain = typeof value === 'number' ? Number.isInteger(value) : typeof value === 'string';
    if (depth <= 1 && isPlain && /^[\w.-]{1,40}$/.test(String(value)))
      return { path: [key], value: String(value) };
    const below = scalarIn(value, depth - 1);
    if (below !== undefined) return { path: [key, ...below.path], value: below.value };
  }
  return undefined;
}
