import type { Request } from 'express';

/** Headers that carry secrets; the audit log does without. */
const SECRET = ['authorization', 'cookie', 'x-xsrftoken', 'x-csrftoken', 'csp-auth-token'];

/** The headers of a request as the audit log keeps them. */
export function headersOf({ headers }: Request): Readonly<Record<string, string>> {
  const kept = Object.entries(headers).filter(([name]) => !SECRET.includes(name));
  return Object.fromEntries(kept.map(([name, value]) => [name, String(value)]));
}
