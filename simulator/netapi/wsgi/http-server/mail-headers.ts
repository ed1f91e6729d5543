/** A request's headers by lower-case name; of repeated ones the first counts. */
export type MailHeaders = ReadonlyMap<string, string>;

/** What Python's mail parser takes for a header, or for the continuation of one. */
const HEADER_LINE = /^(?:[!-9;-~]*:|[\t ])/;

/**
 * Reads headers as those of a mail, which http.server does: from the first line on that is none,
 * all is body (email.parser of Python 3.11).
 *
 * @param text one character a byte
 */
export function mailHeaders(text: string): MailHeaders {
  const found: [name: string, value: string][] = [];
  for (const [, line = '', end = ''] of text.matchAll(/([^\r\n]*)(\r\n|\r|\n|$)/g)) {
    if (!HEADER_LINE.test(line)) break;
    const last = found.at(-1);
    const colon = line.indexOf(':');
    if (line.startsWith(' ') || line.startsWith('\t')) {
      if (last !== undefined) last[1] += line + end;
    } else if (colon > 0) {
      found.push([line.slice(0, colon).toLowerCase(), line.slice(colon + 1) + end]);
    }
  }
  const headers = new Map<string, string>();
  for (const [name, value] of found)
    if (!headers.has(name)) headers.set(name, value.replace(/^[ \t]+/, '').replace(/[\r\n]+$/, ''));
  return headers;
}
