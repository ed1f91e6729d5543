import { expect } from '@playwright/test';
import type { Target } from '../target/target.ts';
import type { Websocket } from '../target/websocket.ts';
import { closePayload, OPCODE, type FrameChanges } from '../target/websocket-frame.ts';

/** A frame to be sent. */
export type SentFrame = readonly [opcode: number, payload: Buffer | string, changes?: FrameChanges];

/** Sends frames over a websocket of their own. */
export async function sent(target: Target, ...frames: readonly SentFrame[]): Promise<Websocket> {
  const websocket = await target.websocket('/ws', [await target.auth()]);
  expect(websocket.reply.status).toBe(101);
  for (const frame of frames) websocket.sendFrame(...frame);
  return websocket;
}

/** Expects frames to be answered by one close frame alone, and the end of the connection. */
export async function expectClosed(
  target: Target,
  [code, reason]: readonly [code: number, reason: string],
  ...frames: readonly SentFrame[]
): Promise<void> {
  const websocket = await sent(target, ...frames);
  expect(await websocket.ended()).toBe(true);
  const [frame, ...more] = websocket.frames;
  expect(frame?.opcode).toBe(OPCODE.close);
  expect(frame?.payload.toString('hex')).toBe(closePayload(code, reason).toString('hex'));
  expect(more).toEqual([]);
}
