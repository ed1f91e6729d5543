import type { Header } from '../../../report/result.ts';
import type { Reply } from '../reply.ts';

/** Cookies by name. */
export type Cookies = ReadonlyMap<string, string>;

/** The cookies that a reply sets; those that it takes away are not among them. */
export function cookiesOf(reply: Reply): Cookies {
  const pairs = reply.headerValues('Set-Cookie').map((line) => {
    const [pair = ''] = line.split(';');
    const at = pair.indexOf('=');
    return [pair.slice(0, at).trim(), unquoted(pair.slice(at + 1).trim())] as const;
  });
  return new Map(pairs.filter(([name, value]) => name !== '' && value !== ''));
}

/** The header that sends cookies back; none where there are none. */
export function cookieHeaders(cookies: Cookies): Header[] {
  if (cookies.size === 0) return [];
  return [['Cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')]];
}

function unquoted(value: string): string {
  return value.replace(/^"(.*)"$/, '$1');
}
