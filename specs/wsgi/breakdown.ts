import { expect } from '@playwright/test';
import type { Reply } from '../target/reply.ts';

/** What wsgiref says where the application behind it breaks down. */
export const APOLOGY = 'A server error occurred.  Please contact the administrator.';

/** Asserts that a reply is the one that wsgiref gives for an application that broke down, to the byte. */
export function expectBreakdown({ status, reason, headers, body }: Reply): void {
  expect(`${status} ${reason}`).toBe('500 Internal Server Error');
  expect(headers.map(([name]) => name)).toEqual([
    'Date',
    'Server',
    'Content-Type',
    'Content-Length',
  ]);
  expect(headers.slice(2)).toEqual([
    ['Content-Type', 'text/plain'],
    ['Content-Length', '59'],
  ]);
  expect(body).toBe(APOLOGY);
}
