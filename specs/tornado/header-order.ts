import { expect } from '@playwright/test';
import type { Reply } from '../target/reply.ts';

/** Expects the headers of a reply in their order and case, and no others. */
export function expectHeaders(reply: Pick<Reply, 'headers'>, names: readonly string[]): void {
  expect(reply.headers.map(([name]) => name)).toEqual(names);
}
