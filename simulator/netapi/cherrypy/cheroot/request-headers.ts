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

/** Reads headers from a flat list of names and values. */
export function requestHeaders(raw: readonly string[]): RequestHeaders {
  const headers = new Map<string, string>();
  for (let at = 0; at < raw.length; at += 2) {
    const name = (raw[at] ?? '').toLowerCase();
    const value = (raw[at + 1] ?? '').trim();
    const earlier = headers.get(name);
    headers.set(
      name,
      earlier !== undefined && earlier !== '' && JOINED.has(name) ? `${earlier}, ${value}` : value,
    );
  }
  return headers;
}

/**
 * The headers as they come out of the WSGI environment, where an underscore in a name has become a
 * hyphen: `X_Auth_Token` is as good as `X-Auth-Token` (seen on 3006.28 and 3008.3). The server
 * itself, cheroot, does not know `Content_Length`.
 */
export function environHeaders(headers: RequestHeaders): RequestHeaders {
  let hasUnderscore = false;
  for (const name of headers.keys()) hasUnderscore ||= name.includes('_');
  if (!hasUnderscore) return headers;
  return new Map([...headers].map(([name, value]) => [name.replaceAll('_', '-'), value]));
}
