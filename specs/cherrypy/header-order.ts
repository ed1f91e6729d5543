import { expect } from '@playwright/test';
import type { Reply } from '../target/reply.ts';

/** The headers that every answer of a resource begins with: those of CherryPy, then those of CORS. */
const FIRST = [
  'Content-Type',
  'Server',
  'Date',
  'Allow',
  'Access-Control-Allow-Origin',
  'Access-Control-Expose-Headers',
  'Access-Control-Allow-Credentials',
];

/**
 * Expects the headers of a resource's answer in their order and case, and no others.
 *
 * @param last those that come after what every answer of a resource begins with
 */
export function expectHeaders(reply: Pick<Reply, 'headers'>, last: readonly string[]): void {
  expect(headerNames(reply)).toEqual([...FIRST, ...last]);
}

/** The names of a reply's headers, in the order and case of the wire. */
export function headerNames({ headers }: Pick<Reply, 'headers'>): string[] {
  return headers.map(([name]) => name);
}
