/** How a line reads the value of a cookie that stands in quotes. */
export type CookieQuotes = 'taken off' | 'kept';

/**
 * Takes a Cookie header apart as Tornado does, which lets pass what no cookie may be: of one name
 * the last counts (seen on 3006.28, 3007.15 and 3008.3).
 */
export function parseCookie(header: string, quotes: CookieQuotes): ReadonlyMap<string, string> {
  const cookies = new Map<string, string>();
  for (const piece of header.split(';')) {
    const equals = piece.indexOf('=');
    const [name, value] =
      equals < 0 ? ['', piece] : [piece.slice(0, equals), piece.slice(equals + 1)];
    const text = value.trim();
    cookies.set(name.trim(), quotes === 'kept' ? text : unquoted(text));
  }
  return cookies;
}

/** What stands in quotes, with `\"` and `\012` of it undone. */
function unquoted(text: string): string {
  const [, inner] = /^"(.*)"$/s.exec(text) ?? [];
  if (inner === undefined) return text;
  return inner.replaceAll(/\\(?:([0-3][0-7]{2})|(.))/gs, (_, octal?: string, plain: string = '') =>
    octal === undefined ? plain : String.fromCharCode(Number.parseInt(octal, 8)),
  );
}
