import { expect } from '@playwright/test';
import type { Header } from '../../report/result.ts';
import type { Target } from '../target/target.ts';

/** Milliseconds after which a request counts as one that is never answered. */
const LIMIT = { first: 1_000, next: 1_000 };

/**
 * Expects that nothing comes of a request, and that its connection stays open: rest_tornado has lost it.
 *
 * @param behind what is sent behind it
 */
export async function expectSilence(
  target: Target,
  request: string,
  headers: readonly Header[],
  body = '',
  behind = '',
): Promise<void> {
  const lines = [
    `${request} HTTP/1.1`,
    'Host: here',
    ...headers.map(([name, value]) => `${name}: ${value}`),
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  const sent = `${lines.join('\r\n')}\r\n\r\n${body}${behind}`;
  const { bytes, isClosed } = await target.sendBytes(sent, LIMIT);
  expect(bytes.toString()).toBe('');
  expect(isClosed).toBe(false);
}
