import { expect } from '@playwright/test';
import type { Reply } from '../target/reply.ts';
import { HTML } from './error-page.ts';

/** Expects a text that is labelled a page. */
export function expectText(reply: Reply, status: number, text: string): void {
  expect([reply.status, reply.body]).toEqual([status, text]);
  expect(reply.headerValues('Content-Type')).toEqual([HTML]);
}
