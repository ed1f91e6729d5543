import { expect } from '@playwright/test';
import type { Reply } from '../target/reply.ts';

/** The type of pages, and of texts that a handler does not say the type of. */
export const HTML = 'text/html; charset=UTF-8';

/** Expects Tornado's page for a status, to the byte; the Accept of the request has no say in it. */
export function expectErrorPage(reply: Reply, status: number): void {
  expect(reply.status).toBe(status);
  expect(reply.headerValues('Content-Type')).toEqual([HTML]);
  const words = `${status}: ${reply.reason}`;
  expect(reply.body).toBe(`<html><title>${words}</title><body>${words}</body></html>`);
}
