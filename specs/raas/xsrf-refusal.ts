import { expect } from '@playwright/test';
import type { Header } from '../../report/result.ts';
import type { Reply } from '../target/reply.ts';
import { XSRF_COOKIE, XSRF_HEADER } from '../target/raas/xsrf.ts';

/**
 * Checks that a request was refused for its XSRF token: by 403, with the mark that tells clients to
 * fetch another one. Servers from 8.3 on mark it by a header, older ones in the reason phrase.
 */
export function expectXsrfRefusal(reply: Reply): void {
  expect(reply.status).toBe(403);
  const marks = [reply.header('X-XSRFToken-Missing') ?? '', reply.reason];
  expect(marks.some((mark) => /missing xsrf/i.test(mark))).toBe(true);
}

/** The headers of a call without its XSRF token, in the cookie and in the header. */
export function withoutXsrf(headers: readonly Header[]): Header[] {
  return headers
    .filter(([name]) => name.toLowerCase() !== XSRF_HEADER.toLowerCase())
    .map(([name, value]): Header => [
      name,
      name === 'Cookie'
        ? value
            .split('; ')
            .filter((pair) => !pair.startsWith(`${XSRF_COOKIE}=`))
            .join('; ')
        : value,
    ])
    .filter(([, value]) => value !== '');
}
