/** Compares texts by code point, the way Python sorts them; JavaScript sorts by UTF-16 unit. */
export function compareCodePoints(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    if (a.charCodeAt(i) === b.charCodeAt(i)) continue;
    return (a.codePointAt(i) ?? 0) - (b.codePointAt(i) ?? 0);
  }
  return a.length - b.length;
}

/** Compares texts as Salt sorts minion ids: lower-cased first. */
export function compareIgnoringCase(a: string, b: string): number {
  return compareCodePoints(a.toLowerCase(), b.toLowerCase());
}
