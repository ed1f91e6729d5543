import { expect } from '@playwright/test';
import type { Header } from '../../report/result.ts';
import type { Target } from '../target/target.ts';
import { RECEIVED, type Websocket } from '../target/websocket.ts';

/** Milliseconds to wait for the events of one call; a server may begin to listen long after it has answered. */
const PATIENCE = 3_000;

/** Calls after which a websocket is taken for deaf. */
const MOST_CALLS = 10;

/**
 * Opens a websocket that hears: real Salt starts a process for it, so calls are made until one is
 * heard of.
 */
export async function listening(
  target: Target,
  path = '/ws',
  headers?: readonly Header[],
): Promise<Websocket> {
  const websocket = await target.websocket(path, headers ?? [await target.auth()]);
  expect(websocket.reply.status).toBe(101);
  expect(await websocket.ready()).toBe(true);
  for (let calls = 0; calls < MOST_CALLS; calls += 1) {
    await target.local(target.minion, 'test.ping');
    if ((await websocket.text(isEvent, PATIENCE)) !== undefined) return websocket;
  }
  expect(websocket.texts.filter(isEvent), 'texts of events').not.toEqual([]);
  return websocket;
}

function isEvent(text: string): boolean {
  return text !== RECEIVED;
}
