/** Bytes as Python's `int` reads them: with white space around, a sign, and underscores between digits; undefined where it raises. */
export function parseInteger(text: string): number | undefined {
  const [, digits] = /^[ \t\n\r\v\f]*([-+]?\d+(?:_\d+)*)[ \t\n\r\v\f]*$/.exec(text) ?? [];
  return digits === undefined ? undefined : Number(digits.replaceAll('_', ''));
}
