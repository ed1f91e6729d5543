import { expect } from '@playwright/test';
import type { Reply } from '../target/reply.ts';

/**
 * Expects an error in the JSON of rest_wsgi.
 *
 * @param head status and reason: `401 UNAUTHORIZED`
 */
export function expectError(reply: Reply, head: string, told: string): void {
  expect(`${reply.status} ${reply.reason}`).toBe(head);
  expect(reply.json()).toEqual({ return: told });
}
