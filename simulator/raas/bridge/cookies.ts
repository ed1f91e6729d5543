import type { Request } from 'express';

/** The cookies of a request; of two with one name the last counts, as in Python's SimpleCookie. */
export function cookiesOf({ headers }: Request): ReadonlyMap<string, string> {
  const cookies = new Map<string, string>();
  for (const pair of (headers.cookie ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0) cookies.set(pair.slice(0, at).trim(), unquoted(pair.slice(at + 1).trim()));
  }
  return cookies;
}

function unquoted(value: string): string {
  return /^".*"$/.test(value) ? value.slice(1, -1) : value;
}
