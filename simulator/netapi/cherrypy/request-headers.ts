/** Headers whose repetitions cheroot joins with a comma; of all others the last one counts. */
const JOINED = new Set([
  'accept',
  'accept-charset',
  'accept-encoding',
  'accept-language',
  'accept-ranges',
  'allow',
  'cache-control',
  'connection',
  'content-encoding',
  'content-language',
  'expect',
  'if-match',
  'if-none-match',
  'pragma',
  'proxy-authenticate',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'vary',
  'via',
  'warning',
  'www-authenticate',
]);

/** A request's headers by lower-case name, in the order of their first appearance. */
export type RequestHeaders = ReadonlyMap<string, string>;

/**
 * Reads headers from Node's flat list of names and values.
 *
 * On its way through a WSGI environment an underscore in a name becomes a hyphen: `X_Auth_Token`
 * is as good as `X-Auth-Token` (seen on 3006.28 and 3008.3).
 */
export function requestHeaders(raw: readonly string[]): RequestHeaders {
  const headers = new Map<string, string>();
  for (let at = 0; at < raw.length; at += 2) {
    const name = (raw[at] ?? '').toLowerCase().replaceAll('_', '-');
    const value = (raw[at + 1] ?? '').trim();
    const earlier = headers.get(name);
    headers.set(
      name,
      earlier !== undefined && earlier !== '' && JOINED.has(name) ? `${earlier}, ${value}` : value,
    );
  }
  return headers;
}
